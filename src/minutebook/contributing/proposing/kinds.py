"""The kinds of records that a request can name, and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic

from minutebook.book import Book
from minutebook.book.shelf import R, Shelf
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[R]):
    """Records of one kind."""

    noun: str
    folder: str
    """Where they stand, or the register without its ending."""

    shelf: Callable[[Book], Shelf[R]]

    @property
    def is_register(self) -> bool:
        """Whether they stand in one file together."""
        return self.folder in _REGISTERS


_REGISTERS = frozenset(("organisations", "people", "glossary"))

MEETINGS: Kind[Meeting] = Kind(
    noun="meeting", folder="meetings", shelf=attrgetter("meetings")
)
ACTIONS: Kind[Action] = Kind(noun="action", folder="actions", shelf=attrgetter("actions"))
CONCERNS: Kind[Concern] = Kind(
    noun="concern", folder="concerns", shelf=attrgetter("concerns")
)
DECISIONS: Kind[Decision] = Kind(
    noun="decision", folder="decisions", shelf=attrgetter("decisions")
)
THEMES: Kind[Theme] = Kind(noun="theme", folder="themes", shelf=attrgetter("themes"))
GROUPS: Kind[Group] = Kind(noun="group", folder="groups", shelf=attrgetter("groups"))
ORGANISATIONS: Kind[Organisation] = Kind(
    noun="organisation", folder="organisations", shelf=attrgetter("organisations")
)
PEOPLE: Kind[Person] = Kind(noun="person", folder="people", shelf=attrgetter("people"))
GLOSSARY: Kind[Term] = Kind(noun="word", folder="glossary", shelf=attrgetter("glossary"))

KINDS: tuple[Kind[Any], ...] = (
    MEETINGS,
    ACTIONS,
    CONCERNS,
    DECISIONS,
    THEMES,
    GROUPS,
    ORGANISATIONS,
    PEOPLE,
    GLOSSARY,
)
"""All of them."""


def kind_of(record: Record) -> Kind[Any]:
    """Tell the kind of a record."""
    return _BY_TYPE[type(record)]


_BY_TYPE: dict[type[Record], Kind[Any]] = {
    Meeting: MEETINGS,
    Action: ACTIONS,
    Concern: CONCERNS,
    Decision: DECISIONS,
    Theme: THEMES,
    Group: GROUPS,
    Organisation: ORGANISATIONS,
    Person: PEOPLE,
    Term: GLOSSARY,
}
