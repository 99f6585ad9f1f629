"""An organisation: meetings it came to, actions it owes, concerns it raised."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Attendance, Organisation, OrganisationKind
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    MeetingRef,
    Ref,
    action_card,
    action_cards,
    concern_cards,
    meeting_day,
    ref_to,
)
from minutebook.views.once import once
from minutebook.views.people import Present


@dataclass(frozen=True, slots=True)
class Attended:
    """Who came to one meeting, and who sent apologies."""

    meeting: MeetingRef
    title: str
    present: tuple[Present, ...]
    apologies: tuple[Present, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """An organisation in short."""

    ref: Ref
    kind: OrganisationKind | None
    meetings: int
    """How many it came to. Apologies do not count."""

    open_actions: int
    concerns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """What the page of an organisation shows."""

    card: OrganisationCard
    aliases: tuple[str, ...]
    about: str | None
    attended: tuple[Attended, ...]
    """Latest first."""

    actions: tuple[ActionCard, ...]
    raised: tuple[ConcernCard, ...]
    answered: tuple[ConcernCard, ...]


def organisation_view(
    book: Book, organisation: Organisation, today: dt.date
) -> OrganisationView:
    """Gather what the page of `organisation` shows on the day `today`."""
    answered = book.concerns_answered_by(organisation)
    return OrganisationView(
        card=organisation_card(book, organisation, today),
        aliases=organisation.aliases,
        about=organisation.about,
        attended=_attended(book, organisation),
        actions=action_cards(book, book.actions_owed_by(organisation), today),
        raised=concern_cards(book, book.concerns_raised_by(organisation)),
        answered=concern_cards(book, answered),
    )


@once
def organisation_card(
    book: Book, organisation: Organisation, today: dt.date
) -> OrganisationCard:
    """Put an organisation in short."""
    owed = (action_card(book, a, today) for a in book.actions_owed_by(organisation))
    return OrganisationCard(
        ref=ref_to(book, organisation),
        kind=organisation.kind,
        meetings=sum(bool(came.present) for came in book.attendance_of(organisation)),
        open_actions=sum(card.standing not in ("done", "dropped") for card in owed),
        concerns=len(book.concerns_raised_by(organisation)),
    )


def _attended(book: Book, organisation: Organisation) -> tuple[Attended, ...]:
    return tuple(
        Attended(
            meeting_day(book, came.meeting),
            came.meeting.title,
            _people(came.present),
            _people(came.apologies),
        )
        for came in reversed(book.attendance_of(organisation))
    )


def _people(people: tuple[Attendance, ...]) -> tuple[Present, ...]:
    return tuple(Present(person.name, person.role) for person in people)
