"""What is new, as a feed tells it: each thing once, on the day it could first be read."""

from __future__ import annotations

import dataclasses
import datetime as dt
import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from minutebook.book import Book
from minutebook.book.standing import response_date
from minutebook.records import (
    Action,
    ActionStatus,
    Closing,
    Concern,
    ConcernKind,
    Decision,
    Meeting,
    NoteStatus,
    Organisation,
    Theme,
    When,
)
from minutebook.views.cards import Ref, party_refs, ref_to
from minutebook.views.once import once

LENGTH = 50
"""How many of the newest things a feed tells."""


class Happened(StrEnum):
    """What there is to tell of a record."""

    NOTE = "note"
    NOTE_WITHDRAWN = "note-withdrawn"
    AGREED = "agreed"
    UPDATED = "updated"
    DECIDED = "decided"
    RAISED = "raised"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing that happened to a record."""

    ref: Ref
    happened: Happened
    mark: str
    """Tells it from the other news of the record, for ever; empty for its first."""

    day: dt.date
    """The day it could first be read."""

    words: str | None = None
    """What the note says about it."""

    owners: tuple[str, ...] = ()
    due: When | None = None
    status: ActionStatus | NoteStatus | None = None
    kind: ConcernKind | None = None
    holding: bool = False
    """Whether an answer only promises to come back."""


def news(book: Book, today: dt.date) -> tuple[News, ...]:
    """Tell what is new in the whole book, the newest first."""
    return _newest(
        (
            *(_of_meeting(book, meeting) for meeting in book.meetings),
            *(_of_action(book, action) for action in book.actions),
            *(_of_concern(book, concern) for concern in book.concerns),
            *(_of_decision(book, decision) for decision in book.decisions),
        ),
        today,
    )


def news_of_theme(book: Book, theme: Theme, today: dt.date) -> tuple[News, ...]:
    """Tell what is new about a theme, the newest first."""
    return _newest(
        (
            *(_of_action(book, action) for action in book.actions_of_theme(theme)),
            *(_of_concern(book, concern) for concern in book.concerns_of_theme(theme)),
            *(_of_decision(book, found) for found in book.decisions_of_theme(theme)),
        ),
        today,
    )


def news_of_organisation(
    book: Book, organisation: Organisation, today: dt.date
) -> tuple[News, ...]:
    """Tell what is new for an organisation, the newest first.

    These are the meetings it came to, the actions it owes, and the concerns it raised or
    answered.
    """
    concerns = {
        concern.id: concern
        for concern in (
            *book.concerns_raised_by(organisation),
            *book.concerns_answered_by(organisation),
        )
    }
    return _newest(
        (
            *(
                _of_meeting(book, came.meeting)
                for came in book.attendance_of(organisation)
            ),
            *(_of_action(book, action) for action in book.actions_owed_by(organisation)),
            *(_of_concern(book, concern) for concern in concerns.values()),
        ),
        today,
    )


def told_on(book: Book, meeting: str | None) -> dt.date | None:
    """Tell since when the note of a meeting could be read, as well as it is recorded."""
    found = book.meetings.get(meeting)
    return _out_since(found) if found else None


def _newest(found: Iterable[tuple[News, ...]], today: dt.date) -> tuple[News, ...]:
    """Take the newest, and nothing whose day has not come."""
    known = (each for some in found for each in some if each.day <= today)
    return tuple(
        heapq.nlargest(
            LENGTH, known, key=lambda n: (n.day, n.ref.folder, n.ref.id, n.mark)
        )
    )


def _out_since(meeting: Meeting) -> dt.date:
    """Take the last step of a note that has a day, or the meeting's own day."""
    steps = (
        meeting.withdrawn_on,
        meeting.published_on,
        meeting.agreed_on,
        meeting.drafted_on,
    )
    known = next((when.date for when in steps if when and when.date), meeting.date)
    return max(known, meeting.release_on or known)


@once
def _of_meeting(book: Book, meeting: Meeting) -> tuple[News, ...]:
    withdrawn = meeting.status is NoteStatus.WITHDRAWN
    return (
        News(
            ref=ref_to(book, meeting),
            happened=Happened.NOTE_WITHDRAWN if withdrawn else Happened.NOTE,
            mark="",  # the same, so that what a reader keeps of a withdrawn note goes
            day=_out_since(meeting),
            words=meeting.summary,
            status=meeting.status,
        ),
    )


@once
def _of_action(book: Book, action: Action) -> tuple[News, ...]:
    to, owners = ref_to(book, action), _names(book, action.owners)
    agreed = _latest(told_on(book, action.raised_in), action.release_on)
    if agreed is None:
        return ()
    first = News(
        ref=to,
        happened=Happened.AGREED,
        mark="",
        day=agreed,
        owners=owners,
        due=action.due,
    )
    steps = (
        News(
            ref=to,
            happened=Happened.UPDATED,
            mark=f"{update.date or update.reported_in}-{update.status}",
            day=_latest(update.date, told_on(book, update.reported_in), agreed) or agreed,
            words=update.note,
            owners=owners,
            due=action.due,
            status=update.status,
        )
        for update in action.updates
    )
    return _each_once((first, *steps))


@once
def _of_concern(book: Book, concern: Concern) -> tuple[News, ...]:
    to, release = ref_to(book, concern), concern.release_on
    raised = (
        News(
            ref=to,
            happened=Happened.RAISED,
            mark=f"raised-{raising.meeting}",
            day=day,
            words=raising.said,
            kind=concern.kind,
        )
        for raising in concern.raised
        if (day := _latest(told_on(book, raising.meeting), release))
    )
    answered = (
        News(
            ref=to,
            happened=Happened.ANSWERED,
            mark=f"answered-{day}",
            day=day,
            words=response.answer,
            owners=_names(book, response.by),
            kind=concern.kind,
            holding=response.holding,
        )
        for response in concern.responses
        if (
            day := _latest(
                response_date(response, book), told_on(book, response.meeting), release
            )
        )
    )
    ended = (
        News(ref=to, happened=how, mark=how.value, day=day, words=closing.note)
        for how, closing in (
            (Happened.RESOLVED, concern.resolved),
            (Happened.TAKEN_BACK, concern.withdrawn),
        )
        if closing and (day := _latest(*_days(book, closing), release))
    )
    return _each_once((*raised, *answered, *ended))


@once
def _of_decision(book: Book, decision: Decision) -> tuple[News, ...]:
    day = _latest(told_on(book, decision.meeting), decision.release_on)
    if day is None:
        return ()
    return (
        News(
            ref=ref_to(book, decision),
            happened=Happened.DECIDED,
            mark="",
            day=day,
            owners=_names(book, decision.by),
        ),
    )


def _each_once(found: tuple[News, ...]) -> tuple[News, ...]:
    """Give numbers to what bears the same mark: two answers of one day."""
    seen: dict[str, int] = {}
    told = []
    for each in found:
        seen[each.mark] = times = seen.get(each.mark, 0) + 1
        again = f"{each.mark}-{times}"
        told.append(each if times == 1 else dataclasses.replace(each, mark=again))
    return tuple(told)


def _days(book: Book, closing: Closing) -> tuple[dt.date | None, ...]:
    own = closing.date.date if closing.date else None
    return own, told_on(book, closing.meeting)


def _latest(*days: dt.date | None) -> dt.date | None:
    """Give the day on which the last of several had come; None if none is known.

    A day that only limits the others, a release, is given last.
    """
    *known, limit = days
    found = [day for day in known if day]
    return max((*found, limit or found[0])) if found else None


def _names(book: Book, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(owner.name for owner in party_refs(book, names))
