"""Answers to what they stand for: days, choices, records, names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from minutebook.book import Book
from minutebook.contributing.asking.question import Asked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import Kind
from minutebook.contributing.proposing.naming import shown
from minutebook.problems import Place, Problem
from minutebook.reading import did_you_mean
from minutebook.records import (
    ANONYMOUS,
    When,
    date_from_text,
    time_from_text,
    when_from_text,
)

_HERE = Place(".")
_NEAR = {"today": 0, "yesterday": 1}


def a_text(text: str, _asked: Asked) -> str:
    """Take words as they are; they are looked at where they are to stand."""
    return text


def texts(text: str, _asked: Asked) -> tuple[str, ...]:
    """Take several, with a semicolon between them."""
    return tuple(_parts(text))


def a_day(text: str, asked: Asked) -> dt.date | Problem:
    """Read a day: `2026-03-31`, `today`, `yesterday`."""
    near = _NEAR.get(text.strip().casefold())
    if near is not None:
        return asked.today - dt.timedelta(days=near)
    try:
        return date_from_text(text.strip())
    except ValueError:
        return _no_day(text)


def a_when(text: str, asked: Asked) -> When | Problem:
    """Read a day, or the words used instead of one."""
    if text.strip().casefold() in _NEAR:
        return When(date=asked.today - dt.timedelta(days=_NEAR[text.strip().casefold()]))
    try:
        return when_from_text(text.strip())
    except ValueError:
        return _no_day(text)


def a_time(text: str, _asked: Asked) -> dt.time | Problem:
    """Read a time on the 24-hour clock."""
    try:
        return time_from_text(text.strip())
    except ValueError:
        return Problem(
            code="change-bad-time",
            place=_HERE,
            summary=f"`{shown(text)}` is not a time of day",
            hint="write hours:minutes on the 24-hour clock, as in 13:30",
        )


def one_of(words: type[StrEnum]) -> Callable[[str, Asked], StrEnum | Problem]:
    """Make a reader of one of a few words."""

    def read(text: str, _asked: Asked) -> StrEnum | Problem:
        said = "-".join(text.casefold().replace("_", " ").split())
        choices = [str(word) for word in words]
        if said in choices:
            return words(said)
        listed = ", ".join(f"`{choice}`" for choice in choices)
        return Problem(
            code="change-bad-choice",
            place=_HERE,
            summary=f"`{shown(text)}` is not one of the words that can stand here",
            hint=did_you_mean(said, choices) or f"use one of {listed}",
        )

    return read


def a_record(kind: Kind[Any]) -> Callable[[str, Asked], str | Problem]:
    """Make a reader of what names a record; it gives the id."""

    def read(text: str, asked: Asked) -> str | Problem:
        found = find(asked.book, kind, text)
        return found if isinstance(found, Problem) else str(found.id)

    return read


def records(kind: Kind[Any]) -> Callable[[str, Asked], tuple[str, ...] | Problem]:
    """Make a reader of what names several records; it gives the ids."""
    one = a_record(kind)

    def read(text: str, asked: Asked) -> tuple[str, ...] | Problem:
        found = [one(part, asked) for part in _parts(text.replace(",", ";"))]
        wrong = next((each for each in found if isinstance(each, Problem)), None)
        return wrong or tuple(dict.fromkeys(map(str, found)))

    return read


def parties(text: str, asked: Asked) -> tuple[str, ...] | Problem:
    """Read who did something: names that the book knows, or `anonymous`."""
    names: list[str] = []
    for part in _parts(text):
        found = _party(part, asked.book)
        if not found:
            return Problem(
                code="change-unknown-name",
                place=_HERE,
                summary=f"nobody here goes by the name `{shown(part)}`",
                hint=did_you_mean(part, asked.book.names.all())
                or "use a name that stands in organisations.yml or people.yml, or of a"
                " group; between several names put a semicolon",
            )
        names += found
    return tuple(dict.fromkeys(names))


def an_organisation(text: str, asked: Asked) -> str | Problem:
    """Read the name of an organisation."""
    found = asked.book.names.organisation(text)
    return found.name if found else _no_organisation(text, asked.book)


def _no_organisation(text: str, book: Book) -> Problem:
    return Problem(
        code="change-unknown-name",
        place=_HERE,
        summary=f"there is no organisation called `{shown(text)}`",
        hint=did_you_mean(text, [one.name for one in book.organisations])
        or "add it first, with `minutebook new organisation`",
    )


def _party(name: str, book: Book) -> list[str]:
    """Find whom a name stands for; several, if only its parts are names."""
    if name.casefold() == ANONYMOUS:
        return [ANONYMOUS]
    found = book.names.find(name)
    if found:
        return [found.name]
    parts = [book.names.find(part.strip()) for part in name.split(",")]
    return [part.name for part in parts if part] if all(parts) else []


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(";") if part.strip())


def _no_day(text: str) -> Problem:
    return Problem(
        code="change-bad-date",
        place=_HERE,
        summary=f"`{shown(text)}` is not a date",
        hint="write year-month-day with a day that exists, as in 2026-03-31",
    )
