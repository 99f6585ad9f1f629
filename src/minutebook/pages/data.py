"""Open data: one JSON file for each kind of record, and its JSON Schema beside it."""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook.book import Book
from minutebook.edition import Edition
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


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record as rows of open data."""

    row: type
    rows: Callable[[Book, dt.date, Edition], Iterator[object]]


TABLES: Mapping[str, Table] = {
    "meetings": Table(
        MeetingData,
        lambda book, _today, edition: (
            open_data.meeting_data(book, m, edition.time_zone) for m in book.meetings
        ),
    ),
    "actions": Table(
        ActionData,
        lambda book, today, _edition: (
            open_data.action_data(book, a, today) for a in book.actions
        ),
    ),
    "concerns": Table(
        ConcernData,
        lambda book, _today, _edition: (
            open_data.concern_data(book, c) for c in book.concerns
        ),
    ),
    "decisions": Table(
        DecisionData,
        lambda book, _today, _edition: (
            open_data.decision_data(book, d) for d in book.decisions
        ),
    ),
    "themes": Table(
        ThemeData,
        lambda book, _today, _edition: (
            open_data.theme_data(book, t) for t in book.themes
        ),
    ),
    "organisations": Table(
        OrganisationData,
        lambda book, _today, _edition: map(
            open_data.organisation_data, book.organisations
        ),
    ),
}
"""The tables of open data, by the name of their files."""

DATA_FILES = tuple(
    f"data/{table}.{ending}" for table in TABLES for ending in ("json", "schema.json")
)
"""The addresses of the files: fixed, whatever the notes hold."""


def data_files(book: Book, today: dt.date, edition: Edition) -> tuple[DataFile, ...]:
    """Write the book as open data."""
    rows = (
        DataFile(
            f"data/{name}.json", functools.partial(_written, table, book, today, edition)
        )
        for name, table in TABLES.items()
    )
    schemas = (
        DataFile(f"data/{name}.schema.json", functools.partial(_described, table.row))
        for name, table in TABLES.items()
    )
    return tuple(file for pair in zip(rows, schemas, strict=True) for file in pair)


def _written(table: Table, book: Book, today: dt.date, edition: Edition) -> Iterator[str]:
    return rows_as_json(table.rows(book, today, edition))


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
