"""Something that could stand in each field of a record that is not used.

Every example would be right in this book, on its own and with all others: the check finds
nothing to say if somebody takes them as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from minutebook.book import Book
from minutebook.book.shelf import Shelf
from minutebook.contributing.commented.for_meetings import for_meeting
from minutebook.records import (
    Action,
    ActionStatus,
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

_LONGEST_ID = 120


def examples(record: Record, book: Book) -> Mapping[str, Any]:
    """Give plain data for the fields of a record; None where nothing can be chosen."""
    return _OF[type(record)](record, book)


def _for_meeting(meeting: Meeting, book: Book) -> dict[str, Any]:
    return {**_shared(meeting.id, meeting.date), **for_meeting(meeting, book)}


def _shared(record_id: str, day: dt.date | None) -> dict[str, Any]:
    """Give what records of most kinds can say."""
    return {
        "visibility": "members",
        "release_on": _after(day, 30),
        "aliases": _earlier(record_id),
    }


def _for_action(action: Action, book: Book) -> dict[str, Any]:
    agreed = book.date_of(action.raised_in)
    told = max((one.date for one in action.updates if one.date), default=agreed)
    status = (action.status or ActionStatus.IN_PROGRESS).value
    closed = action.updates and action.standing.is_closed
    return {
        **_shared(action.id, agreed),
        "due": _after(agreed, 28),
        "status": action.standing.value if closed or action.updates else status,
        "themes": _first(book.themes),
        "concerns": _first(book.concerns),
        "updates": [
            {
                "status": status,
                "date": _after(told, 14),
                "note": "What has been done so far.",
            }
        ],
    }


def _for_concern(concern: Concern, book: Book) -> dict[str, Any]:
    days = [book.date_of(one.meeting) for one in concern.raised]
    raised = max((day for day in days if day), default=None)
    return {
        **_shared(concern.id, raised),
        "kind": "question",
        "themes": _first(book.themes),
        "responses": [
            {
                "answer": "What was answered, in a few sentences.",
                "date": _after(raised, 14),
            }
        ],
        "actions": _first(book.actions),
        "resolved": {"note": "Why they are satisfied.", "date": _after(raised, 60)},
        "withdrawn": {"note": "Why they took it back.", "date": _after(raised, 60)},
    }


def _for_decision(decision: Decision, book: Book) -> dict[str, Any]:
    latest = [one.id for one in book.meetings][-1:]
    day = book.date_of(decision.meeting)
    return {
        **_shared(decision.id, day),
        "decided_in": latest[0] if latest else None,
        "reported_in": latest[0] if latest else None,
        "by": _names(book),
        "date": _after(day, 0),
        "themes": _first(book.themes),
        "concerns": _first(book.concerns),
    }


def _for_group(group: Group, book: Book) -> dict[str, Any]:
    others = [one.id for one in book.groups if one.id != group.id]
    return {
        "short": _unknown(book, f"Short for {group.title}"),
        "parent": others[0] if others else None,
        "officers": ["Jo Lee (chair)"],
        "aliases": _some(_unknown(book, f"Another name of {group.title}")),
    }


def _for_theme(theme: Theme, _book: Book) -> dict[str, Any]:
    return {"aliases": _earlier(theme.id), "also_called": ["another word for it"]}


def _for_term(_term: Term, _book: Book) -> dict[str, Any]:
    return {"explanation": "More about it, in a sentence or two."}


def _for_organisation(organisation: Organisation, _book: Book) -> dict[str, Any]:
    return {
        "aliases": [f"Another name of {organisation.name}"],
        "kind": "voluntary-sector",
        "about": "What it does, in a sentence.",
    }


def _for_person(person: Person, book: Book) -> dict[str, Any]:
    organisations = [one.name for one in book.organisations]
    letters = "".join(word[0] for word in person.name.split()).upper()
    return {
        "organisation": organisations[0] if organisations else None,
        "aliases": [f"Another name of {person.name}"],
        "initials": _unknown(book, letters),
    }


_OF: Mapping[type[Record], Callable[[Any, Book], dict[str, Any]]] = {
    Meeting: _for_meeting,
    Action: _for_action,
    Concern: _for_concern,
    Decision: _for_decision,
    Theme: _for_theme,
    Group: _for_group,
    Organisation: _for_organisation,
    Person: _for_person,
    Term: _for_term,
}


def _after(day: dt.date | None, days: int) -> str:
    """Give a day some days later, or one that is as good as any."""
    start = day or dt.date(2026, 1, 1)
    room = (dt.date.max - start).days
    return (start + dt.timedelta(days=min(days, room))).isoformat()


def _earlier(record_id: str) -> list[str]:
    return [f"earlier-{record_id[:_LONGEST_ID].rstrip('-')}"]


def _first(records: Shelf[Any]) -> list[str] | None:
    return [next(iter(records)).id] if len(records) else None


def _names(book: Book) -> list[str] | None:
    return _some(next(iter(book.names.all()), None))


def _some(name: str | None) -> list[str] | None:
    return [name] if name else None


def _unknown(book: Book, name: str) -> str | None:
    """Give a name if nobody has it yet."""
    return None if book.names.find(name) else name
