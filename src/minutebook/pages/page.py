"""What the pages floor makes: pages, files and redirects, with no renderer in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from minutebook.forms import Form
from minutebook.pages.searched import Searched
from minutebook.reading import Heading
from minutebook.records import Record
from minutebook.views.finding import Finding

FURTHER = "/page"
"""What the name of a listing's frame ends in, for its pages after the first.

Their addresses hold it as well; a record has no folders within its own.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The body of a page. It is made when asked for and kept by nobody."""

    html: str
    """The body, safe to put into a page as it is."""

    headings: tuple[Heading, ...]
    """What a contents list shows, in order."""

    plain: str
    """The page as Markdown, for people's tools."""

    finding: Finding | None = None
    """By what the record is found; None for a listing."""


class Press(Protocol):
    """What prints pages on demand."""

    def shown(self, page: Page) -> bytes:
        """Tell in 16 bytes everything the body of `page` is made from."""

    def printed(self, page: Page) -> Printed:
        """Make the body of `page`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site: what a frame needs to know, and a body on demand."""

    kind: str
    """The kind of the record shown, e.g. `meeting`; of a listing, its name."""

    address: str
    """Relative to the root of the site, ending in `/`; e.g. `meetings/2020-08-26/`."""

    title: str
    description: str
    """One plain sentence for search engines."""

    section: str
    """The address of the listing it belongs to; its own, for one at the top."""

    source: str | None
    """The file to edit, relative to the notes folder; None for a listing."""

    record: Record | None = field(repr=False, compare=False)
    """What the page is about; None for a listing."""

    press: Press = field(repr=False, compare=False)

    form: Form | None = None
    """The form it shows, if it is a form page."""

    part: int = 1
    """Which page of a listing it is, counted from 1."""

    @property
    def frame(self) -> str:
        """The name of the frame it is put in."""
        return self.kind if self.part == 1 else f"{self.kind}{FURTHER}"

    @property
    def shown(self) -> bytes:
        """A digest of 16 bytes of everything the body is made from.

        With the same program, equal digests mean equal bodies, on any machine and day.
        """
        return self.press.shown(self)

    def printed(self) -> Printed:
        """Make the body. Quick straight after `shown`, which needs the same facts."""
        return self.press.printed(self)

    @property
    def html(self) -> str:
        """The body alone, made anew at each asking."""
        return self.printed().html

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings alone, made anew at each asking."""
        return self.printed().headings


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for programs, open data or a feed or the like, written when asked for."""

    address: str
    chunks: Callable[[], Iterator[str]] = field(repr=False, compare=False)
    """Gives the text from its beginning, in pieces of about one row."""

    @property
    def text(self) -> str:
        """The whole text, made anew at each asking."""
        return "".join(self.chunks())


@dataclass(frozen=True, slots=True)
class Redirect:
    """An earlier address, and the page that stands elsewhere now."""

    address: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything a book puts on the site."""

    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]
    redirects: tuple[Redirect, ...]
    attachments: tuple[str, ...]
    """Documents and pictures to copy, relative to the notes folder."""

    searched: Searched | None
    """What a search has to know of the book; None if the theme's own search is used."""

    home: str
    """The body for the place in the hand-written home page that asks for it."""
