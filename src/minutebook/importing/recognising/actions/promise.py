"""One action, read from its words: what, who, by when, where it stands.

Owners and due dates that stand apart from the sentence are cut off it (`Book the hall
(JS, by 4 May)`); a sentence that names them itself is kept whole (`JS to book the hall`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importing.recognising.actions.asides import Promise, aside_of
from minutebook.importing.recognising.actions.due import due_within
from minutebook.importing.recognising.actions.marks import without_box, without_id
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    POSSIBLE,
    SURE,
    Led,
    led,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.verbs import COLLECTIVES, VERBS
from minutebook.importing.recognising.known import Known

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
_BESIDE = re.compile(
    r"(?:,|;|\s)\s*and\s+(?P<who>[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,3})\s+to\s+"
    r"(?P<verb>[a-z][\w-]*)"
)
_OF_OTHERS = frozenset(
    "ask tell invite get help remind encourage request advise want need allow enable let"
    " persuade".split()
)
"""Verbs behind which somebody else `to do` something is a part of the action."""

_PREPOSITIONS = frozenset(
    "to from with for of by at in on the a an and or about re via contact ask email call"
    " see".split()
)
_MOST_ASIDES = 4
_LONGEST = 4000


def promise_of(words: str, known: Known, *, at_least: int = POSSIBLE) -> Promise:
    """Read the words of an action; owners less sure than `at_least` stay in the text."""
    box, text = without_box(words.strip()[:_LONGEST])
    number, text = without_id(text)
    found = Promise(text=text.strip(" *_"), number=number, box=box)
    found = _without_front(found, known, at_least)
    sentence = led(found.text, known)
    if sentence and not found.owners and sentence.level >= at_least:
        owners = (*sentence.owners, *_named_beside(found.text, sentence, known))
        found = replace(found, owners=owners, level=sentence.level)
    for _ in range(_MOST_ASIDES):
        shorter = _without_aside(found, known, at_least)
        if shorter == found:
            break
        found = shorter
    if not found.due:
        found = replace(found, due=due_within(found.text, known))
    return replace(found, text=found.text + words.strip()[_LONGEST:])


def _named_beside(text: str, first: Led, known: Known) -> tuple[str, ...]:
    """Give who else is to do something: `Ann to ring again and Mrs Cox to write`."""
    if first.by != "to" or first.verb in _OF_OTHERS:
        return ()
    found = _BESIDE.search(text[:_LONGEST])
    if not found or found["verb"] not in VERBS:
        return ()
    owners, level = owners_of(found["who"], known)
    beside = tuple(one for one in owners if one not in first.owners)
    return beside if level >= LIKELY else ()


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
    aside = aside_of(front["who"], known)
    if not aside or not aside.owners or aside.level < at_least:
        return found
    rest = front["rest"].strip()
    inner = aside.level < SURE and _IN_FRONT.fullmatch(rest)
    named = aside_of(inner["who"], known) if inner else None
    if inner and named and named.owners and _is_group(aside.owners):
        aside, rest = named, inner["rest"].strip()
    own = led(rest, known)
    if own and own.level >= aside.level:
        return found
    if aside.level == POSSIBLE and not (starts_with_verb(rest) or rest.startswith("to ")):
        return found
    return replace(
        found, text=rest, owners=aside.owners, level=aside.level, due=aside.due
    )


def _is_group(owners: Sequence[str]) -> bool:
    """Whether what owns an action is a group, whose people are named behind it."""
    return all(
        re.fullmatch(rf"(?:.*\s)?(?:{COLLECTIVES})", one, re.IGNORECASE) for one in owners
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
        aside = (
            aside_of(match["aside"], known) if match and match["rest"].strip() else None
        )
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
