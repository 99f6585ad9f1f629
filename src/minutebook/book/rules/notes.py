"""Rules about the text of notes: what it promises stands in the records."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from minutebook.book.acronyms import acronyms, acronyms_in, explained_in, known_words
from minutebook.book.book import Book
from minutebook.book.links import Leads, Target, follow
from minutebook.problems import Place, Problem, Severity
from minutebook.reading import Entry, Nearest, Prose, Source, Spot, did_you_mean
from minutebook.records import Action, Meeting


def action_without_record(book: Book) -> Iterator[Problem]:
    """An `Action:` line in a note links to the record that tracks it."""
    for entry in book.entries_of(Meeting):
        for place, _ in _spots(entry, _bare_actions):
            yield entry.source.problem(
                "action-without-record",
                place,
                "nothing tracks this action",
                f"run `minutebook track notes/{entry.source.path}`, or write it as a file"
                " in actions/ and link to it here:"
                f" `- **Action:** [Title](../actions/{entry.record.id}-a1.md)`",
            )


def action_not_in_note(book: Book) -> Iterator[Problem]:
    """The note of the meeting that agreed an action links to the action."""
    mentioned = {
        (entry.record.id, target.record.id)
        for entry in book.entries_of(Meeting)
        for _, target in _followed(book, entry)
        if isinstance(target.record, Action)
    }
    for entry in book.entries_of(Action):
        meeting = book.meetings.get(entry.record.raised_in)
        if meeting is None or not meeting.text.strip():
            continue
        if (meeting.id, entry.record.id) not in mentioned:
            yield entry.source.problem(
                "action-not-in-note",
                ("raised_in",),
                "the note of this meeting never mentions the action",
                f"add to {book.entry(meeting).source.path}:"
                f" `- **Action:** [{entry.record.title}](../{entry.source.path})`",
            )


def broken_link(book: Book) -> Iterator[Problem]:
    """A link in a note leads to a record, an attachment or another site."""
    paths = {entry.source.path for entry in book.entries} | book.attachments
    nearest = Nearest(paths)
    for entry in book.entries:
        as_written = _from(entry.source)
        for find_place, target in _followed(book, entry):
            if target.leads is Leads.NOWHERE and target.path not in book.unread:
                yield entry.source.problem(
                    "broken-link",
                    find_place(),
                    f"there is no `{target.path}` among the notes",
                    nearest.hint(target.path, as_written)
                    or "link to a record as `../actions/its-file-name.md`",
                )


def bad_source(book: Book) -> Iterator[Problem]:
    """The document a note was made from is kept with the notes, or is on the web."""
    for entry in book.entries_of(Meeting):
        source = entry.record.source
        if source and source.url and not source.web_address:
            yield entry.source.problem(
                "bad-source",
                ("source", "url"),
                f"`{source.url}` is not the address of a web page",
                "write the whole address, beginning with https://",
            )
        if source and source.file and source.file not in book.attachments:
            yield entry.source.problem(
                "bad-source",
                ("source", "file"),
                f"there is no `{source.file}` among the notes",
                did_you_mean(source.file, book.attachments)
                or "put it into attachments/, and write `attachments/its-name.pdf`",
            )


def refused_link(book: Book) -> Iterator[Problem]:
    """A link leads to a web page, an address or the notes; a picture is one of ours."""
    for entry in book.entries:
        for place, _ in _spots(entry, _refused):
            yield entry.source.problem(
                "refused-link",
                place,
                "this leads where notes do not lead, and is left out",
                "link to http, https, mailto or tel addresses or to a file of the notes;"
                " put pictures into attachments/",
                Severity.WARNING,
            )


def broken_anchor(book: Book) -> Iterator[Problem]:
    """A link to a heading of a note leads to a heading that is there."""
    known: dict[str, frozenset[str]] = {}
    nearest: dict[str, Nearest] = {}
    for entry in book.entries:
        for find_place, target in _followed(book, entry):
            if not target.anchor or target.leads not in (Leads.HERE, Leads.RECORD):
                continue
            ends_in = book.entry(target.record) if target.record else entry
            path = ends_in.source.path
            if path not in known:
                known[path] = _anchors(ends_in)
            if target.anchor not in known[path]:
                yield entry.source.problem(
                    "broken-anchor",
                    find_place(),
                    f"there is no heading `#{target.anchor}` in {path}",
                    _nearest(nearest, path, known[path]).hint(target.anchor)
                    or "use the heading in small letters, with hyphens for spaces",
                )


def _nearest(known: dict[str, Nearest], path: str, anchors: frozenset[str]) -> Nearest:
    """Prepare the headings of a file for look-ups, once."""
    if path not in known:
        known[path] = Nearest(anchors)
    return known[path]


def unexplained_acronym(book: Book) -> Iterator[Problem]:
    """An acronym in a note is explained there or in the glossary."""
    known = known_words(book)
    for entry in book.entries_of(Meeting):
        words = "\n".join(prose.words for prose in (entry.prose, *entry.addenda))
        unexplained = frozenset(acronyms(words)) - known
        if unexplained:
            unexplained -= explained_in(words)
        places = _first_places(entry) if unexplained else {}
        for acronym in sorted(unexplained):
            yield entry.source.problem(
                "unexplained-acronym",
                places.get(acronym, entry.source.body_place(1)),
                f"nobody explains what {acronym} means",
                f"add it to glossary.yml, as in `{acronym}: what it stands for`",
                Severity.WARNING,
            )


def html_in_note(book: Book) -> Iterator[Problem]:
    """Notes are Markdown: HTML typed into them is left out of the site."""
    for entry in book.entries:
        for place, _ in _spots(entry, lambda prose: prose.html_typed):
            yield entry.source.problem(
                "html-in-note",
                place,
                "HTML is left out, together with what it may hold",
                "write it in Markdown; to show the sign itself, put `\\` before `<`",
                Severity.WARNING,
            )


def _followed(
    book: Book, entry: Entry[Any]
) -> Iterator[tuple[Callable[[], Place], Target]]:
    """Follow every link of a record's texts; with a way to find the place of each."""
    for prose, place in _texts(entry):
        for number, typed in enumerate(prose.links):
            if typed:
                find_place = partial(_place_of_link, prose, place, number)
                yield find_place, follow(book, entry.source.path, typed)


_Placing = Callable[[int, int], Place]
"""From a line and column of a text to a place in its file."""


def _place_of_link(prose: Prose, place: _Placing, number: int) -> Place:
    spot = prose.places.links[number]
    return place(spot.line, spot.column)


def _bare_actions(prose: Prose) -> tuple[Spot, ...]:
    return prose.places.bare_actions if prose.bare_actions else ()


def _refused(prose: Prose) -> list[Spot]:
    if "" not in prose.links:
        return []
    return [spot for spot in prose.places.links if not spot.text]


def _spots(
    entry: Entry[Any], of: Callable[[Prose], Iterable[Spot]]
) -> Iterator[tuple[Place, Spot]]:
    """Find some spots of a record's texts."""
    for prose, place in _texts(entry):
        for spot in of(prose):
            yield place(spot.line, spot.column), spot


def _texts(entry: Entry[Any]) -> Iterator[tuple[Prose, _Placing]]:
    """List the texts of a record: the body first, then each addendum."""
    yield entry.prose, entry.source.body_place
    for index, addendum in enumerate(entry.addenda):
        yield addendum, partial(entry.source.text_place, ("addenda", index, "text"))


def _anchors(entry: Entry[Any]) -> frozenset[str]:
    texts: tuple[Prose, ...] = (entry.prose, *entry.addenda)
    return frozenset().union(*(prose.anchors for prose in texts))


def _from(source: Source) -> Callable[[str], str]:
    """Write a path as a link in this file writes it."""
    folder = posixpath.dirname(source.path) or "."
    return lambda path: posixpath.relpath(path, folder)


def _first_places(entry: Entry[Meeting]) -> dict[str, Place]:
    """Find where each acronym first stands in the body of a note."""
    places: dict[str, Place] = {}
    for number, line in enumerate(entry.record.text.split("\n"), start=1):
        for column, acronym in acronyms_in(line):
            places.setdefault(acronym, entry.source.body_place(number, column))
    return places
