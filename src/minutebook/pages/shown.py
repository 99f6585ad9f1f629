"""A digest of everything a page is made from: equal digests mean equal bodies."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import html
import json
import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from minutebook.book import Book, Leads, follow
from minutebook.pages.explain import terms_of
from minutebook.pages.page import Page
from minutebook.reading import Prose
from minutebook.records import Action
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    DecisionCard,
    MeetingCard,
    action_card,
    ref,
)

_SHARED = (ActionCard, ConcernCard, DecisionCard, MeetingCard)
"""Values that many pages show, each digested once."""

_TARGET = re.compile(r"\b(?:href|src)=\"([^\"]*)\"")
"""Where a link or picture leads. May find more than that in code, never less."""


class Digester:
    """Digests the pages of one book on one day.

    Facts are written as JSON, whose every part is framed, a value of a class under the
    name of the class. Texts and the shared cards enter as digests of their own.
    """

    def __init__(self, book: Book, today: dt.date) -> None:
        """Digest what all pages share."""
        self._book = book
        self._today = today
        self._terms = digest_of(sorted(terms_of(book).items())).hex()
        self._known: dict[int, tuple[object, str]] = {}
        """Shared values by identity. Holding them keeps another from taking it."""

    def digest(self, page: Page, facts: Mapping[str, Any]) -> bytes:
        """Digest a page and the facts its template is filled with: 16 bytes.

        Raises TypeError for a fact of a kind that it does not know to read by value.
        """
        said = (page.kind, page.address, page.title, page.description, page.section)
        whole = (said, page.source, self._terms, tuple(facts.items()))
        return digest_of(whole, functools.partial(self._plain, page.source or ""))

    def _plain(self, file: str, value: object) -> object:
        """Lay out what JSON has no word for; links of a text start from `file`."""
        if isinstance(value, _SHARED):
            return {"digest": self._shared(value)}
        if isinstance(value, Prose):
            return {"Prose": self._prose(file, value)}
        return plain(value)

    def _shared(self, value: object) -> str:
        known = self._known.get(id(value))
        if known is None:
            known = value, digest_of(plain(value)).hex()
            self._known[id(value)] = known
        return known[1]

    def _prose(self, file: str, prose: Prose) -> object:
        """Lay out a text: itself, its anchors, and where each link of it leads."""
        links = [self._link(file, typed) for typed in _TARGET.findall(prose.html)]
        anchors = [heading.anchor for heading in prose.headings]
        return (_digest(prose.html).hex(), anchors, links)

    def _link(self, file: str, typed: str) -> object:
        target = follow(self._book, file, html.unescape(typed))
        if target.leads is not Leads.RECORD or target.record is None:
            return (target.leads, target.path, target.anchor)
        action = target.record if isinstance(target.record, Action) else None
        card = action and self._shared(action_card(self._book, action, self._today))
        return (ref(target.record), target.anchor, card)


def digest_of(value: object, default: Callable[[object], object] | None = None) -> bytes:
    """Digest a value by what it says: 16 bytes, the same in every process.

    `default` lays out what is neither plain nor a tuple of plain values. Raises
    TypeError for what cannot be laid out.
    """
    text = json.dumps(value, default=default or plain, separators=(",", ":"))
    return _digest(text)


def plain(value: object) -> object:
    """Lay out a day, a time or a value of a frozen dataclass for JSON, with its kind."""
    if type(value) in (dt.date, dt.time):
        return {type(value).__name__: value.isoformat()}  # type: ignore[attr-defined] # of both kinds
    return {type(value).__name__: _fields(type(value))(value)}


@functools.cache
def _fields(kind: type) -> Callable[[object], tuple[object, ...]]:
    """Read the fields of a dataclass in one go; a TypeError for any other class."""
    names = [field.name for field in dataclasses.fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda v: (getattr(v, names[0]),)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
