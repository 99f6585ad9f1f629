"""What the pages floor makes: pages, files and redirects, with no renderer in sight."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.reading import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site: a finished body, and what a frame needs to know."""

    address: str
    """Relative to the root of the site, ending in `/`; e.g. `meetings/2020-08-26/`."""

    title: str
    description: str
    """One plain sentence for search engines."""

    html: str
    """The body, safe to put into a page as it is."""

    headings: tuple[Heading, ...]
    """What a contents list shows, in order."""

    section: str
    """The address of the listing it belongs to; its own, for a listing."""

    source: str | None
    """The file to edit, relative to the notes folder; None for a listing."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data."""

    address: str
    text: str


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

    home: str
    """The body for the place in the hand-written home page that asks for it."""
