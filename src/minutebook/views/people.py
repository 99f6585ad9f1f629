"""Who was at a meeting, gathered by organisation; linked, if people have pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Attendance, Meeting
from minutebook.views.cards import OwnerRef, Ref, party_ref


@dataclass(frozen=True, slots=True)
class Present:
    """One person, and what they were there as."""

    name: str
    role: str | None
    ref: Ref | None
    """Their page, if people have pages and the register knows them."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """The people of one organisation at a meeting."""

    organisation: OwnerRef | None
    people: tuple[Present, ...]


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody with a task at a meeting, and whom they came for."""

    name: str
    organisation: OwnerRef | None
    ref: Ref | None


def delegations(book: Book, people: Iterable[Attendance]) -> tuple[Delegation, ...]:
    """Gather people by organisation, in the order the note names them."""
    found: dict[OwnerRef | None, list[Present]] = {}
    for person in people:
        organisation = _organisation(book, person)
        found.setdefault(organisation, []).append(_present(book, person))
    return tuple(Delegation(key, tuple(value)) for key, value in found.items())


def presents(book: Book, people: Iterable[Attendance]) -> tuple[Present, ...]:
    """Give people as they stand in a list, in the order the note names them."""
    return tuple(_present(book, person) for person in people)


def chair(book: Book, meeting: Meeting) -> Officer | None:
    """Tell who chaired: the field `chair`, or whoever's role says so."""
    return _officer(book, meeting, meeting.chair, ("chair", "chairman", "chairperson"))


def minute_taker(book: Book, meeting: Meeting) -> Officer | None:
    """Tell who took the minutes: the field, or whoever's role says so."""
    return _officer(
        book, meeting, meeting.minute_taker, ("minute taker", "minutes", "note taker")
    )


def _officer(
    book: Book, meeting: Meeting, named: Attendance | None, roles: tuple[str, ...]
) -> Officer | None:
    listed = (*meeting.attendees, *meeting.officials)
    if named is None:
        named = next((p for p in listed if p.role and any(map(p.has_role, roles))), None)
    if named is None:
        return None
    known = next((p for p in listed if p.name == named.name), named)
    fuller = named if named.organisation else known
    return Officer(named.name, _organisation(book, fuller), _page(book, named.name))


def _organisation(book: Book, person: Attendance) -> OwnerRef | None:
    party = book.organisation_of(person)
    return party_ref(book, party) if party else None


def _present(book: Book, person: Attendance) -> Present:
    return Present(person.name, person.role, _page(book, person.name))


def _page(book: Book, name: str) -> Ref | None:
    if not book.names_people:
        return None
    party = book.names.person(name)
    return party_ref(book, party).ref if party else None
