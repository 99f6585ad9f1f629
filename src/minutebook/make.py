"""From notes to a site, in one screen: read, link, check, cut to the audience, print."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from minutebook.book import Book, check, link
from minutebook.cache import NO_CACHE, Cache
from minutebook.pages import Site, site_of
from minutebook.problems import Problem, in_order, is_fatal
from minutebook.reading import read_notes
from minutebook.records import Visibility
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
    *,
    audience: Visibility = Visibility.PUBLIC,
    time_zone: str = "Europe/London",
    strict: bool = False,
    cache: Cache = NO_CACHE,
) -> Made:
    """Make the site of the notes in a folder, as `audience` sees it on `today`.

    `time_zone` is that of the meetings which name none. What `cache` knows of a record
    is not read again.
    """
    checked = check_notes(notes, cache)
    site = None
    if not is_fatal(checked.problems, strict=strict):
        seen = seen_by(checked.book, audience, today)
        site = site_of(seen, today, time_zone)
    return Made(
        site=site,
        problems=checked.problems,
        records=len(checked.book.entries),
    )
