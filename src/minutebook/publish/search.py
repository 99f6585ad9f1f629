"""The search index: the entries of our pages, as the renderer's own look."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook.pages import Page, Printed
from minutebook.publish.splitting import Section, split

_CLOSE = (",", ":")
_quoted = json.JSONEncoder().encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """How a renderer lays out its search index."""

    address: str
    entries: str
    """The key under which the entries stand."""

    tells_place: bool
    """Whether an entry tells the level of its heading and the page it stands on."""

    escapes_quotes: bool
    """Whether quotation marks in a page's title are written as entities."""


MKDOCS = Index(
    address="search/search_index.json",
    entries="docs",
    tells_place=False,
    escapes_quotes=True,
)
ZENSICAL = Index(
    address="search.json", entries="items", tells_place=True, escapes_quotes=False
)
INDEXES = (MKDOCS, ZENSICAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How what a search knows of the pages is written, one after another."""

    of_page: Callable[[Page, Printed], str]
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""
    begun: bool = False
    """Whether something of other pages stands in `head` already."""


def material_knows(search: Mapping[str, Any], index: Index) -> Known:
    """Write the theme's own search index, which is a single file."""
    head, entries, tail = around(search, index)
    return Known(
        of_page=lambda page, printed: of_page(page, printed.html, index),
        head=head + entries,
        between=b",",
        tail=tail,
        begun=bool(entries),
    )


def around(
    search: Mapping[str, Any], index: Index = MKDOCS
) -> tuple[bytes, bytes, bytes]:
    """Write a search index: what stands before its entries, these, and the rest."""
    empty = json.dumps({**search, index.entries: []}, separators=_CLOSE)
    entries = json.dumps(search.get(index.entries, []), separators=_CLOSE)[1:-1]
    head, key, tail = empty.rpartition(f'"{index.entries}":[')
    return f"{head}{key}".encode(), entries.encode(), tail.encode()


def of_page(page: Page, body: str, index: Index = MKDOCS) -> str:
    """Write the entries of a page in JSON, with commas between them.

    A listing has a single one: it repeats what its records say for themselves.
    """
    title = html.escape(page.title, quote=index.escapes_quotes)
    if page.record is None:
        text = html.escape(page.description, quote=False)
        sections = [Section(tag="h1", title=[title], text=[text])]
    else:
        sections = split(body)
    return ",".join(_entry(page.address, section, title, index) for section in sections)


def _entry(address: str, section: Section, title: str, index: Index) -> str:
    """Write one entry. `title` is that of the page, in HTML like all in the index."""
    location = f"{address}#{section.anchor}" if section.anchor else address
    named = "".join(section.title or [title]).strip()
    text = "".join(section.text).strip()
    place = (
        f',"level":{section.tag[1:] or 1},"path":[{_quoted(title)}],"tags":[]'
        if index.tells_place
        else ""
    )
    return (
        f'{{"location":{_quoted(location)},'
        f'"title":{_quoted(named)},"text":{_quoted(text)}{place}}}'
    )
