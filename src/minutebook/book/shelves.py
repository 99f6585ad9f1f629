"""The shelves: every record of a book, found by its kind, its id or its name."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from minutebook.book.names import Names, Party, PartyKind
from minutebook.book.references import Refers, texts_of
from minutebook.book.shelf import Shelf
from minutebook.reading import Entry
from minutebook.records import (
    Action,
    Attendance,
    Concern,
    Decision,
    Group,
    Meeting,
    Organisation,
    Person,
    Record,
    Term,
    Theme,
)

R = TypeVar("R", bound=Record)

Entries = tuple[Entry[Any], ...]


@dataclass(frozen=True, kw_only=True)
class Shelves:
    """Every record, in its place."""

    entries: Entries
    attachments: frozenset[str]
    unread: frozenset[str]
    """Paths of files in which something could not be read: their records may exist."""

    meetings: Shelf[Meeting]
    """Oldest first."""

    actions: Shelf[Action]
    concerns: Shelf[Concern]
    decisions: Shelf[Decision]
    themes: Shelf[Theme]
    groups: Shelf[Group]
    organisations: Shelf[Organisation]
    people: Shelf[Person]
    glossary: Shelf[Term]
    names: Names
    names_people: bool = False
    """Whether a person has a page of their own. Who publishes the book decides."""

    def entry(self, record: Record) -> Entry[Any]:
        """Give the source and the rendered body of a record."""
        return self._entries[type(record)][record.id]

    def entries_of(self, kind: type[R]) -> tuple[Entry[R], ...]:
        """Give the entries of one kind, duplicates included."""
        return self._entries_by_kind.get(kind, ())

    def date_of(self, meeting: str | None) -> dt.date | None:
        """Tell the day of a meeting."""
        found = self.meetings.get(meeting)
        return found.date if found else None

    def parties(self, names: Iterable[str]) -> tuple[Party, ...]:
        """Give the parties that names stand for, each once."""
        found = (self.names.find(name) for name in names)
        return tuple({party: None for party in found if party})

    def organisation_of(self, attendance: Attendance) -> Party | None:
        """Tell whom somebody came for: as the note says, or else as the register does."""
        if attendance.organisation:
            return self.names.organisation(attendance.organisation)
        person = self.names.person(attendance.name)
        return self.organisation_behind(person) if person else None

    def organisation_behind(self, party: Party) -> Party | None:
        """Tell for whom a party acts: a person for theirs, an organisation for itself."""
        if party.kind is not PartyKind.PERSON:
            return party if party.kind is PartyKind.ORGANISATION else None
        person = self.people.get(party.id)
        return self.names.organisation(person.organisation) if person else None

    @cached_property
    def texts(self) -> Mapping[Refers, frozenset[str]]:
        """Every different text that is to stand for a record, by what it names."""
        return texts_of(entry.record for entry in self.entries)

    @cached_property
    def _entries(self) -> dict[type, dict[str, Entry[Any]]]:
        return {
            kind: {entry.record.id: entry for entry in reversed(entries)}
            for kind, entries in self._entries_by_kind.items()
        }

    @cached_property
    def _entries_by_kind(self) -> dict[type, Entries]:
        return gather((type(entry.record), entry) for entry in self.entries)


K = TypeVar("K")
V = TypeVar("V")


def gather(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Gather what belongs to the same key, in the order it comes."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
