"""A concern: who raised it when, what was answered, how long it has waited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.book.standing import raisings, response_date
from minutebook.reading import Prose
from minutebook.records import (
    ANONYMOUS,
    Closing,
    Concern,
    ConcernKind,
    ConcernStatus,
    When,
)
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    DecisionCard,
    MeetingRef,
    OwnerRef,
    action_cards,
    concern_card,
    concern_cards,
    decision_cards,
    meeting_ref,
    party_refs,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedView:
    """One time it was raised."""

    meeting: MeetingRef
    meeting_title: str
    by: tuple[OwnerRef, ...]
    anonymous: bool
    label: str | None
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer."""

    by: tuple[OwnerRef, ...]
    when: When | None
    meeting: MeetingRef | None
    document: str | None
    answer: str
    holding: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernView:
    """What the page of a concern shows."""

    card: ConcernCard
    raised: tuple[RaisedView, ...]
    answers: tuple[AnswerView, ...]
    closing: Closing | None
    actions: tuple[ActionCard, ...]
    decisions: tuple[DecisionCard, ...]
    waiting_days: int | None
    """Days since it was first raised with no answer after it."""

    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """What the concern register shows: every concern, in one of four parts."""

    again: tuple[ConcernCard, ...]
    """Raised more than once, and unanswered."""

    open: tuple[ConcernCard, ...]
    """Raised once, and unanswered."""

    answered: tuple[ConcernCard, ...]
    closed: tuple[ConcernCard, ...]
    good_practice: tuple[ConcernCard, ...]


def concern_view(book: Book, concern: Concern, today: dt.date) -> ConcernView:
    """Gather what the page of `concern` shows on the day `today`."""
    card = concern_card(book, concern)
    return ConcernView(
        card=card,
        raised=_raised(book, concern),
        answers=tuple(
            AnswerView(
                by=party_refs(book, response.by),
                when=response.date or _when(response_date(response, book)),
                meeting=meeting_ref(book, response.meeting),
                document=response.document,
                answer=response.answer,
                holding=response.holding,
            )
            for response in concern.responses
        ),
        closing=concern.withdrawn or concern.resolved,
        actions=action_cards(book, book.actions_of_concern(concern), today),
        decisions=decision_cards(book, book.decisions_of_concern(concern)),
        waiting_days=(today - card.waiting_since).days if card.waiting_since else None,
        prose=book.entry(concern).prose,
    )


def register_view(book: Book) -> RegisterView:
    """Sort concerns by what they still ask of whom."""
    cards = concern_cards(book, book.concerns)
    waiting = [c for c in cards if c.status is ConcernStatus.OPEN]
    ended = (ConcernStatus.RESOLVED, ConcernStatus.WITHDRAWN)
    return RegisterView(
        again=tuple(c for c in waiting if len(c.raised) > 1),
        open=tuple(c for c in waiting if len(c.raised) <= 1),
        answered=tuple(c for c in cards if c.status is ConcernStatus.ANSWERED),
        closed=tuple(c for c in cards if c.status in ended),
        good_practice=tuple(c for c in cards if c.kind is ConcernKind.GOOD_PRACTICE),
    )


def _raised(book: Book, concern: Concern) -> tuple[RaisedView, ...]:
    found = []
    for raising in raisings(concern, book):
        meeting = book.meetings.get(raising.meeting)
        named = meeting_ref(book, raising.meeting)
        if meeting and named:
            found.append(
                RaisedView(
                    meeting=named,
                    meeting_title=meeting.title,
                    by=party_refs(book, raising.by),
                    anonymous=ANONYMOUS in raising.by,
                    label=raising.label,
                    said=raising.said,
                )
            )
    return tuple(found)


def _when(day: dt.date | None) -> When | None:
    return When(date=day) if day else None
