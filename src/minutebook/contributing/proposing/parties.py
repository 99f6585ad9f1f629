"""Those who said something, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from minutebook.book import Book


def named(names: Sequence[str], book: Book) -> str:
    """Name parties as the book does: `Clinks and Nacro`."""
    known = [party.name if (party := book.names.find(n)) else n for n in names]
    *first, last = known or [""]
    return f"{', '.join(first)} and {last}" if first else last
