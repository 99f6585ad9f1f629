"""What an audience may see: a smaller book, in which nothing else is left.

Everything shown is made from the smaller book, so that what is hidden cannot reach a
page by any way.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from minutebook.book import Book, bind
from minutebook.book.references import Refers, references
from minutebook.reading import Entry, read_prose
from minutebook.records import (
    Action,
    Concern,
    Decision,
    Meeting,
    NoteStatus,
    Organisation,
    Person,
    Visibility,
)

_WIDTH = {Visibility.PUBLIC: 0, Visibility.MEMBERS: 1, Visibility.PRIVATE: 2}


def seen_by(book: Book, audience: Visibility, today: dt.date) -> Book:
    """Make the book that `audience` may read on the day `today`.

    The public sees published notes; members also those not published yet. Of a
    withdrawn note only the fact remains. What was raised, answered or reported only in
    meetings that are not shown is not shown either, and an organisation or person that
    nothing shown speaks of is left out.
    """
    sight = _Sight(book, audience, today)
    entries = [shown for entry in book.entries if (shown := sight.entry(entry))]
    named = _named(bind(tuple(entries), book.attachments, book.unread))
    return bind(
        tuple(e for e in entries if _is_named(e, named)), book.attachments, book.unread
    )


class _Sight:
    """Decides record by record."""

    def __init__(self, book: Book, audience: Visibility, today: dt.date) -> None:
        self._book = book
        self._audience = audience
        self._today = today
        self._open = frozenset(
            meeting.id
            for meeting in book.meetings
            if self._released(meeting) and meeting.status is not NoteStatus.WITHDRAWN
        )

    def entry(self, entry: Entry[Any]) -> Entry[Any] | None:
        record = entry.record
        match record:
            case Meeting(status=NoteStatus.WITHDRAWN) if self._released(record):
                return _withdrawn(entry)
            case Meeting():
                return entry if record.id in self._open else None
            case Action():
                return self._action(entry)
            case Concern():
                return self._concern(entry)
            case Decision():
                shown = self._released(record) and all(
                    self._shows(m) for m in (record.decided_in, record.reported_in)
                )
                return entry if shown else None
            case _:
                return entry

    def _released(self, record: Meeting | Action | Concern | Decision) -> bool:
        """Whether a record itself is for this audience, and its day has come."""
        public = self._audience is Visibility.PUBLIC
        if public and isinstance(record, Meeting) and not _is_out(record):
            return False
        meant_for_them = _WIDTH[record.visibility] <= _WIDTH[self._audience]
        return meant_for_them and (
            record.release_on is None or record.release_on <= self._today
        )

    def _shows(self, meeting: str | None) -> bool:
        if meeting is None:
            return True
        found = self._book.meetings.get(meeting)
        return found is not None and found.id in self._open

    def _action(self, entry: Entry[Action]) -> Entry[Action] | None:
        action = entry.record
        if not (self._released(action) and self._shows(action.raised_in)):
            return None
        updates = tuple(u for u in action.updates if self._shows(u.reported_in))
        return dataclasses.replace(
            entry, record=dataclasses.replace(action, updates=updates)
        )

    def _concern(self, entry: Entry[Concern]) -> Entry[Concern] | None:
        concern = entry.record
        raised = tuple(r for r in concern.raised if self._shows(r.meeting))
        if not (self._released(concern) and raised):
            return None
        resolved, withdrawn = concern.resolved, concern.withdrawn
        shown = dataclasses.replace(
            concern,
            raised=raised,
            responses=tuple(r for r in concern.responses if self._shows(r.meeting)),
            resolved=resolved if resolved and self._shows(resolved.meeting) else None,
            withdrawn=(
                withdrawn if withdrawn and self._shows(withdrawn.meeting) else None
            ),
        )
        return dataclasses.replace(entry, record=shown)


def _is_out(meeting: Meeting) -> bool:
    return meeting.status in (NoteStatus.PUBLISHED, NoteStatus.WITHDRAWN)


def _withdrawn(entry: Entry[Meeting]) -> Entry[Meeting]:
    """Leave of a withdrawn note what tells that it was there."""
    meeting = entry.record
    bare = Meeting(
        id=meeting.id,
        title=meeting.title,
        date=meeting.date,
        group=meeting.group,
        kind=meeting.kind,
        status=meeting.status,
        withdrawn_on=meeting.withdrawn_on,
        aliases=meeting.aliases,
    )
    return Entry(record=bare, source=entry.source, prose=read_prose(""))


def _named(book: Book) -> frozenset[tuple[type, str]]:
    """Find the organisations and people that a record of the book speaks of."""
    found: set[tuple[type, str]] = set()
    for entry in book.entries:
        if isinstance(entry.record, Person):
            continue
        for reference in references(entry.record):
            if reference.refers in (Refers.OWNER, Refers.NAME, Refers.ORGANISATION):
                found |= _register_entries(book, reference.text)
    for meeting in book.meetings:
        people = (*meeting.attendees, *meeting.officials, *meeting.apologies)
        for person in (*people, meeting.chair, meeting.minute_taker):
            if person:
                found |= _register_entries(book, person.name)
    return frozenset(found)


def _register_entries(book: Book, name: str) -> set[tuple[type, str]]:
    found: set[tuple[type, str]] = set()
    person = book.names.person(name)
    organisation = book.names.organisation(name)
    if person and organisation is None:
        found.add((Person, person.id))
        record = book.people.get(person.id)
        organisation = book.names.organisation(record.organisation if record else None)
    if organisation:
        found.add((Organisation, organisation.id))
    return found


def _is_named(entry: Entry[Any], named: frozenset[tuple[type, str]]) -> bool:
    kind = type(entry.record)
    return kind not in (Organisation, Person) or (kind, entry.record.id) in named
