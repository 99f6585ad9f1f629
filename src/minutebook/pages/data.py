"""Open data: one JSON file for each kind of record, and its JSON Schema beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from minutebook.book import Book
from minutebook.pages.page import DataFile
from minutebook.reading.shapes import describe
from minutebook.views import open_data
from minutebook.views.data_rows import (
    ActionData,
    ConcernData,
    DecisionData,
    MeetingData,
    OrganisationData,
    ThemeData,
)


def data_files(book: Book, today: dt.date, time_zone: str) -> tuple[DataFile, ...]:
    """Write the book as open data."""
    tables: tuple[tuple[str, type, Sequence[Any]], ...] = (
        (
            "meetings",
            MeetingData,
            [open_data.meeting_data(book, m, time_zone) for m in book.meetings],
        ),
        (
            "actions",
            ActionData,
            [open_data.action_data(book, a, today) for a in book.actions],
        ),
        (
            "concerns",
            ConcernData,
            [open_data.concern_data(book, c) for c in book.concerns],
        ),
        (
            "decisions",
            DecisionData,
            [open_data.decision_data(book, d) for d in book.decisions],
        ),
        ("themes", ThemeData, [open_data.theme_data(book, t) for t in book.themes]),
        (
            "organisations",
            OrganisationData,
            [open_data.organisation_data(o) for o in book.organisations],
        ),
    )
    files = []
    for name, kind, rows in tables:
        plain = [dataclasses.asdict(row) for row in rows]
        files.append(DataFile(f"data/{name}.json", _json(plain)))
        files.append(DataFile(f"data/{name}.schema.json", _json(_schema(kind))))
    return tuple(files)


def _schema(kind: type) -> dict[str, Any]:
    row = describe(kind)
    definitions = row.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": row,
        **({"$defs": definitions} if definitions else {}),
    }


def _json(data: object) -> str:
    return json.dumps(data, default=_plain, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> str:
    """Write days as year-month-day."""
    if isinstance(value, dt.date):
        return value.isoformat()
    message = f"{value!r} has no place in open data"
    raise TypeError(message)
