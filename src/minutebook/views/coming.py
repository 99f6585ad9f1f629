"""The meetings to come: those on record, and what the latest notes announce."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.book.shelves import gather
from minutebook.records import Meeting, NextMeeting, NoteStatus, When
from minutebook.views.cards import MeetingRef, Ref, meeting_day, ref_to

_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A meeting to come, as far as it is known."""

    group: Ref | None
    date: When | None
    start: dt.time | None
    timezone: str | None
    venue: str | None
    about: str | None
    page: Ref | None
    """The meeting itself, if it has a page already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingView:
    """When we meet next, and when we last met."""

    dated: tuple[Coming, ...]
    """Those with a day, the soonest first."""

    undated: tuple[Coming, ...]
    """Those of which there is a word, and no day."""

    last: MeetingRef | None
    """The latest meeting held before today."""


def coming_view(book: Book, today: dt.date) -> ComingView:
    """Gather what is known, on the day `today`, of the meetings to come."""
    meetings = [m for m in book.meetings if m.status is not NoteStatus.WITHDRAWN]
    held = [meeting for meeting in meetings if meeting.date < today]
    planned = [_planned(book, m) for m in meetings if m.date >= today]
    known = {(coming.group, coming.date) for coming in planned}
    announced = [
        coming
        for coming in _announced(book, meetings, today)
        if (coming.group, coming.date) not in known
    ]
    dated = [c for c in (*planned, *announced) if c.date and c.date.date]
    undated = [c for c in announced if not (c.date and c.date.date)]
    dated.sort(key=lambda c: (c.date and c.date.date) or dt.date.max)
    return ComingView(
        dated=tuple(dated[:_SHOWN]),
        undated=tuple(undated[:_SHOWN]),
        last=meeting_day(book, held[-1]) if held else None,
    )


def still_announced(
    meetings: Iterable[Meeting], today: dt.date
) -> tuple[NextMeeting, ...]:
    """Give the meetings to come of which a group spoke last, those gone by left out.

    `meetings` are the group's own, oldest first. A note that says nothing of the next
    ones takes nothing back.
    """
    noted = (m for m in meetings if m.status is not NoteStatus.WITHDRAWN)
    spoke = [meeting.next_meetings for meeting in noted if meeting.next_meetings]
    latest = spoke[-1] if spoke else ()
    return tuple(each for each in latest if not _gone_by(each, today))


def _announced(
    book: Book, meetings: Iterable[Meeting], today: dt.date
) -> Iterable[Coming]:
    """Give what each group's latest word on its meetings still announces.

    Groups that met last come first.
    """
    by_group = gather((_group_id(book, m), m) for m in meetings if m.next_meetings)
    latest = sorted(by_group.values(), key=lambda spoke: spoke[-1].date, reverse=True)
    for spoke in latest:
        for announced in still_announced(spoke, today):
            yield _coming(book, spoke[-1], announced)


def _group_id(book: Book, meeting: Meeting) -> str | None:
    group = book.groups.get(meeting.group)
    return group.id if group else None


def _planned(book: Book, meeting: Meeting) -> Coming:
    group = book.groups.get(meeting.group)
    return Coming(
        group=ref_to(book, group) if group else None,
        date=When(date=meeting.date),
        start=meeting.start,
        timezone=meeting.timezone,
        venue=meeting.venue,
        about=meeting.title,
        page=ref_to(book, meeting),
    )


def _coming(book: Book, meeting: Meeting, announced: NextMeeting) -> Coming:
    group = book.groups.get(meeting.group)
    return Coming(
        group=ref_to(book, group) if group else None,
        date=announced.date,
        start=None,
        timezone=None,
        venue=None,
        about=announced.about,
        page=None,
    )


def _gone_by(meeting: NextMeeting, today: dt.date) -> bool:
    day = meeting.date.date if meeting.date else None
    return day is not None and day < today
