"""The record somebody means, or why nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from minutebook.book import Book
from minutebook.book.names import fold
from minutebook.book.shelf import R
from minutebook.contributing.proposing.kinds import ACTIONS, MEETINGS, Kind
from minutebook.contributing.proposing.naming import id_in, number_in, shown
from minutebook.problems import Place, Problem
from minutebook.reading import did_you_mean
from minutebook.records import Action, Meeting, date_from_text

_MOST_LISTED = 6


def find(book: Book, kind: Kind[R], named: str) -> R | Problem:
    """Find a record by its id or an earlier one, by its path, address or title.

    A meeting is found by its day, too; an action as `A1` with its meeting.
    """
    shelf = kind.shelf(book)
    wanted = id_in(named, kind.folder)
    found = shelf.get(wanted) or shelf.get(wanted.casefold())
    if found:
        return found
    possible: list[R] = _titled(shelf, named) or _otherwise(book, kind, named)
    if len(possible) == 1:
        return possible[0]
    if possible:
        return _several(kind, named, possible)
    return _unread(book, kind, wanted) or _unknown(kind, named, shelf, book)


def _titled(records: Iterable[R], named: str) -> list[R]:
    """Find the records that are called just so."""
    wanted = fold(named)
    return [one for one in records if wanted in {fold(name) for name in _names(one)}]


def _names(record: R) -> Iterator[str]:
    for field in ("title", "name", "short"):
        name = getattr(record, field, None)
        if name:
            yield name


def _all_names(record: R) -> tuple[str, ...]:
    return (record.id, *_names(record), *getattr(record, "aliases", ()))


def _otherwise(book: Book, kind: Kind[R], named: str) -> list[R]:
    """Find meetings by their day, and actions by their number."""
    found: list[Action] | list[Meeting] = []
    if kind.folder == MEETINGS.folder:
        found = _on_day(book, named)
    elif kind.folder == ACTIONS.folder:
        found = _numbered(book, named)
    wanted = {one.id for one in found}
    return [one for one in kind.shelf(book) if one.id in wanted]


def _on_day(book: Book, named: str) -> list[Meeting]:
    try:
        day = date_from_text(named.strip())
    except ValueError:
        return []
    return [one for one in book.meetings if one.date == day]


def _numbered(book: Book, named: str) -> list[Action]:
    number = number_in(named)
    if number is None:
        return []
    ending, rest = f"-a{number[0]}", number[1]
    actions: Iterable[Action] = book.actions
    if rest:
        meeting = find(book, MEETINGS, rest)
        if isinstance(meeting, Problem):
            return []
        actions = book.actions_of_meeting(meeting)
    return [one for one in actions if one.id.endswith(ending)]


def _several(kind: Kind[R], named: str, possible: list[R]) -> Problem:
    listed = ", ".join(f"`{one.id}`" for one in possible[:_MOST_LISTED])
    more = " and others" if len(possible) > _MOST_LISTED else ""
    return Problem(
        code="change-ambiguous",
        place=Place(kind.folder),
        summary=f"`{shown(named)}` can be {len(possible)} {kind.noun}s",
        hint=f"name the one you mean: {listed}{more}",
    )


def _unread(book: Book, kind: Kind[R], wanted: str) -> Problem | None:
    """Notice a record whose file stands there and could not be read."""
    for path in sorted(book.unread):
        file = PurePosixPath(path)
        is_register = kind.is_register and file.stem == kind.folder
        if is_register or (file.parent.name == kind.folder and file.stem == wanted):
            return Problem(
                code="change-unreadable",
                place=Place(path),
                summary=f"the file of this {kind.noun} cannot be read as it stands",
                hint="mend first what `minutebook check` says about it; then try again",
            )
    return None


def _unknown(kind: Kind[R], named: str, records: Iterable[R], book: Book) -> Problem:
    wanted = id_in(named, kind.folder)
    known = [name for one in records for name in _all_names(one)]
    return Problem(
        code="change-unknown",
        place=Place(f"{kind.folder}.yml" if kind.is_register else kind.folder),
        summary=f"there is no {kind.noun} `{shown(named)}`",
        hint=_others(kind, named, book)
        or did_you_mean(wanted, known)
        or (_how(kind) if known else f"the book has no {kind.noun} yet: add one first"),
    )


def _others(kind: Kind[R], named: str, book: Book) -> str | None:
    """List the actions of a meeting, where one was asked for that it has not."""
    number = number_in(named) if kind.folder == ACTIONS.folder else None
    meeting = find(book, MEETINGS, number[1]) if number and number[1] else None
    if meeting is None or isinstance(meeting, Problem):
        return None
    listed = ", ".join(f"`{one.id}`" for one in book.actions_of_meeting(meeting))
    return f"that meeting has {listed}" if listed else "that meeting has no actions"


def _how(kind: Kind[R]) -> str:
    if kind.is_register:
        return f"use a name or a key that stands in {kind.folder}.yml"
    return (
        f"use the address of its page, or the name of its file in {kind.folder}/"
        " without the ending"
    )
