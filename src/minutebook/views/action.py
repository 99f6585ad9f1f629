"""An action and its history."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.reading import Prose
from minutebook.records import Action, ActionStatus
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    MeetingRef,
    action_card,
    concern_cards,
    meeting_ref,
)


@dataclass(frozen=True, slots=True)
class Event:
    """One step in the life of an action."""

    status: ActionStatus
    date: dt.date | None
    note: str | None
    meeting: MeetingRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """What the page of an action shows."""

    card: ActionCard
    meeting_title: str | None
    history: tuple[Event, ...]
    """Newest first; the last one is the meeting that agreed it."""

    concerns: tuple[ConcernCard, ...]
    prose: Prose


def action_view(book: Book, action: Action, today: dt.date) -> ActionView:
    """Gather what the page of `action` shows on the day `today`."""
    meeting = book.meetings.get(action.raised_in)
    agreed = Event(
        ActionStatus.OPEN,
        meeting.date if meeting else None,
        None,
        meeting_ref(book, action.raised_in),
    )
    steps = (
        Event(u.status, u.date, u.note, meeting_ref(book, u.reported_in))
        for u in action.updates
    )
    return ActionView(
        card=action_card(book, action, today),
        meeting_title=meeting.title if meeting else None,
        history=(agreed, *steps)[::-1],
        concerns=concern_cards(book, book.concerns_of_action(action)),
        prose=book.entry(action).prose,
    )
