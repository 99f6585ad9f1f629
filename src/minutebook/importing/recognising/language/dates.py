"""Days as minutes write them: `26th August 2020`, `Tue 4 July`, `19/9/18`.

Numbers alone are read day first, as in Britain and most of the world; where the month
could be either of them, the reading says so. A day that no calendar has is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from minutebook.importing.recognising.language.months import (
    MONTH,
    WEEKDAY,
    month_of,
    weekday_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text."""

    date: dt.date | None
    """None if the text does not say which day of which year."""

    text: str
    start: int
    """Where it begins in the text that was read."""

    ambiguous: bool = False
    """Whether day and month could be meant the other way round."""

    partial: bool = False
    """Whether a day or a year is missing in the words."""

    wrong_weekday: bool = False
    """Whether the day of the week given is not that of the date."""

    day: int | None = None
    month: int | None = None
    weekday: int | None = None
    """What was said of the day, also where it is partial. Monday is 0."""

    @property
    def end(self) -> int:
        """Where it ends in the text that was read."""
        return self.start + len(self.text)

    def in_year(self, year: int) -> dt.date | None:
        """Give the date it would be in a year."""
        return _day(year, self.month, self.day)


_N = r"[0-9OoIl]"
_DIGITS = r"(?<![\w£$€.,/:-])"
_STOP = r"(?![\w/]|[.:-]\d)"
_YEAR = rf"(?:(?:19|20|2[Oo]){_N}{_N}|['‘’]?\d\d)(?![\w:]|[.,]\d|\s*(?:hrs|am|pm)\b)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|ain|af|il|ydd|fed|eg))?"
_GAP = r"(?:\s*,\s*|\s*\.\s*|\s*-\s*|\s+|\s*/\s*)"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?"

_WORDS_FIRST_DAY = re.compile(
    rf"""{_WEEKDAY}(?<![\w£$€.,:])(?P<day>{_N}{{1,2}}){_ORDINAL}
    (?:\s?(?:-|–|&|\band\b|\bto\b)\s?{_N}{{1,2}}{_ORDINAL})?
    (?:\s+of\s+|\s*-\s*|\s*/\s*|\s*\.\s*|\s+|(?<=[a-z]))(?:day\s+of\s+)?
    (?P<month>{MONTH})\b(?:\.(?!\d))?(?:{_GAP}(?P<year>{_YEAR}))?""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDS_FIRST_MONTH = re.compile(
    rf"""{_WEEKDAY}\b(?P<month>{MONTH})\b\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}
    (?![\w:/]|\.\d|\s*(?:am|pm|hrs)\b)(?:(?:\s*,\s*|\s+)(?P<year>(?:19|20)\d\d)(?!\d))?""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_FIRST = re.compile(
    rf"""{_WEEKDAY}{_DIGITS}(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{{1,2}})
    (?P=sign)(?P<day>\d{{1,2}})(?=T\d|\b)(?![-/]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERS = re.compile(
    rf"""{_WEEKDAY}{_DIGITS}(?P<day>\d{{1,2}})(?P<sign>[-/.])(?P<month>\d{{1,2}})
    (?P=sign)(?P<year>(?:19|20)?\d\d){_STOP}""",
    re.IGNORECASE | re.VERBOSE,
)
_DAY_AND_MONTH = re.compile(
    rf"{_WEEKDAY}{_DIGITS}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_STOP}", re.IGNORECASE
)
_MONTH_ONLY = re.compile(
    rf"\b(?P<month>{MONTH})\b\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_PATTERNS = (
    _YEAR_FIRST,
    _NUMBERS,
    _WORDS_FIRST_DAY,
    _WORDS_FIRST_MONTH,
    _MONTH_ONLY,
    _DAY_AND_MONTH,
)
_DIGIT = re.compile(r"\d")
_MISREAD = str.maketrans("OoIl", "0011")
_MONTHS_OF_A_YEAR = 12
_LONGEST = 20_000
"""Signs of a text that are read; no sentence with a date in it is longer."""

_MOST = 200
"""Dates of one kind that are read in a text."""


@lru_cache(maxsize=4096)
def dates_in(text: str, year: int | None = None) -> tuple[FoundDate, ...]:
    """Find the dates in a text, in their order; `year` is for days that name none."""
    if not _DIGIT.search(text):
        return ()
    taken: list[FoundDate] = []
    for pattern in _PATTERNS:
        for match in islice(pattern.finditer(text[:_LONGEST]), _MOST):
            found = _read(match, year)
            if found and not any(_overlap(found, other) for other in taken):
                taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.start))


def years_in(text: str) -> tuple[int, ...]:
    """Find the years a text names, in their order."""
    found = re.finditer(r"(?<![\w£$€.,/])(?:19|20)\d\d(?![\w]|[.,]\d)", text[:_LONGEST])
    return tuple(int(match.group()) for match in found)


def _overlap(a: FoundDate, b: FoundDate) -> bool:
    return a.start < b.end and b.start < a.end


def _read(match: re.Match[str], year: int | None) -> FoundDate | None:
    parts = match.groupdict()
    if match.re is _MONTH_ONLY:
        if re.search(r"\d(?:st|nd|rd|th)?\s*(?:of\s*)?$", match.string[: match.start()]):
            return None
        return FoundDate(
            date=None,
            text=match.group(),
            start=match.start(),
            partial=True,
            month=month_of(parts["month"]),
        )
    numbers = parts["month"].isdigit()
    day = int(parts["day"].translate(_MISREAD)) if _is_number(parts) else None
    month = int(parts["month"]) if numbers else month_of(parts["month"])
    own = _whole_year(parts.get("year"))
    if own is None and _is_a_verb(match):
        return None
    if match.re is _DAY_AND_MONTH and not parts["weekday"] and year is None:
        return None
    either = numbers and "sign" in parts and match.re is _NUMBERS
    american = either and (parts["sign"] == "/" or len(parts["year"] or "") > len("20"))
    if american and month and day and month > _MONTHS_OF_A_YEAR >= day:
        day, month = month, day
    if _day(own or year or _LEAP, month, day) is None:
        return None
    return _found(match, (own, year), (month, day), either=either)


def _found(
    match: re.Match[str],
    years: tuple[int | None, int | None],
    on: tuple[int | None, int | None],
    *,
    either: bool,
) -> FoundDate:
    own, given = years
    month, day = on
    used = own or given
    date = _day(used, month, day) if used else None
    weekday = weekday_of(match["weekday"]) if match["weekday"] else None
    swapped = bool(day and month and day <= _MONTHS_OF_A_YEAR and day != month)
    return FoundDate(
        date=date,
        text=match.group(),
        start=match.start(),
        ambiguous=either and swapped,
        partial=own is None,
        wrong_weekday=bool(date and weekday is not None and date.weekday() != weekday),
        day=day,
        month=month,
        weekday=weekday,
    )


def _is_a_verb(match: re.Match[str]) -> bool:
    """Whether `may` or `march` is meant: `the 2 may be late`."""
    after = re.match(
        r"\s+(?:be|have|not|also|need|want|well)\b", match.string[match.end() :]
    )
    return match["month"] in {"may", "march", "mar", "sat", "sun"} or after is not None


_LEAP = 2000
"""A year with all days, to tell whether a day without a year can be one."""


def _is_number(parts: dict[str, str | None]) -> bool:
    """Whether the signs for a day hold a digit; letters alone are a word."""
    day = parts["day"] or ""
    return any(sign.isdigit() for sign in day)


def _whole_year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.strip("'‘’").translate(_MISREAD)
    return int(digits) if len(digits) > len("20") else 2000 + int(digits)


def _day(year: int | None, month: int | None, day: int | None) -> dt.date | None:
    if not (year and month and day):
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
