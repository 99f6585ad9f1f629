"""Findings as JSON: what `minutebook import --json` prints."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable
from enum import Enum
from typing import Any

from minutebook.importing.importer import Imported
from minutebook.problems import Problem


def as_json(imported: Iterable[Imported]) -> str:
    """Write all meetings of some files, and what is wrong with the files themselves.

    Each meeting tells in `source` which file it is of. Days are written year-month-day,
    hours on the 24-hour clock.
    """
    meetings, problems = [], []
    for one in imported:
        name = one.path.name
        meetings += [{"source": name, **_plain(found)} for found in one.meetings]
        problems += [_plain(problem) for problem in one.problems]
    whole = {"meetings": meetings, "problems": problems}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - one line for each type
    match value:
        case Problem():
            return {
                "code": value.code,
                "severity": value.severity.value,
                "file": value.place.path,
                "line": value.place.line,
                "summary": value.summary,
                "hint": value.hint,
            }
        case Enum():
            return value.value
        case dt.time():
            return value.isoformat("minutes")
        case dt.date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return {field.name: _plain(getattr(value, field.name)) for field in fields}
    return value
