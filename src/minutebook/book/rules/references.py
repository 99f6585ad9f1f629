"""Rules about references: every name and id a record uses stands for something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from minutebook.book.book import Book
from minutebook.book.references import Reference, Refers, references
from minutebook.problems import Problem
from minutebook.reading import Nearest, Source


def unknown_meeting(book: Book) -> Iterator[Problem]:
    """A meeting that a record names by its id is among the meetings."""
    yield from _unknown_ids(book, Refers.MEETING, "meetings")


def unknown_theme(book: Book) -> Iterator[Problem]:
    """A theme that a record names by its id is among the themes."""
    yield from _unknown_ids(book, Refers.THEME, "themes")


def unknown_concern(book: Book) -> Iterator[Problem]:
    """A concern that a record names by its id is among the concerns."""
    yield from _unknown_ids(book, Refers.CONCERN, "concerns")


def unknown_action(book: Book) -> Iterator[Problem]:
    """An action that a record names by its id is among the actions."""
    yield from _unknown_ids(book, Refers.ACTION, "actions")


def unknown_group(book: Book) -> Iterator[Problem]:
    """A group that a record names by its id is among the groups."""
    yield from _unknown_ids(book, Refers.GROUP, "groups")


def unknown_owner(book: Book) -> Iterator[Problem]:
    """The owner of an action is an organisation, a person or a group the book knows."""
    yield from _unknown_names(book, Refers.OWNER)


def unknown_name(book: Book) -> Iterator[Problem]:
    """Whoever raised, answered or decided something is known, or `anonymous`."""
    yield from _unknown_names(book, Refers.NAME)


def unknown_organisation(book: Book) -> Iterator[Problem]:
    """The organisation somebody belongs to is in the register of organisations."""
    if "organisations.yml" in book.unread:
        return
    nearest = Nearest(n for o in book.organisations for n in (o.name, *o.aliases))
    for source, reference in _unknown(book, Refers.ORGANISATION, book.names.organisation):
        yield source.problem(
            "unknown-organisation",
            reference.path,
            f"there is no organisation called `{reference.text}`",
            _nearest(nearest, reference.text)
            + "add it to organisations.yml, or this name to the aliases it has there",
        )


def _unknown_ids(book: Book, refers: Refers, folder: str) -> Iterator[Problem]:
    shelf = getattr(book, folder)
    nearest = Nearest(shelf.ids())
    unread = {path.rpartition("/")[2].rpartition(".")[0] for path in book.unread}
    for source, reference in _unknown(
        book, refers, lambda text: shelf.get(text) or text in unread
    ):
        yield source.problem(
            f"unknown-{refers}",
            reference.path,
            f"there is no {refers} `{reference.text}`",
            _nearest(nearest, reference.text)
            + f"use the name of a file in {folder}/ without its ending,"
            " or add that file",
        )


def _unknown_names(book: Book, refers: Refers) -> Iterator[Problem]:
    if {"organisations.yml", "people.yml"} & book.unread:
        return
    nearest = Nearest(book.names.all())
    for source, reference in _unknown(book, refers, book.names.find):
        yield source.problem(
            f"unknown-{refers}",
            reference.path,
            f"nobody here goes by the name `{reference.text}`",
            _several(book, reference.text)
            or _nearest(nearest, reference.text)
            + "add the organisation to organisations.yml or the person to people.yml",
        )


def _nearest(nearest: Nearest, text: str) -> str:
    near = nearest.hint(text)
    return f"{near} If not, " if near else ""


def _several(book: Book, text: str) -> str | None:
    """Notice two names written as one."""
    names = [name.strip() for name in re.split(r",|;|&|\band\b", text)]
    if len(names) > 1 and all(map(book.names.find, names)):
        return f"write each name by itself, as in `[{', '.join(names)}]`"
    return None


def _unknown(
    book: Book, refers: Refers, known: Callable[[str], object]
) -> Iterator[tuple[Source, Reference]]:
    """Find the references whose texts are not known; mostly, there are none to seek."""
    unknown = {text for text in book.texts[refers] if not known(text)}
    for entry in book.entries if unknown else ():
        for reference in references(entry.record):
            if reference.refers is refers and reference.text in unknown:
                yield entry.source, reference
