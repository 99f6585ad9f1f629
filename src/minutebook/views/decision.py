"""A decision: what was resolved, by whom, and what it bears on."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.book import Book
from minutebook.reading import Prose
from minutebook.records import Decision, When
from minutebook.views.cards import (
    ConcernCard,
    DecisionCard,
    concern_cards,
    decision_card,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """What the page of a decision shows."""

    card: DecisionCard
    elsewhere: bool
    """The meeting was told of it, and did not take it."""

    meeting_title: str | None
    when: When | None
    concerns: tuple[ConcernCard, ...]
    prose: Prose


def decision_view(book: Book, decision: Decision) -> DecisionView:
    """Gather what the page of `decision` shows."""
    meeting = book.meetings.get(decision.meeting)
    return DecisionView(
        card=decision_card(book, decision),
        elsewhere=decision.decided_in is None,
        meeting_title=meeting.title if meeting else None,
        when=decision.date,
        concerns=concern_cards(book, book.concerns.some(decision.concerns)),
        prose=book.entry(decision).prose,
    )
