"""Records to text: the canonical form in which a record is written down.

What is written reads back as the same record. Fields stand in the order of the record
class, those that say nothing are left out, and people and days take their short form
wherever that says everything.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import Enum
from typing import Any

from minutebook.reading.expand import SHORT_FORMS
from minutebook.reading.yamltext import write_yaml
from minutebook.records import Attendance, NextMeeting, Record, When


def write_record(record: Record) -> str:
    """Write a record as Markdown: fields between `---` lines, then its text."""
    data = fields_of(record)
    text = data.pop("text", "")
    body = f"\n{text}\n" if text else ""
    return f"---\n{write_yaml(data)}---\n{body}"


def write_register(records: list[Record]) -> str:
    """Write a register: the fields of each entry under its id."""
    return write_yaml({record.id: fields_of(record) for record in records})


def fields_of(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record, or part of one
    """Lay out what a record, or a part of one, says; its id stands elsewhere."""
    return {
        field.name: plain(value)
        for field in dataclasses.fields(record)
        if field.name != "id" and (value := getattr(record, field.name)) != field.default
    }


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one line for each type
    """Lay out any value of a record; what is plain data already stays as it is."""
    match value:
        case None | dict():
            return value
        case tuple() | list():
            return [plain(item) for item in value]
        case bool():
            return "true" if value else "false"
        case Enum():
            return value.value
        case str():
            return value
        case dt.time():
            return value.isoformat("minutes")
        case dt.date():
            return value.isoformat()
    return _short(value) or fields_of(value)


def _short(value: Any) -> str | None:  # noqa: ANN401 - see fields_of
    """Write a part of a record as one line, if that line reads back as the same part."""
    line: str | None
    match value:
        case When():
            line = value.date.isoformat() if value.date else value.words
        case Attendance():
            organisation = f", {value.organisation}" if value.organisation else ""
            role = f" ({value.role})" if value.role else ""
            line = f"{value.name}{organisation}{role}"
        case NextMeeting():
            line = value.about or (_short(value.date) if value.date else None)
        case _:
            return None
    return line if line and _reads_as(line, value) else None


def _reads_as(line: str, value: Any) -> bool:  # noqa: ANN401 - see fields_of
    try:
        found: bool = SHORT_FORMS[type(value)](line) == value
    except ValueError:
        return False
    return found
