"""Who promises something in a sentence that no mark tells from others.

Ann agreed to ask the school.      Mr Lee said that he knew the man. He will write to him.
The roof leaks; she'll ring them.  Tom has photographs and will let her have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    POSSIBLE,
    is_office,
    names_one,
    owners_of,
)
from minutebook.importing.recognising.actions.verbs import VERBS
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import TITLES_WITH_STOP

_STOP = "\u2024"
"""Stands for the stop of `Mr.` while a sentence is read: it ends no name."""

_SHORTENED = re.compile(
    rf"\b(?P<word>{'|'.join(TITLES_WITH_STOP)}|[A-Z])\.(?=\s|[A-Z]\.)"
)
_WHO = r"(?P<who>[^,;:.]{1,60}?(?:\([^()]{1,60}\))?)"
_PRONOUN = r"(?:he|she|they)"
_AGREED = (
    r"(?:agreed|undertook|undertaken|offered|volunteered|promised"
    r"|took\s+(?:away\s+)?(?:an?|the)\s+action(?:\s+point)?"
    r"|(?:was|were)(?:\s+(?:asked|tasked|requested|instructed|actioned|delegated|deputed))?)"
)
_ALSO = r"(?:(?:also|then|now|both|themselves|himself|herself|probably|kindly)\s+)?"
_TO_DO = rf"(?:that\s+{_PRONOUN}\s+would|to)\s+{_ALSO}(?P<verb>[a-z][\w-]*)"
_PROMISED = re.compile(
    rf"{_WHO}\s+(?:(?:has|have|had|then|also|kindly|both)\s+)*{_AGREED}\s+{_TO_DO}"
)
_SHALL = (
    r"(?:will|would|shall|(?:is|are)\s+(?:going\s+|asked\s+|expected\s+)?to|needs?\s+to)"
)
_SOON = rf"(?:['’](?:d|ll)|\s+{_SHALL})"
_WILL = re.compile(
    rf"{_WHO}(?:\s+{_SHALL}|\s+said\s+(?:that\s+)?{_PRONOUN}{_SOON})\s+{_ALSO}"
    r"(?P<verb>[a-z][\w-]*)"
)
_AND_WILL = re.compile(
    rf"{_WHO}\s+(?:has|have|had|knows|said|told|thought|felt|\w+ed)\s[^.;:]{{1,120}}?"
    rf"\s+and\s+(?:{_SHALL}|(?P<agreed>{_AGREED})\s+to)"
    rf"\s+{_ALSO}(?P<verb>[a-z][\w-]*)"
)
_THEY = re.compile(
    rf"(?P<they>{_PRONOUN})(?:{_SOON}"
    rf"|\s+(?:(?:has|have|had|then|also)\s+)*(?P<agreed>{_AGREED})\s+to)"
    rf"\s+{_ALSO}(?P<verb>[a-z][\w-]*)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    rf"(?:;|,)\s+(?:(?:and|but|so)\s+)?(?={_PRONOUN}(?:['’]|\s)|[A-Z]{{2,3}}\s{_SHALL}\s)"
)
_BEFORE_NAME = re.compile(
    r"^(?:it\s+was\s+(?:agreed|noted|suggested|proposed)\s+that\s+|in\s+due\s+course,?\s+"
    r"|(?:so|therefore|also|then)\s+)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?[^\W\d_a-z][\w'’․-]*(?:\s+(?:(?:de|van|der|von|la|ap|ab|al|bin)\s+)?"
    r"[^\W\d_a-z][\w'’․-]*){0,4}(?:\s+(?:officials|officers|staff))?)\s+(?=[a-z])"
)
_NOT_DONE = frozenset(
    "be note become remain continue need not receive accept approve agree support"
    " like start begin welcome disagree defer step serve act stand cost open close"
    " chair leave hold know decide retire resign differ stay".split()
)
"""What people agree to, or will, and is none of their tasks afterwards."""

_NOT_WILLED = frozenset("go do meet move come run see have".split())
"""What a thing does as well as a person, so that it tells of a task only of a person."""

_HAVE_DONE = re.compile(
    r"have\s+(?:\S+\s+){1,6}?(?:\w+ed|\w+en|put|set|cut|made|done|built|sent|kept|bought|brought)\b"
)
_NO_OBJECT = re.compile(
    r"(?:[\w-]+\s+(?:no|nothing|nobody|part\s+in)|turn\s+\d+|miss|win|vote|prefer|rather|never|always"
    r"|this|that|it|the|an?|all|most|some|any|what|which|how)\b"
)
"""What is no deed, or no verb: `take no part`, `agreed to this`."""

_NOBODY = re.compile(
    r"(?:.*\s)?(?:all|everyone|everybody|both|group|committee|board|team|members?|trustees"
    r"|directors|governors|attendees|participants|forum|panel|meeting|project|service|programme"
    r"|event|staff|volunteers|residents|others|providers|organisations|partners|parents"
    r"|representatives)",
    re.IGNORECASE,
)
"""Who agrees to something in minutes without having to do it."""

_ASKED = re.compile(r"\s+was\s+(?:then\s+)?(?:asked|tasked|instructed|requested)\s")
"""How a group is given something to do: `The committee was asked to see ...`."""

_QUOTED = re.compile(r"^[\"“‘']|[\"“][^\"”]*$")
_HIS = re.compile(r"(?:Mr|Bro|Sir|Lord|Fr|Father|Brother)\b")
_HERS = re.compile(r"(?:Mrs|Ms|Miss|Sis|Sr|Sister|Lady|Dame|Baroness)\b")
_MANY = re.compile(
    r"(?:the\s+)?(?:(?:[\w&]+\s+){0,3}(?:officials|officers|staff)|\w+\s+and\s+\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What somebody promises, and who."""

    text: str
    owners: tuple[str, ...]


def promise_in(
    sentence: str, known: Known, *, marked: bool, named: str = ""
) -> Promised | None:
    """Read what a sentence promises; `named` is whom a pronoun in it stands for.

    Where others are `marked`, what an organisation will do is talk.
    """
    owners = promiser(sentence, known, marked=marked)
    if owners:
        return Promised(text=sentence, owners=owners)
    if _QUOTED.search(sentence) or sentence.endswith("?"):
        return None
    named = subject_of(sentence, known) or named
    for clause in _clauses(sentence):
        owners = _meant(clause, known, named)
        if not owners and clause is not sentence:
            owners = promiser(clause, known, marked=marked)
        if owners:
            return Promised(text=clause, owners=owners)
    return None


def promiser(sentence: str, known: Known, *, marked: bool) -> tuple[str, ...]:
    """Tell who promises something in a sentence; nobody, if it is no promise."""
    if _QUOTED.search(sentence) or sentence.endswith("?"):
        return ()
    bare = _SHORTENED.sub(rf"\g<word>{_STOP}", sentence)
    bare = _BEFORE_NAME.sub("", bare, count=1)
    found = _PROMISED.match(bare)
    if found and " and" in found["who"] and not owners_of(found["who"], known)[0]:
        found = None
    said = found is not None
    if not found:
        found = _AND_WILL.match(bare)
        said = found is not None and found["agreed"] is not None
    found = found or _WILL.match(bare)
    if not found:
        return ()
    who = found["who"].replace(_STOP, ".")
    one = names_one(who, known)
    if not _is_deed(
        found["verb"], bare[found.start("verb") :], by_person=one, agreed=said
    ):
        return ()
    talk = marked and known.is_organisation(who) and not is_office(who)
    if not said and (talk or not one):
        return ()
    owners, level = owners_of(who, known)
    asked = _ASKED.match(bare[found.end("who") :]) is not None
    nobody = any(_NOBODY.fullmatch(owner) for owner in owners)
    if (nobody and not asked) or level < (POSSIBLE if said else LIKELY):
        return ()
    strange = said and found["verb"] not in VERBS and level < LIKELY
    return () if strange else owners


def subject_of(sentence: str, known: Known) -> str:
    """Give the person that a sentence begins with, whom the next may call `she`."""
    bare = _SHORTENED.sub(rf"\g<word>{_STOP}", sentence)
    found = _SUBJECT.match(bare)
    if not found:
        return ""
    who = found["who"].replace(_STOP, ".")
    if _MANY.fullmatch(who):
        return who
    if known.is_organisation(who) or _NOBODY.fullmatch(who):
        return ""
    return who if names_one(who, known) else ""


def _clauses(sentence: str) -> Iterator[str]:
    """Give a sentence, and what it says last behind a comma of somebody."""
    yield sentence
    for found in _CLAUSE.finditer(sentence):
        yield sentence[found.end() :].rstrip(".")


def _meant(clause: str, known: Known, named: str) -> tuple[str, ...]:
    """Read `he will write to them`, of whom was named before."""
    found = _THEY.match(clause)
    if not found or not named or not _agrees(found["they"].casefold(), named):
        return ()
    words, agreed = clause[found.start("verb") :], found["agreed"] is not None
    if not _is_deed(found["verb"], words, by_person=True, agreed=agreed):
        return ()
    return owners_of(named, known)[0]


def _agrees(pronoun: str, name: str) -> bool:
    """Whether a pronoun can stand for a name."""
    if _MANY.fullmatch(name):
        return pronoun == "they"
    if pronoun == "he":
        return not _HERS.match(name)
    return pronoun == "they" or not _HIS.match(name)


def _is_deed(verb: str, words: str, *, by_person: bool, agreed: bool) -> bool:
    """Whether a verb is something to be done; what was agreed to is, unless excluded."""
    if verb == "have":
        return _HAVE_DONE.match(words) is not None
    if verb == "see" and not re.match(r"see\s+(?:to|about|if|whether|that)\b", words):
        return False
    if verb in _NOT_DONE or _NO_OBJECT.match(words):
        return False
    if agreed or (by_person and verb in _NOT_WILLED):
        return True
    return verb not in _NOT_WILLED and (verb in VERBS or verb.startswith("re"))
