"""Which record of one version is which record of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from minutebook.book import Book
from minutebook.book.shelf import Shelf
from minutebook.reading import Entry
from minutebook.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[R]):
    """A record in both versions of a book."""

    was: R
    now: R
    before: Book
    after: Book

    @property
    def entry_before(self) -> Entry[Any]:
        """Where the earlier version came from, and its text."""
        return self.before.entry(self.was)

    @property
    def entry_after(self) -> Entry[Any]:
        """Where the later version came from, and its text."""
        return self.after.entry(self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired(Generic[R]):
    """All records of one kind, of two versions."""

    new: tuple[R, ...]
    both: tuple[Pair[R], ...]
    removed: tuple[R, ...]


def pair(before: Book, after: Book, shelf: Callable[[Book], Shelf[Any]]) -> Paired[Any]:
    """Pair the records of a kind: by their ids, and by those they had earlier."""
    old, now = shelf(before), shelf(after)
    taken: dict[str, Record] = {}
    removed = []
    for record in old:
        found = now.get(record.id)
        if found is None or (found.id != record.id and _is_taken(found, old, taken)):
            removed.append(record)
        else:
            taken[found.id] = record
    return Paired(
        new=tuple(record for record in now if record.id not in taken),
        both=tuple(
            Pair(was=taken[record.id], now=record, before=before, after=after)
            for record in now
            if record.id in taken
        ),
        removed=tuple(removed),
    )


def _is_taken(found: Any, old: Shelf[Any], taken: dict[str, Record]) -> bool:  # noqa: ANN401 - any record
    """Whether a record is that of its own id, or has been found for another already."""
    return found.id in taken or found.id in old.ids()
