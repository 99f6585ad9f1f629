"""Who is to do something: `JS to ...`, `Ann and Bob will ...`, `... (JS)`, a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.recognising.actions.verbs import (
    COLLECTIVES,
    NOT_OWNERS,
    ROLES,
    VERBS,
)
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.names import without_title

SURE, LIKELY, POSSIBLE, NEVER = 3, 2, 1, 0
"""How well a text can be an owner: known or all; a role or a full name; a word; not."""

_INITIALS = re.compile(
    r"[A-Z](?:\.?\s?[A-Z]){1,3}\.?|[A-Z][a-z]?[A-Z]{1,2}|[A-Z]{1,2}[a-z]?[A-Z]"
)
_WORD = r"[^\W\d_a-z][\w.'’&-]*"
_NAME = re.compile(
    rf"(?:[Tt]he\s+)?{_WORD}"
    r"(?:\s+(?:(?:of|the|for|de|van|der|von|ter|le|la|da|di|dos|du|del|al|el|bin|ibn|ap|ab|ferch"
    rf"|on|in)\s+){{0,2}}{_WORD}){{0,5}}"
)
_ROLE = re.compile(
    rf"(?:the\s+|our\s+)?(?:(?!(?:in|to|on|at|by|from|with|as)\s)[\w'’&-]+\s+){{0,4}}(?:{COLLECTIVES}|(?:{ROLES})s?)"
    r"(?:\s+(?:for|of)\s+(?:the\s+)?\w+)?(?:\s+\([^()]*\))?",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"all(?:\s+(?:members|trustees|present|attendees))?|everyone|everybody", re.IGNORECASE
)
_SEPARATOR = re.compile(
    r"\s*[,/&+;\n]\s*(?:and\s+|&\s*)?|\s+(?:and|with|plus)\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\([^()]{0,120}\)")
_LEAD = re.compile(
    r"(?:lead|owner|who|by\s+whom|by|responsible|action)\s*[:–-]\s*", re.IGNORECASE
)
_PROMISES = re.compile(
    r"\s+(?P<by>to|i|will|shall|must|should|is\s+to|are\s+to|has\s+to|have\s+to|needs?\s+to"
    r"|(?:has\s+|have\s+)?(?:agreed|undertook|undertaken|offered|volunteered)\s+to"
    r"|(?:was|were)\s+(?:asked|tasked|requested)\s+to)\s+(?P<next>[\w'’-]+)"
)
_LOUD_PROMISES = re.compile(_PROMISES.pattern, re.IGNORECASE)
_DETERMINERS = frozenset(
    "the a an all this that these those our your his her their its my any each every us"
    " them him it me you some both".split()
)
_NEVER_FIRST = frozenset(
    "a an no any each some other more this that these those and or but if as at by for"
    " from in into of on to with via about new next last another".split()
)
_HANDLES = re.compile(
    r"@[\w-]+(?:\.[\w-]+)*(?:(?:\s*[,/&+]\s*|\s+and\s+|\s+)@[\w-]+(?:\.[\w-]+)*){0,7}"
)
"""Whom tools call by a handle: `@dele-o and @karima`."""

_NEVER_ALONE = frozenset({"agreed", "resolved", "decided", "carried", "noted"})
"""What a minute says of itself, even if a list of people has the word."""

_OFFICES = frozenset({"Chair", "Vice Chair", "Co-Chair"})
"""Offices that are verbs as well: with a capital, `Chair to write` names one."""

_MOST = 12
_FARTHEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """Owners in front of what they are to do."""

    owners: tuple[str, ...]
    level: int
    verb: str
    """The first word of what is to be done."""

    by: str
    """What stands between: `to`, `will`, `agreed to`."""


def level_of(text: str, known: Known) -> int:
    """Tell how well one name, role or set of initials can be an owner."""
    text = text.strip()
    words = text.split()
    if not words or len(words) > _MOST or not any(sign.isalpha() for sign in text):
        return NEVER
    if known.knows(text) or _ALL.fullmatch(text) or known.knows(without_title(text)):
        return SURE
    first = words[0].casefold().strip(".'’")
    is_role = _ROLE.fullmatch(text) and first not in VERBS and first not in _NEVER_FIRST
    if is_role or text in _OFFICES:
        return LIKELY
    if first in NOT_OWNERS - {"the"} or (len(words) == 1 and first in VERBS):
        return NEVER
    return LIKELY if _INITIALS.fullmatch(text) else _level_of_name(text, words)


def _level_of_name(text: str, words: Sequence[str]) -> int:
    """Tell how well words with capitals can be a name."""
    capitals = [word.casefold() for word in words[1:] if word[0].isupper()]
    if not _NAME.fullmatch(text) or any(word in NOT_OWNERS for word in capitals):
        return NEVER
    return LIKELY if len(words) > 1 and words[0].casefold() not in VERBS else POSSIBLE


def owners_of(text: str, known: Known) -> tuple[tuple[str, ...], int]:
    """Read names that stand together: all of them, and how sure the least sure is."""
    handles = _handles_in(text, known)
    if handles:
        return handles, LIKELY
    bare = _LEAD.sub("", _BRACKET.sub("", text).strip(" .:;,[]()*@\n"), count=1).strip()
    if not bare or len(bare) > _FARTHEST or bare.casefold() in _NEVER_ALONE:
        return (), NEVER
    if known.knows(bare):
        return (known.spelt_out(bare),), SURE
    parts = [part for part in _SEPARATOR.split(bare) if part.strip()]
    levels = [level_of(part, known) for part in parts]
    if len(parts) == 1 or min(levels) < LIKELY:
        whole = level_of(bare, known)
        if whole > min(levels) or (len(parts) == 1 and whole):
            return (_named(bare, known),), whole
        initials = _run_of_initials(bare, known)
        if initials:
            return initials, LIKELY
    named = tuple(dict.fromkeys(_named(part, known) for part in parts))
    nobody = min(levels) == NEVER or len(parts) > _MOST
    return ((), NEVER) if nobody else (named, min(levels))


def _handles_in(text: str, known: Known) -> tuple[str, ...]:
    """Read `@dele-o and @karima`, where the text says nothing else."""
    found = _HANDLES.fullmatch(text[:_FARTHEST].strip(" .:;,()[]*\n"))
    each = re.findall(r"@([\w.-]+)", found.group()) if found else ()
    return tuple(dict.fromkeys(_named(one, known) for one in each))


def _run_of_initials(text: str, known: Known) -> tuple[str, ...]:
    """Read `JS PT` as two; `J S` is one, and so are words in capitals."""
    parts = text.split()
    if len(parts) > 1 and all(re.fullmatch(r"[A-Z]{2,3}", part) for part in parts):
        return tuple(known.spelt_out(part) for part in parts)
    return ()


def _named(name: str, known: Known) -> str:
    name = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    if name.islower():
        words = (word for known_name in known.names for word in known_name.split())
        name = next((word for word in words if word.casefold() == name), name)
    return known.spelt_out(name)


def led(text: str, known: Known) -> Led | None:
    """Read owners in front of a sentence: `Ann and Bob to ...`, `The chair will ...`."""
    near = text[:_FARTHEST]
    loud = text.isupper()
    for found in (_LOUD_PROMISES if loud else _PROMISES).finditer(near):
        who = near[: found.start()]
        if who.count("(") != who.count(")"):
            continue
        owners, level = owners_of(who, known)
        if not owners and "," in who:
            owners, level = owners_of(who.partition(",")[0], known)
            level = level if level >= LIKELY else NEVER
            owners = owners if level else ()
        if found["by"] == "i" and not owners:
            continue
        verb = found["next"]
        if (
            not owners
            or verb.casefold() in _DETERMINERS
            or (verb[0].isupper() and not loud)
        ):
            return None
        if level == POSSIBLE and not _is_verb(verb):
            return None
        return Led(owners=owners, level=level, verb=verb, by=found["by"].casefold())
    return None


def _is_verb(word: str) -> bool:
    folded = word.casefold()
    return folded in VERBS or folded.removeprefix("re") in VERBS or folded.endswith("ly")


def starts_with_verb(text: str) -> bool:
    """Whether a text begins as an order does: `Book the hall`."""
    first = re.match(r"(?:please\s+)?([A-Za-z-]+)", text, re.IGNORECASE)
    return first is not None and first[1].casefold() in VERBS


def names_one(who: str, known: Known) -> bool:
    """Whether a text names one person: by a role, explained initials, a full name."""
    bare = _BRACKET.sub("", who).strip()
    if re.match(r"the\s", bare, re.IGNORECASE):
        return is_office(bare)
    if _INITIALS.fullmatch(bare):
        return bare.replace(".", "") in known.initials
    if re.fullmatch(rf"(?:.*\s)?(?:{COLLECTIVES}|(?:{ROLES})s)", bare, re.IGNORECASE):
        return False
    return owners_of(bare, known)[1] >= LIKELY


def is_office(who: str) -> bool:
    """Whether a text is an office that one person holds: `The Harbour Master`."""
    return (
        re.fullmatch(rf"(?:the\s+)?(?:[\w-]+\s+){{0,2}}(?:{ROLES})", who, re.IGNORECASE)
        is not None
    )


def named_in(who: str, known: Known) -> tuple[tuple[str, ...], int]:
    """Read whom a mark itself names: a name stands there, however it is written."""
    if not who:
        return (), NEVER
    owners, level = owners_of(who, known)
    if owners or not any(sign.isalpha() for sign in who):
        return owners, level
    parts = [part.strip() for part in _SEPARATOR.split(who)]
    if not all(re.fullmatch(r"@?[\w.'’-]+(?:\s[\w.'’-]+)?", part) for part in parts):
        return (), NEVER
    return tuple(_named(part.lstrip("@"), known) for part in parts), LIKELY
