"""Bodies to entries of the theme's search index, split as the theme splits them.

The theme's own parser makes an object for each tag and asks questions of all of them. Our
bodies are known to be well formed, and most of a body is paragraphs of plain text, which
are taken in runs. `tests/test_search_index.py` compares with the theme.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from minutebook.pages import Page

_CLOSE = (",", ":")
_WORDS = r"[^<&\s][^<&]*+"
_PLAIN = rf"(?:<p>{_WORDS}</p>|<li>{_WORDS}</li>)"
_TOKEN = re.compile(
    rf"({_PLAIN}(?:\n{_PLAIN})*+)"
    r"|<(/?)([a-z][a-z0-9]*+)((?:[^>\"]|\"[^\"]*+\")*+)>|([^<]++)"
)
"""Paragraphs of plain text; or a tag: slash, name, attributes; or text."""

_ID = re.compile(r"\sid=\"([^\"]*)\"")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT = frozenset("p code pre li ol ul sub sup".split())
"""Tags that the theme shows in what it found."""

_REPEATED = re.compile(
    r"<(ul|table|nav) class=\"[^\"]*\" data-search-exclude[^>]*>.*?</\1>", re.DOTALL
)
"""Lists of what is found elsewhere. None of these holds another."""


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


@dataclass(slots=True)
class _Section:
    """A heading and the text below it."""

    tag: str = ""
    depth: float = 0
    anchor: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    """Tags whose first element was taken in a run, and is not empty."""


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
        sections = [_Section(tag="h1", title=[title], text=[text])]
    else:
        sections = _Splitter().split(body)
    return ",".join(
        json.dumps(_entry(page.address, section, title, index), separators=_CLOSE)
        for section in sections
    )


def _entry(address: str, section: _Section, title: str, index: Index) -> dict[str, Any]:
    """Make one entry. `title` is that of the page, in HTML like all in the index."""
    entry: dict[str, Any] = {
        "location": address + (f"#{section.anchor}" if section.anchor else ""),
        "title": "".join(section.title or [title]).strip(),
        "text": "".join(section.text).strip(),
    }
    if index.tells_place:
        entry["level"] = int(section.tag[1:] or 1)
        entry["path"] = [title]
        entry["tags"] = []
    return entry


class _Splitter:
    """Walks over the tags of a body once."""

    def __init__(self) -> None:
        self._sections: list[_Section] = []
        self._section = _Section()
        self._open: list[str] = []

    def split(self, body: str) -> list[_Section]:
        for run, slash, tag, attributes, text in _TOKEN.findall(_REPEATED.sub("", body)):
            if run:
                self._run(run)
            elif text:
                self._text(text)
            elif slash:
                self._end(tag)
            elif tag not in _VOID:
                self._start(tag, attributes)
        return self._sections

    def _run(self, run: str) -> None:
        """Take paragraphs of plain text."""
        self._begin()
        self._here().append(run if "pre" in self._open else run.replace("\n", " "))
        self._section.filled.update(tag for tag in ("p", "li") if f"<{tag}>" in run)

    def _start(self, tag: str, attributes: str) -> None:
        self._open.append(tag)
        if tag in _HEADINGS and (match := _ID.search(attributes)):
            depth = len(self._open)
            if tag != "h1" and not self._sections:
                self._sections.append(_Section(depth=depth))
            anchor = html.unescape(match[1]) if self._sections else None
            self._section = _Section(tag=tag, depth=depth, anchor=anchor)
            self._sections.append(self._section)
        self._begin()
        if tag in _KEPT:
            self._here().append(f"<{tag}>")

    def _begin(self) -> None:
        """Put what comes before the first heading into a section of its own."""
        if not self._sections:
            self._sections.append(self._section)

    def _here(self) -> list[str]:
        return self._section.title if self._in_heading() else self._section.text

    def _in_heading(self) -> bool:
        return self._section.tag in self._open

    def _end(self, tag: str) -> None:
        if self._section.depth > len(self._open):
            self._leave()
        self._open.pop()
        if tag in _KEPT:
            here = self._here()
            filled = tag in self._section.filled
            if filled or not _drop_if_empty(here, f"<{tag}>"):
                here.append(f"</{tag}>")

    def _leave(self) -> None:
        """Go back to the section around, when what held a heading has ended."""
        for section in reversed(self._sections):
            if section.depth <= len(self._open):
                self._section.depth = float("inf")
                self._section = section
                return

    def _text(self, text: str) -> None:
        self._begin()
        if "&" in text:
            text = html.escape(html.unescape(text), quote=False)
        space = text.isspace()
        if "pre" not in self._open:
            text = " " if space else text.replace("\n", " ")
        if self._in_heading():
            self._section.title.append(text)
            return
        written = self._section.text
        if not space or not written or not written[-1].isspace() or "pre" in self._open:
            written.append(text)


def _drop_if_empty(written: list[str], tag: str) -> bool:
    """Take back an element with nothing in it."""
    first = written.index(tag)
    if all(map(str.isspace, written[first + 1 :])):
        del written[first:]
        return True
    return False
