"""By when an action is due: a date, or the words people use instead of one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.dates import FoundDate, dates_in

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few)"
_GATHERING = (
    r"(?:(?!(?:and|or|to|for|in|at|by|with|that|is|are)\s)[\w'’-]+\s+){0,5}"
    r"(?:meetings?|agm|egm|session|conference|forum|next\s+calls?|next\s+(?-i:[A-Z]{2,6}))"
)
_SEASON = (
    r"(?:(?:the|next|this|early|late|mid)[\s-]+){0,2}(?:spring|summer|autumn|winter|fall"
    r"|christmas|easter|whitsun|new\s+year|half[\s-]term|term|bank\s+holiday|weekend|holidays?"
    r"|school\s+holidays)(?:\s+(?:holidays?|break|term|\d{4}))?"
)
_SPAN = (
    rf"(?:(?:the\s+)?(?:very\s+)?(?:end|beginning|start|middle|close)\s+of\s+"
    rf"(?:(?:the|this|next)\s+){{0,2}}(?:day|week|month|quarter|financial\s+year|school\s+year"
    rf"|year|term|season|{_SEASON}|{_MONTH}(?:\s+\d{{4}})?|{_DAY})"
    rf"|(?:early|mid|late|end)[\s-](?:{_MONTH})(?:\s+\d{{4}})?|eom|eow|eod|cop|close\s+of\s+play)"
)
_LATER = (
    rf"(?:(?:next|this|following|coming|the\s+following|the\s+coming)\s+"
    rf"(?:week|month|year|quarter|term|{_DAY}|weekend|{_MONTH})|tomorrow|today|tonight"
    rf"|(?:the\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|week))?"
    rf"|{_MONTH}(?:\s+\d{{4}})?|q[1-4](?:\s+\d{{4}})?|\d{{4}})"
)
_AT_ONCE = (
    r"(?:as\s+soon\s+as\s+(?:possible|practicable|practical|is\s+practicable)|a\.?s\.?a\.?p\b\.?"
    r"|immediate(?:ly)?|urgent(?:ly)?|at\s+once|straight\s*away|without\s+delay)"
)
_WITHIN = (
    rf"(?:(?:with)?in\s+(?:the\s+)?(?:next\s+)?(?:coming\s+)?{_COUNT}\s+(?:working\s+)?"
    r"(?:days?|weeks?|months?|hours?|fortnight)(?:['’]?\s*time)?"
    r"|(?:with)?in\s+the\s+(?:next|coming)\s+(?:week|month|fortnight|days?|weeks)"
    r"|(?:with)?in\s+a\s+fortnight)"
)
_BY = (
    r"(?:by|before|no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest\s+by|in\s+time\s+for"
    r"|in\s+advance\s+of|ahead\s+of|prior\s+to)"
)
_OPENING = (
    rf"(?:(?:due|needed|required|to\s+be\s+(?:done|completed)|complete)\s+)?{_BY}"
    r"|by(?=\s*:)|due(?:\s+(?:date|by|on))?|deadline|target(?:\s+date)?|by\s+when|timescale|when"
    r"|(?:for|on|at|from|in|until)"
)
_WORDS = rf"(?:{_GATHERING}|{_SPAN}|{_SEASON}|{_LATER})"
_WHOLE = re.compile(
    rf"(?:(?:{_OPENING})\s*[:–—-]?\s*)?(?:{_WORDS}|{_AT_ONCE})|{_AT_ONCE}|{_WITHIN}",
    re.IGNORECASE,
)
_START = re.compile(
    rf"(?:(?:{_OPENING})\s*[:–—-]?\s*)?(?:(?:the|end\s+of|start\s+of|w/c|w/e|week\s+commencing"
    r"|week\s+ending|latest|noon|midday|midnight|\d{1,2}(?:[:.]\d{2})?\s*[ap]m)\s+){0,3}(?:on\s+)?",
    re.IGNORECASE,
)
_REST = re.compile(
    r"[\s.,;]*(?:at\s+the\s+latest|latest|if\s+possible|please|\(?\d{1,2}[:.]?\d{0,2}\s*[ap]m\)?"
    r"|at\s+(?:noon|\d{1,2}.{0,8}))?[\s.]*",
    re.IGNORECASE,
)
_WITHIN_SENTENCE = re.compile(
    rf"\b(?:(?P<by>{_BY})\s+(?:(?:the|noon|midday|\d{{1,2}}(?:[:.]\d{{2}})?\s*[ap]m)\s+(?:on\s+)?)?"
    rf"|{_AT_ONCE}|{_WITHIN})",
    re.IGNORECASE,
)
_HAPPENS = (
    r"(?:is|are|has|have|can|gets?|starts?|begins?|opens?|closes?|ends?|finish(?:es)?|goes|go"
    r"|comes?|arrives?|leaves?|meets?|returns?|runs?|expires?|breaks?|moves?|retires?|takes?|allows?)"
)
_SUBJECT = r"(?:(?:the|our|his|her|their|its|a|an)\s+)?(?:[\w'’-]+\s+){1,5}?"
_UNTIL = re.compile(
    rf"\b(?:(?:before|by\s+the\s+time|as\s+soon\s+as|once)\s+{_SUBJECT}{_HAPPENS}\b"
    r"[^.;:,()]{0,40}|in\s+(?:good\s+)?time\s+for\s+[^.;:,()]{2,50})[.!]?$",
    re.IGNORECASE,
)
"""What a sentence waits for at its end: `as soon as it is cleared`."""

_BEFORE_EVENT = re.compile(
    r"\s*(?:(?:the|its|their|our|his|her|a)\s+)?(?:[\w'’-]+\s+){1,6}?on\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""What a date is named with: `before its Finance Committee on 8 February`."""

_BY_WORDS = re.compile(rf"{_BY}\s+{_WORDS}(?![\w'’])", re.IGNORECASE)
_AT_END = re.compile(
    r"\b(?:(?:at|for|to)\s+(?:the\s+|our\s+)?(?:next|following)\s+(?:meeting|session|agm|time|call"
    r"|(?-i:[A-Z]{2,6}))"
    rf"|tomorrow(?:\s+(?:morning|evening|afternoon))?|tonight|today"
    rf"|(?:at|in|over|during)\s+(?:the\s+)?{_SEASON}"
    rf"|(?:next|this)\s+(?:week|month)|for\s+next\s+time|(?:on|this|next)\s+{_DAY}"
    rf"|in\s+{_MONTH}|(?:on|at|by|for)\s+{_SPAN})[.!]?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]{0,80}\)\s*[.!]?\s*$")
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due date: the words for it, and the day if they name one."""

    text: str
    date: dt.date | None = None


def due_phrase(text: str, known: Known) -> Due | None:
    """Read a text that says nothing but when: `by 4 May`, `asap`, `end of June`."""
    text = text.strip().strip("()[]").strip()
    if not text or len(text) > _LONGEST:
        return None
    bare = text.rstrip(".,; ")
    if _WHOLE.fullmatch(bare):
        return Due(text=_unlabelled(bare))
    for found in dates_in(bare, _year(known)):
        start = _START.match(bare)
        if start and start.end() >= found.start and _REST.fullmatch(bare[found.end :]):
            return Due(text=_unlabelled(bare), date=_day(found, known))
    return None


def due_within(text: str, known: Known) -> Due | None:
    """Find by when a sentence says that it is due; a date before words for one."""
    dates = {found.start: found for found in dates_in(text, _year(known))}
    words: Due | None = None
    for opening in _WITHIN_SENTENCE.finditer(text):
        if not opening["by"]:
            words = words or Due(text=opening.group())
            continue
        date = next((dates[n] for n in _places(text, opening.end()) if n in dates), None)
        if date and date.day:
            return Due(
                text=text[opening.start() : date.end].rstrip("."), date=_day(date, known)
            )
        event = None if date else _BEFORE_EVENT.match(text, opening.end())
        date = date or (dates.get(event.end()) if event else None)
        if event and date and date.day:
            return Due(
                text=text[opening.start() : date.end].rstrip("."), date=_day(date, known)
            )
        said = _BY_WORDS.match(text, opening.start())
        if said:
            words = words or Due(text=said.group())
        elif date:
            words = words or Due(text=text[opening.start() : date.end])
    return words or _at_end(text, list(dates.values()), known)


def _at_end(text: str, dates: Sequence[FoundDate], known: Known) -> Due | None:
    """Read a sentence that ends with its day: `to report to the board on 4 May`."""
    for date in dates:
        before = re.search(r"\bon\s+(?:the\s+)?$", text[: date.start], re.IGNORECASE)
        if before and date.day and _REST.fullmatch(text[date.end :]):
            said = text[before.start() : date.end].rstrip(".")
            return Due(text=said, date=_day(date, known))
    bare = _ASIDE.sub("", text)
    last = _UNTIL.search(bare[-_LONGEST:]) or _AT_END.search(bare[-_LONGEST:])
    return Due(text=last.group().rstrip(".!")) if last else None


def _places(text: str, at: int) -> range:
    """Where a date may begin behind `by`: at once, or behind the name of a day."""
    day = re.match(
        rf"(?:{_DAY}|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+(?:the\s+)?",
        text[at:],
        re.IGNORECASE,
    )
    return range(at, at + (day.end() if day else 0) + 1)


def _unlabelled(text: str) -> str:
    return re.sub(
        r"^(?:by|due(?:\s+date)?|deadline|target(?:\s+date)?|by\s+when|timescale|when)\s*[:–—-]+\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _year(known: Known) -> int | None:
    return known.day.year if known.day else None


def _day(found: FoundDate, known: Known) -> dt.date | None:
    """Give the day of a date; one without a year is not long before the meeting."""
    meeting = known.day
    if found.date is None or found.day is None or found.wrong_weekday:
        return None
    if meeting is None or not found.partial:
        return found.date
    if (meeting - found.date).days > _LONG_BEFORE:
        return found.in_year(found.date.year + 1)
    return found.date


_LONG_BEFORE = 31
"""Days: a due date without a year that is longer ago than this is in the next year."""
