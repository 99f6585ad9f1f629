"""Tables without rules: rows whose cells begin below one another.

Only where that is certain: several rows have several cells at the same places, and no
word runs across a place where a column begins. Fields such as `Date:   4 May` are lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from minutebook.importing.formats.pdf.columns import Placed
from minutebook.importing.formats.pdf.words import Cell, Row, Table, Word

_GAP = 1.0
_NEAR = 0.35
_APART = 2.8
_WRAPPED = 1.45
_FEWEST = 3
_MOST_WORDS = 9
_LABELS = 0.5
_FLOWING = 0.3
"""Rows that begin with small letters are the lines of a sentence."""

_TALLER = 2.0
_MARK = re.compile(r"[^\w\s(]|o|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})[.)]?")


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words of a row with no wide gap between them."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1


def with_tables(placed: Sequence[Placed]) -> list[Placed]:
    """Put tables in the place of rows that are set as tables."""
    found: list[Placed] = []
    at = 0
    while at < len(placed):
        end = _end(placed, at)
        table = _table([one.row for one in placed[at:end]]) if end else None
        if table is None:
            found.append(placed[at])
            at += 1
            continue
        first = placed[at]
        word = Word(
            text="",
            x0=table.box[0],
            x1=table.box[2],
            y=first.row.y,
            size=1.0,
            table=table,
        )
        row = Row(words=(word,), y=first.row.y, size=first.row.size)
        found.append(Placed(row=row, left=first.left, right=first.right))
        at = end
    return found


def _end(placed: Sequence[Placed], at: int) -> int:
    """Find where a table that begins here would end; 0 where none can begin."""
    first = placed[at]
    starts = [segment.x0 for segment in _segments(first.row)]
    if len(starts) < 2:  # noqa: PLR2004 - a table has two columns
        return 0
    end = last_full = at + 1
    for n in range(at + 1, len(placed)):
        row, above = placed[n].row, placed[n - 1].row
        same = (placed[n].left, placed[n].right) == (first.left, first.right)
        if not same or not 0 < row.y - above.y <= _APART * row.size:
            break
        segments = _segments(row)
        if not _fits(segments, starts, _NEAR * row.size):
            break
        end = n + 1
        if len(segments) > 1 or segments[0].x0 > starts[0] + _NEAR * row.size:
            last_full = end
    return last_full


def _segments(row: Row) -> list[_Segment]:
    if any(word.table for word in row.words):
        return []
    cut: list[list[Word]] = []
    for word in row.words:
        last = cut[-1][-1] if cut else None
        marks = len(cut) == 1 and len(cut[0]) == 1 and _MARK.fullmatch(cut[0][0].text)
        if last is None or (word.x0 - last.x1 >= _GAP * row.size and not marks):
            cut.append([])
        cut[-1].append(word)
    return [_Segment(tuple(words)) for words in cut]


def _fits(segments: Sequence[_Segment], starts: Sequence[float], near: float) -> bool:
    """Whether cells begin where columns do and reach into no other column."""
    for segment in segments:
        column = next((x for x in starts if abs(segment.x0 - x) <= near), None)
        if column is None or any(column < x < segment.x1 for x in starts):
            return False
    return bool(segments)


def _table(rows: Sequence[Row]) -> Table | None:
    cut = [_segments(row) for row in rows]
    full = [segments for segments in cut if len(segments) > 1]
    if len(full) < _FEWEST:
        return None
    starts = [segment.x0 for segment in cut[0]]
    whole = sum(len(segments) == len(starts) for segments in full)
    words = median(len(segment.words) for segments in full for segment in segments)
    labels = sum(s[0].words[-1].text.endswith(":") for s in full)
    flowing = sum(s[0].words[0].text[:1].islower() for s in full)
    if flowing > _FLOWING * len(full):
        return None
    if 2 * whole < len(full) or words > _MOST_WORDS or labels > _LABELS * len(full):
        return None
    box = (
        starts[0],
        rows[0].y - rows[0].size,
        max(row.x1 for row in rows),
        rows[-1].y + rows[-1].size,
    )
    return Table(
        box=box,
        columns=(*starts, box[2]),
        cells=tuple(_cells(rows, cut, starts, box[2])),
    )


def _cells(
    rows: Sequence[Row],
    cut: Sequence[list[_Segment]],
    starts: Sequence[float],
    right: float,
) -> list[Cell]:
    held: dict[tuple[int, int], list[Word]] = {}
    number = -1
    taller = _is_spaced(rows)
    closest = min(b.y - a.y for a, b in pairwise(rows))
    for n, (row, segments) in enumerate(zip(rows, cut, strict=True)):
        apart = row.y - rows[n - 1].y if n else 0.0
        wrapped = apart <= (closest + _TALLER if taller else _WRAPPED * row.size)
        first = abs(segments[0].x0 - starts[0]) <= _NEAR * row.size
        if n == 0 or not wrapped or (first and not taller):
            number += 1
        for segment in segments:
            column = max(k for k, x in enumerate(starts) if x <= segment.x0 + row.size)
            held.setdefault((number, column), []).extend(segment.words)
    ends = (*starts[1:], right)
    top, foot = rows[0].y - rows[0].size, rows[-1].y + rows[-1].size
    return [
        Cell(
            row=row,
            column=column,
            box=(starts[column], top, ends[column], foot),
            words=tuple(held.get((row, column), ())),
        )
        for row in range(number + 1)
        for column in range(len(starts))
    ]


def _is_spaced(rows: Sequence[Row]) -> bool:
    """Whether rows are farther apart than the lines within them."""
    apart = [(b.y - a.y) / b.size for a, b in pairwise(rows)]
    return min(apart) <= _WRAPPED and max(apart) > min(apart) + _TALLER / rows[0].size
