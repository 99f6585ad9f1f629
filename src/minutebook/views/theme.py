"""A theme: what was raised when, what was answered, which actions came of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.reading import Prose
from minutebook.records import ConcernStatus, Theme
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    DecisionCard,
    MeetingRef,
    Ref,
    action_cards,
    concern_cards,
    decision_cards,
    ref_to,
)
from minutebook.views.once import once


@dataclass(frozen=True, slots=True)
class Count:
    """How many concerns about a theme one meeting raised."""

    meeting: MeetingRef
    concerns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCard:
    """A theme in short."""

    ref: Ref
    concerns: int
    unanswered: int
    actions: int
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """What the page of a theme shows."""

    card: ThemeCard
    by_meeting: tuple[Count, ...]
    """Oldest first; meetings that did not speak of it are left out."""

    unanswered: tuple[ConcernCard, ...]
    other: tuple[ConcernCard, ...]
    """Answered, ended, and good practice."""

    actions: tuple[ActionCard, ...]
    decisions: tuple[DecisionCard, ...]
    prose: Prose


def theme_view(book: Book, theme: Theme, today: dt.date) -> ThemeView:
    """Gather what the page of `theme` shows on the day `today`."""
    concerns = concern_cards(book, book.concerns_of_theme(theme))
    return ThemeView(
        card=theme_card(book, theme),
        by_meeting=_by_meeting(concerns),
        unanswered=tuple(c for c in concerns if c.status is ConcernStatus.OPEN),
        other=tuple(c for c in concerns if c.status is not ConcernStatus.OPEN),
        actions=action_cards(book, book.actions_of_theme(theme), today),
        decisions=decision_cards(book, book.decisions_of_theme(theme)),
        prose=book.entry(theme).prose,
    )


@once
def theme_card(book: Book, theme: Theme) -> ThemeCard:
    """Put a theme in short."""
    concerns = concern_cards(book, book.concerns_of_theme(theme))
    return ThemeCard(
        ref=ref_to(book, theme),
        concerns=len(concerns),
        unanswered=sum(c.status is ConcernStatus.OPEN for c in concerns),
        actions=len(book.actions_of_theme(theme)),
        meetings=len(_by_meeting(concerns)),
    )


def theme_cards(book: Book) -> tuple[ThemeCard, ...]:
    """Put all themes in short: the ones with most concerns first."""
    cards = (theme_card(book, theme) for theme in book.themes)
    return tuple(sorted(cards, key=lambda c: (-c.concerns, c.ref.title.casefold())))


def _by_meeting(concerns: tuple[ConcernCard, ...]) -> tuple[Count, ...]:
    meetings = {meeting.ref.id: meeting for card in concerns for meeting in card.raised}
    counts = Counter(meeting.ref.id for card in concerns for meeting in card.raised)
    oldest_first = sorted(meetings.values(), key=lambda m: (m.date, m.ref.id))
    return tuple(Count(meeting, counts[meeting.ref.id]) for meeting in oldest_first)
