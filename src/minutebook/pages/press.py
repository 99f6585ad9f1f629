"""Pages made on demand: facts, template and digest of one page at a time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from minutebook.book import Book
from minutebook.edition import EDITOR, Edition
from minutebook.language import language_named
from minutebook.pages.form_page import form_facts
from minutebook.pages.headings import headings_of
from minutebook.pages.invitations import invitations
from minutebook.pages.kinds import LISTINGS, RECORDS
from minutebook.pages.page import Page, Printed
from minutebook.pages.plain import plain
from minutebook.pages.shown import Digester
from minutebook.pages.templates import Renderer
from minutebook.views.finding import finding_of
from minutebook.views.home import home_view
from minutebook.views.parts import part_of


class BookPress:
    """Prints the pages of one book on one day.

    It remembers what the page it was last asked about shows, and the whole of the listing
    whose pages it was last asked about.
    """

    def __init__(self, book: Book, today: dt.date, edition: Edition) -> None:
        """Prepare what all pages share."""
        self._book = book
        self._today = today
        self._edition = edition
        self._renderer = Renderer(book, today, edition, language_named(edition.language))
        self._digester = Digester(book, today, edition)
        self._last: tuple[Page, dict[str, Any]] | None = None
        self._whole: tuple[str, dict[str, Any]] | None = None
        """Of the listing that was asked about last, which has several pages."""

    def shown(self, page: Page) -> bytes:
        """Tell in 16 bytes everything the body of `page` is made from."""
        return self._digester.digest(page, self._facts(page))

    def printed(self, page: Page) -> Printed:
        """Make the body of `page`."""
        facts = self._facts(page)
        self._last = None
        html = self._renderer.render(f"{page.kind}.html", page.address, facts)
        return Printed(
            html=html + self._renderer.render("change.html", page.address, facts),
            headings=headings_of(html),
            plain=self._plain(page, html),
            finding=facts.get("finding"),
        )

    def home(self) -> str:
        """Make the computed part of the home page."""
        facts = {"view": home_view(self._book, self._today)}
        return self._renderer.render("home.html", "", facts)

    def _plain(self, page: Page, html: str) -> str:
        facts = {
            "title": page.title,
            "description": page.description,
            "kind": page.kind,
            "address": self._edition.address + page.address,
        }
        return plain(html, facts, page=page.address, address=self._edition.address)

    def _facts(self, page: Page) -> dict[str, Any]:
        """Gather what the template of a page is filled with."""
        if self._last is not None and self._last[0] is page:
            return self._last[1]
        if page.form:
            facts = form_facts(page.form, self._book, self._edition)
        elif page.record is None:
            facts = self._listed(page)
        else:
            view = RECORDS[page.kind].view(self._book, page.record, self._today)
            address = self._edition.address and self._edition.address + page.address
            facts = {
                "view": view,
                "source": page.source,
                "address": address,
                "finding": finding_of(self._book, page.record, self._today),
            }
        facts = {
            **facts,
            "invitations": invitations(page, self._edition),
            "edit": self._edit(page),
            "editor": self._editor(page),
        }
        self._last = page, facts
        return facts

    def _edit(self, page: Page) -> str:
        """Tell where the file that a page is made from is edited, if there is one."""
        if page.form or not self._edition.takes_changes:
            return ""
        if page.source:
            return self._edition.edit_address(page.source)
        register = LISTINGS[page.kind].register
        if register and any(e.source.path == register for e in self._book.entries):
            return self._edition.edit_address(register)
        return ""

    def _editor(self, page: Page) -> str:
        """Tell where the site's own editor opens the record of a page, if it does."""
        record, ending = (page.source or "").rpartition(".")[::2]
        if self._edition.editing is None or ending != "md":
            return ""
        return f"{EDITOR}/?record={record}"

    def _listed(self, page: Page) -> dict[str, Any]:
        """Gather what a listing is filled with, or one page of a long one."""
        listing = LISTINGS[page.kind]
        if self._whole is not None and self._whole[0] == page.kind:
            facts = self._whole[1]
        else:
            facts = listing.facts(self._book, self._today)
            if listing.parts(self._book) == 1:
                return facts
            self._whole = page.kind, facts
        return {**facts, "view": part_of(facts["view"], page.part, listing.whole)}
