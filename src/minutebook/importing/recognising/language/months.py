"""The months and the days of the week, in English and Welsh, as they are shortened."""

from __future__ import annotations

_MONTHS = {
    1: "january jan ionawr ion",
    2: "february febuary feb chwefror chwef",
    3: "march mar mawrth maw",
    4: "april apr ebrill ebr",
    5: "may mai",
    6: "june jun mehefin meh",
    7: "july jul gorffennaf gorff",
    8: "august aug awst",
    9: "september sept sep medi",
    10: "october oct hydref hyd",
    11: "november nov tachwedd tach",
    12: "december dec rhagfyr rhag",
}
_WEEKDAYS = {
    0: "monday mon llun",
    1: "tuesday tues tue mawrth",
    2: "wednesday weds wed mercher",
    3: "thursday thurs thur thu iau",
    4: "friday fri gwener",
    5: "saturday sat sadwrn",
    6: "sunday sun sul",
}


def _spelt(words: dict[int, str]) -> dict[str, int]:
    return {word: number for number, line in words.items() for word in line.split()}


_MONTH_OF, _WEEKDAY_OF = _spelt(_MONTHS), _spelt(_WEEKDAYS)

MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
"""A pattern for the name of a month."""

WEEKDAY = "(?:dydd\\s+)?(?:" + "|".join(sorted(_WEEKDAY_OF, key=len, reverse=True)) + ")"
"""A pattern for the name of a day of the week."""


def month_of(word: str) -> int | None:
    """Give the number of a month, January being 1."""
    return _MONTH_OF.get(word.casefold().strip("."))


def weekday_of(word: str) -> int | None:
    """Give the number of a day of the week, Monday being 0."""
    return (
        _WEEKDAY_OF.get(word.casefold().split()[-1].strip(".")) if word.strip() else None
    )
