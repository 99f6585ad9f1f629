"""The order in which a page is read: across, or column by column.

A gutter is a strip that no word of many rows below one another runs across, with flowing
text on both sides of it. What runs across it is read before or after the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from minutebook.importing.formats.pdf.words import Row, Word, rows_of

Strip = tuple[float, float]

_MARK = re.compile(r"[^\w\s(]|o|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]")
"""A gap behind the mark of an item is no gutter."""

_NARROWEST = 8.0
"""A gutter is as wide as this at least; wider, where letters are large."""

_OF_LETTERS = 0.6
_FEWEST_ROWS = 3
_MOST_GUTTERS = 4
_TWO_SIDED = 2
_FLOWING_WORDS = 3.0
_FULL = 0.7
_FULL_SHARE = 0.4
_LIKE = 0.25
_WIDE_GAP = 1.6
_SAME = 3.0
_FEW_BELOW = 2
_BALANCED = 3
_MOST_BANDS = 40
_MOST_TRIED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row in the column it stands in."""

    row: Row
    left: float
    right: float
    """Between which places the column lies; of text across the page, its edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """Rows below one another, and the strips that are free in all of them."""

    start: int
    rows: Sequence[Row]
    strips: Sequence[Strip]
    crossed: bool
    """Whether a row that runs across all of them follows."""


def in_reading_order(
    words: Sequence[Word], width: float, known: list[float]
) -> list[Placed]:
    """Put the words of a page into rows in the order they are read in.

    In `known` are the places where columns begin on earlier pages; those found are added.
    """
    return _order(rows_of(words), (0.0, width), _MOST_GUTTERS, known)


def _order(
    rows: list[Row], within: Strip, deepest: int, known: list[float]
) -> list[Placed]:
    """Read rows: those in columns column by column, and all others as they come."""
    found: list[Placed] = []
    left, right = within
    waiting = [rows]
    while waiting:
        some = waiting.pop(0)
        columns = (
            _columns(some, known) if deepest and len(waiting) < _MOST_BANDS else None
        )
        if columns is None:
            found += [Placed(row=row, left=left, right=right) for row in some]
            continue
        start, end, strip = columns
        if start:
            waiting[:0] = [some[:start], some[start:]]
            continue
        middle = (strip[0] + strip[1]) / 2
        inner = [word for row in some[:end] for word in row.words]
        before = rows_of(word for word in inner if word.x0 < middle)
        after = rows_of(word for word in inner if word.x0 >= middle)
        found += _order(before, (left, strip[1]), deepest - 1, known)
        found += _order(after, (strip[1], right), deepest - 1, known)
        waiting.insert(0, some[end:])
    return found


def _columns(rows: list[Row], known: list[float]) -> tuple[int, int, Strip] | None:
    """Find rows that are columns: the first, the one after the last, and the gutter."""
    for band in _bands(rows):
        strip = _gutter(band, known)
        if strip is None:
            continue
        if not any(abs(strip[1] - place) <= _SAME for place in known):
            known.append(strip[1])
        first, last = _trimmed(band, strip)
        return band.start + first, band.start + last, strip
    return None


def _bands(rows: list[Row]) -> list[_Band]:
    """Find rows below one another that leave a strip free, those with most rows first.

    Each gap within a row is tried: up and down, as far as nothing runs across it.
    """
    if not rows:
        return []
    edges = min(row.x0 for row in rows), max(row.x1 for row in rows)
    free = [_free(row, *edges) for row in rows]
    reaches: dict[tuple[int, int], None] = {}
    for n, strips in enumerate(free):
        for strip in strips:
            if len(reaches) < _MOST_TRIED and edges[0] < strip[0] and strip[1] < edges[1]:
                reaches[_reach(free, n, strip)] = None
    bands = [
        _Band(
            start=start,
            rows=rows[start:end],
            strips=_in_all(free[start:end]),
            crossed=end < len(rows),
        )
        for start, end in reaches
    ]
    return sorted(bands, key=lambda band: -_two_sided(band))


def _reach(free: Sequence[list[Strip]], n: int, strip: Strip) -> tuple[int, int]:
    """Tell from where to where a strip is free."""
    start, end, now = n, n + 1, [strip]
    while start and (wider := _common(now, free[start - 1])):
        start, now = start - 1, wider
    while end < len(free) and (wider := _common(now, free[end])):
        end, now = end + 1, wider
    return start, end


def _in_all(free: Sequence[list[Strip]]) -> list[Strip]:
    found = list(free[0])
    for strips in free[1:]:
        found = _common(found, strips)
    return found


def _two_sided(band: _Band) -> int:
    """Count the rows that have words on both sides of some strip."""
    return max(
        (sum(row.x0 < a and row.x1 > b for row in band.rows) for a, b in band.strips),
        default=0,
    )


def _free(row: Row, left: float, right: float) -> list[Strip]:
    """Find the strips of a row in which nothing stands."""
    narrowest = max(_NARROWEST, row.size * _OF_LETTERS)
    found: list[Strip] = []
    at = left
    marked = False
    before = row.size
    for n, word in enumerate(row.words):
        # Beside a title, a column of small letters is no further away than elsewhere.
        small = min(before, word.size, row.size)
        apart = word.x0 - at >= max(_NARROWEST, small * _OF_LETTERS)
        before = word.size
        if apart and not marked:
            found.append((at, word.x0))
        at = max(at, word.x1)
        marked = (apart or n == 0) and _MARK.fullmatch(word.text) is not None
    if right - at >= narrowest:
        found.append((at, right))
    return found


def _common(some: Iterable[Strip], others: Sequence[Strip]) -> list[Strip]:
    return [
        (max(a, c), min(b, d))
        for a, b in some
        for c, d in others
        if min(b, d) - max(a, c) >= _NARROWEST
    ]


def _gutter(band: _Band, known: list[float]) -> Strip | None:
    """Choose a strip that has columns on both sides."""
    for strip in band.strips:
        again = any(abs(strip[1] - place) <= _SAME for place in known)
        if again and _is_between(band, strip, _TWO_SIDED):
            return strip
    strips = [strip for strip in band.strips if _is_between(band, strip)]
    if len(strips) > 1 and _are_columns(_sides(band, strips)):
        return strips[0]
    for strip in sorted(strips, key=lambda strip: strip[0] - strip[1]):
        if _are_columns(_sides(band, [strip])):
            return strip
    return None


def _is_between(band: _Band, strip: Strip, rows: int = _FEWEST_ROWS) -> bool:
    """Whether so many rows stand on both sides of a strip."""
    before = sum(row.x0 < strip[0] for row in band.rows)
    after = sum(row.x1 > strip[1] for row in band.rows)
    return min(before, after) >= rows


def _sides(band: _Band, strips: Sequence[Strip]) -> list[list[list[Word]]]:
    """Cut the rows of a band at strips."""
    edges = [(a + b) / 2 for a, b in strips]
    sides: list[list[list[Word]]] = [[] for _ in range(len(strips) + 1)]
    for row in band.rows:
        cut: list[list[Word]] = [[] for _ in sides]
        for word in row.words:
            cut[sum(word.x0 >= edge for edge in edges)].append(word)
        for side, words in zip(sides, cut, strict=True):
            side.extend([words] if words else [])
    return sides


def _are_columns(sides: list[list[list[Word]]]) -> bool:
    if any(len(side) < _FEWEST_ROWS for side in sides):
        return False
    flowing = [_flows(side) for side in sides]
    if all(flowing):
        return True
    widths = [_extent(side) for side in sides]
    return any(flowing) and max(widths) - min(widths) <= _LIKE * max(widths)


def _flows(side: list[list[Word]]) -> bool:
    """Whether rows are those of sentences that were wrapped."""
    if any(word.table for row in side for word in row):
        return True
    extent = _extent(side)
    lengths = [row[-1].x1 - row[0].x0 for row in side]
    full = sum(length >= _FULL * extent for length in lengths)
    words = median(sum(not word.glued for word in row) for row in side)
    return words >= _FLOWING_WORDS and full >= _FULL_SHARE * len(side)


def _extent(side: list[list[Word]]) -> float:
    x0 = min(row[0].x0 for row in side)
    return max(row[-1].x1 for row in side) - x0


def _begins_with(row: Row, begins: Sequence[float]) -> bool:
    """Whether a row begins where a column does, or where several of its rows do."""
    alike = sum(abs(row.x0 - place) <= _SAME for place in begins)
    return row.x0 - min(begins) <= _SAME or alike > _TWO_SIDED


def _trimmed(band: _Band, strip: Strip) -> tuple[int, int]:
    """Leave out rows above and below that only seem to stand in one of the columns."""
    rows = band.rows
    begins = [
        next(word.x0 for word in row.words if word.x0 >= strip[1] - 1)
        for row in rows
        if row.x1 > strip[1]
    ]
    first = next(
        n
        for n, row in enumerate(rows)
        if row.x1 > strip[1] and (row.x0 < strip[0] or _begins_with(row, begins))
    )
    last = max(n for n, row in enumerate(rows) if row.x1 > strip[1])
    cut = next(
        (
            n
            for n in range(last + 1, len(rows))
            if rows[n].y - rows[n - 1].y > _WIDE_GAP * rows[n].size
        ),
        len(rows),
    )
    balanced = cut - last <= _BALANCED
    if len(rows) - cut > _FEW_BELOW or not (band.crossed or balanced):
        cut = len(rows)
    return first, cut
