"""Tables with actions in them: which column says what, and what each row says.

Action | Owner | Deadline | Progress        a table of actions
Item | Discussion | Action                  minutes that are a table
Book the hall | JS | 4 May                  no head: the cells themselves tell
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.action_lines import closing
from minutebook.importing.recognising.candidates import (
    Candidate,
    candidate_of,
    is_nothing,
    with_due,
)
from minutebook.importing.recognising.due import Due, due_phrase, due_within
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.marks import is_id, mark_of, without_id
from minutebook.importing.recognising.owners import LIKELY, owners_of
from minutebook.importing.recognising.promise import Promise, only_owners
from minutebook.importing.recognising.statuses import is_status


class Column(StrEnum):
    """What the cells below a head say."""

    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    STATUS = "status"
    REMARKS = "remarks"
    NUMBER = "number"
    TALK = "talk"
    RAISED = "raised"
    DECISION = "decision"


_HEADS = (
    (
        Column.OWNER,
        r"(?:action\s+)?owners?|who\??|leads?|lead\s+(?:person|officer|member|organisation)"
        r"|responsib(?:le|ility)(?:\s+(?:person|party|officer))?|persons?(?:\s+responsible)?"
        r"|by\s+whom\??|whom|assign(?:ed|ee)(?:\s+to)?|allocated(?:\s+to)?|names?|initials"
        r"|action(?:ed)?\s+(?:by|for|owner|lead)|for\s+action\s+by|delegated\s+to|who\s+by\??"
        r"|who.s\s+responsible\??|to\s+be\s+actioned\s+by|for|responsible\s+member|by",
    ),
    (
        Column.RAISED,
        r"(?:date\s+|when\s+)?(?:raised|agreed|opened|created|added|set)(?:\s+on)?"
        r"|(?:date\s+of\s+)?(?:meeting|mtg)(?:\s+date)?|minuted?\s+date|from\s+meeting|origin",
    ),
    (
        Column.DUE,
        r"dead\s?lines?|due(?:\s+(?:date|by|on))?|by\s+when\??|when\??|when\s+by\??|date(?:\s+due)?"
        r"|target(?:\s+(?:date|completion.*))?|time\s?scales?|time\s?frames?|complet(?:ion|e)\s+(?:date|by)"
        r"|due\s+for\s+completion|action\s+date|date\s+for\s+completion|complete\s+by|timing"
        r"|date\s+required|expected\s+by",
    ),
    (
        Column.STATUS,
        r"status|progress(?:\s*(?:/|and)\s*(?:status|update|notes))?|updates?|outcome|rag"
        r"(?:\s+(?:rating|status))?|complete[d]?\??|done\??|open\s*/\s*closed|current\s+position"
        r"|status\s*/\s*(?:update|progress|comments?)|position|progress\s+report|result"
        r"|update\s*/\s*status|action\s+status",
    ),
    (
        Column.REMARKS,
        r"comments?|remarks|further\s+information|notes?(?:\s*/\s*comments?)?",
    ),
    (
        Column.NUMBER,
        r"(?:action\s+|item\s+|minute\s+|agenda\s+)?(?:ref(?:erence)?\.?|no\.?|nos\.?|number|num|id"
        r"|\#)(?:\s+(?:no\.?|number))?|\#|s/?no\.?",
    ),
    (
        Column.DECISION,
        r"decisions?(?:\s+(?:made|taken|reached))?|resolutions?|agreed|outcome\s*/\s*decision",
    ),
    (
        Column.ACTION,
        r"(?:agreed\s+|new\s+|key\s+|further\s+)?actions?(?:\s+(?:points?|items?|required|agreed|needed"
        r"|arising|to\s+be\s+taken|description|description\s+and\s+owner))?"
        r"|actions?\s*[/&(-]\s*(?:owners?|who|lead|by\s+whom|responsible|decisions?)\)?|tasks?"
        r"|what\??|what\s+(?:needs\s+(?:doing|to\s+be\s+done)|will\s+be\s+done|to\s+do)\??|to\s?-?do"
        r"|description(?:\s+of\s+(?:the\s+)?(?:action|task))?|next\s+steps?|follow[\s-]?up"
        r"|agreed\s+action.*|activity|action\s+to\s+be\s+taken|decisions?\s*/\s*actions?|steps?",
    ),
    (
        Column.TALK,
        r"(?:agenda\s+)?items?|topics?|subject|discussion(?:\s+(?:points?|summary|notes))?|minutes?"
        r"|(?:key\s+)?points?|summary|details?|issue|matter|heading|agenda|area|theme|objective"
        r"|notes?\s+of\s+discussion|points?\s+raised|key\s+discussion.*|discussion\s*/.*"
        r"|what\s+was\s+(?:said|discussed)|minutes?\s+item|business|concern|goal|purpose",
    ),
)
_PATTERNS = tuple(
    (column, re.compile(rf"(?:{p})\s*:?", re.IGNORECASE)) for column, p in _HEADS
)
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

    columns: dict[int, Column]
    rows: list[Row] = field(default_factory=list)

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


def column_of(head: str) -> Column | None:
    """Tell what the cells below a head say."""
    text = " ".join(head.split()).strip(" *_:")
    text = re.sub(r"\s*\([^()]*\)$", "", text) or text
    return next((column for column, p in _PATTERNS if p.fullmatch(text)), None)


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
            return _filled(columns, rows[at + 1 :])
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
    return _settled(found, of_actions=of_actions)


def _settled(found: dict[int, Column], *, of_actions: bool) -> dict[int, Column]:
    """Decide between columns that share a meaning: two dates, an item that is an action."""
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


def _filled(columns: dict[int, Column], rows: Sequence[Block]) -> Table:
    table = Table(columns=columns)
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
    table = Table(columns={n: c for n, c in enumerate(dict.fromkeys(heads)) if c})
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
    """Read rows without a head: the longest cell is the action, others tell themselves."""
    table = Table(columns={0: Column.ACTION, 1: Column.OWNER})
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


def actions_of_row(
    row: Row, table: Table, known: Known, listing: int
) -> Iterator[Candidate]:
    """Read what a row says is to be done."""
    owner = row.cells.get(Column.OWNER, "")
    owners, level = owners_of(owner, known)
    aside = only_owners(owner, known) if owner and not owners else None
    if aside:
        owners, level = aside.owners, aside.level
    elif owner and not owners and not is_nothing(owner):
        owners, level = (_plain(owner),), LIKELY
    when = row.cells.get(Column.DUE, "")
    due = (due_phrase(when, known) or due_within(when, known)) if when else None
    if aside and not due:
        due = aside.due
    confidence = Confidence.HIGH if row.headed else Confidence.MEDIUM
    for words in _words_of(row, table, known):
        found = candidate_of(
            words, known, line=row.line, confidence=confidence, listing=listing
        )
        found = with_due(_owned(found, owners, level), due)
        if when and not due and not is_status(when) and not is_nothing(when):
            found = with_due(found, due_of_words(when))
        status = row.cells.get(Column.STATUS) or found.status
        if status is None and is_status(row.cells.get(Column.REMARKS, "")):
            status = row.cells[Column.REMARKS]
        if status is None and is_status(when):
            status = when
        yield replace(found, status=status)


def due_of_words(words: str) -> Due:
    """Take the cell of a column for due dates as it stands."""
    return Due(text=" ".join(words.split()))


def _owned(found: Candidate, owners: tuple[str, ...], level: int) -> Candidate:
    """Give a row's action the owners of its own cell, before those of the sentence."""
    if not owners:
        return found
    promise: Promise = replace(found.promise, owners=owners, level=level)
    return replace(found, promise=promise)


def _plain(owner: str) -> str:
    return " ".join(owner.split())


def _words_of(row: Row, table: Table, known: Known) -> Iterator[str]:
    """Give the words of each action in a row."""
    cell = row.cells.get(Column.ACTION, "")
    if table.is_of_minutes:
        yield from _in_minutes(cell, row, known)
        return
    text = _unmarked(" ".join(cell.split()))
    if text and not is_nothing(text):
        yield text


def _in_minutes(cell: str, row: Row, known: Known) -> Iterator[str]:
    """Read a cell beside a discussion: actions on lines, or only who is to act."""
    lines = [line.strip(" -•*·\t") for line in cell.split("\n")]
    lines = [_unmarked(line) for line in lines if line]
    talk = closing(" ".join(row.talk.split()))
    if not cell:
        if row.cells.get(Column.OWNER) and Column.DECISION not in row.cells and talk:
            yield talk
        return
    pending = ""
    for line in lines:
        alone = only_owners(line, known)
        if alone and pending:
            pending = f"{pending} ({line.strip('()[]')})"
        elif alone and len(lines) == 1 and talk:
            yield f"{talk} ({line.strip('()[]')})"
        elif not is_nothing(line) and not alone:
            if pending and line[:1].islower():
                pending = f"{pending} {line}"
                continue
            if pending:
                yield pending
            pending = line
    if pending:
        yield pending


def _unmarked(text: str) -> str:
    mark = mark_of(text)
    if mark and mark.is_sure:
        return f"{mark.who}: {mark.rest}" if mark.who else mark.rest
    return without_id(text)[1]
