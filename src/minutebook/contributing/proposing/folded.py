"""Words compared as people do: where lines end does not matter, nor which quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_SHORTER = re.compile(r"''|(?:(?:\A|[\r\n])[ \t]*(?:>[ \t]?)+|\s)+")
"""An apostrophe as it stands between single quotes; white space, and the marks that a
quotation has before its lines."""

_ALIKE = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
"""Signs that are typed in more than one way."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, from its first sign to behind its last."""

    start: int
    end: int

    def replaced(self, text: str, instead: str) -> str:
        """Put other words in the place of this part."""
        return f"{text[: self.start]}{instead}{text[self.end :]}"


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form in which it is compared, and where its parts stood."""

    text: str

    _ends: tuple[int, ...]
    """Where each part that was made shorter ends."""

    _were: tuple[int, ...]
    """Where the same parts ended in the text as it was."""

    def find(self, words: str) -> Iterator[Span]:
        """Find each place at which words stand, in the text as it was."""
        wanted = folded(words).text.strip()
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            yield Span(self._in_whole(at), self._in_whole(end))
            at = self.text.find(wanted, end)

    def _in_whole(self, at: int) -> int:
        """Tell where a place in the text folded is in the text as it was."""
        index = bisect_right(self._ends, at)
        if not index:
            return at
        return self._were[index - 1] + at - self._ends[index - 1]


def folded(text: str) -> Folded:
    """Bring a text to the form in which it is compared."""
    parts: list[str] = []
    ends: list[int] = []
    were: list[int] = []
    at = length = 0
    for found in _SHORTER.finditer(text):
        parts += (text[at : found.start()], "'" if found[0] == "''" else " ")
        length += found.start() - at + 1
        at = found.end()
        ends.append(length)
        were.append(at)
    parts.append(text[at:])
    return Folded("".join(parts).translate(_ALIKE), tuple(ends), tuple(were))
