"""Where a meeting was held: a field, or what is left of a line besides day and time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutebook.importing.recognising.language.misread import as_meant
from minutebook.importing.recognising.language.spots import spots_in
from minutebook.importing.recognising.meeting.fields import HeadLine

_ONLINE = (
    r"(?:(?:ms|microsoft|google|cisco)\s+)?(?:zoom|teams|skype|webex|meet|jitsi|hangouts)"
    r"(?:\s+(?:call|meeting|video\s+call))?|video\s?-?\s?(?:conference|conferencing|call|link)"
    r"|tele\s?-?conference|conference\s+call|phone|telephone|on-?line|remote(?:ly)?|virtual(?:ly)?"
    r"|hybrid|webinar|by\s+correspondence"
)
_PLACE = re.compile(
    r"\b(?:\w*hall|station|ysgol|hut|shed|green|room|rm|centre|center|church|chapel|school|library|house|office|offices|street"
    r"|road|lane|avenue|pavilion|club|clubhouse|pub|inn|arms|hotel|college|university|building"
    r"|campus|chamber|chambers|theatre|museum|caf[eé]|square|park|hub|institute|suite|floor"
    r"|boardroom|vestry|festri|capel|eglwys|kirk|mosque|synagogue|temple|gurdwara|mart|cabin|marquee|kitchen|barn|tavern|court|lounge|studio|neuadd|canolfan|hq|headquarters|site)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"^(?:(?:was\s+)?(?:held|meeting|taking\s+place|took\s+place|by\s+way\s+of)\s+)?"
    r"(?:upstairs\s+)?(?:at|in|via|by|over|using|on|through|@|yn)\s+(?=\S)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:\b(?:on|at|from|between|starting|commencing|beginning|start|until|to|dated|hrs|time|date)"
    r"[\s:]+)*\0(?:[\s,|;&–—-]*(?:\b(?:to|and|until|at|from|on|hrs|for)\b[\s,]*)*\0)*(?:\s*(?:hrs|h|uhr)\b)?",
    re.IGNORECASE,
)
_LONGEST = 140


def venue_of(head: Sequence[HeadLine]) -> str | None:
    """Give the place of a meeting."""
    for one in head:
        if one.field == "venue":
            return named(one.text)
    for one in head:
        if one.field in {"date", "time"} or (one.field is None and not one.is_prose):
            found = place_beside(one.text, is_field=one.field is not None)
            if found:
                return found
    return _below_the_day(head)


def _below_the_day(head: Sequence[HeadLine]) -> str | None:
    """Give a line that names a place, straight below the line with the day."""
    for above, one in pairwise(head):
        plain = one.field is None and not one.is_prose and not spots_in(one.text)
        if plain and spots_in(above.text) and above.field in {None, "date", "time"}:
            place = _only_place(one.text)
            if place:
                return named(place)
    return None


def place_beside(text: str, *, is_field: bool = False) -> str | None:
    """Find the place in a line that says when: `13.30, 4 May, via video conference`."""
    text = as_meant(text)
    blanked = text
    spots = spots_in(text)
    for start, end in reversed(spots):
        blanked = f"{blanked[:start]}\0{blanked[end:]}"
    pieces = _WHEN.split(blanked) if spots else [text]
    held = re.search(r"\bheld\b", pieces[0], re.IGNORECASE)
    first = pieces[0][held.end() :] if held else pieces[0] if is_field or spots else ""
    if spots and not held and not is_field and re.search(r"\w", pieces[0]):
        first = _only_place(pieces[0])
    named_before = re.search(r"\w", pieces[0]) and not _OF_MEETING.fullmatch(pieces[0])
    after_day = bool(spots) and (is_field or not named_before)
    for piece in (first, *pieces[1:]):
        found = _piece(piece, after_held=bool(held))
        if found:
            return found
    return _left_over(pieces[1:]) if after_day else None


_OF_MEETING = re.compile(
    r"(?:\W*\b(?:committee|meeting|minutes|notes|of|the|from|on|nos|dydd|monthly|annual|general|agm"
    r"|board|council|group|branch)\b)*\W*",
    re.IGNORECASE,
)
"""Words before a day that name no place and leave the rest of the line to one."""


def _left_over(pieces: Sequence[str]) -> str | None:
    """Give the one piece left beside day and time: `Monday 4 May, 7pm, the Smithy`."""
    left = [piece for piece in pieces if re.search(r"[^\W\d_]{2}", piece)]
    bare = left[0].strip(" ,;|/–—-.\0") if len(left) == 1 else ""
    short = 0 < len(bare.split()) <= _MOST_WORDS and not _NO_PLACE.search(bare)
    return named(bare) if short else None


_MOST_WORDS = 7
_NO_PLACE = re.compile(
    r"\b(?:minutes|meeting|notes?|committee|group|council|association|society|members|agm|sync|sig|call|session|stand-?up"
    r"|retro|workshop|roundtable|forum|team|panel|network|partnership|utc"
    r"|gmt|bst|ce?st|present|chair|draft|published|circulated|agenda|apologies|copyright)\b|:|@",
    re.IGNORECASE,
)


def _only_place(piece: str) -> str:
    """Give a piece before the day, if it names a place and nothing else."""
    bare = piece.strip(" ,;|–—-.()")
    short = _PLACE.search(bare) and not re.search(
        r"\b(?:minutes|meeting(?!\s+(?:room|house|place))|notes?|committee|group|association"
        r"|society|club|governing|board(?!room))\b",
        bare,
        re.IGNORECASE,
    )
    return bare if short else ""


def _piece(piece: str, *, after_held: bool) -> str | None:
    bare = piece.strip(" ,;|/–—-.\0")
    if bare.startswith("(") or (bare.endswith(")") and "(" not in bare):
        bare = bare.strip("()")
    if not 1 < len(bare) <= _LONGEST or not re.search(r"[^\W\d_]{2}", bare):
        return None
    said = _PREPOSITION.match(bare)
    rest = bare[said.end() :] if said else bare
    if re.fullmatch(_ONLINE, rest, re.IGNORECASE):
        return named(rest)
    online = re.search(rf"\b(?:via|by|on|over)\s+({_ONLINE})$", bare, re.IGNORECASE)
    if online and not said:
        return named(online[1])
    if re.match(
        r"(?:which|when|to\s+|with\s|and\s|for\s|present|attend)", rest, re.IGNORECASE
    ):
        return None
    if said and (
        rest[:1].isupper()
        or rest[:4].casefold() in {"the ", "our "}
        or _PLACE.search(rest)
    ):
        return named(rest)
    return (
        named(bare)
        if _PLACE.search(bare) and (after_held or bare[:1].isupper())
        else None
    )


def named(text: str) -> str | None:
    """Give a place as it is listed: `via video conference` is `Video conference`."""
    bare = text.strip(" ,;|/–—-.📍")
    said = _PREPOSITION.match(bare)
    bare = bare[said.end() :] if said else bare
    if re.fullmatch(rf"(?:an?\s+)?(?:{_ONLINE})", bare, re.IGNORECASE):
        bare = re.sub(r"^an?\s+", "", bare)
        return bare[:1].upper() + bare[1:]
    if said or text[:1].islower():
        bare = re.sub(r"^(?:the|our)\s+", "", bare)
    if re.fullmatch(r"\W*|tb[cad]|n/?a|none", bare, re.IGNORECASE):
        return None
    return bare
