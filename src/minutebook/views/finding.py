"""What a search needs to know of a record beyond the words on its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from minutebook.book import Book
from minutebook.book.standing import raisings
from minutebook.records import (
    Action,
    Concern,
    Decision,
    Group,
    Meeting,
    NoteStatus,
    Organisation,
    Record,
    Theme,
)
from minutebook.views.cards import concern_card, refs_to, standing
from minutebook.views.mentions import mentions_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """By what a record can be found and narrowed down to."""

    day: dt.date | None = None
    """When it was first heard of."""

    status: str | None = None
    """A word of the catalogue for where it stands; None if that goes without saying."""

    themes: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    also: tuple[str, ...] = ()
    """What else people call it; of an organisation, who came for it as well."""

    mentions: tuple[str, ...] = ()
    """What minutes say where they link to it."""


def finding_of(book: Book, record: Record, today: dt.date) -> Finding:
    """Gather by what a record of `book` is found on the day `today`."""
    return replace(_found(book, record, today), mentions=mentions_of(book, record))


def _found(book: Book, record: Record, today: dt.date) -> Finding:
    match record:
        case Meeting():
            found = _of_meeting(book, record)
        case Action():
            found = _of_action(book, record, today)
        case Concern():
            found = _of_concern(book, record)
        case Decision():
            found = _of_decision(book, record)
        case Theme():
            found = Finding(themes=(record.title,), also=record.also_called)
        case Group():
            short = (record.short,) if record.short else ()
            found = Finding(groups=(record.title,), also=(*short, *record.aliases))
        case Organisation():
            came = book.attendance_of(record)
            people = _once(p.name for c in came for p in (*c.present, *c.apologies))
            also = (*record.aliases, *people)
            found = Finding(organisations=(record.name,), also=also)
        case _:
            found = Finding()
    return found


def _of_action(book: Book, action: Action, today: dt.date) -> Finding:
    return Finding(
        day=book.date_of(action.raised_in),
        status=standing(action, today).value,
        organisations=_organisations(book, action.owners),
        themes=_themes(book, action.themes),
        groups=_groups(book, (action.raised_in,)),
        years=_years(book, (action.raised_in,)),
    )


def _of_decision(book: Book, decision: Decision) -> Finding:
    meetings = tuple(filter(None, (decision.decided_in, decision.reported_in)))
    days = [day for day in map(book.date_of, meetings) if day]
    return Finding(
        day=min(days, default=None),
        organisations=_organisations(book, decision.by),
        themes=_themes(book, decision.themes),
        groups=_groups(book, meetings),
        years=_years(book, meetings),
    )


def _of_meeting(book: Book, meeting: Meeting) -> Finding:
    spoken: tuple[Action | Concern, ...] = (
        *book.actions_of_meeting(meeting),
        *book.concerns_of_meeting(meeting),
    )
    came = (book.organisation_of(a) for a in (*meeting.attendees, *meeting.officials))
    group = book.groups.get(meeting.group)
    return Finding(
        day=meeting.date,
        status=None if meeting.status is NoteStatus.PUBLISHED else meeting.status.value,
        themes=_themes(book, (theme for record in spoken for theme in record.themes)),
        organisations=_once(party.name for party in came if party),
        groups=(group.title,) if group else (),
        years=(meeting.date.year,),
    )


def _of_concern(book: Book, concern: Concern) -> Finding:
    card = concern_card(book, concern)
    voices = (*(r.by for r in concern.raised), *(r.by for r in concern.responses))
    meetings = tuple(raising.meeting for raising in raisings(concern, book))
    status = card.status.value if card.status else None
    return Finding(
        day=min((meeting.date for meeting in card.raised), default=None),
        status="unanswered" if status == "open" else status,
        organisations=_organisations(book, (name for names in voices for name in names)),
        themes=_themes(book, concern.themes),
        groups=_groups(book, meetings),
        years=_years(book, meetings),
    )


def _groups(book: Book, meetings: Iterable[str | None]) -> tuple[str, ...]:
    """Name the groups that held meetings."""
    found = [meeting for meeting in map(book.meetings.get, meetings) if meeting]
    groups = (book.groups.get(meeting.group) for meeting in found)
    return _once(group.title for group in groups if group)


def _years(book: Book, meetings: Iterable[str | None]) -> tuple[int, ...]:
    """Tell the years of meetings."""
    return _once(day.year for day in map(book.date_of, meetings) if day)


def _organisations(book: Book, names: Iterable[str]) -> tuple[str, ...]:
    """Name the organisations that names stand for, or those of the people they name."""
    behind = map(book.organisation_behind, book.parties(names))
    return _once(party.name for party in behind if party)


def _themes(book: Book, themes: Iterable[str]) -> tuple[str, ...]:
    return _once(ref.title for ref in refs_to(book, book.themes.some(tuple(themes))))


def _once(values: Iterable[T]) -> tuple[T, ...]:
    """Give each value once, in the order they come."""
    return tuple(dict.fromkeys(values))
