"""When a meeting began and ended: in its head, or where the text tells of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.language.misread import as_meant
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.language.times import span_in, times_in
from minutebook.importing.recognising.meeting.fields import HeadLine

_ELSE = re.compile(
    r"\b(?:next|last|previous|will|lunch|tea|break|left|joined|arrived|circulat\w+|published)\b",
    re.IGNORECASE,
)
_MEETING = (
    r"(?:meeting|session|forum|agm|roundtable|chair(?:man|woman|person)?|business|it)"
)
_OPENED = re.compile(
    rf"\b(?:{_MEETING}\b.{{0,60}}?\b(?:opened|started|began|commenced|convened|(?:was\s+)?called"
    r"\s+to\s+order)|(?:opened|started|commenced|called)\s+(?:the|this)\s+(?:meeting|session)"
    r"|opened\s+at|started\s+at|commenced\s+at|began\s+at|called\s+to\s+order|meeting\s+opened"
    r"|welcomed\s+everyone\s+at|start(?:ed)?\s*(?:time)?\s*[:–-])",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"\b(?:{_MEETING}\b.{{0,80}}?\b(?:closed|ended|finished|concluded|adjourned|dissolved|close|rose)"
    r"|(?:closed|ended|concluded|adjourned|finished)\s+(?:the|this)?\s*(?:meeting|session|agm|egm|forum"
    r"|event|evening|proceedings|call)"
    r"|^(?:meeting\s+)?(?:closed|ended|finished|close|finish|adjourned)(?=\s+(?:at\s+)?\d)"
    r"|^(?:we|everyone|everybody|people|(?:the\s+)?(?:committee|group|board|council|evening))\s+(?:broke"
    r"\s+up|finished|stopped|went\s+home|wound\s+up|wrapped\s+up|dispersed|adjourned|closed|ended|were\s+done)"
    r"|(?:closed|ended|finished|concluded|adjourned)\s+at|meeting\s+(?:closed|ended|close)"
    r"|close\s+of\s+(?:the\s+)?meeting|(?:end|finish|close)(?:ed|d)?\s*(?:time)?\s*[:–-]"
    r"|no\s+(?:further|other|more)\s+business)",
    re.IGNORECASE,
)
_NEAR = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a meeting began and ended."""

    start: dt.time | None = None
    end: dt.time | None = None
    told_on: int | None = None
    """The line that says when it ended, if the text does and not its head."""

    @property
    def contradict(self) -> bool:
        """Whether it ended before it began, and not in the night after."""
        if self.start is None or self.end is None or self.end >= self.start:
            return False
        return self.start.hour < _LATE or self.end.hour >= _EARLY


_LATE, _EARLY = 17, 5
"""Hours from which, and up to which, a meeting may have gone on past midnight."""


def hours_of(head: Sequence[HeadLine], texts: Sequence[tuple[str, int]]) -> Hours:
    """Find when a meeting began and ended; `texts` is what was said, with the lines."""
    start: dt.time | None = None
    end: dt.time | None = None
    told_on: int | None = None
    vague = False
    for text, line in texts:
        for sentence in sentences_of(as_meant(text)):
            start = start or _told(sentence, _OPENED)
            if end is None:
                end = _told(sentence, _CLOSED)
                told_on = line if end else None
                vague = end is not None and not _names_half(sentence)
    first, last = _in_head(head)
    start = start or first
    if vague and start and end and end < start and end.hour < _NOON:
        end = end.replace(hour=end.hour + _NOON)
    return Hours(start=start, end=end or last, told_on=told_on)


_NOON = 12


def _names_half(sentence: str) -> bool:
    """Whether a sentence says which half of the day it tells of."""
    return any(one.half or one.text.startswith("0") for one in times_in(sentence))


def _in_head(head: Sequence[HeadLine]) -> tuple[dt.time | None, dt.time | None]:
    start: dt.time | None = None
    end: dt.time | None = None
    for one in head:
        if one.is_prose or one.field in {"next", "other", "group", "venue"}:
            continue
        if one.field is None and _ELSE.search(one.text):
            continue
        first, second = map(_in_daytime, span_in(one.text), [one.text] * 2)
        if one.field == "end":
            end = end or first
        elif one.field == "time" or _is_sure(one.text):
            start, end = start or first, end or second
    return start, end


def _in_daytime(time: dt.time | None, text: str) -> dt.time | None:
    """Read `at 2.15` and `7.30` as hours when people meet, where no half is named."""
    if time is None or not 1 <= time.hour <= _LATEST_IN_THE_EVENING:
        return time
    given = next((one for one in times_in(text) if one.time == time), None)
    if given is None or given.half or given.text.startswith("0"):
        return time
    return time.replace(hour=time.hour + 12)


_LATEST_IN_THE_EVENING = 7


def _is_sure(text: str) -> bool:
    """Whether a line of the head that is no field for times tells one."""
    times = times_in(text)
    first, second = span_in(text)
    dated = bool(dates_in(text, 2000)) and len(times) == 1
    usual = first is not None and _EARLIEST <= first.hour <= _LATEST
    said = any(one.certain for one in times) or "at" in text or (dated and usual)
    return bool(first and (second or said))


_EARLIEST, _LATEST = 7, 21


def _told(sentence: str, pattern: re.Pattern[str]) -> dt.time | None:
    """Give the time behind the words that say what happened, or the one before them."""
    found = pattern.search(sentence)
    if found is None or re.search(
        r"\b(?:next|last|previous)\s+meeting\b", sentence, re.IGNORECASE
    ):
        return None
    behind = [
        one
        for one in times_in(sentence)
        if found.end() - 1 <= one.start <= found.end() + _NEAR
        and _stands(sentence, one.start)
    ]
    before = [
        one for one in times_in(sentence) if one.start < found.start() and one.certain
    ]
    times = behind or before[-1:]
    return _in_daytime(times[0].time, sentence) if times else None


def _stands(sentence: str, start: int) -> bool:
    """Whether a time stands where one has to: behind `at`, a colon, or the verb."""
    before = sentence[:start]
    return bool(
        re.search(
            r"(?:\bat|@|:|by|opened|started|rose|closed?|ended|finish(?:ed)?|concluded|adjourned|[-–(,])\s*"
            r"(?:approx(?:imately)?\.?|about|around)?\s*$",
            before,
            re.IGNORECASE,
        )
    )
