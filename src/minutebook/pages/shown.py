"""A digest of everything a page is made from: equal digests mean equal bodies.

Facts are written as JSON, in which every part is framed, and a value of a class stands
under the name of its class. No identity, order of a set or hash of a process enters.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import html
import json
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter, methodcaller
from typing import Any

from minutebook.book import Book, Leads, follow
from minutebook.edition import Edition
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

Lay = Callable[[Any], object]
"""Lays a value out in what JSON has words for, or in other such values."""


class Digester:
    """Digests the pages of one book on one day, one after another."""

    def __init__(self, book: Book, today: dt.date, edition: Edition) -> None:
        """Digest what all pages share."""
        self._book = book
        self._today = today
        self._edition = repr(edition)
        self._file = ""
        self._known: dict[int, tuple[object, dict[str, str]]] = {}
        """Shared values by identity. Holding them keeps others from taking it."""

        self._cards = {kind: _lay_of(kind) for kind in _SHARED}
        self._lays: dict[type, Lay] = dict.fromkeys(_SHARED, self._shared)
        self._lays[Prose] = self._prose
        self._written = json.JSONEncoder(
            default=self._plain, separators=(",", ":"), check_circular=False
        ).encode
        self._terms = _digest(self._written(sorted(terms_of(book).items()))).hex()

    def digest(self, page: Page, facts: Mapping[str, object]) -> bytes:
        """Digest a page and the facts its template is filled with: 16 bytes.

        Raises TypeError for a fact of a kind that cannot be read by value.
        """
        self._file = page.source or ""
        framed = (page.kind, page.address, page.title, page.description, page.section)
        whole = (framed, page.source, self._edition, self._terms, tuple(facts.items()))
        return _digest(self._written(whole))

    def _plain(self, value: Any) -> object:  # noqa: ANN401 - facts of any kind
        kind = type(value)
        return (self._lays.get(kind) or self._lay(kind))(value)

    def _lay(self, kind: type) -> Lay:
        return self._lays.setdefault(kind, _lay_of(kind))

    def _shared(self, value: Any) -> dict[str, str]:  # noqa: ANN401 - one of _SHARED
        known = self._known.get(id(value))
        if known is None:
            card = self._cards[type(value)](value)
            known = value, {"digest": _digest(self._written(card)).hex()}
            self._known[id(value)] = known
        return known[1]

    def _prose(self, prose: Prose) -> dict[str, object]:
        """Lay out a text: itself, its anchors, and where each link of it leads."""
        anchors = [heading.anchor for heading in prose.headings]
        safe = prose.html  # kept small, and made anew at each asking
        links = [self._link(typed) for typed in _targets(safe)]
        return {"Prose": (_digest(safe).hex(), anchors, links)}

    def _link(self, typed: str) -> tuple[object, ...]:
        target = follow(self._book, self._file, typed)
        if target.leads is not Leads.RECORD or target.record is None:
            return target.leads, target.path, target.anchor
        to = ref(target.record)
        if not isinstance(target.record, Action):
            return to.folder, to.id, target.anchor
        card = action_card(self._book, target.record, self._today)
        return to.folder, to.id, target.anchor, self._shared(card)


def _lay_of(kind: type) -> Lay:
    """Find how values of a class are laid out: all they say, under its name.

    Raises TypeError for a class that is neither a dataclass nor a day or time.
    """
    name = kind.__name__
    if kind in (dt.date, dt.time):
        said: Lay = methodcaller("isoformat")
    elif len(names := [field.name for field in dataclasses.fields(kind)]) > 1:
        said = attrgetter(*names)
    else:
        (only,) = names
        said = attrgetter(only)
    return lambda value: {name: said(value)}


def _targets(safe: str) -> Iterator[str]:
    """Find where links and pictures lead; in code perhaps more than these, never less."""
    for beginning in ('href="', 'src="'):
        for rest in safe.split(beginning)[1:]:
            yield html.unescape(rest.partition('"')[0])


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
