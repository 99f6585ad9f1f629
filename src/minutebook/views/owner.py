"""An owner, organisation or person: what they owe, where they were, what they said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from minutebook.book import Book
from minutebook.book.attendance import Came
from minutebook.book.book import Owner
from minutebook.records import Action
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    MeetingRef,
    Standing,
    action_card,
    action_cards,
    concern_cards,
    meeting_day,
)
from minutebook.views.excerpt import Excerpt, excerpt
from minutebook.views.people import Present, presents

CLOSED = (Standing.DONE, Standing.DROPPED)


@dataclass(frozen=True, slots=True)
class Attended:
    """Who came to one meeting, and who sent apologies."""

    meeting: MeetingRef
    title: str
    present: tuple[Present, ...]
    apologies: tuple[Present, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """An action that is done or dropped, since when, and how long it took."""

    card: ActionCard
    date: dt.date | None
    days: int | None
    """From the day it was agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many actions stand where."""

    late: int
    unfinished: int
    """Neither done nor dropped; the late ones are among them."""

    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerView:
    """What the page of an owner shows of their records."""

    tally: Tally
    timed: int
    """How many of the actions that are done tell how long they took."""

    typical_days: int | None
    """The median of these."""

    late: Excerpt[ActionCard]
    open: Excerpt[ActionCard]
    closed: Excerpt[Closed]
    """Latest first."""

    attended: Excerpt[Attended]
    """Latest first."""

    meetings: int
    """How many they came to. Apologies do not count."""

    raised: Excerpt[ConcernCard]
    answered: Excerpt[ConcernCard]


def owner_view(book: Book, owner: Owner, today: dt.date) -> OwnerView:
    """Gather what is recorded of an owner, as it stands on the day `today`."""
    owed = book.actions_owed_by(owner)
    cards = action_cards(book, owed, today)
    closed = sorted(
        (_closed(book, action, today) for action in owed if action.standing.is_closed),
        key=lambda c: (c.date or dt.date.min, c.card.ref.id),
        reverse=True,
    )
    took = sorted(
        c.days for c in closed if c.days is not None and c.card.standing is Standing.DONE
    )
    came = book.attendance_of(owner)
    return OwnerView(
        tally=tally(cards),
        timed=len(took),
        typical_days=round(median(took)) if took else None,
        late=excerpt([c for c in cards if c.standing is Standing.OVERDUE]),
        open=excerpt([c for c in cards if c.standing not in (*CLOSED, Standing.OVERDUE)]),
        closed=excerpt(closed),
        attended=excerpt(tuple(_attended(book, came))),
        meetings=times_present(came),
        raised=excerpt(concern_cards(book, book.concerns_raised_by(owner))),
        answered=excerpt(concern_cards(book, book.concerns_answered_by(owner))),
    )


def tally(cards: tuple[ActionCard, ...]) -> Tally:
    """Count actions by where they stand."""
    standings = [card.standing for card in cards]
    return Tally(
        late=standings.count(Standing.OVERDUE),
        unfinished=sum(standing not in CLOSED for standing in standings),
        done=standings.count(Standing.DONE),
    )


def times_present(came: tuple[Came, ...]) -> int:
    """Count the meetings that somebody came to, and not only apologised."""
    return sum(bool(each.present) for each in came)


def _closed(book: Book, action: Action, today: dt.date) -> Closed:
    agreed, ended = book.date_of(action.raised_in), action.closed_on
    days = (ended - agreed).days if agreed and ended else None
    return Closed(action_card(book, action, today), ended, days)


def _attended(book: Book, came: tuple[Came, ...]) -> Iterator[Attended]:
    for each in reversed(came):
        yield Attended(
            meeting_day(book, each.meeting),
            each.meeting.title,
            presents(book, each.present),
            presents(book, each.apologies),
        )
