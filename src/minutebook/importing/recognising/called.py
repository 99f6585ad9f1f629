"""What a meeting is called, and which group met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.recognising.head import HeadLine
from minutebook.importing.recognising.runs import people_of_run
from minutebook.importing.recognising.spots import spots_in

_GENERIC = re.compile(
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
_BODIES = (
    (
        r"(?:sub-?\s?(?:committee|group)|working\s+(?:party|group)|task\s+(?:force|group)|steering\s+(?:group"
        r"|committee|board)|special\s+interest\s+group|advisory\s+(?:group|board|panel)|committee"
        r"|group|panel|board|forum|team|assembly|cabinet|trustees|governors"
        r"|executive|senate|pwyllgor|collective|circle|guild|taskforce|squad|crew|cell|sig|co-?op)"
    ),
    (
        r"(?:parish\s+council|town\s+council|council|association|society|club|federation|union"
        r"|trust|foundation|charity|alliance|coalition|league|fellowship|congregation|co-?operative"
        r"|network|partnership|pta|pcc|institute|company|ltd|limited|cic|consortium|project|choir|church|watch|friends)"
    ),
)
_BODY = tuple(re.compile(rf"\b{body}\b", re.IGNORECASE) for body in _BODIES)
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
_LONGEST = 300
_FIRST_LINES = 4
_PUBLICATION = re.compile(
    r"^(?:confidential|draft$|unapproved|not\s+for\s+publication|for\s+approval|paper\s+\d|published|issued|circulated|distributed|last\s+updated|updated|page|version|copyright|©"
    r"|ref(?:erence)?\b|www\.|https?:|held\b|next\s+meeting|registered|charity\s+(?:no|number)|reg\.|tel\b|email\b"
    r"|distribution|status)",
    re.IGNORECASE,
)


def titles_in(head: Sequence[HeadLine]) -> tuple[HeadLine, ...]:
    """Give the lines of the head that could be the title, the likeliest first."""
    given = [
        one for one in head if one.field == "title" and re.search(r"[^\W\d_]", one.text)
    ]
    lines = [one for one in head if _can_be_title(one)][:_FIRST_LINES]
    telling = [one for one in lines if not _is_generic(one)]
    named = [one for one in telling if _NAMES_MEETING.search(without_when(one.text))]
    first = telling[:1]
    if first and first[0] not in named and named:
        first = named[:1]
    return (*given, *first, *telling, *lines)


def title_of(head: Sequence[HeadLine]) -> str | None:
    """Give what the head calls the meeting."""
    found = titles_in(head)
    return (without_when(found[0].text) or found[0].text) if found else None


def named_after(document: str) -> str:
    """Give a title made of the name of a file, for a document that has none."""
    stem = re.sub(r"\.\w{1,5}$", "", document)
    return re.sub(r"[_\s]+", " ", stem).strip() or document


def _can_be_title(line: HeadLine) -> bool:
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
    bodies = any(body.search(text) for body in _BODY)
    return bodies or _NAMES_MEETING.search(text) is not None


def _is_generic(line: HeadLine) -> bool:
    text = without_when(line.text).strip(" /:.-–—*")
    return _GENERIC.fullmatch(text) is not None


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
        telling = _BODY[0].search(tail) or _NAMES_MEETING.search(tail)
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


def group_of(head: Sequence[HeadLine], prose: Sequence[str]) -> str | None:
    """Give the body that met: by a field, by the head, or by a sentence."""
    given = next((one.text for one in head if one.field == "group"), None)
    if given and not _lists_people(given):
        return given
    lines = [one.text for one in head if one.field == "title"]
    lines += [one.text for one in head if _can_be_title(one)][: _FIRST_LINES + 2]
    for body in _BODY:
        for line in lines:
            found = _body_in(line, body)
            if found:
                return found
    told = (found for text in prose if (found := _met(text)))
    return next(told, None) or _before_meeting(lines)


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
        if found and found["who"][0].isupper() and not _GENERIC.fullmatch(found["who"]):
            return found["who"]
    return None


def _body_in(line: str, body: re.Pattern[str]) -> str | None:
    """Find the body in a line: what is left without the words around its name."""
    text = without_when(line).strip()
    for part in [text, *re.split(r"\s+[-–—|]\s+|:\s+|,\s+", text)]:
        name = _BEFORE.sub("", part)
        name = _MEETING_OF.sub("", name)
        cut = re.search(r"\s+[-–—|]\s+|:\s+", name)
        name = name[: cut.start()] if cut else name
        name = _AFTER.sub("", name).strip(" :,.-–—")
        if _is_body(name, body):
            return name
    return None


def _is_body(name: str, body: re.Pattern[str]) -> bool:
    friends = _FRIENDS.match(name) is not None
    found = list(body.finditer(name))
    if not name or not name[0].isupper() or len(name.split()) > _MOST_WORDS:
        return False
    if friends and body is _BODY[1]:
        return True
    if not found or _GENERIC.fullmatch(name) or _AS_SUBJECT.match(name):
        return False
    last = found[-1]
    ends = last.end() == len(name)
    goes_on = re.match(r"\s+(?:on|of|for|in|\()", name[last.end() :], re.IGNORECASE)
    several = len(name.split()) > 1
    return (several and bool(ends or goes_on)) or (name.isupper() and ends)


_MOST_WORDS = 10
_FEW_WORDS = 5
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
    return name if any(_is_body(name, body) for body in _BODY) else None


_LONGEST_PROSE = 4000
