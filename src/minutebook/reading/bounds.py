"""What a text may not grow into: nesting and tables that no reader could follow.

A few bytes can stand for very much: a table fills short rows up to its widest one, and
quotes in quotes take time that grows with the square of their depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

DEEPEST = 50
"""Quotes and lists in one another, begun on one line."""

MOST_CELLS = 40_000
"""Cells of all tables of a text together, those not written out included."""

_MARKER = r"[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
_NESTED = re.compile(rf"\n(?:{_MARKER}){{{DEEPEST + 1}}}")
_DELIMITERS = re.compile(r"[ \t>*+]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*(?::?-+:?[ \t]*)?)*")


def too_deep(markdown: str) -> int | None:
    """Find the first line with more quotes or lists in one another than `DEEPEST`."""
    found = _NESTED.search("\n" + markdown)
    return markdown.count("\n", 0, found.start()) + 1 if found else None


def too_many_cells(markdown: str) -> int | None:
    """Find the line of the table with which a text has more than `MOST_CELLS`."""
    if "|" not in markdown:
        return None
    most = (markdown.count("|") + 1) * (markdown.count("\n") + 2)
    if most <= MOST_CELLS:
        return None
    cells = 0
    for number, columns, rows in _tables(markdown.split("\n")):
        cells += columns * rows
        if cells > MOST_CELLS:
            return number
    return None


def _tables(lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """List what may be tables: line, most columns, most rows."""
    start, columns = 0, 0
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            if "-" in line and _DELIMITERS.fullmatch(line):
                columns = max(columns, line.count("|") + 1)
        else:
            if columns:
                yield start + 1, columns, number - start
            start, columns = number, 0
