"""Tables whose rules are all level: each row between two rules, columns by their gaps.

The head may stand above the first rule, and the last row below the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutebook.importing.formats.pdf.words import Cell, Row, Table, Word, rows_of

_NARROWEST = 5.0
_BEYOND = 2.2
"""How far above or below the rules a row may stand, in letters' heights."""

_HALF = 2
_MOST_RUNGS = 400


def ruled_table(
    words: list[Word], rules: tuple[float, float, list[float]]
) -> tuple[Table | None, list[Word]]:
    """Make a table of the words between level rules, if they stand in columns."""
    left, right, rungs = rules
    rungs = rungs[:_MOST_RUNGS]
    within = [word for word in words if left - 1 <= word.x0 and word.x1 <= right + 1]
    inner = [word for word in within if rungs[0] < _middle(word) < rungs[-1]]
    if not inner:
        return None, words
    strips = _strips(inner, left, right)
    if len(strips) < _HALF:
        return None, words
    around = rows_of(word for word in within if not rungs[0] < _middle(word) < rungs[-1])
    above = _next([r for r in reversed(around) if r.y <= rungs[0] + 1], rungs[0], strips)
    below = _next([r for r in around if r.y > rungs[-1]], rungs[-1], strips)
    taken = [*inner, *(above.words if above else ()), *(below.words if below else ())]
    edges = [
        min(word.y - word.size for word in taken) - 1,
        *rungs,
        max(word.y for word in taken) + 1,
    ]
    cells = _cells(taken, sorted(edges), [*strips, right])
    filled = [
        {c.column for c in cells if c.row == n and c.words} for n in range(len(edges))
    ]
    rows = [columns for columns in filled if columns]
    if len(rows) < _HALF or _HALF * sum(len(r) > 1 for r in rows) <= len(rows):
        return None, words
    box = (left, min(edges), right, max(edges))
    chosen = set(map(id, taken))
    table = Table(box=box, columns=(*strips, right), cells=tuple(cells))
    return table, [word for word in words if id(word) not in chosen]


def _strips(words: Sequence[Word], left: float, right: float) -> list[float]:
    """Find where columns begin: behind strips that no word runs across."""
    found = [left]
    reached = left
    for word in sorted(words, key=lambda word: word.x0):
        if word.x0 - reached >= _NARROWEST and reached > left:
            found.append(word.x0)
        reached = max(reached, word.x1)
    return [x for x in found if x < right]


def _next(rows: Sequence[Row], rung: float, strips: Sequence[float]) -> Row | None:
    """Give the row next to the rules, if its words stand in several columns."""
    if not rows or abs(rows[0].y - rung) > _BEYOND * rows[0].size:
        return None
    columns = {_column(word, strips) for word in rows[0].words}
    crossed = any(
        w.x0 < x - 1 and w.x1 > x + 1 for w in rows[0].words for x in strips[1:]
    )
    return rows[0] if len(columns) > 1 and not crossed else None


def _cells(
    words: Sequence[Word], edges: Sequence[float], columns: Sequence[float]
) -> list[Cell]:
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = sum(_middle(word) >= edge for edge in edges[1:])
        held.setdefault((row, _column(word, columns[:-1])), []).append(word)
    return [
        Cell(
            row=row,
            column=column,
            box=(start, top, end, foot),
            words=tuple(held.get((row, column), ())),
        )
        for row, (top, foot) in enumerate(pairwise(edges))
        for column, (start, end) in enumerate(pairwise(columns))
    ]


def _column(word: Word, columns: Sequence[float]) -> int:
    middle = (word.x0 + word.x1) / 2
    return max(sum(middle >= start for start in columns) - 1, 0)


def _middle(word: Word) -> float:
    return word.y - word.size * 0.3
