"""An organisation: meetings it came to, actions it owes, concerns it raised."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Organisation, OrganisationKind
from minutebook.views.cards import Ref, action_cards, ref_to
from minutebook.views.once import once
from minutebook.views.owner import OwnerView, Tally, owner_view, tally, times_present
from minutebook.views.person import PersonCard, person_cards


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """An organisation in short."""

    ref: Ref
    kind: OrganisationKind | None
    meetings: int
    """How many it came to. Apologies do not count."""

    tally: Tally
    concerns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """What the page of an organisation shows."""

    card: OrganisationCard
    aliases: tuple[str, ...]
    about: str | None
    owner: OwnerView


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersView:
    """What the list of organisations shows, and of people if they have pages."""

    organisations: tuple[OrganisationCard, ...]
    columns: tuple[str, ...]
    """The numbers that any organisation has, of those that could be shown."""

    people: tuple[PersonCard, ...]


def organisation_view(
    book: Book, organisation: Organisation, today: dt.date
) -> OrganisationView:
    """Gather what the page of `organisation` shows on the day `today`."""
    return OrganisationView(
        card=organisation_card(book, organisation, today),
        aliases=organisation.aliases,
        about=organisation.about,
        owner=owner_view(book, organisation, today),
    )


@once
def organisation_card(
    book: Book, organisation: Organisation, today: dt.date
) -> OrganisationCard:
    """Put an organisation in short."""
    return OrganisationCard(
        ref=ref_to(book, organisation),
        kind=organisation.kind,
        meetings=times_present(book.attendance_of(organisation)),
        tally=tally(action_cards(book, book.actions_owed_by(organisation), today)),
        concerns=len(book.concerns_raised_by(organisation)),
    )


def owners_view(book: Book, today: dt.date) -> OwnersView:
    """Put all organisations in short, and the people who have pages."""
    cards = tuple(
        organisation_card(book, organisation, today)
        for organisation in book.organisations
    )
    any_has = {
        "meetings": any(card.meetings for card in cards),
        "late": any(card.tally.late for card in cards),
        "unfinished": any(card.tally.unfinished for card in cards),
        "done": any(card.tally.done for card in cards),
        "concerns": any(card.concerns for card in cards),
    }
    return OwnersView(
        organisations=cards,
        columns=tuple(name for name, has in any_has.items() if has),
        people=person_cards(book),
    )
