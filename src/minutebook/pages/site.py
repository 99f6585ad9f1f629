"""The whole site of a book: a page for every record and listing, data, redirects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from minutebook.book import Book, Leads, follow
from minutebook.edition import Edition
from minutebook.forms import FORMS
from minutebook.language import Language, language_named
from minutebook.pages.calendars import calendars
from minutebook.pages.data import data_files
from minutebook.pages.feeds import feeds
from minutebook.pages.kinds import LISTINGS, RECORDS
from minutebook.pages.llms import llms
from minutebook.pages.page import FURTHER, Page, Press, Redirect, Site
from minutebook.pages.press import BookPress
from minutebook.pages.searched import searched
from minutebook.records import Meeting, Record, is_slug
from minutebook.views.cards import ref


def site_of(book: Book, today: dt.date, edition: Edition) -> Site:
    """Make everything that `book`, already cut to its audience, puts on the site."""
    press = BookPress(book, today, edition)
    language = language_named(edition.language)
    by_pagefind = edition.search == "pagefind"
    left_out = {
        *(() if by_pagefind else ("search",)),
        *(() if edition.takes_changes else ("suggest", "form")),
    }
    return Site(
        pages=tuple(
            page for page in _pages(book, press, language) if page.kind not in left_out
        ),
        files=(
            *data_files(book, today, edition),
            *feeds(book, today, edition, language),
            *calendars(book, today, edition, language),
            llms(book, edition, language),
        ),
        redirects=tuple(_redirects(book)),
        attachments=tuple(sorted(_attachments(book))),
        searched=searched(book, edition.language) if by_pagefind else None,
        home=press.home(),
    )


def _pages(book: Book, press: Press, language: Language) -> Iterator[Page]:
    for name, kind in RECORDS.items():
        for record in kind.records(book):
            yield _page(book, press, language, name, record)
    for name, listing in LISTINGS.items():
        for part in range(1, listing.parts(book) + 1):
            yield _listed(press, language, name, part)
    for form in FORMS:
        yield Page(
            kind="form",
            address=f"suggest/{form.id}/",
            title=language.say(form.title),
            description=language.say(form.about),
            section="suggest/",
            source=None,
            record=None,
            press=press,
            form=form,
        )


def _listed(press: Press, language: Language, name: str, part: int) -> Page:
    listing = LISTINGS[name]
    title, address = language.say(listing.title), f"{name}/"
    if part > 1:
        title = language.say("%(title)s, page %(number)s", title=title, number=part)
        address = f"{name}{FURTHER}/{part}/"
    return Page(
        kind=name,
        address=address,
        title=title,
        description=language.say(listing.description),
        section=listing.section or f"{name}/",
        source=None,
        record=None,
        press=press,
        part=part,
    )


def _page(
    book: Book, press: Press, language: Language, name: str, record: Record
) -> Page:
    kind, named = RECORDS[name], ref(record)
    return Page(
        kind=name,
        address=f"{kind.folder}/{named.id}/",
        title=named.title,
        description=kind.described(book, record, language),
        section=kind.section,
        source=book.entry(record).source.path,
        record=record,
        press=press,
    )


def page_of(book: Book, meeting: Meeting, today: dt.date, edition: Edition) -> Page:
    """Make the page of one meeting, and nothing else."""
    press = BookPress(book, today, edition)
    return _page(book, press, language_named(edition.language), "meeting", meeting)


def _redirects(book: Book) -> Iterator[Redirect]:
    """Keep the earlier address of every record that has one."""
    for kind in RECORDS.values():
        for alias, record in kind.records(book).aliases():
            if is_slug(alias):
                to = f"{kind.folder}/{ref(record).id}/"
                yield Redirect(f"{kind.folder}/{alias}/", to)


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
