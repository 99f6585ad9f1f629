"""Tables that go on from meeting to meeting, and which of their rows are old."""

from __future__ import annotations

import re

from minutebook.importing.recognising.actions.candidates import is_nothing
from minutebook.importing.recognising.actions.columns import Column
from minutebook.importing.recognising.actions.statuses import is_finished, is_status
from minutebook.importing.recognising.actions.tables import Row, Table

CARRIED = re.compile(
    r"(?:carr(?:y|ied)|c/f|outstanding|still|overdue|deferred|rolled|brought|delayed|not\s+(?:yet|done)"
    r"|no\s+progress)\b",
    re.IGNORECASE,
)
NEW = re.compile(r"new\b", re.IGNORECASE)
_NOT_BEGUN = re.compile(
    r"not\s+(?:yet\s+)?(?:started|begun|due)|open\b|to\s+do\b", re.IGNORECASE
)


def is_log(table: Table) -> bool:
    """Whether a table goes on from meeting to meeting: a row in it is finished."""
    return any(is_finished(_status(row)) for row in table.rows)


def _status(row: Row) -> str:
    status = row.cells.get(Column.STATUS) or row.cells.get(Column.REMARKS) or ""
    due = row.cells.get(Column.DUE, "")
    return status or (due if is_status(due) else "")


def is_old(row: Row) -> bool:
    """Whether a row of a log is of an earlier meeting."""
    status = _status(row)
    told = bool(row.cells.get(Column.STATUS)) and not (
        is_status(status)
        or NEW.match(status)
        or _NOT_BEGUN.match(status)
        or is_nothing(status)
    )
    return told or is_finished(status) or CARRIED.match(status) is not None
