"""Meetings to come: `Next meeting: Thursday 4 June, 7pm`, a list of dates, a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minutebook.importing.document import Kind
from minutebook.importing.findings import FoundNextMeeting
from minutebook.importing.recognising.addenda import note_in
from minutebook.importing.recognising.language.dates import FoundDate, dates_in
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role, role_of_title

_NEXT = r"(?:next|following|future|forthcoming|upcoming|further|subsequent)"
_KIND = r"(?:\w+(?:['’]s)?\s+){0,4}"
_MEETINGS = (
    r"(?:meetings?|agm|session|roundtable|call|cyfarfod"
    r"|get-?\s?together|gathering|catch-?\s?up)"
)
_SUBJECT = re.compile(
    rf"""^(?:(?:it\s+was\s+(?:agreed|noted|confirmed)|(?:the\s+)?(?:chair|group|board|committee
      |members|clerk|secretary)\s+(?:\w+\s+)?(?:agreed|noted|confirmed|reminded\s+\w+))
      \s+(?:that\s+)?)?
    (?:(?:the|our)\s+)?
    (?:(?:proposed\s+|provisional\s+)?(?:dates?|time|venue|place|details)(?:\s*(?:,|and|&|/)\s*
      (?:times?|venue|place|date|location))*\s+(?:of|for)\s+(?:(?:the|our|all)\s+)?)?
    {_NEXT}\s+{_KIND}{_MEETINGS}\b
    (?:\s+dates?)?
    (?P<then>\s*(?:[:–—(-]|$)|\s+(?:will|is|are|was|were|has|have|to\s+be|would|shall|on|at
      |in|tb[ca]|scheduled|takes?|date|of\b|about|if|when|unless|after|:)
      |\s+\d|\s+(?:mon|tue|wed|thu|fri|sat|sun)|[.,]\s*)
    | ^next(?:\s+\w[\w-]*){{0,3}}\s*[:–—-]\s*(?=.*\d)
    | ^(?:the\s+)?next\s+one\b
    | ^(?:a|the|our)\s+(?:second|third|fourth|fifth|next|further|follow-up|final)\s+
      (?:[\w-]+\s+){{0,3}}(?:meeting|session|event|workshop|roundtable|day)\s+(?:will|is\s+to|is\s+planned|takes)\b
    | ^(?:we\s+are\s+|we['’]re\s+)?back\s+again\b
    | ^date\s+of\s+next\s*[:–—-]
    | ^(?:there\s+will\s+be\s+(?:a\s+)?further\s+meetings?\b
      |we\s+(?:(?:will|shall)\s+)?(?:meet\s+(?:again|next)|next\s+meet)
      |it\s+was\s+agreed\s+(?:to|that\s+(?:we|the\s+\w+)\s+(?:would|should|will))\s+(?:next\s+)?meet\b
      |(?:meeting|diary)\s+dates?\b[^:]{{0,30}}:
      |(?:the\s+)?(?:group|board|committee|we)\s+(?:will|agreed\s+to|to)\s+(?:next\s+meet|meet\s+again
      |meet\s+next|reconvene)|(?:to\s+)?(?:meet\s+again|reconvene)\b
      |dates?\s+for\s+(?:the\s+|your\s+)?diar(?:y|ies)|dyddiad\s+y\s+cyfarfod\s+nesaf
      |cyfarfod\s+nesaf)""",
    re.IGNORECASE | re.VERBOSE,
)
_AGREED_FOR = re.compile(
    r"\b(?:as|for|was|is)\s+(?:the\s+)?(?:date\s+(?:of|for)\s+)?(?:the\s+)?next\s+meeting\.?$",
    re.IGNORECASE,
)
"""How a sentence ends that names the day first: `... agreed for the next meeting`."""

_AGENDA = re.compile(r"\bagenda\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:[^:]{0,40}:\s*)?(?:\W*|tb[cad]\.?|to\s+be\s+(?:confirmed|advised|arranged)\.?|n/?a|none"
    r"|\[.*\])",
    re.IGNORECASE,
)
_LONGEST = 2000


def next_meetings_in(
    sections: Sequence[Section], on: dt.date | None
) -> tuple[FoundNextMeeting, ...]:
    """Find the meetings that were announced; `on` is the day of the meeting itself."""
    found: list[FoundNextMeeting] = []
    for section in sections:
        if section.role in {Role.REVIEWED, Role.ADDENDUM}:
            continue
        for one in _of_section(section, on):
            known = {other.date for other in found if other.date}
            if one.date not in known and one not in found:
                found.append(one)
    dated = [one for one in found if one.date]
    return tuple(dated) if dated and not _says_more(found) else tuple(found)


def _says_more(found: Sequence[FoundNextMeeting]) -> bool:
    """Whether what has no date tells of other meetings than those that have one."""
    return any(one.date is None and dates_in(one.text) for one in found)


def _of_section(section: Section, on: dt.date | None) -> Iterator[FoundNextMeeting]:
    if section.heading is not None and section.role is not Role.OPENING:
        line = section.heading.line
        if dates_in(section.title, 2000) and _SUBJECT.match(section.title):
            yield from _announced(section.title, line, on)
    agenda = section.role is Role.NEXT and _AGENDA.search(
        " ".join((*section.path, section.title))
    )
    listed = _lists_next(section) and not agenda
    first = True
    for block in section.blocks:
        text = block.text[:_LONGEST]
        if note_in(block):
            continue
        if listed and (dates_in(text, 2000) or (first and block.kind is not Kind.ROW)):
            if not dates_in(text, 2000) and _is_about_else(text):
                continue
            for said in _dated(text):
                yield from _announced(said, block.line, on)
        elif agenda and first and block.kind is not Kind.ITEM and dates_in(text, 2000):
            yield from _announced(text, block.line, on)
        elif block.kind is not Kind.ROW or _SUBJECT.match(text.replace(" | ", ": ")):
            yield from _told(text.replace(" | ", ": "), block.line, on)
        first = False


_CODE = re.compile(r"^[A-Z]{1,4}(?:[/.-]\d{1,4})+[.:]?\s+|^\d[\d./-]*[.:)]?\s+")
_ONLY_NEXT = re.compile(
    r"(?:the\s+)?dates\s+of\s+(?:the\s+)?(?:\w+\s+)?meetings|(?:the\s+)?next(?:\s+(?:time|one|up|date|dates|session|gathering))?|diary(?:\s+dates?)?",
    re.IGNORECASE,
)


def _lists_next(section: Section) -> bool:
    """Whether a heading announces the next meeting: `Next`, `TB/9 Next meeting`."""
    if section.role is Role.NEXT:
        return True
    title = _CODE.sub("", section.title).strip(" :.-–—")
    if role_of_title(title) is Role.NEXT:
        return True
    dated = any(dates_in(block.text, 2000) for block in section.blocks[:1])
    return dated and _ONLY_NEXT.fullmatch(title) is not None


def _dated(text: str) -> list[str]:
    """Give the sentences that name a day, or else the whole."""
    return [one for one in sentences_of(text) if dates_in(one, 2000)] or [text]


def _is_about_else(text: str) -> bool:
    """Whether a line below the heading tells of how the meeting ended, and no more."""
    return bool(re.search(r"\b(?:closed|ended|thanked|concluded)\b", text, re.IGNORECASE))


def _told(text: str, line: int, on: dt.date | None) -> Iterator[FoundNextMeeting]:
    for sentence in sentences_of(text):
        bare = re.sub(r"^\W+", "", sentence)
        agreed = _AGREED_FOR.search(bare) and dates_in(bare, 2000)
        if agreed or _SUBJECT.match(bare):
            yield from _announced(sentence, line, on)


def _announced(text: str, line: int, on: dt.date | None) -> Iterator[FoundNextMeeting]:
    """Give a meeting for each day a text names, or one of no day."""
    year = next((y.date.year for y in reversed(dates_in(text)) if y.date), None)
    if _SAYS_NOTHING.fullmatch(text):
        return
    days = [_day(found, on, year) for found in dates_in(text, 2000) if found.day]
    for day in days or [None]:
        yield FoundNextMeeting(date=day, text=text, line=line)


def _day(found: FoundDate, on: dt.date | None, year: int | None) -> dt.date | None:
    """Give the day, in the next year it can be in if none is named."""
    if not found.partial:
        return found.date
    if year is not None:
        return found.in_year(year)
    if on is None:
        return None
    this = found.in_year(on.year)
    return this if this and this > on else found.in_year(on.year + 1)
