"""How titles look: what may head a section, and what never does."""

from __future__ import annotations

import re

from minutebook.importing.recognising.outline.roles import Role, role_of_title

_LONGEST = 110
_MOST_WORDS = 16
_ENDS_SENTENCE = re.compile(r"[.;,!](?:['\"’”)\]]*)$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$")
_SAYS_ELSE = re.compile(
    r"\[?(?:action|actions? point|ai|todo|to do|decision|resolved|agreed|note|motion|vote"
    r"|proposed|seconded|moved|carried)\b[^:]{0,30}[:\]–—-]|https?:|www\.",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w /&'’-]{1,28}:\s+\S")
_COUNTED = re.compile(
    r"(?:theme|topic|part|section|session|strand|subject|question|issue|area|workshop"
    r"|table|group)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4}|one|two|three|four|five|six)\b",
    re.IGNORECASE,
)
"""`Theme 1: Costs` heads what stands below, and is no field."""

_TELLS_TIME = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\b\d{1,2}[.:]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:committee|group|board|council|panel|network|partnership|report|assembly|club"
    r"|society|association|trustees|governors|working party|subcommittee)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:minutes|meeting|notes?|agm|roundtable|forum)\b", re.IGNORECASE
)
_THE_MINUTES = re.compile(
    r"(?:(?:draft|final|confirmed|unconfirmed|approved|formal|summary|action)\s+)*"
    r"(?:meeting\s+)?(?:minutes|notes?|record|minute\s+book)"
    r"(?:\s+(?:of|from)\s+(?:the\s+|a\s+)?(?:\w+\s+){0,3}meeting)?",
    re.IGNORECASE,
)


def is_title_like(text: str, *, numbered: bool = False) -> bool:
    """Whether a line could head something: short, and neither sentence nor field.

    Behind a number, `Health: waiting lists` is a title like any other.
    """
    if not 0 < len(text) <= _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    counted = numbered or _COUNTED.match(text) is not None
    field = _FIELD.match(text) and not text.isupper() and not counted
    if field and role_of_title(text) is not Role.ADDENDUM:
        return False
    return (
        (not _ENDS_SENTENCE.search(text) or _ABBREVIATION.search(text) is not None)
        and not _SAYS_ELSE.match(text)
        and any(sign.isalpha() for sign in text)
    )


def tells_time(text: str) -> bool:
    """Whether a line is about a day or an hour; such a line heads nothing by itself."""
    return _TELLS_TIME.search(text) is not None


def names_the_minutes(title: str) -> bool:
    """Whether a title says no more than that these are minutes."""
    return _THE_MINUTES.fullmatch(title.strip(" :.")) is not None


def names_who_met(title: str) -> bool:
    """Whether a title is that of a meeting, a report of one, or of the body that met."""
    return names_a_meeting(title) or _BODY.search(title) is not None


def names_a_meeting(title: str) -> bool:
    """Whether a title is that of a meeting."""
    return _MEETING.search(title) is not None
