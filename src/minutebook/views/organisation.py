"""An organisation: meetings it came to, actions it owes, concerns it raised."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book, Party, PartyKind
from minutebook.records import Attendance, Meeting, Organisation, OrganisationKind
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    MeetingRef,
    Ref,
    action_cards,
    concern_cards,
    ref,
)
from minutebook.views.people import Present, everybody


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
    party = Party(PartyKind.ORGANISATION, organisation.id, organisation.name)
    attended = _attended(book, party)
    owed = (a for a in book.actions if party in _organisations(book, a.owners))
    actions = action_cards(book, owed, today)
    raised = concern_cards(
        book,
        (
            c
            for c in book.concerns
            if any(party in _organisations(book, r.by) for r in c.raised)
        ),
    )
    answered = concern_cards(
        book,
        (
            c
            for c in book.concerns
            if any(party in _organisations(book, r.by) for r in c.responses)
        ),
    )
    return OrganisationView(
        card=OrganisationCard(
            ref=ref(organisation),
            kind=organisation.kind,
            meetings=sum(bool(meeting.present) for meeting in attended),
            open_actions=sum(
                card.standing not in ("done", "dropped") for card in actions
            ),
            concerns=len(raised),
        ),
        aliases=organisation.aliases,
        about=organisation.about,
        attended=attended,
        actions=actions,
        raised=raised,
        answered=answered,
    )


def _organisations(book: Book, names: tuple[str, ...]) -> set[Party]:
    """Find the organisations behind names; a person counts for theirs."""
    found = set()
    for party in book.parties(names):
        person = book.people.get(party.id) if party.kind is PartyKind.PERSON else None
        theirs = book.names.organisation(person.organisation) if person else party
        if theirs:
            found.add(theirs)
    return found


def _attended(book: Book, party: Party) -> tuple[Attended, ...]:
    found = []
    for meeting in reversed(tuple(book.meetings)):
        present = _from(book, party, everybody(meeting))
        apologies = _from(book, party, meeting.apologies)
        if present or apologies:
            found.append(_attendance(meeting, present, apologies))
    return tuple(found)


def _attendance(
    meeting: Meeting, present: tuple[Present, ...], apologies: tuple[Present, ...]
) -> Attended:
    named = MeetingRef(ref(meeting), meeting.date)
    return Attended(named, meeting.title, present, apologies)


def _from(
    book: Book, party: Party, people: tuple[Attendance, ...]
) -> tuple[Present, ...]:
    return tuple(
        Present(person.name, person.role)
        for person in people
        if book.organisation_of(person) == party
    )
