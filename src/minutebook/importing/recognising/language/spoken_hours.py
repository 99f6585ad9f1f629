"""Hours written as they are said: `ten past six`, `half past seven`, `quarter to 9`."""

from __future__ import annotations

import datetime as dt
import re

_HOURS = "twelve one two three four five six seven eight nine ten eleven".split()
_MINUTES = {
    "five": 5,
    "ten": 10,
    "quarter": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "half": 30,
}
_SAID = re.compile(
    rf"\b(?:(?P<minutes>five|ten|(?:a\s+)?quarter|twenty(?:[\s-]five)?|half)\s+(?P<way>past|to)\s+)"
    rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])\b(?![.:]\d)"
    rf"|\b(?P<alone>{'|'.join(_HOURS)})\s+o['’]clock\b",
    re.IGNORECASE,
)
_HOUR = 60
_DAY = 12 * _HOUR


def hours_said_in(text: str) -> tuple[tuple[dt.time, int, str], ...]:
    """Give each hour, the place it begins at and its words; the half is not said."""
    return tuple(
        (_time_of(found), found.start(), found.group()) for found in _SAID.finditer(text)
    )


def _time_of(found: re.Match[str]) -> dt.time:
    word = (found["hour"] or found["alone"]).casefold()
    hour = int(word) if word.isdigit() else _HOURS.index(word)
    said = re.sub(r"^a\s+|\s+(?=quarter)", "", (found["minutes"] or "").casefold())
    minutes = _MINUTES.get(" ".join(said.split()), 0)
    past = (
        minutes if found["way"] is None or found["way"].casefold() == "past" else -minutes
    )
    whole, rest = divmod((hour * _HOUR + past) % _DAY, _HOUR)
    return dt.time(whole or 12, rest)
