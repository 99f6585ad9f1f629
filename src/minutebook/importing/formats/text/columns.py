"""Columns in plain text: cells set apart by tabs, bars or runs of spaces.

| Action       | Owner |          Action          Owner      Due
| ------------ | ----- |          Book the hall   P. Lowe    4 May
| Book hall    | PL    |          Ask the         A. Singh   asap
                                  council again
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_GAP = re.compile(r"\t+ *| {3,}\t*| {2,}(?=\S)")
_BAR_RULE = re.compile(r"\s*\|?[\s:|+-]*--[\s:|+-]*\|?\s*")
_RULE = re.compile(r"[\s+|=_*~-]{2,}")

_LABEL = r"[\w /]{1,25}:\s+|[A-Z][A-Z ]{2,14}(?: \d{1,3})?\s{2,}|\S{1,8}\s+(?=\S)"

_SPACED_TITLE = re.compile(r"[A-Z][A-Z&'’.-]*(?: {3,4}[A-Z][A-Z&'’.-]*){2,}")
"""A title typed with wide gaps: `CRANLEIGH   STREET   SCHOOL`."""

_FEWEST_ROWS = 2
_SHIFT = 2
_FAR, _SHORT, _LONGEST_CELL = 30, 30, 90


def is_rule(line: str) -> bool:
    """Whether a line only draws: `-----`, `+---+---+`, `======`."""
    return _RULE.fullmatch(line) is not None and not line.isspace()


def bar_cells(line: str) -> tuple[str, ...] | None:
    """Read the cells of a row between bars; none for a line that is not such a row."""
    stripped = line.strip()
    inner = re.sub(r"\\\|", "\0", stripped)
    framed = inner.startswith("|") and inner.count("|") > 1
    if not framed and inner.count("|") < _FEWEST_ROWS:
        return None
    cells = inner.removeprefix("|").removesuffix("|").split("|")
    return tuple(cell.replace("\0", "|").strip() for cell in cells)


def is_bar_rule(line: str) -> bool:
    """Whether a line sets the head of a table off from its rows."""
    return "|" in line and _BAR_RULE.fullmatch(line) is not None


def aligned_rows(lines: Sequence[str]) -> tuple[tuple[str, ...], ...] | None:
    """Read lines that stand together as rows of a table, if they are set in columns.

    Every row has its cells where the first row has them. A line without a first cell goes
    on in the row before. None, if the lines are not set so.
    """
    return _spaced(lines) if len(lines) >= _FEWEST_ROWS else None


def tabbed_cells(line: str) -> tuple[str, ...] | None:
    """Read the cells of a row between tabs; none for a line that is not such a row.

    A tab behind the number of an item sets off the number, and no cell.
    """
    cells = tuple(cell.strip() for cell in re.split(r"\t+", line.strip()))
    fewest = 3 if re.fullmatch(r"\(?[\w.]{1,6}[.)]?|[^\w\s]", cells[0]) else 2
    return cells if len(cells) >= fewest else None


def apart_cells(line: str) -> tuple[str, ...] | None:
    """Read a line whose end stands far apart, as an owner at the right margin.

        Count visitors on four Wednesdays                     LB

    What is set apart from a label (`Date:   4 May`) is no cell of its own.
    """
    expanded = line.expandtabs(4).rstrip()
    text = expanded.strip()
    indent = len(expanded) - len(expanded.lstrip())
    if indent >= _FAR and len(text) <= _SHORT:
        return ("", text)
    if _SPACED_TITLE.fullmatch(text):
        return None
    labelled = re.match(_LABEL, text)
    after = labelled.end() if labelled else 0
    cells = re.split(r" {3,}", text[after:])
    if len(cells) == 1 or any(len(cell) > _LONGEST_CELL for cell in cells):
        return None
    label = " ".join(text[:after].split())
    return (f"{label} {cells[0]}".strip(), *cells[1:])


def _spaced(lines: Sequence[str]) -> tuple[tuple[str, ...], ...] | None:
    starts = _starts(lines)
    if len(starts) < _FEWEST_ROWS:
        return None
    rows: list[list[str]] = []
    for line in lines:
        cells = _cut(line.expandtabs(), starts)
        if cells is None:
            return None
        if cells[0] or not rows:
            rows.append(cells)
        else:
            rows[-1] = [_joined(a, b) for a, b in zip(rows[-1], cells, strict=True)]
    whole = sum(all(row[:2]) for row in rows)
    return tuple(map(tuple, rows)) if whole >= _FEWEST_ROWS else None


def _joined(above: str, below: str) -> str:
    return f"{above} {below}".strip()


def _starts(lines: Sequence[str]) -> list[int]:
    """Find where columns begin.

    These are places that hold the beginning of a word after a gap in most lines, and that
    no line writes across.
    """
    expanded = [line.expandtabs().rstrip() for line in lines]
    begun: dict[int, int] = {}
    for line in expanded:
        for found in re.finditer(r"(?:(?<=\s\s)|^)\S", line):
            begun[found.start()] = begun.get(found.start(), 0) + 1
    often = max(_FEWEST_ROWS, (len(lines) + 1) // 2)
    kept = [at for at, times in sorted(begun.items()) if times >= often]
    places = (_place_of(at, expanded) for at in kept[1:])
    return [*kept[:1], *dict.fromkeys(at for at in places if at is not None)]


def _place_of(at: int, lines: Sequence[str]) -> int | None:
    """Give where a column begins; the names above columns may stand a little before."""
    for place in range(at, max(0, at - _SHIFT) - 1, -1):
        if all(_free(line, place) for line in lines):
            return place
    return None


def _free(line: str, at: int) -> bool:
    """Whether no word runs across a place where a column begins."""
    return not line[max(0, at - 1) : at].strip()


def _cut(line: str, starts: Sequence[int]) -> list[str] | None:
    if line[: starts[0]].strip():
        return None
    ends = [*starts[1:], len(line)]
    return [line[a:b].strip() for a, b in zip(starts, ends, strict=True)]
