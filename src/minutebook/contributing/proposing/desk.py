"""What a request is worked out on: the book as it stands, its files, and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from minutebook.book import Book
from minutebook.changing.change import Change
from minutebook.contributing.proposal import Proposal
from minutebook.problems import Place, Problem
from minutebook.reading.record_text import with_item
from minutebook.records import Record

Worked = Proposal | tuple[Problem, ...]
"""What comes of a request: what it changes, or all that stands in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A book in its folder, on a day."""

    notes: Path
    book: Book
    today: dt.date

    def path_of(self, record: Record) -> str:
        """Name the file in which a record stands."""
        return self.book.entry(record).source.path

    def place_of(self, record: Record) -> Place:
        """Tell where a record begins."""
        return self.book.entry(record).source.start

    def text_of(self, path: str) -> str:
        """Give a file as it is, down to its line ends."""
        return (self.notes / path).read_bytes().decode("utf-8")

    def edited(self, record: Record, how: Callable[[str, str], str]) -> Change:
        """Change the file of a record: `how` turns its text, of a path, into another."""
        path = self.path_of(record)
        before = self.text_of(path)
        return edit(path, before, how(before, path))

    def with_item(self, record: Record, field: str, item: object) -> Change:
        """Put one more item at the end of a list in the file of a record."""
        return self.edited(record, lambda text, path: with_item(text, path, field, item))


def edit(path: str, before: str, after: str) -> Change:
    """Make a change of one file."""
    return Change(edited={path: (before, after)})
