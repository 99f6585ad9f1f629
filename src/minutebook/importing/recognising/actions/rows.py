"""What each row of a table says is to be done, by whom and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.actions.asides import only_owners
from minutebook.importing.recognising.actions.brackets import closing
from minutebook.importing.recognising.actions.candidates import (
    Candidate,
    candidate_of,
    is_nothing,
    with_due,
)
from minutebook.importing.recognising.actions.columns import Column
from minutebook.importing.recognising.actions.due import Due, due_phrase, due_within
from minutebook.importing.recognising.actions.marks import mark_of, without_id
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.statuses import is_status
from minutebook.importing.recognising.actions.tables import Row, Table
from minutebook.importing.recognising.known import Known


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
            found = with_due(found, _due_of_words(when))
        status = row.cells.get(Column.STATUS) or found.status
        if status is None and is_status(row.cells.get(Column.REMARKS, "")):
            status = row.cells[Column.REMARKS]
        if status is None and is_status(when):
            status = when
        item = row.cells.get(Column.NUMBER, "").strip(" .")
        yield replace(found, status=status, item=item)


def _due_of_words(words: str) -> Due:
    """Take the cell of a column for due dates as it stands."""
    return Due(text=" ".join(words.split()))


def _owned(found: Candidate, owners: tuple[str, ...], level: int) -> Candidate:
    """Give a row's action the owners of its own cell, before those of the sentence."""
    if not owners:
        return found
    promise = replace(found.promise, owners=owners, level=level)
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


def set_apart(
    blocks: Sequence[Block], tables: Sequence[Table], known: Known
) -> Iterator[Candidate]:
    """Find lines with initials at the right margin: `Ask the school              LB`."""
    read = {table.number for table in tables}
    for block in blocks:
        cells = [cell.strip() for cell in block.cells if cell.strip()]
        if block.kind is not Kind.ROW or block.table in read or len(cells) != _TWO:
            continue
        words, who = cells
        alone = only_owners(who, known)
        labelled = _LABELLED.match(words)
        if alone and not labelled and starts_with_verb(words) and " " in words:
            found = candidate_of(
                words, known, line=block.line, confidence=Confidence.MEDIUM
            )
            yield with_due(_owned(found, alone.owners, alone.level), alone.due)


_LABELLED = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s*:")
"""What begins with a label, as lists of people do: `Present: ...`."""

_TWO = 2
"""Cells of a line that names at its end who is to act."""
