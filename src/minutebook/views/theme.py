"""A theme: what was raised when and by whom, what was answered, what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.reading import Prose
from minutebook.records import Action, Concern, ConcernKind, ConcernStatus, Theme
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
from minutebook.views.chapters import Bar, Chapter, bars, chapters
from minutebook.views.excerpt import Excerpt, excerpt
from minutebook.views.near import NearTheme, near_themes
from minutebook.views.once import once
from minutebook.views.raisers import RaiserCount, raiser_counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCard:
    """A theme in short."""

    ref: Ref
    concerns: int
    unanswered: int
    again: int
    """How many of the unanswered were raised more than once."""

    actions: int
    meetings: int
    """How many meetings raised concerns about it."""

    first: MeetingRef | None
    last: MeetingRef | None
    """The first and the last of these meetings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """What the page of a theme shows."""

    card: ThemeCard
    bars: tuple[Bar, ...]
    raisers: tuple[RaiserCount, ...]
    """Who raised concerns; empty if that would tell nothing."""

    chapters: Excerpt[Chapter]
    """Each meeting that raised or answered concerns about it, the latest first."""

    open: Excerpt[ConcernCard]
    answered: Excerpt[ConcernCard]
    closed: Excerpt[ConcernCard]
    """Resolved or withdrawn."""

    good_practice: Excerpt[ConcernCard]
    actions: Excerpt[ActionCard]
    """Those about the theme, and those that came of its concerns."""

    decisions: Excerpt[DecisionCard]
    near: tuple[NearTheme, ...]
    prose: Prose


def theme_view(book: Book, theme: Theme, today: dt.date) -> ThemeView:
    """Gather what the page of `theme` shows on the day `today`."""
    concerns = book.concerns_of_theme(theme)
    cards = concern_cards(book, concerns)
    actions = _actions(book, theme, concerns)
    ended = (ConcernStatus.RESOLVED, ConcernStatus.WITHDRAWN)
    return ThemeView(
        card=theme_card(book, theme),
        bars=bars(cards),
        raisers=raiser_counts(book, concerns),
        chapters=chapters(book, concerns, cards, actions),
        open=excerpt([c for c in cards if c.status is ConcernStatus.OPEN]),
        answered=excerpt([c for c in cards if c.status is ConcernStatus.ANSWERED]),
        closed=excerpt([c for c in cards if c.status in ended]),
        good_practice=excerpt([c for c in cards if c.kind is ConcernKind.GOOD_PRACTICE]),
        actions=excerpt(action_cards(book, actions, today)),
        decisions=excerpt(decision_cards(book, book.decisions_of_theme(theme))),
        near=near_themes(book, theme),
        prose=book.entry(theme).prose,
    )


@once
def theme_card(book: Book, theme: Theme) -> ThemeCard:
    """Put a theme in short."""
    concerns = book.concerns_of_theme(theme)
    cards = concern_cards(book, concerns)
    unanswered = [card for card in cards if card.status is ConcernStatus.OPEN]
    days = {day.ref.id: day for card in cards for day in card.raised}
    ordered = sorted(days.values(), key=lambda day: (day.date, day.ref.id))
    return ThemeCard(
        ref=ref_to(book, theme),
        concerns=len(cards),
        unanswered=len(unanswered),
        again=sum(card.history.times > 1 for card in unanswered),
        actions=len(_actions(book, theme, concerns)),
        meetings=len(days),
        first=ordered[0] if ordered else None,
        last=ordered[-1] if ordered else None,
    )


def theme_cards(book: Book) -> tuple[ThemeCard, ...]:
    """Put all themes in short: the ones with most concerns first."""
    cards = (theme_card(book, theme) for theme in book.themes)
    return tuple(sorted(cards, key=lambda c: (-c.concerns, c.ref.title.casefold())))


def _actions(book: Book, theme: Theme, concerns: Iterable[Concern]) -> tuple[Action, ...]:
    """Find the actions about a theme, and those that came of its concerns."""
    about = {action.id: action for action in book.actions_of_theme(theme)}
    came = (a for concern in concerns for a in book.actions_of_concern(concern))
    return tuple((about | {action.id: action for action in came}).values())
