"""What the page of a form is filled with: the form itself, and records to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.forms import Form
from minutebook.pages.invitations import host_address
from minutebook.records import Record
from minutebook.views.cards import ref

MOST = 300
"""Records to choose from, the latest first. Others can be named all the same."""

_HOSTS = {"github.com": "GitHub"}
"""What people call a host, where it is not its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A record to choose."""

    id: str
    title: str
    date: dt.date | None
    """The day of the meeting, or of the meeting that it comes from."""


def form_facts(form: Form, book: Book, edition: Edition) -> dict[str, Any]:
    """Gather what the template of a form page is filled with."""
    server = urlsplit(edition.repository).netloc
    return {
        "form": form,
        "choices": dict(_choices(form, book)),
        "host": host_address(edition, form, "", {}),
        "host_name": _HOSTS.get(server, server),
        "contact": edition.contact,
    }


def _choices(form: Form, book: Book) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    """Give what can be chosen, by the fields that take it."""
    for field in form.fields:
        if field.id in _CHOICES:
            yield field.id, tuple(_CHOICES[field.id](book))[:MOST]


def _latest(dated: Iterable[tuple[Record, dt.date | None]]) -> Iterator[Choice]:
    """Offer records, those of the latest meeting first."""
    for record, date in sorted(dated, key=_by_day, reverse=True):
        named = ref(record)
        yield Choice(id=named.id, title=named.title, date=date)


def _by_day(dated: tuple[Record, dt.date | None]) -> dt.date:
    return dated[1] or dt.date.min


def _actions(book: Book) -> Iterator[Choice]:
    return _latest((action, book.date_of(action.raised_in)) for action in book.actions)


def _concerns(book: Book) -> Iterator[Choice]:
    return _latest(
        (concern, max(filter(None, days), default=None))
        for concern in book.concerns
        for days in [[book.date_of(raised.meeting) for raised in concern.raised]]
    )


def _meetings(book: Book) -> Iterator[Choice]:
    return _latest((meeting, meeting.date) for meeting in book.meetings)


def _groups(book: Book) -> Iterator[Choice]:
    return _latest((group, None) for group in book.groups)


_CHOICES: Mapping[str, Callable[[Book], Iterator[Choice]]] = {
    "action": _actions,
    "concern": _concerns,
    "meeting": _meetings,
    "group": _groups,
}
"""What fills the choices of a field, by its id."""
