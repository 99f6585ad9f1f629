"""Rows of tables given as paragraphs, for what reads sentences and no tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.actions.columns import Column, column_of
from minutebook.importing.recognising.actions.marks import mark_of
from minutebook.importing.recognising.actions.tables import Table

_FEW = 2
_LABEL = re.compile(
    r"(?:action(?:\s+point)?|decision|resolved|agreed|motion|todo|to\s+do|AP|AI)(?:\s*\d+)?\s*:?",
    re.IGNORECASE,
)


def spread(blocks: Sequence[Block], tables: Sequence[Table]) -> tuple[Block, ...]:
    """Give rows as the paragraphs that their cells hold, but for columns already read."""
    read = {table.number: table.columns for table in tables}
    found: list[Block] = []
    for block in _gathered(blocks, read):
        if block.kind is not Kind.ROW:
            found.append(block)
            continue
        columns = read.get(block.table, {})
        joined = None if columns else _joined(block)
        if joined:
            found.append(joined)
            continue
        for n, cell in enumerate(block.cells):
            if columns.get(n, Column.TALK) in {Column.TALK, Column.REMARKS}:
                lines = (line for line in cell.split("\n") if line.strip())
                found.extend(_as_paragraph(block, text) for text in lines)
    return tuple(found)


def _gathered(blocks: Sequence[Block], read: Mapping[int, object]) -> Iterator[Block]:
    """Join an action in a narrow column at the right that goes on in the rows below."""
    open_at: int | None = None
    last: Block | None = None
    parts: list[str] = []
    for block in blocks:
        loose = block.kind is Kind.ROW and block.table not in read
        if last and open_at is not None and loose and _goes_on(block, last, open_at):
            parts.append(block.cells[open_at].strip())
            last = replace(last, end=block.end)
            rest = tuple("" if n == open_at else c for n, c in enumerate(block.cells))
            if any(cell.strip() for cell in rest):
                yield replace(block, cells=rest)
            if parts[-1].endswith("."):
                open_at = None
            continue
        if last:
            yield _with_cell(last, parts)
        last, open_at, parts = None, None, []
        filled = [n for n, cell in enumerate(block.cells) if cell.strip()]
        if loose and filled and filled[-1] > 0:
            text = block.cells[filled[-1]].strip()
            mark = mark_of(text)
            if mark and mark.is_sure and not text.endswith((".", "]")):
                last, open_at, parts = block, filled[-1], [text]
                continue
        yield block
    if last:
        yield _with_cell(last, parts)


def _goes_on(row: Block, above: Block, at: int) -> bool:
    """Whether a cell goes on with the words of the one above it."""
    if row.table != above.table or len(row.cells) <= at or row.line > above.end + 1:
        return False
    text = row.cells[at].strip()
    alone = all(not cell.strip() for n, cell in enumerate(row.cells) if n != at)
    return bool(text) and mark_of(text) is None and (alone or text[:1].islower())


def _with_cell(row: Block, parts: Sequence[str]) -> Block:
    """Give a row whose last cell has all its words."""
    last = max(n for n, cell in enumerate(row.cells) if cell.strip())
    cells = tuple(
        " ".join(parts) if n == last else cell for n, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells)


def _joined(row: Block) -> Block | None:
    """Read cells that are one line set with gaps: `ACTION    Ann to book the hall`."""
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    if len(cells) != _FEW or not _LABEL.fullmatch(cells[0]) or column_of(cells[1]):
        return None
    text = f"{cells[0].rstrip(': ')}: {' '.join(cells[1:])}"
    return _as_paragraph(row, " ".join(text.split()))


def _as_paragraph(row: Block, text: str) -> Block:
    return replace(row, kind=Kind.PARAGRAPH, text=text.strip(), table=0, cells=())
