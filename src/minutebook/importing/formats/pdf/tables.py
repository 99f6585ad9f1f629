"""Tables drawn with rules.

Rules that meet make a grid. Where no rule stands between two fields of the grid, they are
one cell. Whatever stands in no cell stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutebook.importing.formats.pdf.ladders import ruled_table
from minutebook.importing.formats.pdf.marks import Box, inside
from minutebook.importing.formats.pdf.words import Cell, Table, Word

_NEAR = 3.0
"""Rules as near as this are one, and meet."""

_MOST_RULES = 2_000
_MOST_FIELDS = 5_000


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule at a place across its direction, from a start to an end along it."""

    at: float
    start: float
    end: float


def tables_in(
    words: Sequence[Word], rules: Sequence[Box]
) -> tuple[list[Word], list[Table]]:
    """Find tables; give the words that stand in none, and the tables."""
    left = list(words)
    tables: list[Table] = []
    for level, upright in _grids(rules):
        table, left = _table(left, level, upright)
        if table is not None:
            tables.append(table)
    for lines in _ladders(rules, tables):
        table, left = ruled_table(left, lines)
        if table is not None:
            tables.append(table)
    return left, tables


def _ladders(
    rules: Sequence[Box], tables: Sequence[Table]
) -> list[tuple[float, float, list[float]]]:
    """Gather level rules that begin and end below one another, outside of tables."""
    found: dict[tuple[int, int], list[_Rule]] = {}
    level = [(y0 + y1) / 2 for _, y0, _, y1 in rules]
    flat = [
        _Rule(y, box[0], box[2])
        for y, box in zip(level, rules, strict=True)
        if box[2] - box[0] >= box[3] - box[1]
        and not any(t.box[1] - _NEAR <= y <= t.box[3] + _NEAR for t in tables)
    ]
    for rule in _joined(flat)[:_MOST_RULES]:
        key = (round(rule.start / _NEAR / 2), round(rule.end / _NEAR / 2))
        found.setdefault(key, []).append(rule)
    return [
        (some[0].start, some[0].end, sorted(rule.at for rule in some))
        for some in found.values()
        if len(some) > 1
    ]


def _grids(rules: Sequence[Box]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Gather rules that meet."""
    level = _joined(
        _Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if x1 - x0 >= y1 - y0
    )
    upright = _joined(
        _Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 < y1 - y0
    )
    if len(level) + len(upright) > _MOST_RULES:
        return []
    groups: list[tuple[list[_Rule], list[_Rule]]] = []
    for rule in upright:
        meets = [line for line in level if _meets(line, rule)]
        mine: tuple[list[_Rule], list[_Rule]] = (meets, [rule])
        apart = []
        for group in groups:
            if any(line in group[0] for line in meets):
                mine = (_together(group[0], mine[0]), group[1] + mine[1])
            else:
                apart.append(group)
        groups = [*apart, mine]
    return [group for group in groups if len(group[0]) > 1]


def _together(some: list[_Rule], others: list[_Rule]) -> list[_Rule]:
    return list(dict.fromkeys([*some, *others]))


def _meets(level: _Rule, upright: _Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _joined(rules: Iterable[_Rule]) -> list[_Rule]:
    """Make one rule of those that go on in each other."""
    found: list[_Rule] = []
    places: list[float] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if not places or rule.at - places[-1] > _NEAR:
            places.append(rule.at)
        found.append(_Rule(places[-1], rule.start, rule.end))
    joined: list[_Rule] = []
    for rule in sorted(found, key=lambda rule: (rule.at, rule.start)):
        last = joined[-1] if joined else None
        if last and last.at == rule.at and rule.start <= last.end + _NEAR:
            joined[-1] = _Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _table(
    words: list[Word], level: list[_Rule], upright: list[_Rule]
) -> tuple[Table | None, list[Word]]:
    xs = _places([r.at for r in upright] + [e for r in level for e in (r.start, r.end)])
    ys = _places([r.at for r in level] + [e for r in upright for e in (r.start, r.end)])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_FIELDS:  # noqa: PLR2004 - two columns, one row
        return None, words
    box = (xs[0], ys[0], xs[-1], ys[-1])
    within = [word for word in words if _stands_in(word, box)]
    fields = _fields(xs, ys, level, upright)
    held: dict[tuple[int, int], list[Word]] = {}
    for word in within:
        row, column = _place(ys, word.y - word.size * 0.3), _place(xs, _middle(word))
        held.setdefault(fields[row, column], []).append(word)
    if not _is_table(held):
        return None, words
    chosen = set(map(id, within))
    cells = _cells(xs, ys, fields, held)
    table = Table(box=box, columns=tuple(xs), cells=cells)
    return table, [word for word in words if id(word) not in chosen]


def _is_table(held: dict[tuple[int, int], list[Word]]) -> bool:
    """Whether what stands in a grid has more than one column."""
    return len({column for _, column in held}) > 1


def _cells(
    xs: list[float],
    ys: list[float],
    fields: dict[tuple[int, int], tuple[int, int]],
    held: dict[tuple[int, int], list[Word]],
) -> tuple[Cell, ...]:
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), first in fields.items():
        low, right = ends.get(first, (row, column))
        ends[first] = (max(low, row), max(right, column))
    return tuple(
        Cell(
            row=row,
            column=column,
            box=(xs[column], ys[row], xs[right + 1], ys[low + 1]),
            words=tuple(held.get((row, column), ())),
        )
        for (row, column), (low, right) in sorted(ends.items())
    )


def _fields(
    xs: list[float], ys: list[float], level: list[_Rule], upright: list[_Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Tell for each field of a grid the first field of the cell it belongs to."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        y = (ys[row] + ys[row + 1]) / 2
        for column in range(len(xs) - 1):
            x = (xs[column] + xs[column + 1]) / 2
            here = (row, column)
            if column and not _has(upright, xs[column], y):
                first[here] = first[row, column - 1]
            elif row and not _has(level, ys[row], x):
                first[here] = first[row - 1, column]
            else:
                first[here] = here
    return first


def _has(rules: list[_Rule], at: float, along: float) -> bool:
    return any(
        abs(rule.at - at) <= _NEAR and rule.start - 1 <= along <= rule.end + 1
        for rule in rules
    )


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _place(edges: list[float], value: float) -> int:
    last = len(edges) - 2
    return next((n for n in range(last + 1) if value < edges[n + 1]), last)


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def _stands_in(word: Word, box: Box) -> bool:
    return inside(box, _middle(word), word.y - word.size * 0.3)
