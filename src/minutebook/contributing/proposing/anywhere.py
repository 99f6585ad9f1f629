"""A record of whichever kind, by folder and id as paths and addresses have them."""

from __future__ import annotations

from typing import Any

from minutebook.book import Book
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import KINDS, Kind
from minutebook.contributing.proposing.naming import id_in, parts_of, shown
from minutebook.problems import Place, Problem
from minutebook.reading import did_you_mean
from minutebook.records import Record


def find_anywhere(book: Book, named: str) -> Record | Problem:
    """Find a record by `folder/id`, its path or address; by its id, if one has it."""
    parts = parts_of(named)
    for kind in KINDS:
        if kind.folder in parts[:-1]:
            found: Record | Problem = find(book, kind, named)
            return found
    return _by_id(book, named)


def _by_id(book: Book, named: str) -> Record | Problem:
    having = [kind for kind in KINDS if kind.shelf(book).get(id_in(named, kind.folder))]
    if len(having) == 1:
        found: Record | Problem = find(book, having[0], named)
        return found
    if having:
        return _several(named, having)
    known = [f"{kind.folder}/{one}" for kind in KINDS for one in kind.shelf(book).ids()]
    ids = [one.partition("/")[2] for one in known]
    return Problem(
        code="change-unknown",
        place=Place("."),
        summary=f"there is no record `{shown(named)}`",
        hint=did_you_mean(named, [*known, *ids])
        or "use the address of its page, or its folder and id, as in"
        " `meetings/2026-06-11-board`",
    )


def _several(named: str, having: list[Kind[Any]]) -> Problem:
    listed = ", ".join(f"`{kind.folder}/{shown(named)}`" for kind in having)
    return Problem(
        code="change-ambiguous",
        place=Place("."),
        summary=f"`{shown(named)}` can be {len(having)} records",
        hint=f"name the one you mean: {listed}",
    )
