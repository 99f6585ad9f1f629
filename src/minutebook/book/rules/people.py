"""Rules about names and ids: each stands for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutebook.book.book import Book
from minutebook.book.names import Party, PartyKind, fold
from minutebook.book.references import Path, people_of
from minutebook.book.shelf import Shelf
from minutebook.problems import Problem
from minutebook.reading import Source
from minutebook.records import Group, Meeting, Organisation, Person, Record


def duplicate_id(book: Book) -> Iterator[Problem]:
    """No two records of one kind share an id, and no alias is the id of another."""
    taken: dict[tuple[type[Record], str], Source] = {}
    for entry in book.entries:
        key = (type(entry.record), entry.record.id)
        if key in taken:
            yield entry.source.problem(
                "duplicate-id",
                (),
                f"there are two records with the id `{entry.record.id}`",
                f"the other is {taken[key].path}; rename or remove one",
            )
        taken.setdefault(key, entry.source)
    for entry in book.entries:
        if isinstance(entry.record, Group | Organisation | Person):
            continue  # their aliases are names, which have a rule of their own
        for index, alias in enumerate(getattr(entry.record, "aliases", ())):
            other = taken.setdefault((type(entry.record), alias), entry.source)
            if other is not entry.source:
                yield entry.source.problem(
                    "duplicate-id",
                    ("aliases", index),
                    f"`{alias}` is the id or an alias of another record",
                    f"the other is {other.path}; an alias is an id no longer in use",
                )


def name_collision(book: Book) -> Iterator[Problem]:
    """A name, alias or abbreviation stands for one organisation, person or group."""
    for name, parties in book.names.collisions():
        first, *others = parties
        for party in others:
            source = _source(book, party)
            field, written = _where(source, name)
            yield source.problem(
                "name-collision",
                field,
                f"`{written}` stands for {first.name} and for {party.name}",
                "give one of them a fuller name or other initials,"
                " or remove the alias they share",
            )


def present_and_apologies(book: Book) -> Iterator[Problem]:
    """Nobody is both present at a meeting and among those who sent apologies."""
    for entry in book.entries_of(Meeting):
        if not entry.record.apologies:
            continue
        present = {
            _who(book, person.name)
            for path, person in people_of(entry.record)
            if path[0] != "apologies"
        }
        for index, person in enumerate(entry.record.apologies):
            if _who(book, person.name) in present:
                yield entry.source.problem(
                    "present-and-apologies",
                    ("apologies", index),
                    f"{person.name} is named as present and as absent",
                    "keep one of the two; ask the minute-taker which is right",
                )


def _where(source: Source, folded: str) -> tuple[Path, str]:
    """Find the field in which a name is written, and how."""
    record = source.yaml.data
    for key in source.root:
        record = record[key]
    fields = record if isinstance(record, dict) else {}
    for field in ("name", "title", "short", "initials", "aliases"):
        given = fields.get(field)
        if isinstance(given, str) and fold(given) == folded:
            return (field,), given
        for index, alias in enumerate(given if isinstance(given, list) else ()):
            if isinstance(alias, str) and fold(alias) == folded:
                return (field, index), alias
    return (), folded


def _who(book: Book, name: str) -> str:
    person = book.names.person(name)
    return person.id if person else fold(name)


def _source(book: Book, party: Party) -> Source:
    shelves: dict[PartyKind, Shelf[Any]] = {
        PartyKind.ORGANISATION: book.organisations,
        PartyKind.PERSON: book.people,
        PartyKind.GROUP: book.groups,
    }
    record = shelves[party.kind].get(party.id)
    if record is None:
        message = f"a name stands for {party}, which is not in the book"
        raise LookupError(message)
    return book.entry(record).source
