"""What changes in the registers: organisations, people, words that are explained."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.book import Book
from minutebook.contributing.comparing.fields import other_fields
from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import short
from minutebook.records import Organisation, Person, Term


def named(entry: Organisation | Person | Term, _book: Book) -> str:
    """Name an entry by its name; a word by itself."""
    return short(entry.id if isinstance(entry, Term) else entry.name)


def organisation_added(organisation: Organisation, book: Book) -> str:
    """Tell of an organisation that was not in the register."""
    return f"New organisation: {named(organisation, book)}"


def person_added(person: Person, book: Book) -> str:
    """Tell of somebody who was not in the register."""
    of = f", {short(person.organisation)}" if person.organisation else ""
    return f"New person: {named(person, book)}{of}"


def term_added(term: Term, book: Book) -> str:
    """Tell of a word that was not explained before."""
    return f"New in the glossary: {named(term, book)}, {short(term.meaning)}"


def changed(pair: Pair[Organisation | Person | Term]) -> Iterator[str]:
    """Tell what has changed, field by field."""
    return other_fields(pair)
