"""Open data: one JSON file for each kind of record, and its JSON Schema beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable, Iterator
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
    tables: tuple[tuple[str, type, Callable[[], Iterator[object]]], ...] = (
        (
            "meetings",
            MeetingData,
            lambda: (open_data.meeting_data(book, m, time_zone) for m in book.meetings),
        ),
        (
            "actions",
            ActionData,
            lambda: (open_data.action_data(book, a, today) for a in book.actions),
        ),
        (
            "concerns",
            ConcernData,
            lambda: (open_data.concern_data(book, c) for c in book.concerns),
        ),
        (
            "decisions",
            DecisionData,
            lambda: (open_data.decision_data(book, d) for d in book.decisions),
        ),
        (
            "themes",
            ThemeData,
            lambda: (open_data.theme_data(book, t) for t in book.themes),
        ),
        (
            "organisations",
            OrganisationData,
            lambda: (open_data.organisation_data(o) for o in book.organisations),
        ),
    )
    return tuple(
        file
        for name, kind, rows in tables
        for file in (
            DataFile(f"data/{name}.json", functools.partial(_written, rows)),
            DataFile(f"data/{name}.schema.json", functools.partial(_described, kind)),
        )
    )


def _written(rows: Callable[[], Iterator[object]]) -> Iterator[str]:
    """Write rows as a list in JSON, one row at a time."""
    before = "[\n "
    for row in rows():
        text = json.dumps(
            dataclasses.asdict(row),  # type: ignore[call-overload] # rows are dataclasses
            default=_plain,
            ensure_ascii=False,
            indent=1,
        )
        yield before + text.replace("\n", "\n ")
        before = ",\n "
    yield "\n]\n" if before.startswith(",") else "[]\n"


def _described(kind: type) -> Iterator[str]:
    yield json.dumps(_schema(kind), ensure_ascii=False, indent=1) + "\n"


def _schema(kind: type) -> dict[str, Any]:
    row = describe(kind)
    definitions = row.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": row,
        **({"$defs": definitions} if definitions else {}),
    }


def _plain(value: object) -> str:
    """Write days as year-month-day."""
    if isinstance(value, dt.date):
        return value.isoformat()
    message = f"{value!r} has no place in open data"
    raise TypeError(message)
