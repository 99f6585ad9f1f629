"""Tables in plain text: where one begins, and its rows with the lines they stand on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minutebook.importing.formats.text.columns import (
    aligned_rows,
    apart_cells,
    bar_cells,
    is_bar_rule,
    tabbed_cells,
)
from minutebook.importing.inline import read_inline
from minutebook.importing.markers import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, and its first and last line, counted from nought."""

    cells: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows that belong together, and the line after them."""

    rows: tuple[Row, ...]
    end: int


def table_at(lines: Sequence[str], at: int) -> Table | None:
    """Read the table that begins on a line; None if none does."""
    return (
        _barred(lines, at)
        or _split(lines, at, tabbed_cells, fewest=2)
        or _aligned(lines, at)
        or _split(lines, at, apart_cells, fewest=1)
    )


def _barred(lines: Sequence[str], at: int) -> Table | None:
    """Read a table whose cells stand between bars."""
    end = _end(lines, at, lambda line: bar_cells(line) is not None)
    ruled = any(is_bar_rule(line) for line in lines[at:end])
    if end == at or not (ruled or lines[at].strip().startswith("|")):
        return None
    kept = [n for n in range(at, end) if not is_bar_rule(lines[n])]
    return _table(kept, lambda n: bar_cells(lines[n]) or (), end)


def _split(
    lines: Sequence[str],
    at: int,
    cells_of: Callable[[str], tuple[str, ...] | None],
    *,
    fewest: int,
) -> Table | None:
    """Read lines each of which tells by itself where its cells are."""
    end = _end(lines, at, lambda line: cells_of(line) is not None)
    if end - at < fewest:
        return None
    return _table(range(at, end), lambda n: cells_of(lines[n]) or (), end)


def _aligned(lines: Sequence[str], at: int) -> Table | None:
    """Read a table whose cells stand below one another."""
    first = lines[at].strip()
    begins_item = marked(first) and not _INITIAL_AND_SURNAME.match(first)
    if begins_item or not re.search(r"\s{2,}", first):
        return None
    end = _end(lines, at, lambda line: bool(line.strip()))
    rows = aligned_rows(lines[at:end])
    if rows is None:
        return None
    places = _places(lines, at, end, len(rows))
    return Table(
        rows=tuple(
            Row(cells=_cells(row), first=first, last=last)
            for row, (first, last) in zip(rows, places, strict=True)
        ),
        end=end,
    )


_INITIAL_AND_SURNAME = re.compile(
    r"[A-Z]\.(?: ?[A-Z]\.)* [A-Z][\w'’-]+(?: \([^()]+\))?\s{2,}"
)


def _places(lines: Sequence[str], at: int, end: int, rows: int) -> list[tuple[int, int]]:
    """Tell which lines each row stands on: one, or those it goes on over."""
    if rows == end - at:
        return [(n, n) for n in range(at, end)]
    indent = min(len(line) - len(line.lstrip()) for line in lines[at:end])
    begins = [
        n for n in range(at, end) if lines[n].expandtabs()[indent : indent + 1].strip()
    ]
    if not begins or begins[0] != at:
        begins.insert(0, at)
    ends = [*begins[1:], end]
    return [(first, after - 1) for first, after in zip(begins, ends, strict=True)]


def _end(lines: Sequence[str], at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(lines) and belongs(lines[at]):
        at += 1
    return at


def _table(
    numbers: Sequence[int], cells_of: Callable[[int], Sequence[str]], end: int
) -> Table:
    rows = (Row(cells=_cells(cells_of(n)), first=n, last=n) for n in numbers)
    return Table(rows=tuple(rows), end=end)


def _cells(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(_cell, cells))


def _cell(cell: str) -> str:
    parts = re.split(r"<br\s*/?>", cell, flags=re.IGNORECASE)
    return "\n".join(text for part in parts if (text := read_inline(part).text))
