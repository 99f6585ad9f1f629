"""The kinds of records, and what tells of each: one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook.book import Book
from minutebook.book.shelf import Shelf
from minutebook.contributing.comparing import (
    actions,
    concerns,
    decisions,
    meetings,
    registers,
    subjects,
)
from minutebook.contributing.comparing.pairs import Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What tells of records of one kind."""

    title: str
    """What they are called together."""

    shelf: Callable[[Book], Shelf[Any]]

    added: Callable[[Any, Book], str]
    """Tells of a new record."""

    changed: Callable[[Pair[Any]], Iterator[str]]
    """Tells what has changed in a record."""

    named: Callable[[Any, Book], str]
    """Names a record as a reader knows it."""


KINDS: Mapping[str, Kind] = {
    "meeting": Kind(
        title="Meetings",
        shelf=lambda book: book.meetings,
        added=meetings.added,
        changed=meetings.changed,
        named=meetings.named,
    ),
    "action": Kind(
        title="Actions",
        shelf=lambda book: book.actions,
        added=actions.added,
        changed=actions.changed,
        named=actions.named,
    ),
    "concern": Kind(
        title="Concerns",
        shelf=lambda book: book.concerns,
        added=concerns.added,
        changed=concerns.changed,
        named=concerns.named,
    ),
    "decision": Kind(
        title="Decisions",
        shelf=lambda book: book.decisions,
        added=decisions.added,
        changed=decisions.changed,
        named=decisions.named,
    ),
    "theme": Kind(
        title="Themes",
        shelf=lambda book: book.themes,
        added=subjects.theme_added,
        changed=subjects.changed,
        named=subjects.named,
    ),
    "group": Kind(
        title="Groups",
        shelf=lambda book: book.groups,
        added=subjects.group_added,
        changed=subjects.changed,
        named=subjects.named,
    ),
    "organisation": Kind(
        title="Organisations",
        shelf=lambda book: book.organisations,
        added=registers.organisation_added,
        changed=registers.changed,
        named=registers.named,
    ),
    "person": Kind(
        title="People",
        shelf=lambda book: book.people,
        added=registers.person_added,
        changed=registers.changed,
        named=registers.named,
    ),
    "term": Kind(
        title="Glossary",
        shelf=lambda book: book.glossary,
        added=registers.term_added,
        changed=registers.changed,
        named=registers.named,
    ),
}
"""Each kind by its name, in the order in which it is told."""
