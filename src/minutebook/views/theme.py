"""A theme: what was raised when, what was answered, which actions came of it."""

from __future__ import annotations

import datetime as dt
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
    ref,
)


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
    concerns = _concerns(book, theme)
    actions = tuple(a for a in book.actions if theme in book.themes.some(a.themes))
    decisions = (d for d in book.decisions if theme in book.themes.some(d.themes))
    return ThemeView(
        card=theme_card(book, theme),
        by_meeting=_by_meeting(book, concerns),
        unanswered=tuple(c for c in concerns if c.status is ConcernStatus.OPEN),
        other=tuple(c for c in concerns if c.status is not ConcernStatus.OPEN),
        actions=action_cards(book, actions, today),
        decisions=decision_cards(book, decisions),
        prose=book.entry(theme).prose,
    )


def theme_card(book: Book, theme: Theme) -> ThemeCard:
    """Put a theme in short."""
    concerns = _concerns(book, theme)
    return ThemeCard(
        ref=ref(theme),
        concerns=len(concerns),
        unanswered=sum(c.status is ConcernStatus.OPEN for c in concerns),
        actions=sum(theme in book.themes.some(a.themes) for a in book.actions),
        meetings=len(_by_meeting(book, concerns)),
    )


def theme_cards(book: Book) -> tuple[ThemeCard, ...]:
    """Put all themes in short: the ones with most concerns first."""
    cards = (theme_card(book, theme) for theme in book.themes)
    return tuple(sorted(cards, key=lambda c: (-c.concerns, c.ref.title.casefold())))


def _concerns(book: Book, theme: Theme) -> tuple[ConcernCard, ...]:
    about = (c for c in book.concerns if theme in book.themes.some(c.themes))
    return concern_cards(book, about)


def _by_meeting(book: Book, concerns: tuple[ConcernCard, ...]) -> tuple[Count, ...]:
    counts = (
        Count(
            MeetingRef(ref(meeting), meeting.date),
            sum(any(m.ref.id == meeting.id for m in c.raised) for c in concerns),
        )
        for meeting in book.meetings
    )
    return tuple(count for count in counts if count.concerns)
