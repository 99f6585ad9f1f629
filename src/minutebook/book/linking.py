"""From what was read to the book."""

from __future__ import annotations

from typing import TypeVar

from minutebook.book.book import Book
from minutebook.book.names import names_of
from minutebook.book.shelf import shelve
from minutebook.book.shelves import Entries
from minutebook.reading import Reading
from minutebook.records import (
    Action,
    Concern,
    Decision,
    Group,
    Meeting,
    Organisation,
    Person,
    Record,
    Term,
    Theme,
)

R = TypeVar("R", bound=Record)


def link(reading: Reading) -> Book:
    """Put everything that could be read together."""
    unread = frozenset(problem.place.path for problem in reading.problems)
    return bind(reading.entries, reading.attachments, unread)


def bind(
    entries: Entries,
    attachments: frozenset[str],
    unread: frozenset[str],
    *,
    names_people: bool = False,
) -> Book:
    """Make a book of these entries; `names_people` gives people pages of their own."""

    def all_of(kind: type[R]) -> list[R]:
        return [e.record for e in entries if isinstance(e.record, kind)]

    organisations, people = all_of(Organisation), all_of(Person)
    groups = all_of(Group)
    return Book(
        entries=entries,
        attachments=attachments,
        unread=unread,
        meetings=shelve(all_of(Meeting), order=lambda m: (m.date, m.id)),
        actions=shelve(all_of(Action), order=lambda a: a.id),
        concerns=shelve(all_of(Concern), order=lambda c: (c.title.casefold(), c.id)),
        decisions=shelve(all_of(Decision), order=lambda d: d.id),
        themes=shelve(all_of(Theme), order=lambda t: (t.title.casefold(), t.id)),
        groups=shelve(all_of(Group), order=lambda g: (g.title.casefold(), g.id)),
        organisations=shelve(organisations, order=lambda o: (o.name.casefold(), o.id)),
        people=shelve(people, order=lambda p: (p.name.casefold(), p.id)),
        glossary=shelve(all_of(Term), order=lambda t: (t.id.casefold(), t.id)),
        names=names_of(organisations, people, groups),
        names_people=names_people,
    )
