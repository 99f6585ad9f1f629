"""Lines to paragraphs: which line goes on in the next.

A paragraph ends with a gap, an indent, a line that ends early, the mark of an item, or
where the letters look different.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutebook.importing.formats.pdf.lines import Line
from minutebook.importing.formats.pdf.measures import Measures
from minutebook.importing.markers import (
    counting_capitals,
    is_bullet,
    is_capital,
    marked,
)

_ALIKE = 0.6
"""Places, in letters' heights, as near as this are one."""

_HANGING = 5.0
_WIDE = 0.75
_OTHER_SIZE = 0.06
_SURE_BULLETS = set("•●▪■◆◦○‣⁃∙➢➤►▶✓✔❖\ufffd")
_TIME = re.compile(
    r"[-–]\s*\d|(?:am|pm|a\.m|p\.m|hours|hrs|million|billion|per cent|to \d|%)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What stands before the text of an item."""

    text: str
    x: float
    """Where the text behind it begins."""

    gap: float
    """How far that is from the mark."""


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """Lines that are one."""

    lines: list[Line]
    mark: Mark | None
    tight: bool

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gatherer:
    """Gathers lines to paragraphs."""

    measures: Measures
    capitals: frozenset[str] = frozenset()

    def gather(self, lines: Sequence[Line]) -> list[Paragraph]:
        """Gather lines that stand in the order they are read in."""
        found: list[Paragraph] = []
        for line in lines:
            last = found[-1] if found else None
            mark = self._mark(line, last)
            if last is not None and mark is None and self._goes_on(last, line):
                last.lines.append(line)
                continue
            tight = last is not None and self.measures.is_near(last.last, line)
            found.append(Paragraph(lines=[line], mark=mark, tight=tight))
        return found

    def _mark(self, line: Line, last: Paragraph | None) -> Mark | None:
        if line.table is not None:
            return None
        mark = mark_of(line)
        if mark is None or (is_capital(mark.text) and mark.text not in self.capitals):
            return None
        if (
            last is None
            or last.first.table is not None
            or self._is_sure(mark, line, last)
        ):
            return mark
        return None

    def _is_sure(self, mark: Mark, line: Line, last: Paragraph) -> bool:
        """Whether a mark is one, and not a word that a wrapped line begins with."""
        if mark.text in _SURE_BULLETS or not self._could_go_on(last, line):
            return True
        before, em = last.last, line.size
        alike = last.mark is not None and _kind(last.mark.text) == _kind(mark.text)
        if alike and abs(line.x0 - last.first.x0) <= _ALIKE * em:
            return True
        return mark.gap > _WIDE * em or not before.is_open

    def _could_go_on(self, last: Paragraph, line: Line) -> bool:
        before = last.last
        if before.page != line.page or before.frame != line.frame:
            aligned = self._is_inner(last, line)
        else:
            near = self.measures.is_near(before, line)
            aligned = near and self._is_aligned(last, line)
        return aligned and self._is_full(last, line)

    def _goes_on(self, last: Paragraph, line: Line) -> bool:
        before = last.last
        if line.table is not None or before.table is not None:
            return False
        if not self._looks_alike(last, line):
            return False
        if before.page != line.page or before.frame != line.frame:
            return self._goes_over(last, line)
        if not self.measures.is_near(before, line) or not self._is_aligned(last, line):
            return False
        return self._is_full(last, line)

    def _is_full(self, last: Paragraph, line: Line) -> bool:
        """Whether a line ends because the next word would not have fitted."""
        before = last.last
        if self.measures.is_full(before, line):
            return True
        if line.begins_small and before.is_broken:
            return True
        if before.is_open and line.begins_small and self.measures.is_long(before):
            return True
        own = max(one.x1 for one in last.lines if one.frame == before.frame)
        needed = self.measures.needed(before, line)
        return len(last.lines) > 1 and before.x1 + needed > own

    def _goes_over(self, last: Paragraph, line: Line) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        before = last.last
        if line.page > before.page + 1:
            return False
        if before.is_broken and line.begins_small:
            return True
        if not before.is_open or not self._is_inner(last, line):
            return before.is_open and line.begins_small
        return line.begins_small or self._is_full(last, line)

    def _is_inner(self, last: Paragraph, line: Line) -> bool:
        """Whether a line stands where the later lines of a paragraph do."""
        indent = line.x0 - self.measures.left(line)
        if len(last.lines) == 1:
            usual = last.mark.x if last.mark else last.last.x0
        else:
            usual = last.last.x0
        usual -= self.measures.left(last.last)
        return abs(indent - usual) <= _ALIKE * line.size

    def _looks_alike(self, last: Paragraph, line: Line) -> bool:
        before = last.last
        sizes = (before.size, line.size)
        if max(sizes) - min(sizes) > max(_HALF_POINT, _OTHER_SIZE * max(sizes)):
            return False
        if before.bold == line.bold or self.measures.bold:
            return True
        if line.begins_small and self.measures.is_full(before, line):
            return True
        return line.words[0].bold if before.bold else before.words[-1].bold

    def _is_aligned(self, last: Paragraph, line: Line) -> bool:
        """Whether a line begins where the next line of a paragraph may."""
        em, before = line.size, last.last
        if self.measures.is_centred(before) and self.measures.is_centred(line):
            return True
        if len(last.lines) > 1:
            return abs(line.x0 - before.x0) <= _ALIKE * em
        places = [before.x0, *([last.mark.x] if last.mark else []), *_stops(before)]
        if any(abs(line.x0 - place) <= _ALIKE * em for place in places):
            return True
        if line.x0 < before.x0:
            return before.x0 - line.x0 <= _HANGING * em
        hangs = line.x0 - before.x0 <= _HANGING * em
        return hangs and line.begins_small and self.measures.is_full(before, line)


_HALF_POINT = 0.6


def capitals_of(lines: Sequence[Line]) -> frozenset[str]:
    """Tell which capitals count items in a document."""
    marks = (marked(line.text) for line in lines if line.table is None)
    return counting_capitals(mark for mark in marks if mark)


def mark_of(line: Line) -> Mark | None:
    """Read the mark that a line begins with."""
    found = marked(line.text)
    if found is None or not found.marker:
        return None
    if found.marker[-1].isdigit() and _TIME.match(found.rest):
        return None
    end, length = line.x0, 0
    for n, word in enumerate(line.words):
        if length >= len(found.marker.replace(" ", "")) and n:
            gap = word.x0 - end
            if found.marker == "o" and not (gap > _O_GAP * line.size or _is_odd(line)):
                return None
            return Mark(text=found.marker, x=word.x0, gap=gap)
        length += len(word.text)
        end = word.x1
    return None


_O_GAP = 0.5


def _stops(line: Line) -> list[float]:
    """Tell where words begin behind wide gaps, as in `Present:    Anne Fox,`."""
    return [
        word.x0
        for before, word in pairwise(line.words)
        if word.x0 - before.x1 > line.size
    ]


def _is_odd(line: Line) -> bool:
    first, second = line.words[0], line.words[1]
    return first.symbol or abs(first.size - second.size) > 1


def _kind(marker: str) -> str:
    """Tell marks of one list: the same bullet, or numbers written alike."""
    if is_bullet(marker):
        return marker
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker))
