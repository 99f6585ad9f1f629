"""Tables with actions or decisions in them, by their columns.

Action | Owner | Deadline | Progress        a table of actions
Item | Discussion | Action                  minutes that are a table
Book the hall | JS | 4 May                  no head: the cells themselves tell
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.actions.columns import (
    Column,
    column_of,
    is_of_earlier,
)
from minutebook.importing.recognising.actions.due import due_phrase
from minutebook.importing.recognising.actions.marks import is_id
from minutebook.importing.recognising.actions.owners import owners_of
from minutebook.importing.recognising.actions.statuses import is_status
from minutebook.importing.recognising.known import Known

_FEW = 2
_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table by what its cells say."""

    line: int
    cells: Mapping[Column, str]
    headed: bool = True
    talk: str = ""
    """What the cells of discussion say, the last of them."""


@dataclass(slots=True, kw_only=True)
class Table:
    """A table by its columns."""

    number: int
    """As its rows have it."""

    columns: dict[int, Column]
    rows: list[Row] = field(default_factory=list)
    looks_back: bool = False
    """Whether its head says that its actions are those of an earlier meeting."""

    @property
    def kinds(self) -> frozenset[Column]:
        """Give what the table has columns for."""
        return frozenset(self.columns.values())

    @property
    def is_of_actions(self) -> bool:
        """Whether each row is an action, and not a part of the minutes."""
        return Column.ACTION in self.kinds and bool(
            self.kinds & {Column.OWNER, Column.DUE, Column.STATUS}
        )

    @property
    def is_of_minutes(self) -> bool:
        """Whether the table is the minutes, with a column for actions."""
        return Column.TALK in self.kinds and bool(
            self.kinds & {Column.ACTION, Column.OWNER, Column.DECISION}
        )


def tables_of(
    blocks: Sequence[Block], known: Known, *, of_actions: bool
) -> Iterator[Table]:
    """Read the tables among blocks; without a head only where actions are expected."""
    rows = [block for block in blocks if block.kind is Kind.ROW]
    for _, group in groupby(rows, key=lambda block: block.table):
        table = _table(list(group), known, of_actions=of_actions)
        if table:
            yield table


def _table(rows: list[Block], known: Known, *, of_actions: bool) -> Table | None:
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        columns = _columns(row, of_actions=of_actions)
        if columns:
            columns = _with_numbers(columns, rows[at + 1 :])
            table = _filled(columns, row.table, rows[at + 1 :])
            table.looks_back = any(is_of_earlier(row.cells[n]) for n in columns)
            return table
    upright = _upright(rows) if not of_actions or len(rows) > 1 else None
    if upright:
        return upright
    return _guessed(rows, known) if of_actions else None


def _columns(row: Block, *, of_actions: bool) -> dict[int, Column]:
    """Read a row as the head of a table; nothing, if it is none."""
    found: dict[int, Column] = {}
    filled = [n for n, cell in enumerate(row.cells) if cell.strip()]
    for n in filled:
        column = column_of(row.cells[n])
        if column:
            found[n] = column
    if len(found) < _FEW or len(found) < len(filled) - 1:
        return {}
    owners = [n for n, column in found.items() if column is Column.OWNER]
    for n in owners[1:]:
        if (
            row.cells[n].strip(" *_:").casefold() == "by"
            and Column.DUE not in found.values()
        ):
            found[n] = Column.DUE
    return _settled(found, of_actions=of_actions)


def _settled(found: dict[int, Column], *, of_actions: bool) -> dict[int, Column]:
    """Decide between columns of one meaning: two dates, an item that is an action."""
    kinds = list(found.values())
    if kinds.count(Column.DUE) > 1:
        first = next(n for n, column in found.items() if column is Column.DUE)
        found[first] = Column.RAISED
    if kinds.count(Column.ACTION) > 1:
        *others, _ = [n for n, column in found.items() if column is Column.ACTION]
        for n in others:
            found[n] = Column.TALK
    if Column.ACTION not in kinds and Column.TALK in kinds:
        owned = bool({Column.OWNER, Column.DUE} <= set(kinds)) or of_actions
        last = [n for n, column in found.items() if column is Column.TALK][-1]
        if owned and Column.DECISION not in kinds:
            found[last] = Column.ACTION
    if not {Column.ACTION, Column.OWNER, Column.DECISION} & set(found.values()):
        return {}
    return found


def _with_numbers(columns: dict[int, Column], rows: Sequence[Block]) -> dict[int, Column]:
    """Take a column of items for numbers where that is all it has: `Item`, `4`, `5.1`."""
    found = dict(columns)
    for n, column in columns.items():
        cells = [r.cells[n].strip() for r in rows if n < len(r.cells)]
        cells = [cell for cell in cells if cell]
        if column is Column.TALK and cells and all(is_id(cell) for cell in cells):
            found[n] = Column.NUMBER
    return found


def _filled(columns: dict[int, Column], number: int, rows: Sequence[Block]) -> Table:
    table = Table(number=number, columns=columns)
    for block in rows:
        width = max(columns) + 1
        row = replace(
            block, cells=(*block.cells, *[""] * width)[: max(width, len(block.cells))]
        )
        cells: dict[Column, str] = {}
        for n, column in columns.items():
            text = row.cells[n].strip()
            if text:
                cells[column] = f"{cells[column]}\n{text}" if column in cells else text
        if cells and not _is_head(row, columns):
            talks = [row.cells[n] for n, c in columns.items() if c is Column.TALK]
            talk = next((text for text in reversed(talks) if text.strip()), "")
            table.rows.append(Row(line=row.line, cells=cells, talk=talk))
    return table


def _is_head(row: Block, columns: Mapping[int, Column]) -> bool:
    """Whether a row is the head once more, as tables over pages have it."""
    same = [
        column_of(row.cells[n]) is not None
        for n in columns
        if n < len(row.cells) and row.cells[n].strip()
    ]
    return len(same) > 1 and all(same)


def _upright(rows: Sequence[Block]) -> Table | None:
    """Read a table whose heads stand at the left: `Action | ...`, `Owner | ...`."""
    pairs = [(row, [c for c in row.cells if c.strip()]) for row in rows]
    if not all(0 < len(cells) <= _FEW for _, cells in pairs):
        return None
    heads = [column_of(cells[0]) for _, cells in pairs]
    if Column.ACTION not in heads or not {Column.OWNER, Column.DUE} & set(heads):
        return None
    table = Table(
        number=rows[0].table,
        columns={n: c for n, c in enumerate(dict.fromkeys(heads)) if c},
    )
    cells_of: dict[Column, str] = {}
    line = 0
    for (row, cells), head in zip(pairs, heads, strict=True):
        if head is Column.ACTION:
            if Column.ACTION in cells_of:
                table.rows.append(Row(line=line, cells=cells_of))
                cells_of = {}
            line = row.line
        if head and len(cells) > 1:
            cells_of[head] = cells[1].strip()
    if Column.ACTION in cells_of:
        table.rows.append(Row(line=line, cells=cells_of))
    return table


def _guessed(rows: Sequence[Block], known: Known) -> Table:
    """Read rows without a head: the longest cell is the action, others tell."""
    table = Table(number=rows[0].table, columns={0: Column.ACTION, 1: Column.OWNER})
    for row in rows:
        cells = [cell.strip() for cell in row.cells if cell.strip()]
        if not cells:
            continue
        longest = max(cells, key=len)
        found = {Column.ACTION: longest}
        for cell in cells:
            if cell is longest:
                continue
            column = _kind_of(cell, known)
            if column and column not in found:
                found[column] = cell
        table.rows.append(Row(line=row.line, cells=found, headed=False))
    return table


def _kind_of(cell: str, known: Known) -> Column | None:
    if is_id(cell):
        return Column.NUMBER
    if is_status(cell):
        return Column.STATUS
    if due_phrase(cell, known):
        return Column.DUE
    return Column.OWNER if owners_of(cell, known)[0] else None
