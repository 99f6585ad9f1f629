"""Days as minutes give them: a date, or the words used where there was none."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

NOT_RECORDED = "not recorded"
"""What a writer puts where a date ought to stand and nobody knows it."""


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LIKE_A_DATE = re.compile(
    rf"""\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}
    | \d{{1,2}}(?:st|nd|rd|th)?\ (?:{"|".join(_MONTHS)})[a-z]*\ \d{{2,4}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A whole text that somebody meant as a date: 14/05/2026, 2026-02-30, 3rd May 2026."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day, or what was said instead of one, such as `as soon as possible`."""

    date: dt.date | None = None
    """The day, year-month-day."""

    words: str | None = None
    """The words used. Also kept beside a date when the minutes give both."""


def when_from_text(text: str) -> When:
    """Read a day as it was typed: year-month-day is a date, all else is words.

    Raises ValueError for what was meant as a date and is not written as one.
    """
    try:
        return When(date=date_from_text(text))
    except ValueError:
        if _LIKE_A_DATE.fullmatch(text.strip()):
            raise
        return When(words=text)


def date_from_text(text: str) -> dt.date:
    """Read `2026-03-31` and nothing else (ISO 8601, extended format).

    Raises ValueError for other layouts and for days that are not in the calendar.
    """
    if len(text) != len("2026-03-31") or text[4] != "-" or text[7] != "-":
        msg = "a date is written year-month-day"
        raise ValueError(msg)
    return dt.date.fromisoformat(text)


def time_from_text(text: str) -> dt.time:
    """Read a time on the 24-hour clock, `13:30` or `13.30`.

    Raises ValueError for other layouts and for times no clock shows.
    """
    hours, _, minutes = text.replace(".", ":").partition(":")
    if not (hours.isascii() and hours.isdigit() and len(minutes) == len("30")):
        msg = "a time is written hours:minutes"
        raise ValueError(msg)
    return dt.time(int(hours), int(minutes))
