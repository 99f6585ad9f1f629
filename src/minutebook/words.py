"""English for days, spans of time and numbers."""

from __future__ import annotations

import datetime as dt
import functools

from minutebook.records import NOT_RECORDED, When

_DAYS_A_YEAR = 365.25
_DAYS_A_MONTH = _DAYS_A_YEAR / 12


@functools.lru_cache(maxsize=4096)
def day(date: dt.date) -> str:
    """Write a day: 26 August 2020."""
    return f"{date.day} {date:%B %Y}"


@functools.lru_cache(maxsize=4096)
def short_day(date: dt.date) -> str:
    """Write a day where there is little room: 26 Aug 2020."""
    return f"{date.day} {date:%b %Y}"


def clock(time: dt.time) -> str:
    """Write a time: 13:30."""
    return f"{time:%H:%M}"


def when(given: When | None) -> str:
    """Write a day or the words used instead; nothing if neither was given."""
    if given is None:
        return ""
    if given.date and given.words:
        return f"{day(given.date)} ({given.words})"
    return day(given.date) if given.date else given.words or ""


def step_day(given: When | None) -> str:
    """Write the day of a step in the life of a note, or that nobody recorded it."""
    if given and given.words == NOT_RECORDED:
        return "date not recorded"
    return when(given)


def sentence(text: str) -> str:
    """Write words as the beginning of a sentence; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def span(days: int) -> str:
    """Write how long something has lasted, in the largest unit that fits."""
    for length, unit in ((_DAYS_A_YEAR, "year"), (_DAYS_A_MONTH, "month")):
        if days >= length:
            return count(int(days / length), unit)
    return count(days, "day")


def count(number: int, noun: str, many: str | None = None) -> str:
    """Write a number of things: 1 action, 2 actions, 1,200 meetings."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def series(items: list[str]) -> str:
    """Write a list in a sentence: a, b and c."""
    if len(items) < len(("a", "b")):
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def kind(name: str) -> str:
    """Write the name of a kind as words: good practice."""
    return name.replace("-", " ")
