"""Hyphens at the ends of lines: which of them belong to a word.

Evidence decides: the word without its hyphen, or with it, elsewhere in the document. If
there is none, words that often go before or behind a hyphen keep it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutebook.importing.formats.pdf.lines import Line
from minutebook.importing.formats.pdf.words import SOFT_HYPHEN

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
_HYPHENATED, _SEVERAL = 0.05, 3
"""Where so many lines end with a hyphen, a program has put them there."""

_ENDING = re.compile(
    r"[a-z]{0,4}(?:[st]ion|ment|ness|ing|[ai]ble|[ae]nce|ity|ive|ture|ally|ous|ful|less|er|ed"
    r"|ly|ies|al|ate|ise|ism|ist|ary|ory)s?"
)
"""What seldom stands behind a hyphen that belongs to a word."""


class Vocabulary:
    """The words of a document, as far as no line breaks them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: set[str] = set()
        for line in lines:
            found = _WORD.findall(line.text.casefold())
            if line.is_broken and found:
                found.pop()
            self._words.update(found)
            for word in found:
                self._words.update(re.split(r"[-‐]", word))
        broken = [
            (line.text, below.text)
            for line, below in pairwise(lines)
            if line.is_broken and below.begins_small
        ]
        often = len(broken) >= max(_SEVERAL, _HYPHENATED * len(lines))
        self._hyphenates = often or any(
            self._is_word(before, after) for before, after in broken
        )

    def _is_word(self, before: str, after: str) -> bool:
        """Whether what stands around a break is a word elsewhere, without a hyphen."""
        first = re.search(r"[^\W\d_]+(?=[-‐]$)", before.casefold())
        second = re.match(r"[^\W\d_]+", after.casefold())
        if first is None or second is None:
            return False
        whole, parted = f"{first[0]}{second[0]}", f"{first[0]}-{second[0]}"
        return whole in self._words and parted not in self._words

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
        parted = f"{first}-{second}" in self._words
        if f"{first}{second}" in self._words and (self._hyphenates or not parted):
            return False
        if parted:
            return True
        if first in _BEFORE or second in _AFTER:
            return True
        both = first in self._words and second in self._words
        if both and min(len(first), len(second)) >= _SHORTEST:
            return True
        return not (self._hyphenates or _ENDING.fullmatch(second))
