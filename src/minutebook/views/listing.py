"""A listing: rows in a sensible order, and what they can be filtered by.

What a filter offers is a slug with a name, and a row carries the slugs it answers to. The
slugs stand in addresses that people send to one another, so they are the ids of records,
and the words a status is recorded with.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from minutebook.book import Book, Party
from minutebook.views.cards import MeetingRef, Ref, ref_to
from minutebook.views.once import once

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that rows can be filtered by."""

    slug: str
    name: str = ""
    """As its record has it; nothing where the interface has a word for the slug."""

    date: dt.date | None = None
    """The day of a meeting: several have the same name."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader chooses from. Its name is that of a parameter of the address."""

    name: str
    choices: tuple[Choice, ...]
    places: tuple[int, ...] = ()
    """Where each stands among all there are, on a page that offers some of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which rows of a long listing a page shows."""

    number: int
    """Of the page, counted from 1."""

    last: int
    """The number of the last page."""

    start: int
    """How many rows stand on the pages before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[C]):
    """A record in short, and what it is found by."""

    card: C
    days: tuple[dt.date, ...]
    """The days that `from` and `to` look at."""

    slugs: tuple[tuple[str, str], ...]
    """Names of filters, and the slugs the row answers to, with spaces between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView(Generic[C]):
    """What a listing shows."""

    rows: tuple[Row[C], ...]
    filters: tuple[Filter, ...]
    """Those that can tell rows apart, in the order of the page."""

    dated: bool
    """Whether any row has a day to filter by."""

    columns: tuple[str, ...]
    """The columns in which any row has something, by the names of the card's fields."""

    total: int
    """How many rows there are on all pages."""

    part: Part | None = None
    """Which of them these are; None if they are all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[C]):
    """A record on its way into a listing."""

    card: C
    days: tuple[dt.date, ...]
    choices: Mapping[str, Sequence[Choice]]
    """What it answers to, by the name of the filter."""


def listing_view(
    listed: Iterable[Listed[C]],
    *,
    filters: Sequence[str],
    columns: Sequence[str],
    always: Mapping[str, Sequence[Choice]] | None = None,
) -> ListingView[C]:
    """Put records into a listing, in the order they come in.

    `filters` and `columns` name what there may be; what would be of no use is left out.
    `always` names choices that are offered whether or not a row has them.
    """
    entries = tuple(listed)
    found = (
        Filter(name, _choices(name, entries, (always or {}).get(name, ())))
        for name in filters
    )
    useful = tuple(_useful(found, entries))
    names = [f.name for f in useful]
    return ListingView(
        rows=tuple(_row(entry, names) for entry in entries),
        filters=useful,
        dated=any(entry.days for entry in entries),
        columns=tuple(c for c in columns if any(getattr(e.card, c) for e in entries)),
        total=len(entries),
    )


def of_records(refs: Iterable[Ref]) -> tuple[Choice, ...]:
    """Give the choices that records are."""
    return tuple(Choice(to.id, to.title) for to in refs)


def of_meetings(book: Book, meetings: Iterable[MeetingRef]) -> dict[str, list[Choice]]:
    """Give the choices of meetings, and of the groups that met."""
    found: dict[str, list[Choice]] = {"meeting": [], "group": []}
    for named in meetings:
        found["meeting"].append(Choice(named.ref.id, named.ref.title, named.date))
        meeting = book.meetings.get(named.ref.id)
        group = book.groups.get(meeting.group) if meeting else None
        if group:
            found["group"].extend(of_records([ref_to(book, group)]))
    return found


def of_parties(book: Book, names: Iterable[str]) -> tuple[Choice, ...]:
    """Give the choices of parties: each, and after a person the organisation behind."""
    behind = (_with_behind(book, party) for party in book.parties(names))
    return tuple(dict.fromkeys(choice for choices in behind for choice in choices))


def of_organisations(book: Book, names: Iterable[str]) -> tuple[Choice, ...]:
    """Give the choices of organisations that parties are, or that stand behind them."""
    behind = (book.organisation_behind(party) for party in book.parties(names))
    return tuple({Choice(o.id, o.name): None for o in behind if o})


@once
def _with_behind(book: Book, party: Party) -> tuple[Choice, ...]:
    behind = book.organisation_behind(party)
    both = (party, behind) if behind and behind != party else (party,)
    return tuple(Choice(each.id, each.name) for each in both)


def _choices(
    name: str, entries: Iterable[Listed[C]], always: Sequence[Choice]
) -> tuple[Choice, ...]:
    """Gather what a filter offers: words as they come, names by the alphabet."""
    found = dict.fromkeys(always)
    found |= dict.fromkeys(c for e in entries for c in e.choices.get(name, ()))
    return tuple(sorted(found, key=_by_name))


def _by_name(choice: Choice) -> tuple[int, str, str]:
    """Put the latest meeting first, other names by the alphabet, words as they came."""
    latest = -choice.date.toordinal() if choice.date else 0
    return latest, choice.name.casefold(), choice.slug if choice.name else ""


def _useful(offered: Iterable[Filter], entries: Sequence[Listed[C]]) -> Iterator[Filter]:
    """Keep the filters that tell rows apart, and no other as an earlier one does."""
    seen: list[tuple[Sequence[Choice], ...]] = []
    for each in offered:
        told = tuple(entry.choices.get(each.name, ()) for entry in entries)
        if told not in seen and _tells_apart(each, entries):
            seen.append(told)
            yield each


def _tells_apart(offered: Filter, entries: Sequence[Listed[C]]) -> bool:
    """Whether a filter leaves out any row, whichever of its choices is taken."""
    counts = Counter(c for e in entries for c in e.choices.get(offered.name, ()))
    return any(counts[choice] < len(entries) for choice in offered.choices)


def _row(entry: Listed[C], names: Iterable[str]) -> Row[C]:
    return Row(
        card=entry.card,
        days=entry.days,
        slugs=tuple(_slugs(entry, names)),
    )


def _slugs(entry: Listed[C], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if slugs := " ".join(choice.slug for choice in entry.choices.get(name, ())):
            yield name, slugs
