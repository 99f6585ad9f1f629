"""What a request is worked out on: the book as it stands, its files, and the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from minutebook.book import Book
from minutebook.changing.change import Change
from minutebook.contributing.proposal import Proposal
from minutebook.problems import Place, Problem
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


def edit(path: str, before: str, after: str) -> Change:
    """Make a change of one file."""
    return Change(edited={path: (before, after)})
