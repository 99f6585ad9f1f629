"""What nobody has answered yet, for those who can: oldest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.book.shelves import gather
from minutebook.book.standing import raisings
from minutebook.records import ANONYMOUS, Concern, ConcernStatus
from minutebook.views.cards import ConcernCard, OwnerRef, concern_card, party_refs

_BANDS = (5, 2, 1, 0)
"""Concerns are gathered by how many years they have waited at least."""

MOST = 500
"""How many a page can bear; the register has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A concern that waits for an answer, and who raised it."""

    card: ConcernCard
    by: tuple[OwnerRef, ...]
    anonymous: bool
    """Whether somebody raised it who is not to be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Concerns that have waited about as long as each other."""

    years: int
    """They have waited at least so many years; 0: less than one."""

    rows: tuple[Waiting, ...]
    """The oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredView:
    """What the page of unanswered concerns shows."""

    total: int
    again: int
    """How many of them were raised more than once."""

    oldest: dt.date | None
    """Since when the first of them has waited."""

    bands: tuple[Band, ...]
    """Those that have waited longest first; none is empty."""

    shown: int
    """How many concerns are in them: in a large book not all."""


def unanswered_view(book: Book, today: dt.date) -> UnansweredView:
    """Gather what nobody has answered by the day `today`."""
    rows = [_row(book, concern, card) for concern, card in _waiting(book)]
    shown = rows[:MOST]
    bands = gather((_years(row.card, today), row) for row in shown)
    return UnansweredView(
        total=len(rows),
        again=sum(row.card.history.times > 1 for row in rows),
        oldest=rows[0].card.waiting_since if rows else None,
        bands=tuple(Band(years=y, rows=bands[y]) for y in _BANDS if y in bands),
        shown=len(shown),
    )


def waiting_cards(book: Book) -> tuple[ConcernCard, ...]:
    """Put in short what waits for an answer, the oldest first."""
    return tuple(card for _, card in _waiting(book))


def _waiting(book: Book) -> list[tuple[Concern, ConcernCard]]:
    found = ((concern, concern_card(book, concern)) for concern in book.concerns)
    return sorted(
        ((concern, c) for concern, c in found if c.status is ConcernStatus.OPEN),
        key=lambda waiting: _oldest_first(waiting[1]),
    )


def _oldest_first(card: ConcernCard) -> tuple[dt.date, int, str, str]:
    since = card.waiting_since or dt.date.max
    return since, -card.history.times, card.ref.title.casefold(), card.ref.id


def _row(book: Book, concern: Concern, card: ConcernCard) -> Waiting:
    names = {name: None for raising in raisings(concern, book) for name in raising.by}
    return Waiting(card=card, by=party_refs(book, names), anonymous=ANONYMOUS in names)


def _years(card: ConcernCard, today: dt.date) -> int:
    """Tell which band a concern belongs to, by the calendar."""
    since = card.waiting_since or today
    before = (today.month, today.day) < (since.month, since.day)
    passed = today.year - since.year - before
    return next((years for years in _BANDS if passed >= years), 0)
