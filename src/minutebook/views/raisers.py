"""Who raises concerns: counted by the part of public life they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from minutebook.book import Book, Party, PartyKind
from minutebook.records import ANONYMOUS, Concern, Raising


class Raiser(StrEnum):
    """What sort of party raised a concern."""

    VOLUNTARY = "voluntary-sector"
    PUBLIC = "public-sector"
    PRIVATE = "private-sector"
    OTHER = "other"
    """An organisation of which nobody has said where it belongs."""

    GROUP = "group"
    """A group as a whole."""

    PERSON = "person"
    """Somebody who speaks for no organisation."""

    ANONYMOUS = "anonymous"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True)
class RaiserCount:
    """How many times a sort of party raised concerns."""

    raiser: Raiser
    times: int


def raiser_counts(book: Book, concerns: Iterable[Concern]) -> tuple[RaiserCount, ...]:
    """Count how often concerns were raised by each sort of party, the busiest first.

    When several of a sort raise a concern at one meeting, that is once. What is not
    recorded stands last. Nothing is given unless at least two sorts are known: one
    alone would tell little.
    """
    counts = Counter(
        raiser
        for concern in concerns
        for raising in concern.raised
        if book.meetings.get(raising.meeting)
        for raiser in dict.fromkeys(_raisers(book, raising))
    )
    missing = counts.pop(Raiser.NOT_RECORDED, 0)
    if len(counts) < len(("one", "another")):
        return ()
    order = list(Raiser)
    known = sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
    last = [(Raiser.NOT_RECORDED, missing)] if missing else []
    return tuple(RaiserCount(raiser, times) for raiser, times in (*known, *last))


def _raisers(book: Book, raising: Raising) -> Iterator[Raiser]:
    parties = book.parties(raising.by)
    yield from (_raiser(book, party) for party in parties)
    if ANONYMOUS in raising.by:
        yield Raiser.ANONYMOUS
    elif not parties:
        yield Raiser.NOT_RECORDED


def _raiser(book: Book, party: Party) -> Raiser:
    if party.kind is PartyKind.GROUP:
        return Raiser.GROUP
    behind = book.organisation_behind(party)
    organisation = book.organisations.get(behind.id) if behind else None
    if organisation is None:
        return Raiser.PERSON
    return Raiser(organisation.kind.value) if organisation.kind else Raiser.OTHER
