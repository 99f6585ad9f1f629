"""Where in a text days and hours stand."""

from __future__ import annotations

from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.language.times import times_in

_ANY_YEAR = 2000
"""For days that name no year: here only their place counts."""


def spots_in(text: str) -> list[tuple[int, int]]:
    """Give beginning and end of each day and each time in a text, in their order."""
    days = [(one.start, one.end) for one in dates_in(text, _ANY_YEAR)]
    hours = [(one.start, one.end) for one in times_in(text)]
    apart = [
        (a, b) for a, b in hours if all(b <= start or end <= a for start, end in days)
    ]
    return sorted((*days, *apart))
