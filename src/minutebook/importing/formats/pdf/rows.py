"""Tables to rows: cells to text, and tables that go on over a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutebook.importing.document import Aside, Block, Kind, Reason
from minutebook.importing.formats.pdf.hyphens import Vocabulary
from minutebook.importing.formats.pdf.lines import Line
from minutebook.importing.formats.pdf.measures import Measures, measure
from minutebook.importing.formats.pdf.paragraphs import Gatherer
from minutebook.importing.formats.pdf.runs import runs_of
from minutebook.importing.formats.pdf.words import Cell, Row, Table, rows_of, text_of
from minutebook.importing.inline import Inline, inline_of

_NEAR = 4.0
_ENDS = ".:;!?"


@dataclass(slots=True, kw_only=True)
class Rows:
    """Makes rows of the tables of a document."""

    measures: Measures
    words: Vocabulary
    printed: list[str]
    number: int = 0
    _last: Table | None = None
    _head: tuple[str, ...] = ()
    _page: int = 0

    def interrupt(self) -> None:
        """Notice that something else stands between this table and the next."""
        self._last = None

    def read(self, line: Line, table: Table, blocks: list[Block]) -> list[Aside]:
        """Add the rows of a table to the blocks; give what is said twice as asides."""
        goes_on = self._goes_on(line, table)
        if not goes_on:
            self.number += 1
        asides: list[Aside] = []
        broken = goes_on
        for n, cells in enumerate(rows_in(table)):
            told = [self._cell(cell, line) for cell in cells]
            block = self._row(told, line, line.number + n)
            self.printed[line.number + n - 1] = block.text
            if goes_on and n == 0 and block.cells == self._head:
                asides.append(_repeated(block))
                continue
            if n == 0 and not goes_on:
                self._head = block.cells
            if broken and _is_rest(blocks[-1], block):
                blocks[-1] = self._joined(blocks[-1], block)
            else:
                blocks.append(block)
            broken = False
        self._last, self._page = table, line.page
        return asides

    def _joined(self, block: Block, rest: Block) -> Block:
        """Put a row together that a page has broken."""
        cells = tuple(
            self.words.joined(above, below) if below else above
            for above, below in zip(block.cells, rest.cells, strict=True)
        )
        return replace(block, cells=cells, text=_written(cells), end=rest.end)

    def _goes_on(self, line: Line, table: Table) -> bool:
        last = self._last
        if last is None or line.page != self._page + 1:
            return False
        return len(last.columns) == len(table.columns) and all(
            abs(a - b) <= _NEAR for a, b in zip(last.columns, table.columns, strict=True)
        )

    def _row(self, told: Sequence[list[Inline]], line: Line, number: int) -> Block:
        cells = tuple("\n".join(i.text for i in cell if i.text) for cell in told)
        text = _written(cells)
        full = [cell for cell in told if any(i.text for i in cell)]
        strong = 0
        for n, cell in enumerate(full):
            words = " ".join(i.text for i in cell)
            if all(i.strong == len(i.text) for i in cell):
                strong += len(words) + 3 * (n > 0)
                continue
            strong += cell[0].strong if n == 0 else 0
            break
        return Block(
            kind=Kind.ROW,
            text=text,
            line=number,
            end=number,
            page=line.page,
            strong=min(strong, len(text)),
            tight=False,
            table=self.number,
            cells=cells,
        )

    def _cell(self, cell: Cell, line: Line) -> list[Inline]:
        lines = [_line(row, cell, line) for row in rows_of(cell.words)]
        measures = _within(cell, lines, self.measures)
        paragraphs = Gatherer(measures=measures).gather(lines)
        return [
            inline_of(runs_of(p.lines, self.words, plain=self.measures.bold))
            for p in paragraphs
        ]


def _written(cells: Sequence[str]) -> str:
    return " | ".join(cell.replace("\n", " ") for cell in cells if cell)


def _is_rest(above: Block, below: Block) -> bool:
    """Whether a row is the rest of the one above: it goes on with sentences there."""
    if len(above.cells) != len(below.cells):
        return False
    return all(
        bool(a) and a[-1] not in _ENDS and b[0].islower()
        for a, b in zip(above.cells, below.cells, strict=True)
        if b
    )


def rows_in(table: Table) -> list[list[Cell]]:
    """Give the rows of a table that say something."""
    found: dict[int, list[Cell]] = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append(cell)
    said = [row for _, row in sorted(found.items()) if any(c.words for c in row)]
    used = {cell.column for row in said for cell in row if cell.words}
    return [[cell for cell in row if cell.words or cell.column in used] for row in said]


def raw_rows(table: Table) -> list[str]:
    """Write the rows of a table as they are, cell by cell."""
    return [
        " ".join(text_of(row.words) for cell in cells for row in rows_of(cell.words))
        for cells in rows_in(table)
    ]


def _line(row: Row, cell: Cell, line: Line) -> Line:
    return Line(
        words=row.words,
        number=line.number,
        page=line.page,
        y=row.y,
        size=row.size,
        x0=row.x0,
        x1=row.x1,
        left=cell.box[0],
        right=cell.box[2],
        width=line.width,
        text=text_of(row.words),
        bold=all(word.bold for word in row.words),
    )


def _within(cell: Cell, lines: Sequence[Line], whole: Measures) -> Measures:
    """Measure a cell: its lines reach as far to the right as they stand off the left."""
    if not lines:
        return whole
    mine = measure(lines)
    left = min(line.x0 for line in lines)
    farthest = max(line.x1 for line in lines)
    right = max(farthest, cell.box[2] - max(0.0, left - cell.box[0]))
    return Measures(
        size=whole.size,
        bold=whole.bold,
        edges={lines[0].frame: (left, right)},
        leadings=mine.leadings,
        ratio=min(mine.ratio, whole.ratio) if len(lines) > 1 else whole.ratio,
    )


def _repeated(block: Block) -> Aside:
    return Aside(
        reason=Reason.RUNNING_HEAD, text=block.text, line=block.line, page=block.page
    )
