"""All records of one kind, found by id or by an earlier id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from minutebook.records import (
    Action,
    Concern,
    Decision,
    Group,
    Meeting,
    Organisation,
    Person,
    Term,
    Theme,
)

R = TypeVar(
    "R", Meeting, Action, Concern, Decision, Theme, Group, Organisation, Person, Term
)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """Records by id, in their reading order."""

    _records: dict[str, R]
    _aliases: dict[str, str]

    def __iter__(self) -> Iterator[R]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def get(self, reference: str | None) -> R | None:
        """Find a record by its id or an alias of it."""
        if reference is None:
            return None
        return self._records.get(self._aliases.get(reference, reference))

    def some(self, references: Iterable[str]) -> tuple[R, ...]:
        """Find those of several records that are there, each once."""
        found = {record.id: record for record in map(self.get, references) if record}
        return tuple(found.values())

    def only(self, ids: Iterable[str]) -> Shelf[R]:
        """Give a shelf with some of the records, in their order."""
        kept = set(ids)
        return Shelf(
            {key: record for key, record in self._records.items() if key in kept},
            {alias: key for alias, key in self._aliases.items() if key in kept},
        )

    def ids(self) -> tuple[str, ...]:
        """List the ids a writer may use."""
        return tuple(self._records)

    def aliases(self) -> Iterator[tuple[str, R]]:
        """List the earlier ids that still lead to a record."""
        for alias, record_id in self._aliases.items():
            yield alias, self._records[record_id]


def shelve(records: Iterable[R], *, order: Callable[[R], Any]) -> Shelf[R]:
    """Put records on a shelf. Of two with one id the first is kept: a rule tells."""
    by_id: dict[str, R] = {}
    for record in sorted(records, key=order):
        by_id.setdefault(record.id, record)
    aliases = {
        alias: record.id
        for record in by_id.values()
        for alias in getattr(record, "aliases", ())
        if alias not in by_id
    }
    return Shelf(by_id, aliases)
