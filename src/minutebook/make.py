"""From notes to a site, in one screen: read, link, check, cut to the audience, print."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from minutebook.book import Book, bind, check, link
from minutebook.cache import NO_CACHE, Cache
from minutebook.edition import Edition
from minutebook.editor.files import editor_files
from minutebook.pages import Page, Site, page_of, site_of
from minutebook.problems import Problem, in_order, is_fatal
from minutebook.reading import read_again, read_notes
from minutebook.records import Meeting, NoteStatus
from minutebook.views.audience import seen_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A book, and everything that is wrong with the notes it was made from."""

    book: Book
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of the notes."""

    site: Site | None
    """Nothing, if a problem forbids to publish."""

    seen: Book | None
    """The book as the audience sees it."""

    today: dt.date
    edition: Edition
    problems: tuple[Problem, ...]
    records: int


def check_notes(notes: Path, cache: Cache = NO_CACHE) -> Checked:
    """Read the notes in a folder, link them to a book and hold it against the rules."""
    reading = read_notes(notes, cache)
    book = link(reading)
    return Checked(book=book, problems=in_order((*reading.problems, *check(book))))


def make_site(
    notes: Path,
    today: dt.date,
    edition: Edition,
    *,
    strict: bool = False,
    cache: Cache = NO_CACHE,
) -> Made:
    """Make the site of the notes in a folder, as it stands on `today`, in one edition.

    What `cache` knows of a record is not read again.
    """
    return make_of(check_notes(notes, cache), today, edition, strict=strict)


def make_of(
    checked: Checked, today: dt.date, edition: Edition, *, strict: bool = False
) -> Made:
    """Make the site of notes that were read and checked."""
    site = seen = None
    if not is_fatal(checked.problems, strict=strict):
        seen = seen_by(checked.book, edition.audience, today, names_people=edition.people)
        site = site_of(seen, today, edition)
        editor = editor_files(seen, checked.book, edition)
        site = replace(site, files=(*site.files, *editor))
    return Made(
        site=site,
        seen=seen,
        today=today,
        edition=edition,
        problems=checked.problems,
        records=len(checked.book.entries),
    )


def page_at_once(made: Made, notes: Path, path: str) -> Page | None:
    """Make the page of a note whose file was saved, from a site that was made before.

    None when more than its page has to change: when it has problems, is new, or is no
    longer for the same readers.
    """
    read = read_again(notes, path)
    entries = made.seen.entries if made.seen else ()
    at = next((n for n, e in enumerate(entries) if e.source.path == path), None)
    if made.seen is None or read is None or at is None:
        return None
    was, now = entries[at].record, read.record
    if not (isinstance(was, Meeting) and isinstance(now, Meeting)):
        return None
    if _readers(was) != _readers(now) or now.status is NoteStatus.WITHDRAWN:
        return None
    book = bind(
        (*entries[:at], read, *entries[at + 1 :]),
        made.seen.attachments,
        made.seen.unread,
        names_people=made.seen.names_people,
    )
    return page_of(book, now, made.today, made.edition)


def _readers(meeting: Meeting) -> tuple[object, ...]:
    """Tell what decides who may read a note."""
    return meeting.id, meeting.status, meeting.visibility, meeting.release_on
