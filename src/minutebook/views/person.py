"""A person: what they owe, where they were. Only if a book gives people pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Person
from minutebook.views.cards import OwnerRef, Ref, party_ref, ref_to
from minutebook.views.owner import OwnerView, owner_view


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person in short."""

    ref: Ref
    organisation: OwnerRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """What the page of a person shows."""

    card: PersonCard
    owner: OwnerView


def person_view(book: Book, person: Person, today: dt.date) -> PersonView:
    """Gather what the page of `person` shows on the day `today`."""
    return PersonView(
        card=_card(book, person),
        owner=owner_view(book, person, today),
    )


def person_cards(book: Book) -> tuple[PersonCard, ...]:
    """Put the people who have pages in short, by name."""
    return tuple(_card(book, person) for person in book.people_with_pages)


def _card(book: Book, person: Person) -> PersonCard:
    behind = book.names.organisation(person.organisation)
    return PersonCard(ref_to(book, person), party_ref(book, behind) if behind else None)
