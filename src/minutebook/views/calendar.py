"""What stands in a calendar: meetings held and announced, and days actions are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from minutebook.book import Book
from minutebook.records import (
    Action,
    Group,
    Meeting,
    NextMeeting,
    NoteStatus,
    Organisation,
)
from minutebook.views.cards import Ref, Standing, action_cards, ref_to
from minutebook.views.once import once
from minutebook.views.told import told_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting that was held."""

    ref: Ref
    group: Ref | None
    starts: dt.date
    """The day, or day and time in the time zone of the meeting."""

    ends: dt.datetime | None
    venue: str | None
    summary: str | None
    told_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A meeting that a note announced for a day."""

    told_in: Ref
    """The meeting whose note says so."""

    group: Ref | None
    day: dt.date
    about: str | None
    told_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A day an action is due."""

    ref: Ref
    day: dt.date
    standing: Standing
    owners: tuple[str, ...]
    told_on: dt.date


def starts(meeting: Meeting, time_zone: str) -> dt.date:
    """Tell when a meeting began: the time in its own time zone, or else the day.

    A day is not a time: a calendar shows it as a whole day.
    """
    return _at(meeting, meeting.start, time_zone) or meeting.date


def ends(meeting: Meeting, time_zone: str) -> dt.datetime | None:
    """Tell when a meeting ended, if its beginning is known as well."""
    return _at(meeting, meeting.end, time_zone) if meeting.start else None


def held(book: Book, meetings: Iterable[Meeting], time_zone: str) -> tuple[Held, ...]:
    """Lay out meetings that were held; those without a time zone are in `time_zone`."""
    return tuple(_held(book, meeting, time_zone) for meeting in meetings)


def announced(
    book: Book, today: dt.date, group: Group | None = None
) -> tuple[Announced, ...]:
    """Lay out meetings of a group, or of all, that are announced for a day to come.

    What several notes of a group say about one day stands once, as the last one says it.
    A meeting of that day that has a note is no longer announced.
    """
    meetings = book.meetings_of_group(group) if group else book.meetings
    taken = {(_group(book, m), m.date) for m in meetings}
    found: dict[tuple[Ref | None, dt.date, str | None], Announced] = {}
    for meeting in meetings:
        if meeting.status is NoteStatus.WITHDRAWN:
            continue
        for coming in meeting.next_meetings:
            mine, day = _group(book, meeting), _day(coming)
            if day is None or day < today or (mine, day) in taken:
                continue
            same = None if mine else meeting.id
            found[mine, day, same] = Announced(
                told_in=ref_to(book, meeting),
                group=mine,
                day=day,
                about=coming.about,
                told_on=told_on(book, meeting.id) or meeting.date,
            )
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.told_in.id)))


def due(book: Book, organisation: Organisation, today: dt.date) -> tuple[Due, ...]:
    """Lay out the days on which actions of an organisation are due, if still open."""
    owed = {action.id: action for action in book.actions_owed_by(organisation)}
    return tuple(
        Due(
            ref=card.ref,
            day=card.due.date,
            standing=card.standing,
            owners=tuple(owner.name for owner in card.owners),
            told_on=_told_last(book, owed[card.ref.id]),
        )
        for card in action_cards(book, owed.values(), today)
        if card.due and card.due.date
        if not owed[card.ref.id].standing.is_closed
    )


@once
def _held(book: Book, meeting: Meeting, time_zone: str) -> Held:
    return Held(
        ref=ref_to(book, meeting),
        group=_group(book, meeting),
        starts=starts(meeting, time_zone),
        ends=ends(meeting, time_zone),
        venue=meeting.venue,
        summary=meeting.summary,
        told_on=told_on(book, meeting.id) or meeting.date,
    )


def _at(meeting: Meeting, time: dt.time | None, time_zone: str) -> dt.datetime | None:
    if time is None:
        return None
    zone = ZoneInfo(meeting.timezone or time_zone)
    return dt.datetime.combine(meeting.date, time, tzinfo=zone)


def _group(book: Book, meeting: Meeting) -> Ref | None:
    group = book.groups.get(meeting.group)
    return ref_to(book, group) if group else None


def _day(coming: NextMeeting) -> dt.date | None:
    return coming.date.date if coming.date else None


def _told_last(book: Book, action: Action) -> dt.date:
    """Tell the last day on which something was recorded of an action."""
    days = (
        told_on(book, action.raised_in),
        *(update.date or told_on(book, update.reported_in) for update in action.updates),
    )
    return max((day for day in days if day), default=dt.date.min)
