"""What changes in a theme or a group."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.book import Book
from minutebook.contributing.comparing.fields import other_fields
from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import short
from minutebook.records import Group, Theme


def named(subject: Theme | Group, _book: Book) -> str:
    """Name a theme or a group by its title."""
    return short(subject.title)


def theme_added(theme: Theme, book: Book) -> str:
    """Tell of a theme that was not in the book."""
    return f"New theme: {named(theme, book)}"


def group_added(group: Group, book: Book) -> str:
    """Tell of a group that was not in the book."""
    parent = book.groups.get(group.parent)
    part = f", part of {short(parent.title)}" if parent else ""
    return f"New group: {named(group, book)}{part}"


def changed(pair: Pair[Theme | Group]) -> Iterator[str]:
    """Tell what has changed, field by field."""
    return other_fields(pair)
