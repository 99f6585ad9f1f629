"""Times of day as minutes write them: `13.30-15.00`, `7.00pm`, `2-4pm`, `10am to noon`.

Numbers with a stop in them are everywhere in minutes. One is a time only if it says so
(`pm`, `hrs`, a colon) or if it stands where a time has to: in a span, after `at`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from minutebook.importing.recognising.language.spoken_hours import hours_said_in


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time of day in a text."""

    time: dt.time
    text: str
    start: int
    """Where it begins in the text that was read."""

    half: str | None = None
    """`am` or `pm`, if it was said."""

    certain: bool = True
    """Whether its own form says that it is a time."""

    @property
    def end(self) -> int:
        """Where it ends in the text that was read."""
        return self.start + len(self.text)


_D = r"[0-9OoIl]"
_HALF = (
    r"(?P<half>[ap]\s?\.?\s?m\b\.?|[yh]\.[bh]\."
    r"|(?:o['’]?clock\s+)?in\s+the\s+(?:morning|afternoon|evening))"
)
_TIME = re.compile(
    rf"""(?<![\w£$€#%.,:/])(?<![a-ln-z]-)(?P<words>(?:12\s*)?(?:noon|midday|mid-day|midnight)\b)
    | (?<![\w£$€#%,:/])(?<![\d\w][.])(?P<hour>{_D}{{1,2}})
      (?:\s?(?P<sign>[.:·])\s?(?P<minute>[0-5OoIl]{_D})(?:[.:][0-5]\d)?)?
      \s?{_HALF}(?!\w)
    | (?<![\w£$€#%.,:/])(?P<hour24>[0-2]?\d)(?P<sign24>[.:h])(?P<minute24>[0-5]\d)
      (?::[0-5]\d)?(?P<hrs>\s?(?:hrs?|hours)\b)?(?![\w:/%]|[.,]\d)
    | (?<![\w£$€#%.,:/])(?P<four>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs?|hours|h)\b
    | (?<![\w£$€#%.,:/])(?P<alone>\d{{1,2}})(?:\s?o['’]?clock\b
      |(?=\s?(?:-|–|—|to|until|till)\s?
      \d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b|\s+for\s+\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(
    r"\s*(?:hrs?|h)?\s*(?:-|–|—|−|to|until|till|til|and|hyd|i)\s*(?:about\s+|approx\.?\s+)?",
    re.IGNORECASE,
)
_NOON, _HOURS = 12, 24
_MISREAD = str.maketrans("OoIl", "0011")
_LONGEST = 20_000


@lru_cache(maxsize=4096)
def times_in(text: str) -> tuple[FoundTime, ...]:
    """Find the times in a text, in their order.

    One whose form could be a plain number (`13.30`) is not certain; it is left to who
    asks to see whether it stands where a time has to.
    """
    text = text[:_LONGEST]
    read = (_read(match) for match in _TIME.finditer(text))
    found = [one for one in read if one]
    said = [
        FoundTime(time=time, text=words, start=start)
        for time, start, words in hours_said_in(text)
        if not any(one.start < start + len(words) and start < one.end for one in found)
    ]
    ordered = sorted((*found, *said), key=lambda one: one.start)
    return _with_halves(ordered, text)


def span_in(text: str) -> tuple[dt.time | None, dt.time | None]:
    """Read when something began and ended; the end is None if only one time is given."""
    times = times_in(text)
    for first, second in pairwise(times):
        if _BETWEEN.fullmatch(text[first.end : second.start]):
            return first.time, second.time
    certain = [one for one in times if one.certain or _is_announced(text, one)]
    if not certain and len(times) == 1:
        certain = [times[0]]
    if not certain:
        return None, None
    doors_open = (
        len(certain) > 1 and text[certain[0].end : certain[1].start].strip() == "for"
    )
    return certain[1 if doors_open else 0].time, None


def _is_announced(text: str, found: FoundTime) -> bool:
    """Whether a plain number stands where a time has to."""
    before = text[: found.start].rstrip(" :")
    return bool(
        re.search(
            r"(?:\bat|\bfrom|\btime|\bam|\by?\bstart\w*|^|@)$", before, re.IGNORECASE
        )
    )


def _read(match: re.Match[str]) -> FoundTime | None:
    found = FoundTime(time=dt.time(), text=match.group().rstrip(), start=match.start())
    if match["words"]:
        noon = "night" not in match["words"].casefold()
        return replace(
            found, time=dt.time(_NOON if noon else 0), half="pm" if noon else "am"
        )
    if match["hour"]:
        return _of_half(match, found)
    if match["four"]:
        return replace(
            found, time=dt.time(int(match["four"][:2]), int(match["four"][2:]))
        )
    hour = int(match["alone"] or match["hour24"])
    minute = int(match["minute24"] or 0)
    if hour >= _HOURS:
        return None
    certain = bool(match["hrs"] or match["sign24"] == ":" or match["alone"])
    return replace(found, time=dt.time(hour, minute), certain=certain)


def _of_half(match: re.Match[str], found: FoundTime) -> FoundTime | None:
    hour = match["hour"].translate(_MISREAD)
    minute = (match["minute"] or "0").translate(_MISREAD)
    if not any(sign.isdigit() for sign in match["hour"]) or int(hour) > _HOURS - 1:
        return None
    half = _half(match["half"])
    time = dt.time(_on_the_clock(int(hour), half), int(minute))
    return replace(found, time=time, half=half)


def _half(text: str) -> str:
    early = re.match(r"a|y\.b|.*morning", text.strip(), re.IGNORECASE)
    return "am" if early else "pm"


def _on_the_clock(hour: int, half: str) -> int:
    if hour > _NOON:
        return hour
    return hour % _NOON + (_NOON if half == "pm" else 0)


def _with_halves(times: list[FoundTime], text: str) -> tuple[FoundTime, ...]:
    """Give a time its half of the day where only the one after it names it: `2-4pm`."""
    for at in range(len(times) - 2, -1, -1):
        one, after = times[at], times[at + 1]
        between = text[one.end : after.start]
        near = _BETWEEN.fullmatch(between) or between.strip() == "for"
        if one.half or not after.half or not near or one.time.hour > _NOON:
            continue
        late = after.half == "pm" and _noon_later(one.time) <= after.time
        times[at] = replace(
            one,
            time=_noon_later(one.time) if late else one.time,
            half="pm" if late else "am",
            certain=True,
        )
    return tuple(times)


def _noon_later(time: dt.time) -> dt.time:
    return time.replace(hour=time.hour % _NOON + _NOON)
