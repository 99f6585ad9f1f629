"""One action, read from its words: what, who, by when, where it stands.

Owners and due dates that stand apart from the sentence are cut off it (`Book the hall
(JS, by 4 May)`); a sentence that names them itself is kept whole (`JS to book the hall`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutebook.importing.recognising.due import Due, due_phrase, due_within
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.marks import without_box, without_id
from minutebook.importing.recognising.owners import (
    LIKELY,
    NEVER,
    POSSIBLE,
    SURE,
    led,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.sentences import TITLES_WITH_STOP

_BRACKET = re.compile(
    r"(?P<rest>.*?)\s*[(\[{](?P<aside>[^()\[\]{}]{1,120})[)\]}]\.?", re.DOTALL
)
_DASH = re.compile(
    r"(?P<rest>.*\S)(?:\s+[-–—]+\s*|\s*[–—]\s+|\s*[:|;→]\s*|\s+/\s+)(?P<aside>\S.*)",
    re.DOTALL,
)
_COMMA = re.compile(r"(?P<rest>.*\S)\s*,\s*(?P<aside>[^,]+,[^,]+)", re.DOTALL)
_LAST_COMMA = re.compile(r"(?P<rest>.*\S)\s*,\s*(?P<aside>[^,]+)", re.DOTALL)
_SENTENCE = re.compile(
    r"(?P<rest>.*[.!?)\]])\s+(?P<aside>[^.!?]{1,60}(?:\.\w\.?)?\.?)", re.DOTALL
)
_LABELLED = re.compile(
    r"(?P<rest>.*\S)[\s.,;(–-]+(?P<aside>(?:action\s+by|(?:action\s+)?owners?|lead|by\s+whom|who"
    r"|(?:person\s+)?responsible|responsibility|assigned\s+to|due(?:\s+(?:date|by|on))?|deadline"
    r"|by\s+when|by|target(?:\s+date)?|timescale|when)\s*[:–—]\s*\S.{0,100})",
    re.IGNORECASE | re.DOTALL,
)
_LAST_WORDS = re.compile(
    r"(?P<rest>.*\S)\s+(?P<aside>[A-Z]{2,3}(?:\s*[/&,+]\s*[A-Z]{2,3})*)", re.DOTALL
)
_AT = re.compile(r"(?P<rest>.*\S)\s+@(?P<aside>[\w.-]+)", re.DOTALL)
_OWNER_MARK = re.compile(
    r"(?:action\s+by|(?:action\s+)?owners?|lead|by\s+whom|who|(?:person\s+)?responsible"
    r"|responsibility|assigned\s+to|by|action)\s*[:–—-]?\s+",
    re.IGNORECASE,
)
_NOT_SHORTENED = "".join(rf"(?<!\b{title})" for title in TITLES_WITH_STOP)
_PIECES = re.compile(
    rf"\s*[,;|]\s*|\s+[-–—]\s+|\s*[–—]\s+|{_NOT_SHORTENED}(?<!\b[A-Z])\.\s+(?=[a-zA-Z])"
    r"|\s+(?=by\s+\w+\s+\w)"
)
_IN_FRONT = re.compile(
    r"(?P<who>[^:–—\[\]()]{1,80}?)(?:\s*\([^()]{1,60}\))?(?P<stop>\s*:|\s+-|\s*[–—])\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_BOXED_IN_FRONT = re.compile(
    r"[\[(](?P<who>[^\[\]()]{1,60})[\])]\s*[:–—-]?\s*(?P<rest>\S.*)", re.DOTALL
)
_INITIALS_IN_FRONT = re.compile(
    r"(?P<who>[A-Z]{2,3}(?:\s*[/&,+]\s*[A-Z]{2,3})*)\s+(?P<rest>[a-z].*)", re.DOTALL
)
_PREPOSITIONS = frozenset(
    "to from with for of by at in on the a an and or about re via contact ask email call"
    " see".split()
)
_MOST_ASIDES = 4
_LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What an action says."""

    text: str
    owners: tuple[str, ...] = ()
    due: Due | None = None
    level: int = NEVER
    """How sure the owners are."""

    number: str = ""
    box: str = ""


def promise_of(words: str, known: Known, *, at_least: int = POSSIBLE) -> Promise:
    """Read the words of an action; owners less sure than `at_least` stay in the text."""
    box, text = without_box(words.strip()[:_LONGEST])
    number, text = without_id(text)
    found = Promise(text=text.strip(" *_"), number=number, box=box)
    found = _without_front(found, known, at_least)
    sentence = led(found.text, known)
    if sentence and not found.owners and sentence.level >= at_least:
        found = replace(found, owners=sentence.owners, level=sentence.level)
    for _ in range(_MOST_ASIDES):
        shorter = _without_aside(found, known, at_least)
        if shorter == found:
            break
        found = shorter
    if not found.due:
        found = replace(found, due=due_within(found.text, known))
    return replace(found, text=found.text + words.strip()[_LONGEST:])


def only_owners(text: str, known: Known, *, at_least: int = LIKELY) -> Promise | None:
    """Read a text that says who, and perhaps when, and not what: `Ann, by Friday`."""
    aside = _aside(text.strip().rstrip(".]) "), known)
    return aside if aside and aside.owners and aside.level >= at_least else None


def _without_front(found: Promise, known: Known, at_least: int) -> Promise:
    """Cut off owners before a colon or a dash: `Ann: book the hall`, `[JS] book it`."""
    boxed = _BOXED_IN_FRONT.fullmatch(found.text)
    front = boxed or _IN_FRONT.fullmatch(found.text)
    if front is None:
        initials = _INITIALS_IN_FRONT.fullmatch(found.text)
        if initials and starts_with_verb(initials["rest"]):
            owners, level = owners_of(initials["who"], known)
            return replace(found, owners=owners, level=level)
        return _without_verb(found, known)
    aside = _aside(front["who"], known)
    if not aside or not aside.owners or aside.level < at_least:
        return found
    rest = front["rest"].strip()
    own = led(rest, known)
    if own and own.level >= aside.level:
        return found
    if aside.level == POSSIBLE and not (starts_with_verb(rest) or rest.startswith("to ")):
        return found
    return replace(
        found, text=rest, owners=aside.owners, level=aside.level, due=aside.due
    )


def _without_verb(found: Promise, known: Known) -> Promise:
    """Read a name straight before a verb: `Ewa ring the hospital`."""
    name, _, rest = found.text.partition(" ")
    owners, level = owners_of(name, known)
    if owners and starts_with_verb(rest) and rest[:1].islower():
        return replace(found, owners=owners, level=level)
    return found


def _without_aside(found: Promise, known: Known, at_least: int) -> Promise:
    """Cut off what stands apart at the end: `(JS)`, `- Ann, by May`, `Due: 4 May`."""
    text = found.text.rstrip()
    for pattern in (
        _LABELLED,
        _BRACKET,
        _DASH,
        _SENTENCE,
        _COMMA,
        _LAST_COMMA,
        _LAST_WORDS,
        _AT,
    ):
        bare = text if pattern in {_SENTENCE, _BRACKET} else text.rstrip(". ")
        match = pattern.fullmatch(bare)
        aside = _aside(match["aside"], known) if match and match["rest"].strip() else None
        if aside and match and _fits(aside, match, pattern, found):
            if aside.owners and aside.level < at_least:
                continue
            rest = match["rest"].rstrip(" -–—:;|,(→")
            taken = not found.owners or aside.level > found.level
            own = led(rest, known) is None
            return replace(
                found,
                text=rest,
                owners=aside.owners if aside.owners and taken and own else found.owners,
                level=aside.level if aside.owners and taken and own else found.level,
                due=found.due or aside.due,
            )
    return _without_known_name(found, known)


def _without_known_name(found: Promise, known: Known) -> Promise:
    """Cut off a name that stands behind the sentence with nothing between."""
    if found.owners:
        return found
    text = found.text.rstrip(". ")
    for name in known.names:
        rest = text.removesuffix(name).rstrip()
        words = rest.split()
        if rest != text and len(words) > 1 and _may_end(words[-1]):
            named, level = owners_of(name, known)
            return replace(found, text=rest.rstrip(" -–—:,"), owners=named, level=level)
    return found


def _may_end(word: str) -> bool:
    """Whether a sentence can end with a word: nobody is missing behind it."""
    return word.casefold() not in _PREPOSITIONS and not word.endswith(("'s", "’s"))


def _fits(
    aside: Promise,
    match: re.Match[str],
    pattern: re.Pattern[str],
    found: Promise,
) -> bool:
    """Whether what stands at the end is apart from the sentence there."""
    rest = match["rest"].rstrip()
    before = rest.split()[-1] if rest.split() else ""
    if found.owners and aside.owners and found.level >= aside.level:
        shared = set(found.owners) & set(aside.owners)
        if not shared and not aside.due:
            return False
    if pattern is _COMMA or pattern is _LAST_COMMA:
        return bool(aside.owners) and aside.level >= LIKELY and _may_end(before)
    if pattern is _SENTENCE:
        return aside.level >= LIKELY or (aside.due is not None and not aside.owners)
    if pattern is _LAST_WORDS:
        sure = aside.level == SURE or before.endswith((".", "!", "?", ")"))
        return sure and _may_end(before) and not known_place(before)
    return True


def known_place(word: str) -> bool:
    """Whether capitals behind a word are a part of what it names: `the BBC`."""
    return word.casefold() in {"the", "our", "this"}


def _aside(text: str, known: Known) -> Promise | None:
    """Read a text that says nothing but who and when, in any order."""
    whole = due_phrase(text, known)
    if whole:
        return Promise(text="", due=whole)
    owners: list[str] = []
    due: Due | None = None
    level = SURE
    for piece in _PIECES.split(text.strip(" .,;")):
        when = due_phrase(piece, known)
        if when and due is None:
            due = when
            continue
        named, sure = owners_of(_OWNER_MARK.sub("", piece, count=1), known)
        if not named:
            return None
        owners.extend(named)
        level = min(level, sure)
    if not owners:
        return None
    return Promise(text="", owners=tuple(dict.fromkeys(owners)), due=due, level=level)
