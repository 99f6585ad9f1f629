"""The action tracker: every action, in the order a chair wants to read them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.views.cards import ActionCard, Standing, action_cards

_CLOSED = (Standing.DONE, Standing.DROPPED)


@dataclass(frozen=True, slots=True)
class TrackerView:
    """What the tracker page shows."""

    overdue: tuple[ActionCard, ...]
    open: tuple[ActionCard, ...]
    closed: tuple[ActionCard, ...]


def tracker_view(book: Book, today: dt.date) -> TrackerView:
    """Sort actions into overdue, open and closed; soonest due first, undated last."""
    cards = action_cards(book, book.actions, today)
    return TrackerView(
        overdue=tuple(c for c in cards if c.standing is Standing.OVERDUE),
        open=tuple(c for c in cards if c.standing not in (*_CLOSED, Standing.OVERDUE)),
        closed=tuple(c for c in cards if c.standing in _CLOSED),
    )
