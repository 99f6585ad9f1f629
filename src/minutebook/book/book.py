"""The book: every record, linked both ways."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from minutebook.book.names import Names, Party, names_of
from minutebook.book.shelf import Shelf, shelve
from minutebook.reading import Entry, Reading
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
Key = tuple[type[Record], str]


@dataclass(frozen=True, kw_only=True)
class Book:
    """The linked whole. Made by `link`, never changed."""

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

    def entry(self, record: Record) -> Entry[Any]:
        """Give the source and the rendered body of a record."""
        return self._entries[type(record), record.id]

    def entries_of(self, kind: type[R]) -> tuple[Entry[R], ...]:
        """Give the entries of one kind, duplicates included."""
        return tuple(e for e in self.entries if isinstance(e.record, kind))

    def date_of(self, meeting: str | None) -> dt.date | None:
        """Tell the day of a meeting."""
        found = self.meetings.get(meeting)
        return found.date if found else None

    def actions_of_meeting(self, meeting: Meeting) -> tuple[Action, ...]:
        """Give the actions a meeting agreed."""
        return self._actions_by_meeting.get(meeting.id, ())

    def concerns_of_meeting(self, meeting: Meeting) -> tuple[Concern, ...]:
        """Give the concerns a meeting raised."""
        return self._concerns_by_meeting.get(meeting.id, ())

    def decisions_of_meeting(self, meeting: Meeting) -> tuple[Decision, ...]:
        """Give the decisions a meeting took or was told of."""
        return self._decisions_by_meeting.get(meeting.id, ())

    def actions_of_concern(self, concern: Concern) -> tuple[Action, ...]:
        """Give the actions about a concern, whichever of the two names the other."""
        return self._actions_by_concern.get(concern.id, ())

    def concerns_of_action(self, action: Action) -> tuple[Concern, ...]:
        """Give the concerns an action is about, whichever of the two names the other."""
        return tuple(c for c in self.concerns if action in self.actions_of_concern(c))

    def meetings_of_group(self, group: Group | None) -> tuple[Meeting, ...]:
        """Give the meetings of a group, oldest first."""
        return tuple(
            m for m in self.meetings if group and self.groups.get(m.group) == group
        )

    def parties(self, names: Iterable[str]) -> tuple[Party, ...]:
        """Give the parties that names stand for, each once."""
        found = (self.names.find(name) for name in names)
        return tuple({party: None for party in found if party})

    def organisation_of(self, attendance: Attendance) -> Party | None:
        """Tell whom somebody came for: as the note says, or else as the register does."""
        if attendance.organisation:
            return self.names.organisation(attendance.organisation)
        person = self.people.get(getattr(self.names.person(attendance.name), "id", None))
        return self.names.organisation(person.organisation) if person else None

    @cached_property
    def _entries(self) -> dict[Key, Entry[Any]]:
        return {(type(e.record), e.record.id): e for e in reversed(self.entries)}

    @cached_property
    def _actions_by_meeting(self) -> dict[str, tuple[Action, ...]]:
        return self._by_meeting((a, (a.raised_in,)) for a in self.actions)

    @cached_property
    def _concerns_by_meeting(self) -> dict[str, tuple[Concern, ...]]:
        return self._by_meeting(
            (c, tuple(r.meeting for r in c.raised)) for c in self.concerns
        )

    @cached_property
    def _decisions_by_meeting(self) -> dict[str, tuple[Decision, ...]]:
        return self._by_meeting(
            (d, tuple(filter(None, (d.decided_in, d.reported_in))))
            for d in self.decisions
        )

    @cached_property
    def _actions_by_concern(self) -> dict[str, tuple[Action, ...]]:
        found: dict[str, dict[str, Action]] = defaultdict(dict)
        for action in self.actions:
            for concern in self.concerns.some(action.concerns):
                found[concern.id][action.id] = action
        for concern in self.concerns:
            for action in self.actions.some(concern.actions):
                found[concern.id][action.id] = action
        return {key: tuple(actions.values()) for key, actions in found.items()}

    def _by_meeting(
        self, records: Iterable[tuple[R, tuple[str, ...]]]
    ) -> dict[str, tuple[R, ...]]:
        found: dict[str, list[R]] = defaultdict(list)
        for record, references in records:
            for meeting in self.meetings.some(references):
                found[meeting.id].append(record)
        return {key: tuple(values) for key, values in found.items()}


def link(reading: Reading) -> Book:
    """Put everything that could be read together."""
    unread = frozenset(problem.place.path for problem in reading.problems)
    return bind(reading.entries, reading.attachments, unread)


def bind(entries: Entries, attachments: frozenset[str], unread: frozenset[str]) -> Book:
    """Make a book of these entries."""

    def all_of(kind: type[R]) -> list[R]:
        return [e.record for e in entries if isinstance(e.record, kind)]

    organisations, people = all_of(Organisation), all_of(Person)
    groups = all_of(Group)
    return Book(
        entries=entries,
        attachments=attachments,
        unread=unread,
        meetings=shelve(all_of(Meeting), order=lambda m: (m.date, m.id)),
        actions=shelve(all_of(Action), order=lambda a: a.id),
        concerns=shelve(all_of(Concern), order=lambda c: (c.title.casefold(), c.id)),
        decisions=shelve(all_of(Decision), order=lambda d: d.id),
        themes=shelve(all_of(Theme), order=lambda t: (t.title.casefold(), t.id)),
        groups=shelve(all_of(Group), order=lambda g: (g.title.casefold(), g.id)),
        organisations=shelve(organisations, order=lambda o: (o.name.casefold(), o.id)),
        people=shelve(people, order=lambda p: (p.name.casefold(), p.id)),
        glossary=shelve(all_of(Term), order=lambda t: (t.id.casefold(), t.id)),
        names=names_of(organisations, people, groups),
    )
