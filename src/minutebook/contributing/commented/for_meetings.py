"""Something that could stand in each field of a meeting that is not used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from minutebook.book import Book
from minutebook.book.names import fold
from minutebook.reading.write import plain
from minutebook.records import Attendance, Meeting, When

_STEPS = {"drafted_on": 7, "agreed_on": 28, "published_on": 29, "withdrawn_on": 365}
"""The life of a note, and how many days after the meeting each step may be."""

_LATEST = dt.date.max - dt.timedelta(days=400)


def for_meeting(meeting: Meeting, book: Book) -> dict[str, Any]:
    """Give plain data for its fields. Who came last time is who may have come again."""
    groups = [group.id for group in book.groups]
    later = min(meeting.date, _LATEST) + dt.timedelta(days=28)
    return {
        "group": groups[0] if groups else None,
        **_times(meeting),
        "timezone": "Europe/London",
        "venue": "Town hall",
        "kind": "roundtable",
        **_steps(meeting),
        "summary": "What was decided, in one sentence.",
        **_people(meeting, before(meeting, book)),
        "source": {
            "title": "The document this note was made from",
            "publisher": "Who published it",
            "url": "https://example.org/minutes.pdf",
        },
        "next_meetings": [later.isoformat()],
        "addenda": [
            {
                "title": "What it is about",
                "text": "What has to be added now that the note was agreed.",
                "date": later.isoformat(),
            }
        ],
        "corrections": [
            {"date": later.isoformat(), "reason": "What was wrong, and who says so."}
        ],
    }


def before(meeting: Meeting, book: Book) -> Meeting | None:
    """Find the last meeting of the group before a meeting that may not be in the book."""
    earlier = [
        one
        for one in book.meetings_of_group(book.groups.get(meeting.group))
        if one.date <= meeting.date and one.id != meeting.id
    ]
    return earlier[-1] if earlier else None


def _times(meeting: Meeting) -> dict[str, Any]:
    """Give a beginning before the end, and an end after the beginning."""
    if meeting.end:
        start = meeting.end.replace(hour=meeting.end.hour // 2, minute=0)
        return {"start": f"{start:%H:%M}" if start < meeting.end else None}
    start = meeting.start or dt.time(19)
    is_late = start.hour == dt.time.max.hour
    end = dt.time.max if is_late else start.replace(hour=start.hour + 1)
    return {"start": "19:00", "end": f"{end:%H:%M}"}


def _steps(meeting: Meeting) -> dict[str, Any]:
    """Give days for the life of a note: one after the other, where there is room."""
    given = [getattr(meeting, name) for name in _STEPS]
    crowded = any(isinstance(one, When) and one.date for one in given)
    found, last = {}, min(meeting.date, _LATEST)
    for (name, days), when in zip(_STEPS.items(), given, strict=True):
        if when and when.date:
            last = when.date
        elif not crowded:
            last = min(meeting.date, _LATEST) + dt.timedelta(days=days)
        found[name] = last.isoformat()
    return found


def _people(meeting: Meeting, last: Meeting | None) -> dict[str, Any]:
    """Give those who came last time, and those who did not."""
    absent = {fold(one.name) for one in meeting.apologies}
    here = {fold(one.name) for one in _present(meeting)}
    came = [
        one for one in (last.attendees if last else ()) if fold(one.name) not in absent
    ]
    officials = [
        one for one in (last.officials if last else ()) if fold(one.name) not in absent
    ]
    away = [one for one in (last.apologies if last else ()) if fold(one.name) not in here]
    found: dict[str, Any] = {
        "attendees": _lines(came) or ["Jo Lee (chair)", "Sam Patel (minute taker)"],
        "officials": _lines(officials) or ["Alex Brown"],
        "apologies": _lines(away) or ["Kim Jones"],
    }
    for field, role, otherwise in (
        ("chair", "chair", "Jo Lee"),
        ("minute_taker", "minute taker", "Sam Patel"),
    ):
        last_time = [one for one in came if one.has_role(role)]
        found[field] = _lines(last_time)[0] if last_time else otherwise
    return found


def _present(meeting: Meeting) -> Iterable[Attendance]:
    named = (meeting.chair, meeting.minute_taker)
    return (*meeting.attendees, *meeting.officials, *(one for one in named if one))


def _lines(people: Iterable[Attendance]) -> list[Any]:
    return [plain(one) for one in people]
