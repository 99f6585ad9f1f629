"""What an audience may see: a smaller book, in which nothing else is left.

Everything shown is made from the smaller book, so that what is hidden cannot reach a
page by any way.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from minutebook.book import Book, bind
from minutebook.book.references import Refers, people_of, texts_of
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


def seen_by(
    book: Book, audience: Visibility, today: dt.date, *, names_people: bool = False
) -> Book:
    """Make the book that `audience` may read on the day `today`.

    The public sees published notes; members also those not published yet. Of a
    withdrawn note only the fact remains. What was raised, answered or reported only in
    meetings that are not shown is not shown either, and an organisation or person that
    nothing shown speaks of is left out. `names_people` gives people pages.
    """
    sight = _Sight(book, audience, today)
    entries = [shown for entry in book.entries if (shown := sight.entry(entry))]
    named = _named(book, entries)
    seen = tuple(entry for entry in entries if _is_named(entry, named))
    return bind(seen, book.attachments, book.unread, names_people=names_people)


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
        if len(updates) == len(action.updates):
            return entry
        return dataclasses.replace(
            entry, record=dataclasses.replace(action, updates=updates)
        )

    def _concern(self, entry: Entry[Concern]) -> Entry[Concern] | None:
        concern = entry.record
        raised = tuple(r for r in concern.raised if self._shows(r.meeting))
        if not (self._released(concern) and raised):
            return None
        if all(self._shows(meeting) for meeting in _tells_of(concern)):
            return entry
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


def _tells_of(concern: Concern) -> Iterator[str | None]:
    """List the meetings of all that a concern tells, one by one."""
    closings = filter(None, (concern.resolved, concern.withdrawn))
    yield from (raising.meeting for raising in concern.raised)
    yield from (response.meeting for response in concern.responses)
    yield from (closing.meeting for closing in closings)


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


def _named(book: Book, shown: Iterable[Entry[Any]]) -> frozenset[tuple[type, str]]:
    """Find the organisations and people that something shown speaks of.

    Up to here the registers are shown whole, so names are looked up in the full book.
    """
    records = [entry.record for entry in shown if not isinstance(entry.record, Person)]
    texts = texts_of(records)
    names = set(texts[Refers.OWNER] | texts[Refers.NAME] | texts[Refers.ORGANISATION])
    for meeting in records:
        if isinstance(meeting, Meeting):
            names.update(person.name for _, person in people_of(meeting))
    return frozenset(found for name in names for found in _register_entries(book, name))


def _register_entries(book: Book, name: str) -> Iterator[tuple[type, str]]:
    person = book.names.person(name)
    organisation = book.names.organisation(name)
    if person and organisation is None:
        yield Person, person.id
        organisation = book.organisation_behind(person)
    if organisation:
        yield Organisation, organisation.id


def _is_named(entry: Entry[Any], named: frozenset[tuple[type, str]]) -> bool:
    kind = type(entry.record)
    return kind not in (Organisation, Person) or (kind, entry.record.id) in named
