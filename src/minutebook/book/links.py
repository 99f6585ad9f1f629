"""Links in notes: where the target of a relative Markdown link leads."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from minutebook.book.book import Book
from minutebook.book.shelf import Shelf
from minutebook.records import (
    Action,
    Concern,
    Decision,
    Group,
    Meeting,
    Record,
    Theme,
)


class Leads(StrEnum):
    """What a link leads to."""

    ELSEWHERE = "elsewhere"
    """Another site, a mail or telephone address."""

    HERE = "here"
    """A heading of the same note."""

    RECORD = "record"
    ATTACHMENT = "attachment"
    REGISTER = "register"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The end of a link."""

    leads: Leads
    record: Record | None = None
    path: str = ""
    """The attachment or register, relative to the notes folder."""

    anchor: str = ""
    """The heading, without `#`."""


_REGISTERS = ("organisations", "people", "glossary")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)


def follow(book: Book, file: str, link: str) -> Target:
    """Follow `link` as typed in `file`, a path relative to the notes folder."""
    if _SCHEME.match(link):
        return Target(leads=Leads.ELSEWHERE)
    raw_path, _, raw_anchor = link.partition("#")
    path, anchor = unquote(raw_path), unquote(raw_anchor)
    if not path:
        return Target(leads=Leads.HERE, anchor=anchor)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if full in book.attachments:
        return Target(leads=Leads.ATTACHMENT, path=full)
    folder, _, name = full.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if not folder and ending == "yml" and stem in _REGISTERS:
        return Target(leads=Leads.REGISTER, path=full, anchor=anchor)
    record = _record(book, folder, stem) if ending in ("md", "yml") else None
    if record is None:
        return Target(leads=Leads.NOWHERE, path=full)
    return Target(leads=Leads.RECORD, record=record, anchor=anchor)


FOLDERS: dict[type[Record], str] = {
    Meeting: "meetings",
    Action: "actions",
    Concern: "concerns",
    Decision: "decisions",
    Theme: "themes",
    Group: "groups",
}
"""The folder each kind of record stands in."""


def _record(book: Book, folder: str, stem: str) -> Record | None:
    if folder not in FOLDERS.values():
        return None
    shelf: Shelf[Any] = getattr(book, folder)
    found: Record | None = shelf.get(stem)
    return found
