"""Tables of web pages: rows whose cells reach over columns and over rows below."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutebook.importing import limits
from minutebook.importing.formats.into import Cell, Edge
from minutebook.importing.formats.webpage.looks import Look, StyleSheet
from minutebook.importing.formats.webpage.writing import Writing
from minutebook.importing.formats.xml import Element, local

_OF_TABLES = frozenset({"tr", "thead", "tbody", "tfoot"})


class Tables:
    """Reads the tables of a page; what is in their cells, `element` reads."""

    def __init__(
        self,
        writing: Writing,
        sheet: StyleSheet,
        element: Callable[[Element, Look], None],
    ) -> None:
        """Get ready to read tables."""
        self._writing, self._sheet, self._element = writing, sheet, element

    def is_layout(self, node: Element) -> bool:
        """Whether a table is there for the layout alone: one that holds tables is."""
        into = self._writing.into
        layout = node.get("role") in {"presentation", "none"} or any(
            local(inner) == "table" for inner in node.iterdescendants()
        )
        return (layout or isinstance(into, Edge)) and not isinstance(into, Cell)

    def read(self, node: Element, look: Look) -> None:
        """Read a table with rows and cells."""
        self._writing.into.table()
        self._rows(node, look, {})

    def _rows(self, node: Element, look: Look, below: dict[int, int]) -> None:
        """Read the rows of a table, and whatever else stands between them."""
        self._writing.text(node.text, look)
        for inner in node:
            if self._sheet.hides(inner) or local(inner) not in _OF_TABLES:
                self._element(inner, look)
            elif local(inner) == "tr":
                self._row(inner, self._sheet.look(inner, look), below)
            else:
                self._rows(inner, self._sheet.look(inner, look), below)
            self._writing.text(inner.tail, look)

    def _row(self, node: Element, look: Look, below: dict[int, int]) -> None:
        """Read a row; `below` tells how far cells of earlier rows reach down."""
        self._writing.follow(node)
        into = self._writing.into
        cells: list[Cell] = []
        self._writing.text(node.text, look)
        for inner in node:
            if local(inner) not in {"td", "th"} or self._sheet.hides(inner):
                self._element(inner, look)
                self._writing.text(inner.tail, look)
                continue
            while _takes(below, len(cells)):
                cells.append(Cell(into))
            cell = Cell(into)
            wide = min(max(1, number_in(inner.get("colspan"), 1)), limits.WIDEST_SPAN)
            down = number_in(inner.get("rowspan"), 1)
            for at in range(len(cells), len(cells) + wide):
                if down > 1:
                    below[at] = down - 1
            self._cell(inner, look, cell)
            cells += [cell, *(Cell(into) for _ in range(wide - 1))]
            self._writing.text(inner.tail, look)
        self._writing.flush()
        while _takes(below, len(cells)):
            cells.append(Cell(into))
        spans = [span for cell in cells for span in cell.spans]
        if spans:
            span = min(first for first, _ in spans), max(last for _, last in spans)
            into.row(cells, span)

    def _cell(self, node: Element, look: Look, cell: Cell) -> None:
        self._writing.within(cell, lambda: self._element(node, look))


def _takes(below: dict[int, int], at: int) -> bool:
    """Whether a cell of an earlier row stands at a place; it reaches one row less."""
    left = below.pop(at, 0)
    if left > 1:
        below[at] = left - 1
    return left > 0


def number_in(value: str | None, otherwise: int = 0) -> int:
    """Give the number that an attribute holds, if it holds one."""
    found = re.fullmatch(r"\s*(-?[0-9]{1,6})\s*", value or "")
    return int(found[1]) if found else otherwise
