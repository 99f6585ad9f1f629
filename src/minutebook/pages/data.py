"""Open data: one JSON file for each kind of record, and its JSON Schema beside it."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from minutebook.book import Book
from minutebook.pages.page import DataFile
from minutebook.pages.rows import rows_as_json
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
    tables: tuple[tuple[str, type, Callable[[Any], object], Iterable[Any]], ...] = (
        (
            "meetings",
            MeetingData,
            lambda meeting: open_data.meeting_data(book, meeting, time_zone),
            book.meetings,
        ),
        (
            "actions",
            ActionData,
            lambda action: open_data.action_data(book, action, today),
            book.actions,
        ),
        (
            "concerns",
            ConcernData,
            lambda concern: open_data.concern_data(book, concern),
            book.concerns,
        ),
        (
            "decisions",
            DecisionData,
            lambda decision: open_data.decision_data(book, decision),
            book.decisions,
        ),
        (
            "themes",
            ThemeData,
            lambda theme: open_data.theme_data(book, theme),
            book.themes,
        ),
        (
            "organisations",
            OrganisationData,
            open_data.organisation_data,
            book.organisations,
        ),
    )
    return tuple(
        file
        for name, kind, row_of, records in tables
        for file in (
            DataFile(f"data/{name}.json", functools.partial(_written, row_of, records)),
            DataFile(f"data/{name}.schema.json", functools.partial(_described, kind)),
        )
    )


def _written(row_of: Callable[[Any], object], records: Iterable[Any]) -> Iterator[str]:
    return rows_as_json(map(row_of, records))


def _described(kind: type) -> Iterator[str]:
    yield json.dumps(_schema(kind), ensure_ascii=False, indent=1) + "\n"


@functools.cache
def _schema(kind: type) -> dict[str, Any]:
    row = describe(kind)
    definitions = row.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "array",
        "items": row,
        **({"$defs": definitions} if definitions else {}),
    }
