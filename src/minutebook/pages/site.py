"""The whole site of a book: a page for every record and listing, data, redirects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from minutebook.book import Book, Leads, follow
from minutebook.pages.data import data_files
from minutebook.pages.kinds import LISTINGS, describe_meeting, described
from minutebook.pages.page import Page, Press, Redirect, Site
from minutebook.pages.places import RECORD_KINDS
from minutebook.pages.press import BookPress
from minutebook.records import Meeting, Record, is_slug
from minutebook.views.cards import ref


def site_of(book: Book, today: dt.date, time_zone: str) -> Site:
    """Make everything that `book`, already cut to its audience, puts on the site."""
    press = BookPress(book, today)
    return Site(
        pages=tuple(_pages(book, press)),
        files=data_files(book, today, time_zone),
        redirects=tuple(_redirects(book)),
        attachments=tuple(sorted(_attachments(book))),
        home=press.home(),
    )


def _pages(book: Book, press: Press) -> Iterator[Page]:
    for kind, record, description in described(book):
        yield _page(book, press, kind, record, description)
    for name, listing in LISTINGS.items():
        yield Page(
            kind=name,
            address=f"{name}/",
            title=listing.title,
            description=listing.description,
            section=f"{name}/",
            source=None,
            record=None,
            press=press,
        )


def _page(book: Book, press: Press, kind: str, record: Record, description: str) -> Page:
    named = ref(record)
    return Page(
        kind=kind,
        address=f"{named.folder}/{named.id}/",
        title=named.title,
        description=description,
        section=RECORD_KINDS[kind].section,
        source=book.entry(record).source.path,
        record=record,
        press=press,
    )


def page_of(book: Book, meeting: Meeting, today: dt.date) -> Page:
    """Make the page of one meeting, and nothing else."""
    press = BookPress(book, today)
    return _page(book, press, "meeting", meeting, describe_meeting(meeting))


def _redirects(book: Book) -> Iterator[Redirect]:
    """Keep the earlier address of every record that has one."""
    shelves = (
        book.meetings,
        book.actions,
        book.concerns,
        book.decisions,
        book.themes,
        book.groups,
        book.organisations,
    )
    for shelf in shelves:
        for alias, record in shelf.aliases():
            now = ref(record)
            if is_slug(alias):
                yield Redirect(f"{now.folder}/{alias}/", f"{now.folder}/{now.id}/")


def _attachments(book: Book) -> Iterator[str]:
    """Find the attachments that something shown links to; no others are published."""
    for entry in book.entries:
        for prose in (entry.prose, *entry.addenda):
            for typed in prose.links:
                target = follow(book, entry.source.path, typed)
                if target.leads is Leads.ATTACHMENT:
                    yield target.path
        source = entry.record.source if isinstance(entry.record, Meeting) else None
        if source and source.file in book.attachments:
            yield source.file
