"""Acronyms explained where they stand: an `abbr` around the first of each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from minutebook.book import Book


class Explainer:
    """Finds the acronyms of the glossary in a text."""

    def __init__(self, book: Book) -> None:
        """Learn the acronyms of a book: the terms that are one word of capitals."""
        self._meanings: Mapping[str, str] = {
            term.id: term.meaning
            for term in book.glossary
            if re.fullmatch(r"\w*[A-Z]\w*[A-Z]\w*", term.id)
        }
        longest_first = sorted(self._meanings, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"\b(?:{either})(?=s?\b)") if either else None

    def explain(self, text: str, seen: set[str]) -> Markup:
        """Escape `text`; explain each acronym not in `seen`, and add it there."""
        if self._pattern is None:
            return escape(text)
        out, at = Markup(), 0
        for match in self._pattern.finditer(text):
            word = match[0]
            if word in seen:
                continue
            seen.add(word)
            out += escape(text[at : match.start()])
            out += Markup('<abbr title="{}">{}</abbr>').format(self._meanings[word], word)
            at = match.end()
        return out + escape(text[at:])

    def paragraphs(self, text: str | None) -> Markup:
        """Turn plain text into paragraphs, split where a line is left blank."""
        seen: set[str] = set()
        parts = re.split(r"\n\s*\n", text.strip()) if text else []
        return Markup("\n").join(
            Markup("<p>{}</p>").format(self.explain(" ".join(part.split()), seen))
            for part in parts
        )
