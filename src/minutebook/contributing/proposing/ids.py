"""The id of a new record: one that nobody has, and that an address can keep."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import PurePosixPath

from minutebook.changing.naming import numbered, slug_of, unused
from minutebook.changing.paths import path_of
from minutebook.contributing.proposing.desk import Desk
from minutebook.contributing.proposing.kinds import kind_of
from minutebook.contributing.proposing.naming import shown
from minutebook.problems import Place, Problem
from minutebook.records import (
    Action,
    Meeting,
    Organisation,
    Person,
    Record,
    Term,
    is_slug,
)


def id_for(record: Record, desk: Desk) -> str:
    """Make an id for a record that has none: of its day, its number or its title."""
    taken = frozenset(_taken(record, desk))
    match record:
        case Action():
            return numbered(f"{record.raised_in}-a1", taken)
        case Meeting():
            of = record.group or slug_of(record.title, "meeting")
            wanted = f"{record.date}-{of}"
        case Organisation() | Person():
            wanted = slug_of(record.name, kind_of(record).noun)
        case Term():
            return record.id
        case _:
            wanted = slug_of(record.title, kind_of(record).noun)
    return unused(wanted, taken.__contains__)


def refused_id(record: Record, desk: Desk) -> Problem | None:
    """Say why a record cannot have its id, if it cannot."""
    if not (is_slug(record.id) or (isinstance(record, Term) and record.id)):
        return Problem(
            code="change-bad-id",
            place=_place(record),
            summary=f"`{shown(record.id)}` cannot be an id",
            hint="use small letters a-z, digits and single hyphens, as in `village-shop`;"
            " or leave it out, and one is made of the title",
        )
    if record.id in frozenset(_taken(record, desk)) or _stands_there(record, desk):
        return Problem(
            code="change-id-taken",
            place=_place(record),
            summary=f"there is a {kind_of(record).noun} `{record.id}` already",
            hint="give the new one another id; if it is the same, change the one there",
        )
    return None


def _taken(record: Record, desk: Desk) -> Iterator[str]:
    """List the ids that records of this kind have, had, or may have in files not read."""
    kind = kind_of(record)
    shelf = kind.shelf(desk.book)
    yield from shelf.ids()
    yield from (alias for alias, _ in shelf.aliases())
    paths = (PurePosixPath(path) for path in desk.book.unread)
    yield from (path.stem for path in paths if path.parent.name == kind.folder)


def _stands_there(record: Record, desk: Desk) -> bool:
    is_file = not isinstance(record, Organisation | Person | Term)
    return is_file and os.path.lexists(desk.notes / path_of(record))


def _place(record: Record) -> Place:
    kind = kind_of(record)
    return Place(f"{kind.folder}.yml" if kind.is_register else kind.folder)
