"""What an editor suggests while somebody writes: the records and names of a book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from minutebook.book import Book
from minutebook.records import Meeting


class Suggests(StrEnum):
    """What is suggested in a field."""

    MEETINGS = "meetings"
    GROUPS = "groups"
    THEMES = "themes"
    CONCERNS = "concerns"
    ACTIONS = "actions"
    PARTIES = "parties"
    ORGANISATIONS = "organisations"
    PEOPLE = "people"


Suggestion = tuple[str, str]
"""What is put into the field, and what tells a person which record that is."""


def suggestions(book: Book) -> Mapping[Suggests, tuple[Suggestion, ...]]:
    """List what is suggested. The book must be cut to those who may see it."""
    organisations = [(one.name, "") for one in book.organisations]
    groups = [(group.short or group.title, group.title) for group in book.groups]
    people = [(person.name, person.organisation or "") for person in book.people]
    meetings = sorted(book.meetings, key=lambda meeting: meeting.date, reverse=True)
    return {
        Suggests.MEETINGS: tuple((one.id, _told(one)) for one in meetings),
        Suggests.GROUPS: _titles(book.groups),
        Suggests.THEMES: _titles(book.themes),
        Suggests.CONCERNS: _titles(book.concerns),
        Suggests.ACTIONS: _titles(book.actions),
        Suggests.PARTIES: tuple(_once([*organisations, *people, *groups])),
        Suggests.ORGANISATIONS: tuple(_once(organisations)),
        Suggests.PEOPLE: tuple(_once(_at_a_meeting(name, of) for name, of in people)),
    }


def _told(meeting: Meeting) -> str:
    return f"{meeting.title}, {meeting.date.isoformat()}"


def _titles(records: Iterable[object]) -> tuple[Suggestion, ...]:
    return tuple((record.id, record.title) for record in records)  # type: ignore[attr-defined] # each has both


def _at_a_meeting(name: str, organisation: str) -> Suggestion:
    return (f"{name}, {organisation}" if organisation else name, "")


def _once(given: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Leave out what was suggested before."""
    seen = set()
    for value, told in given:
        if value not in seen:
            seen.add(value)
            yield value, told
