"""What there is to tell of a record: each thing once, on the day it was first told."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from minutebook.book import Book
from minutebook.book.standing import response_date
from minutebook.records import (
    Action,
    ActionStatus,
    Concern,
    ConcernKind,
    Decision,
    Meeting,
    NoteStatus,
    When,
)
from minutebook.views.cards import Ref, party_refs, ref_to
from minutebook.views.once import once
from minutebook.views.told import ended_on, latest, out_since, told_on


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


@once
def meeting_news(book: Book, meeting: Meeting) -> tuple[News, ...]:
    """Tell of a meeting that its note came out, or was withdrawn."""
    withdrawn = meeting.status is NoteStatus.WITHDRAWN
    return (
        News(
            ref=ref_to(book, meeting),
            happened=Happened.NOTE_WITHDRAWN if withdrawn else Happened.NOTE,
            mark="",  # the same, so that what a reader keeps of a withdrawn note goes
            day=out_since(meeting),
            words=meeting.summary,
            status=meeting.status,
        ),
    )


@once
def action_news(book: Book, action: Action) -> tuple[News, ...]:
    """Tell of an action that it was agreed, and each step since."""
    to, owners = ref_to(book, action), _names(book, action.owners)
    agreed = latest(told_on(book, action.raised_in), action.release_on)
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
            day=latest(update.date, told_on(book, update.reported_in), agreed) or agreed,
            words=update.note,
            owners=owners,
            due=action.due,
            status=update.status,
        )
        for update in action.updates
    )
    return _each_once((first, *steps))


@once
def concern_news(book: Book, concern: Concern) -> tuple[News, ...]:
    """Tell of a concern each time it was raised or answered, and how it ended."""
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
        if (day := latest(told_on(book, raising.meeting), release))
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
            day := latest(
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
        if closing and (day := latest(*ended_on(book, closing), release))
    )
    return _each_once((*raised, *answered, *ended))


@once
def decision_news(book: Book, decision: Decision) -> tuple[News, ...]:
    """Tell of a decision that it was made."""
    day = latest(told_on(book, decision.meeting), decision.release_on)
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


def _names(book: Book, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(owner.name for owner in party_refs(book, names))
