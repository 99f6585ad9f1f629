"""Days and hours that can be read in one way only, as notes write them."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = (
    "january february march april may june july august september october november"
    " december"
).split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SHORTEST = 3
_NOON = 12

_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?:([a-z]+)\.?,? )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]+)\.?,?[ -](\d{4})",
    re.ASCII,
)
_MONTH_FIRST = re.compile(
    r"(?:([a-z]+)\.?,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII
)


def day_of(text: str) -> dt.date | None:
    """Read a day if there is one way of reading it.

    Numbers alone are read if one of them can only be the day: `26/08/2020`. A day of the
    week has to be the right one, and years have four digits.
    """
    words = " ".join(text.casefold().split())
    if found := _YEAR_FIRST.fullmatch(words):
        return _date(int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMBERS.fullmatch(words):
        return _either_way(int(found[4]), int(found[1]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(words):
        return _named(found[1], found[2], found[3], found[4])
    if found := _MONTH_FIRST.fullmatch(words):
        return _named(found[1], found[3], found[2], found[4])
    return None


def _either_way(year: int, one: int, other: int) -> dt.date | None:
    days = {_date(year, one, other), _date(year, other, one)} - {None}
    return days.pop() if len(days) == 1 else None


def _named(weekday: str | None, day: str, month: str, year: str) -> dt.date | None:
    number = _number(month, _MONTHS)
    date = _date(int(year), number + 1, int(day)) if number is not None else None
    if date is None or (weekday and _number(weekday, _DAYS) != date.weekday()):
        return None
    return date


def _number(word: str, names: list[str]) -> int | None:
    """Tell which of some names a word is, or the beginning of."""
    if len(word) < _SHORTEST:
        return None
    word = "sep" if word == "sept" else word
    found = [n for n, name in enumerate(names) if name.startswith(word)]
    return found[0] if len(found) == 1 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_HALF = re.compile(
    r"(\d{1,2})(?:[.:](\d\d))? ?(?:([ap])\.? ?m\.?|(o'clock)|(hrs?|hours))", re.ASCII
)
_FOUR = re.compile(r"(\d\d)[:.h ]?(\d\d)(?:[:.]00)? ?(?:hrs?|hours|h)?", re.ASCII)
_WORDS = {"noon": dt.time(_NOON), "midday": dt.time(_NOON), "12 noon": dt.time(_NOON)}


def time_of(text: str) -> dt.time | None:
    """Read a time of day if there is one way of reading it.

    `12am` and `12pm` are noon to some and midnight to others.
    """
    words = " ".join(text.casefold().replace("\u2019", "'").split())
    if words in _WORDS:
        return _WORDS[words]
    if found := _FOUR.fullmatch(words):
        return _time(int(found[1]), int(found[2]))
    found = _HALF.fullmatch(words)
    if not found or found[4]:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is None:
        return _time(hour, minute) if found[2] else None
    return _half(hour, minute, half, is_full=not found[2] or minute == 0)


def _half(hour: int, minute: int, half: str, *, is_full: bool) -> dt.time | None:
    """Read an hour of one half of the day."""
    if hour > _NOON:
        return _time(hour, minute) if half == "p" else None
    if hour == 0 or (hour == _NOON and (is_full or half == "a")):
        return None
    return _time(hour % _NOON + (_NOON if half == "p" else 0), minute)


def _time(hour: int, minute: int) -> dt.time | None:
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None
