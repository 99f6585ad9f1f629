"""What a meeting is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.recognising.language.spots import spots_in
from minutebook.importing.recognising.meeting.bodies import BODIES
from minutebook.importing.recognising.meeting.fields import HeadLine

GENERIC = re.compile(
    r"(?:(?:draft|final|approved|unconfirmed|confirmed|unapproved|confidential|the|signed"
    r"|official|public|version|dft)\s+)*(?:(?:group|committee|action|summary|full|meeting"
    r"|brief|short)\s+)*(?:meetings?|minutes|notes?|cofnodion|record|summary|agenda|minute)"
    r"(?:\s+(?:minutes|notes?|record|summary|of|from|and|actions?|for|the|a|our|agenda|&))*"
    r"(?:\s+(?:meetings?|minutes|notes?|record))?|draft|confidential|final|minutes\s+and\s+actions",
    re.IGNORECASE,
)
_NAMES_MEETING = re.compile(
    r"\b(?:minutes|meetings?(?!\s+(?:room|house|place|point))|notes?|agm|egm|roundtable|forum|workshop|seminar|conference|summit"
    r"|assembly|away\s?day|retro(?:spective)?|stand-?up|sync|call|session|cyfarfod)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 5
_LONGEST = 300
FIRST_LINES = 4
_PUBLICATION = re.compile(
    r"^(?:(?:organi[sz]ed|hosted|arranged)\s+by|confidential|draft$|unapproved|not\s+for\s+publication|for\s+approval|paper\s+\d|published|issued|circulated|distributed|last\s+updated|updated|page|version|copyright|©"
    r"|ref(?:erence)?\b|www\.|https?:|held\b|next\s+meeting|registered|charity\s+(?:no|number)|reg\.|tel\b|email\b"
    r"|distribution|status)",
    re.IGNORECASE,
)


def titles_in(head: Sequence[HeadLine]) -> tuple[HeadLine, ...]:
    """Give the lines of the head that could be the title, the likeliest first."""
    given = [
        one for one in head if one.field == "title" and re.search(r"[^\W\d_]", one.text)
    ]
    lines = [one for one in _below_path(head) if can_be_title(one)][:FIRST_LINES]
    telling = [one for one in lines if not is_generic(one)]
    named = [one for one in telling if _NAMES_MEETING.search(without_when(one.text))]
    first = telling[:1]
    if first and first[0] not in named and named:
        first = named[:1]
    return (*given, *first, *telling, *lines)


def _below_path(head: Sequence[HeadLine]) -> Sequence[HeadLine]:
    """Leave out the way to a page that stands over its heading: `University | School`."""
    first = next((n for n, one in enumerate(head) if one.is_heading), 0)
    path = re.compile(r"\S\s+[|»›>/]\s+\S")
    return [one for n, one in enumerate(head) if n >= first or not path.search(one.text)]


def title_of(head: Sequence[HeadLine]) -> str | None:
    """Give what the head calls the meeting."""
    found = titles_in(head)
    return (without_when(found[0].text) or found[0].text) if found else None


def named_after(document: str) -> str:
    """Give a title made of the name of a file, for a document that has none."""
    stem = re.sub(r"\.\w{1,5}$", "", document)
    return re.sub(r"[_\s]+", " ", stem).strip() or document


def can_be_title(line: HeadLine) -> bool:
    """Whether a line of the head could be what the meeting is called."""
    if line.field or line.is_prose or _PUBLICATION.match(line.text):
        return False
    if line.text[:1].islower() and len(line.text.split()) > _FEW_WORDS:
        return False
    begins = any(start == 0 for start, _ in spots_in(line.text))
    if begins and not _names_something(line.text):
        return False
    return bool(re.search(r"[^\W\d_]{2}", without_when(line.text)))


def _names_something(text: str) -> bool:
    """Whether a line that begins with the day goes on to name a meeting or a group."""
    bodies = any(body.search(text) for body in BODIES)
    return bodies or _NAMES_MEETING.search(text) is not None


def is_generic(line: HeadLine) -> bool:
    """Whether a line says no more than that it is minutes."""
    text = without_when(line.text).strip(" /:.-–—*")
    return GENERIC.fullmatch(text) is not None


def without_when(text: str) -> str:
    """Take day, time and place off the end of a title, or the day off its start."""
    text = re.sub(r"^[^\w(\[\"'‘“]+|[^\w)\].!?\"'’”]+$", "", text[:_LONGEST])
    spots = spots_in(text)
    if spots and spots[0][0] == 0:
        rest = re.sub(r"^[\s,:|.–—-]+", "", text[spots[0][1] :])
        return without_when(rest) if rest else ""
    held = re.search(
        r"[\s,–—-]+held\s+(?:on|at|in|via|by|virtually|online|remotely)\b",
        text,
        re.IGNORECASE,
    )
    cuts = [held.start()] if held else []
    if spots:
        tail = text[spots[0][1] :]
        telling = BODIES[0].search(tail) or _NAMES_MEETING.search(tail)
        if not telling:
            cuts.append(spots[0][0])
    if not cuts:
        return text.strip(" :,-–—|")
    cut = text[: min(cuts)]
    return _CONNECTED.sub("", cut).strip(" :,-–—|.(") or text


_CONNECTED = re.compile(
    r"(?:[\s,:|(–—-]+(?:held|on|of|at|from|dated|for|date|taking\s+place|took\s+place|which|was"
    r"|the|dyddiad|ar))*[\s,:|(–—-]*$",
    re.IGNORECASE,
)
