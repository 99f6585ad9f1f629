"""What is doubtful about the day of a meeting, as problems."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.importing.recognising.language.dates import FoundDate
from minutebook.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date that could be the meeting's, and the line it stands on."""

    found: FoundDate
    line: int


def swapped(found: FoundDate) -> dt.date | None:
    """Give the date with day and month the other way round."""
    return (
        found.date.replace(month=found.date.day, day=found.date.month)
        if found.date
        else None
    )


def two_dates(document: str, first: Dated, other: Dated) -> Problem:
    """Say that two days could both be meant."""
    return Problem(
        code="import-two-dates",
        place=Place(document, max(first.line, other.line)),
        summary=f'the meeting is dated "{first.found.text}" on line {first.line}'
        f' and "{other.found.text}" on line {other.line}',
        hint="see which is right, and write it into the draft",
        severity=Severity.WARNING,
    )


def ambiguous_date(document: str, dated: Dated) -> Problem:
    """Say that day and month could be meant the other way round."""
    date, other = dated.found.date, swapped(dated.found)
    return Problem(
        code="import-ambiguous-date",
        place=Place(document, dated.line),
        summary=f'"{dated.found.text}" was read day first, as {date}'
        f"; it could be {other}",
        hint="see which is right, and correct the draft if it is the other",
        severity=Severity.WARNING,
    )


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def weekday_differs(document: str, dated: Dated) -> Problem:
    """Say that the day of the week is not that of the date."""
    date = dated.found.date
    day = _WEEKDAYS[date.weekday()] if date else ""
    return Problem(
        code="import-weekday-differs",
        place=Place(document, dated.line),
        summary=f'"{dated.found.text}" names another weekday than {date}, a {day}',
        hint="see whether the day or the date is right, and correct the draft",
        severity=Severity.WARNING,
    )
