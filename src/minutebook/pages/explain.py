"""Acronyms explained where they stand: an `abbr` around the first of each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from minutebook.book import Book

_WORD = re.compile(r"\w*[A-Z]\w*[A-Z]\w*")
_CAPITALS = re.compile(r"[A-Z][^\WA-Z]*+[A-Z]\w*+")
"""The end of a word, from the first of its capitals, if there are several."""

_BLANK_LINE = re.compile(r"\n\s*\n")


def terms_of(book: Book) -> Mapping[str, str]:
    """Give the acronyms that are explained, the words with two capitals, and why."""
    return {term.id: term.meaning for term in book.glossary if _WORD.fullmatch(term.id)}


class Explainer:
    """Finds the acronyms of the glossary in a text."""

    def __init__(self, book: Book) -> None:
        """Learn the acronyms of a book."""
        explained = Markup('<abbr title="{}">{}</abbr>')
        self._explained = {
            word: str(explained.format(meaning, word))
            for word, meaning in terms_of(book).items()
        }

    def explain(self, safe: str, seen: set[str]) -> str:
        """Explain each acronym that is not in `seen`, and add it there.

        `safe` is escaped text. It may hold tags that have no capitals in them.
        """
        if not self._explained:
            return safe
        out: list[str] = []
        at = 0
        for match in _CAPITALS.finditer(safe):
            start = _beginning(safe, match.start())
            word = self._acronym(safe[start : match.end()])
            if word is None or word in seen:
                continue
            seen.add(word)
            out += (safe[at:start], self._explained[word])
            at = start + len(word)
        return "".join((*out, safe[at:])) if at else safe

    def _acronym(self, word: str) -> str | None:
        """Find the acronym a word is, or is the plural of."""
        if word in self._explained:
            return word
        return word[:-1] if word[-1] == "s" and word[:-1] in self._explained else None

    def paragraphs(self, text: str | None) -> Markup:
        """Turn plain text into paragraphs, split where a line is left blank."""
        seen: set[str] = set()
        parts = _BLANK_LINE.split(text.strip()) if text else []
        escaped = (str(escape(" ".join(part.split()))) for part in parts)
        shown = (f"<p>{self.explain(part, seen)}</p>" for part in escaped)
        return Markup("\n".join(shown))  # noqa: S704 - each part is escaped


def _beginning(text: str, at: int) -> int:
    """Find where the word begins that goes on at a place."""
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at
