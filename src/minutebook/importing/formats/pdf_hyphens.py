"""Hyphens at the ends of lines: which of them belong to a word.

Evidence decides: the word without its hyphen, or with it, elsewhere in the document. If
there is none, words that often go before or behind a hyphen keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutebook.importing.formats.pdf_lines import Line
from minutebook.importing.formats.pdf_words import SOFT_HYPHEN

_HYPHENS = "-‐"
_WORD = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_SUSPENDED = {"and", "or", "to", "nor", "as", "but", "a", "neu"}
_BEFORE = {
    "co", "non", "self", "well", "follow", "post", "mid", "cross", "vice", "half", "all",
    "e", "hand", "long", "short", "high", "low", "full", "third", "year", "two", "three",
}  # fmt: skip
_AFTER = {
    "up", "ups", "based", "led", "wide", "term", "time", "free", "day", "level", "elect",
    "opted", "house", "out", "off", "by", "meeting", "going", "known", "date", "chair",
    "person", "related", "funded", "run", "round",
}  # fmt: skip
_SHORTEST = 3


class Vocabulary:
    """The words of a document, as far as no line breaks them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: set[str] = set()
        for line in lines:
            found = _WORD.findall(line.text.casefold())
            if line.is_broken and found:
                found.pop()
            self._words.update(found)
            for word in found:
                self._words.update(re.split(r"[-‐]", word))

    def joined(self, before: str, after: str) -> str:
        """Put the end of a line and the beginning of the next together."""
        if before.endswith(SOFT_HYPHEN):
            return before.rstrip(SOFT_HYPHEN) + after
        if not before or before[-1] not in _HYPHENS or not before[-2:-1].isalnum():
            return f"{before} {after}"
        first = re.search(r"[^\s]+$", before[:-1])
        second = re.match(r"[^\W\d_]+", after)
        if first is None or second is None or not before[-2].isalpha():
            return before + after
        if second[0].casefold() in _SUSPENDED:
            return f"{before} {after}"
        if self._keeps(first[0].casefold().lstrip("(‘“'\""), second[0]):
            return before + after
        return before[:-1] + after

    def _keeps(self, first: str, second: str) -> bool:
        if not second.islower() or "-" in first:
            return True
        if f"{first}{second}" in self._words:
            return False
        if f"{first}-{second}" in self._words:
            return True
        if first in _BEFORE or second in _AFTER:
            return True
        both = first in self._words and second in self._words
        return both and min(len(first), len(second)) >= _SHORTEST
