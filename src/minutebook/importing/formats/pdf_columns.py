"""The order in which a page is read: across, or column by column.

A gutter is a strip that no word of many rows below one another runs across, with flowing
text on both sides of it. What runs across it is read before or after the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from minutebook.importing.formats.pdf_words import Row, Word, rows_of

Strip = tuple[float, float]

_MARK = re.compile(r"[^\w\s(]|o|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]")
"""A gap behind the mark of an item is no gutter."""

_NARROWEST = 8.0
"""A gutter is as wide as this at least, or as wide as the letters are high."""

_FEWEST_ROWS = 3
_MOST_GUTTERS = 4
_TWO_SIDED = 2
_FLOWING_WORDS = 3.0
_FULL = 0.7
_FULL_SHARE = 0.4
_LIKE = 0.25
_WIDE_GAP = 1.6
_FEW_BELOW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row in the column it stands in."""

    row: Row
    left: float
    right: float
    """Between which places the column lies; of text across the page, its edges."""


@dataclass(slots=True)
class _Band:
    """Rows below one another, and the strips that are free in all of them."""

    rows: list[Row] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    crossed: bool = False
    """Whether a row that runs across all of them follows."""


def in_reading_order(words: Sequence[Word], width: float) -> list[Placed]:
    """Put the words of a page into rows in the order they are read in."""
    return _order(rows_of(words), 0.0, width, _MOST_GUTTERS)


def _order(rows: list[Row], left: float, right: float, deepest: int) -> list[Placed]:
    if not rows:
        return []
    edges = min(row.x0 for row in rows), max(row.x1 for row in rows)
    found: list[Placed] = []
    bands = [(b, _gutter(b) if deepest else None) for b in _bands(rows, *edges)]
    for band, strip in _merged(bands):
        if strip is None:
            found += [Placed(row=row, left=left, right=right) for row in band.rows]
            continue
        before, between, after = _trimmed(band, strip)
        found += [Placed(row=row, left=left, right=right) for row in before]
        middle = (strip[0] + strip[1]) / 2
        words = [word for row in between for word in row.words]
        beside = [
            [w for w in words if w.x0 < middle],
            [w for w in words if w.x0 >= middle],
        ]
        found += _order(rows_of(beside[0]), left, strip[1], deepest - 1)
        found += _order(rows_of(beside[1]), strip[1], right, deepest - 1)
        found += [Placed(row=row, left=left, right=right) for row in after]
    return found


def _bands(rows: list[Row], left: float, right: float) -> list[_Band]:
    """Cut rows where no strip goes on from one to the next."""
    bands: list[_Band] = []
    for row in rows:
        strips = _free(row, left, right)
        common = _common(bands[-1].strips, strips) if bands else []
        if bands and common and not _loses(bands[-1], common):
            bands[-1].rows.append(row)
            bands[-1].strips = common
        else:
            if bands:
                bands[-1].crossed = True
            bands.append(_Band([row], strips))
    return bands


def _merged(bands: list[tuple[_Band, Strip | None]]) -> list[tuple[_Band, Strip | None]]:
    """Put bands together that have the same gutter, with those between them."""
    found: list[tuple[_Band, Strip | None]] = []
    at = 0
    while at < len(bands):
        band, strip = bands[at]
        end = at + 1
        for n in range(at + 1, len(bands)) if strip else ():
            strips = _common([strip], bands[n][0].strips) if strip else []
            if not strips:
                break
            if bands[n][1] is not None:
                between = [row for b, _ in bands[at : n + 1] for row in b.rows]
                band = _Band(between, strips, bands[n][0].crossed)
                strip, end = strips[0], n + 1
        found.append((band, strip))
        at = end
    return found


def _loses(band: _Band, strips: list[Strip]) -> bool:
    """Whether a strip with words on both sides would no longer be free."""
    lost = [
        strip
        for strip in band.strips
        if not any(a >= strip[0] and b <= strip[1] for a, b in strips)
    ]
    return any(
        sum(row.x0 < a for row in band.rows) >= _TWO_SIDED
        and sum(row.x1 > b for row in band.rows) >= _TWO_SIDED
        for a, b in lost
    )


def _free(row: Row, left: float, right: float) -> list[Strip]:
    """Find the strips of a row in which nothing stands."""
    narrowest = max(_NARROWEST, row.size * 0.9)
    found: list[Strip] = []
    at = left
    marked = False
    for word in row.words:
        if word.x0 - at >= narrowest and not marked:
            found.append((at, word.x0))
        at = max(at, word.x1)
        marked = _MARK.fullmatch(word.text) is not None
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


def _gutter(band: _Band) -> Strip | None:
    """Choose a strip that has columns on both sides."""
    strips = [strip for strip in band.strips if _is_between(band, strip)]
    if len(strips) > 1 and _are_columns(_sides(band, strips)):
        return strips[0]
    for strip in sorted(strips, key=lambda strip: strip[0] - strip[1]):
        if _are_columns(_sides(band, [strip])):
            return strip
    return None


def _is_between(band: _Band, strip: Strip) -> bool:
    """Whether several rows stand on both sides of a strip."""
    before = sum(row.x0 < strip[0] for row in band.rows)
    after = sum(row.x1 > strip[1] for row in band.rows)
    return min(before, after) >= _FEWEST_ROWS


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


def _trimmed(band: _Band, strip: Strip) -> tuple[list[Row], list[Row], list[Row]]:
    """Set aside rows above and below the columns that only seem to belong to one."""
    middle = (strip[0] + strip[1]) / 2
    rows = band.rows
    first = next((n for n, row in enumerate(rows) if row.x0 < middle), len(rows))
    last = max((n for n, row in enumerate(rows) if row.x1 > middle), default=0)
    cut = next(
        (
            n
            for n in range(last + 1, len(rows))
            if rows[n].y - rows[n - 1].y > _WIDE_GAP * rows[n].size
        ),
        len(rows),
    )
    if not band.crossed or len(rows) - cut > _FEW_BELOW:
        cut = len(rows)
    return rows[:first], rows[first:cut], rows[cut:]
