"""Which group met: by a field, by the head, or by a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.language.misread import as_meant
from minutebook.importing.recognising.meeting.bodies import BODIES
from minutebook.importing.recognising.meeting.called import (
    FIRST_LINES,
    GENERIC,
    can_be_title,
    without_when,
)
from minutebook.importing.recognising.meeting.fields import HeadLine
from minutebook.importing.recognising.people.runs import people_of_run

_FRIENDS = re.compile(
    r"(?:friends\s+of|cyngor|cymdeithas|pwyllgor|grŵp|ymddiriedolaeth|royal\s+society)\s+.+",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:draft|approved|unconfirmed|confirmed|summary|final|action|full|the|a|an|record|"
    r"report|of|from|for|brief|short|official)\s+)*(?:minutes|notes?|summary|record|report"
    r"|cofnodion|agenda)\s+(?:of|from|for|:|[-–—])\s+(?:(?:the|a|an|our)\s+)?",
    re.IGNORECASE,
)
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|inaugural)"
)
_KIND = (
    rf"(?:(?:annual|general|extraordinary|extra-ordinary|special|ordinary|emergency|monthly"
    rf"|quarterly|weekly|regular|virtual|online|public|open|full|joint|statutory|{_ORDINAL}"
    rf"|termly|bi-?monthly|fortnightly)\s+)*"
)
_MEETING_OF = re.compile(
    rf"^(?:(?:the|a|an)\s+)?{_KIND}(?:meetings?|agm|egm|roundtable|session)\s+(?:of|for|by)\s+"
    r"(?:(?:the|a|an|our)\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:\s*[-–—:|,(]\s*|\s+)(?:{_KIND}(?:meetings?|minutes|notes?|agm|egm|summary|record|call"
    r"|stand-?up|sync|retro(?:spective)?|roundtable|workshop)\b.*|held\b.*|took\s+place\b.*"
    r"|to\s+discuss\b.*|via\b.*|no\.?\s*\d+.*|#\s*\d+.*|\d+)$",
    re.IGNORECASE,
)


def group_of(head: Sequence[HeadLine], prose: Sequence[str]) -> str | None:
    """Give the body that met: by a field, by the head, or by a sentence."""
    given = next((one.text for one in head if one.field == "group"), None)
    if given and not _lists_people(given):
        return given
    lines = [one.text for one in head if one.field == "title"]
    lines += [one.text for one in head if can_be_title(one)][: FIRST_LINES + 2]
    lines = _with_long_name(lines)
    charity = next((f["who"] for line in lines if (f := _CHARITY.fullmatch(line))), None)
    for body in BODIES:
        for at, line in enumerate(lines):
            found = _body_in(line, body)
            if found and _PLAIN_BODY.fullmatch(found):
                return charity or _above(lines[:at]) or found
            if found:
                return _part_of_it(lines[at + 1 : at + 2], found)
    told = (found for text in prose if (found := _met(text) or _organised(text)))
    return next(told, None) or charity or _before_meeting(lines) or _over_minutes(head)


def _with_long_name(lines: Sequence[str]) -> list[str]:
    """Join a name in capitals that takes two lines: `SCHOOL` / `TEACHER ASSOCIATION`."""
    mended = [_PARENT_TEACHER.sub(r"\1-\2", line) for line in lines]
    if len(mended) > 1:
        first, second = mended[:2]
        loud = first.isupper() and second.isupper()
        ends_below = any(_body_in(second, body) == second for body in BODIES)
        begun = any(body.search(first) for body in BODIES) or GENERIC.fullmatch(first)
        if loud and ends_below and not begun:
            return [f"{first} {second}", *mended[2:]]
    return mended


_PARENT_TEACHER = re.compile(r"\b(parents?)\s*[-–]\s*(teachers?|staff)\b", re.IGNORECASE)


def _part_of_it(below: Sequence[str], found: str) -> str:
    """Prefer the council on the line below the union that it is the council of."""
    names = (_body_in(line, body) for line in below for body in BODIES)
    return next((name for name in names if name and name == below[0].strip()), found)


def _above(lines: Sequence[str]) -> str | None:
    """Give the company over `BOARD OF DIRECTORS`, if its name says that it is one."""
    return next((line for line in lines if _COMPANY.fullmatch(line)), None)


_PLAIN_BODY = re.compile(
    r"(?:the\s+)?(?:board\s+of\s+directors|trustees|directors)", re.IGNORECASE
)
_COMPANY = re.compile(
    r"[A-Z]\w*(?:\s+[\w&'’-]+){1,6}\s+(?:limited|ltd|plc|cic)\.?", re.IGNORECASE
)
_CHARITY = re.compile(
    r"(?P<who>[A-Z][^(),:]{2,60}?)\s+\((?:a\s+)?registered\s+(?:charity|society)\b[^()]{0,30}\).*",
    re.DOTALL,
)


def _organised(text: str) -> str | None:
    """Read who met in `Organised by the Fell Farmers' Network`."""
    found = re.match(
        r"(?:it\s+was\s+|this\s+\w+\s+was\s+)?(?:organised|organized|hosted|convened|arranged|held)"
        r"\s+by\s+(?:the\s+)?(?P<who>[A-Z][^.,;:()]{2,60})(?:[.,;]|$)",
        text,
        re.IGNORECASE,
    )
    name = found["who"].strip() if found else ""
    return name if any(_is_body(name, body) for body in BODIES) else None


def _over_minutes(head: Sequence[HeadLine]) -> str | None:
    """Read the line that stands over `Minutes of the meeting ...`: it is who met.

    It counts only if it is short and says no day: a subject would stand below, not above.
    """
    lines = [one for one in head if not one.field][: _FEW + 1]
    plain = [one.text.strip() for one in lines]
    first = plain[0] if plain else ""
    minutes = any(_OF_MINUTES.match(line) for line in plain[1:])
    short = 1 < len(first.split()) <= _MOST_WORDS and first[0].isupper()
    if not (minutes and short) or GENERIC.fullmatch(first) or lines[0].is_prose:
        return None
    telling = _NO_GROUP.search(first) or dates_in(first, 2000)
    return None if telling else first


_FEW = 2
_OF_MINUTES = re.compile(
    r"(?:(?:draft|approved|confirmed|unconfirmed|the)\s+)*(?:minutes?|notes|committee|meeting|agm"
    r"|annual\s+general|record\s+of)\b",
    re.IGNORECASE,
)
_NO_GROUP = re.compile(
    r"[\"“”?!:;|/]|\b(?:minutes?|notes|meetings?|agenda|report|summary|review|update|draft"
    r"|workshop|seminar|call|listening|day|about|who|what|how|why)\b|\d{3}",
    re.IGNORECASE,
)


def _lists_people(text: str) -> bool:
    return len(people_of_run(text)) > 1


def _before_meeting(lines: Sequence[str]) -> str | None:
    """Read `Spokes of Marlingford - monthly meeting`: who met stands before the dash."""
    for line in lines:
        found = re.fullmatch(
            rf"(?P<who>[A-Z][^:]{{3,60}}?)\s*[-–—:,]\s+(?:\w+['’]?\s+)?{_KIND}(?:meetings?|minutes"
            r"|notes|agm|call)",
            without_when(line),
            re.IGNORECASE,
        )
        if found and found["who"][0].isupper() and not GENERIC.fullmatch(found["who"]):
            return found["who"]
        owned = _OWN_MEETING.fullmatch(_BEFORE.sub("", without_when(line)))
        if owned:
            return re.sub(r"\s+::?\s+", " ", owned["who"])
    return None


_OWN_MEETING = re.compile(
    r"(?P<who>[A-Z][\w-]*(?:\s+[\w-]+|\s+::?){0,5}?(?=['’]s?\s|(?<=s)['’]\s)"
    r"|(?:[A-Z][\w-]*\s+(?:[\w-]+\s+|::?\s+){0,4})?[A-Z]{3,5})(?:['’]s?)?\s+"
    r"(?:(?:weekly|monthly|regular|community|team)\s+)?(?:meeting|call|catch-?\s?up|get-?\s?together|sync)"
    r"(?:\s+(?:no\.?\s*|#\s*)?\d+)?"
)
"""Whose meeting it is: `the Sunday Makers' catch-up`, `TMG meeting 14`."""


def _body_in(line: str, body: re.Pattern[str]) -> str | None:
    """Find the body in a line: what is left without the words around its name."""
    text = without_when(line).strip()
    for part in [text, *re.split(r"\s+[-–—|]\s+|:\s+|,\s+", text)]:
        name = _BEFORE.sub("", part)
        name = _MEETING_OF.sub("", name)
        cut = re.search(r"\s+[-–—|]\s+|:\s+", name)
        name = name[: cut.start()] if cut else name
        name = re.sub(r"\s*\((?:no\.?|number|est\.?|founded)\s[^()]*\)$", "", name)
        name = _AFTER.sub("", name).strip(" :,.-–—")
        if _is_body(name, body):
            return name
    return None


def _is_body(name: str, body: re.Pattern[str]) -> bool:
    friends = _FRIENDS.match(name) is not None
    found = list(body.finditer(as_meant(name)))
    if not name or not name[0].isupper() or len(name.split()) > _MOST_WORDS:
        return False
    if friends and body is BODIES[1]:
        return True
    if not found or GENERIC.fullmatch(name) or _AS_SUBJECT.match(name):
        return False
    last = found[-1]
    ends = last.end() == len(name)
    goes_on = re.match(r"\s+(?:on|of|for|in|\()", name[last.end() :], re.IGNORECASE)
    several = len(name.split()) > 1
    return (several and bool(ends or goes_on)) or (name.isupper() and ends)


_MOST_WORDS = 10
_AS_SUBJECT = re.compile(
    r"(?:consultation|update|review|re|about|discussion)\b", re.IGNORECASE
)


def _met(text: str) -> str | None:
    """Read `The second meeting of the Parks Committee took place on ...`."""
    found = re.search(
        rf"\b{_KIND}(?:meeting|agm|session)\s+of\s+(?:the\s+)?(?P<who>[^.,;]{{2,90}}?)\s+(?:took"
        r"\s+place|was\s+held|met|were\s+held|held)\b",
        text[:_LONGEST_PROSE],
        re.IGNORECASE,
    )
    name = found["who"].strip() if found else ""
    return name if any(_is_body(name, body) for body in BODIES) else None


_LONGEST_PROSE = 4000
