"""What changes in a decision."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.book import Book
from minutebook.contributing.comparing.fields import other_fields
from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import meeting, names, short
from minutebook.records import Decision


def named(decision: Decision, _book: Book) -> str:
    """Name a decision by its title."""
    return short(decision.title)


def added(decision: Decision, book: Book) -> str:
    """Tell of a decision that was not in the book."""
    by = f" by {names(book, decision.by)}" if decision.by else ""
    where = f" ({meeting(book, decision.meeting)})" if decision.meeting else ""
    return f"New decision{by}: {named(decision, book)}{where}"


def changed(pair: Pair[Decision]) -> Iterator[str]:
    """Tell what has changed in a decision, field by field."""
    return other_fields(pair)
