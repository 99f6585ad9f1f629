"""Days and times as people write them on a form: what can only mean one is taken."""

from __future__ import annotations

import datetime as dt
import re

from minutebook.records import date_from_text

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONG = (
    "january february march april may june july august september october november"
    " december".split()
)
_IN_WORDS = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})", re.IGNORECASE
)
"""3 May 2026, Tuesday 3rd May 2026: whoever writes the month as a word is understood."""


def day_from_answer(text: str) -> dt.date:
    """Read `2026-05-03` or `3 May 2026`.

    Raises ValueError for what can mean two days, such as 5/6/2026, and for no day at all.
    """
    words = " ".join(text.split())
    found = _IN_WORDS.fullmatch(words)
    if not found:
        return date_from_text(words)
    day, month, year = found.groups()
    name = month.casefold()
    months = _LONG if name in _LONG else _MONTHS
    return dt.date(int(year), months.index(name) + 1, int(day))
