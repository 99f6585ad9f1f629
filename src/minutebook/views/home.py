"""The first page: what is new, what is late, what comes back, when we meet next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Action, NoteStatus, Update
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    MeetingCard,
    MeetingRef,
    Ref,
    Standing,
    action_cards,
    meeting_cards,
    meeting_ref,
    ref_to,
)
from minutebook.views.coming import ComingView, coming_view
from minutebook.views.theme import ThemeCard, theme_cards
from minutebook.views.unanswered import waiting_cards

_NOTES = 3
_CHANGES = 4
_ACTIONS = 5
_DUE_AT_LEAST = 2
_CONCERNS = 5
_THEMES = 6
_CLOSED = (Standing.DONE, Standing.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A step in the life of an action, and the day it was told."""

    action: Ref
    standing: Standing
    """Where the action stood after it."""

    date: dt.date
    note: str | None
    meeting: MeetingRef | None
    """The meeting that was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the first page shows."""

    meetings: int
    """How many meetings there are notes of; withdrawn ones do not count."""

    notes: tuple[MeetingCard, ...]
    """The latest."""

    changes: tuple[Change, ...]
    """The latest steps of actions, the last one first."""

    overdue: int
    late: tuple[ActionCard, ...]
    """The first of the overdue actions, latest of all first."""

    open: int
    """How many actions are not closed, the overdue ones among them."""

    actions: int
    """How many actions there are in all."""

    due: tuple[ActionCard, ...]
    """The open actions that have to be done next."""

    unanswered: int
    concerns: int
    """How many concerns there are in all."""

    again: int
    """How many of the unanswered were raised more than once."""

    back: tuple[ConcernCard, ...]
    """The first of these, the most often raised first."""

    themes: tuple[ThemeCard, ...]
    """The themes with most concerns."""

    coming: ComingView


def home_view(book: Book, today: dt.date) -> HomeView:
    """Gather what the first page shows on the day `today`."""
    shown = [m for m in book.meetings if m.status is not NoteStatus.WITHDRAWN]
    cards = action_cards(book, book.actions, today)
    late = [card for card in cards if card.standing is Standing.OVERDUE]
    rest = [c for c in cards if c.standing not in (*_CLOSED, Standing.OVERDUE)]
    waiting = waiting_cards(book)
    again = [card for card in waiting if card.history.times > 1]
    again.sort(key=lambda card: -card.history.times)
    return HomeView(
        meetings=len(shown),
        notes=meeting_cards(book, shown)[:_NOTES],
        changes=_changes(book, today),
        overdue=len(late),
        late=tuple(late[:_ACTIONS]),
        open=len(late) + len(rest),
        actions=len(cards),
        due=tuple(rest[: max(_DUE_AT_LEAST, _ACTIONS - len(late))]),
        unanswered=len(waiting),
        concerns=len(book.concerns),
        again=len(again),
        back=tuple(again[:_CONCERNS]),
        themes=tuple(card for card in theme_cards(book)[:_THEMES] if card.concerns),
        coming=coming_view(book, today),
    )


def _changes(book: Book, today: dt.date) -> tuple[Change, ...]:
    """Find the latest steps of actions that have a day, none of them yet to come."""
    steps = [
        (day, action, update)
        for action in book.actions
        for day, update in _told(book, action)
        if day <= today
    ]
    steps.sort(key=lambda step: (step[0], step[1].id), reverse=True)
    return tuple(
        Change(
            action=ref_to(book, action),
            standing=Standing(update.status.value),
            date=day,
            note=update.note,
            meeting=meeting_ref(book, update.reported_in),
        )
        for day, action, update in steps[:_CHANGES]
    )


def _told(book: Book, action: Action) -> Iterator[tuple[dt.date, Update]]:
    """Give the last step of an action with its day, or that of the meeting told."""
    for update in action.updates[-1:]:
        day = update.date or book.date_of(update.reported_in)
        if day:
            yield day, update
