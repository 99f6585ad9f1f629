"""The listings that can be filtered: actions, concerns, decisions and meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from minutebook.book import Book
from minutebook.records import ANONYMOUS, Concern, ConcernStatus
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    DecisionCard,
    MeetingCard,
    Standing,
    action_cards,
    decision_cards,
    meeting_cards,
)
from minutebook.views.concern import register_view
from minutebook.views.listing import (
    Choice,
    Listed,
    ListingView,
    listing_view,
    of_meetings,
    of_organisations,
    of_parties,
    of_records,
)

UNFINISHED, OVERDUE = Choice("unfinished"), Choice("overdue")
"""What an action answers to besides its standing, while something is still expected."""

UNANSWERED, AGAIN = Choice("unanswered"), Choice("again")
"""What an open concern answers to; the second if it was raised more than once."""


def tracker_listing(book: Book, today: dt.date) -> ListingView[ActionCard]:
    """List every action: late first, then soonest due, closed ones last."""
    owners = {action.id: action.owners for action in book.actions}
    cards = action_cards(book, book.actions, today)
    return listing_view(
        (_action(book, card, owners[card.ref.id]) for card in cards),
        filters=("status", "owner", "organisation", "theme", "meeting", "group"),
        columns=("owners", "due", "meeting"),
        always={"status": [UNFINISHED, OVERDUE]},
    )


def register_listing(book: Book) -> ListingView[ConcernCard]:
    """List every concern: raised again and unanswered first, good practice last."""
    raisers = {concern.id: tuple(_raisers(concern)) for concern in book.concerns}
    register = register_view(book)
    parts = (register.again, register.open, register.answered, register.closed)
    return listing_view(
        (
            _concern(book, card, raisers[card.ref.id])
            for part in (*parts, register.good_practice)
            for card in part
        ),
        filters=("status", "kind", "theme", "organisation", "meeting", "group"),
        columns=("themes", "raised", "status"),
        always={"status": [UNANSWERED, AGAIN]},
    )


def decision_listing(book: Book) -> ListingView[DecisionCard]:
    """List every decision, the latest meeting's first."""
    makers = {decision.id: decision.by for decision in book.decisions}
    cards = decision_cards(book, book.decisions)
    return listing_view(
        (_decision(book, card, makers[card.ref.id]) for card in cards),
        filters=("owner", "theme", "meeting", "group"),
        columns=("by", "meeting", "themes"),
    )


def meeting_listing(book: Book) -> ListingView[MeetingCard]:
    """List every meeting, the latest first."""
    return listing_view(
        (_meeting(card) for card in meeting_cards(book, book.meetings)),
        filters=("group", "status"),
        columns=("group", "actions", "concerns"),
    )


def _action(book: Book, card: ActionCard, owners: tuple[str, ...]) -> Listed[ActionCard]:
    due = card.due.date if card.due else None
    closed = card.standing in (Standing.DONE, Standing.DROPPED)
    standing = Choice(card.standing.value)
    return Listed(
        card=card,
        days=(due,) if due else (),
        choices={
            "status": (standing,) if closed else (standing, UNFINISHED),
            "owner": of_parties(book, owners),
            "organisation": of_organisations(book, owners),
            "theme": of_records(card.themes),
            **of_meetings(book, [card.meeting] if card.meeting else []),
        },
    )


def _concern(
    book: Book, card: ConcernCard, raisers: tuple[str, ...]
) -> Listed[ConcernCard]:
    return Listed(
        card=card,
        days=tuple(meeting.date for meeting in card.raised),
        choices={
            "status": tuple(_standing(card)),
            "kind": (Choice(card.kind.value),),
            "theme": of_records(card.themes),
            "organisation": of_organisations(book, raisers),
            **of_meetings(book, card.raised),
        },
    )


def _raisers(concern: Concern) -> Iterator[str]:
    for raising in concern.raised:
        yield from (name for name in raising.by if name != ANONYMOUS)


def _standing(card: ConcernCard) -> Iterator[Choice]:
    """Give what a concern answers to; good practice asks for no answer."""
    if card.status is ConcernStatus.OPEN:
        yield UNANSWERED
        if len(card.raised) > 1:
            yield AGAIN
    elif card.status:
        yield Choice(card.status.value)


def _decision(
    book: Book, card: DecisionCard, makers: tuple[str, ...]
) -> Listed[DecisionCard]:
    return Listed(
        card=card,
        days=(card.meeting.date,) if card.meeting else (),
        choices={
            "owner": of_parties(book, makers),
            "theme": of_records(card.themes),
            **of_meetings(book, [card.meeting] if card.meeting else []),
        },
    )


def _meeting(card: MeetingCard) -> Listed[MeetingCard]:
    return Listed(
        card=card,
        days=(card.date,),
        choices={
            "group": of_records([card.group] if card.group else []),
            "status": (Choice(card.status.value),),
        },
    )
