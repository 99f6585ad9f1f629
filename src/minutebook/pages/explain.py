"""Acronyms explained where they stand: an `abbr` around the first of each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from minutebook.book import Book

_EXPLAINED = Markup('<abbr title="{}">{}</abbr>')
_WORD = re.compile(r"\b\w*[A-Z]\w*[A-Z]\w*")


def terms_of(book: Book) -> Mapping[str, str]:
    """Give the acronyms that are explained, with what they mean."""
    return {
        term.id: term.meaning for term in book.glossary if _WORD.fullmatch(term.id)
    }


class Explainer:
    """Finds the acronyms of the glossary in a text."""

    def __init__(self, book: Book) -> None:
        """Learn the acronyms of a book: the terms that are one word of capitals."""
        self._meanings = terms_of(book)

    def explain(self, text: str, seen: set[str]) -> Markup:
        """Escape `text`; explain each acronym not in `seen`, and add it there."""
        out: list[str] = []
        at = 0
        for match in _WORD.finditer(text):
            word = self._acronym(match[0])
            if word is None or word in seen:
                continue
            seen.add(word)
            out.append(escape(text[at : match.start()]))
            out.append(_EXPLAINED.format(self._meanings[word], word))
            at = match.start() + len(word)
        out.append(escape(text[at:]))
        return Markup("").join(out)

    def _acronym(self, word: str) -> str | None:
        """Find the acronym a word is, or is the plural of."""
        if word in self._meanings:
            return word
        return word[:-1] if word[-1] == "s" and word[:-1] in self._meanings else None

    def paragraphs(self, text: str | None) -> Markup:
        """Turn plain text into paragraphs, split where a line is left blank."""
        seen: set[str] = set()
        parts = re.split(r"\n\s*\n", text.strip()) if text else []
        return Markup("\n").join(
            Markup("<p>{}</p>").format(self.explain(" ".join(part.split()), seen))
            for part in parts
        )
