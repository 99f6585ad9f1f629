"""Actions that only a sentence tells: `Ann agreed to ...`, `Ann to book the hall.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.candidates import (
    Candidate,
    candidate_of,
    line_of,
)
from minutebook.importing.recognising.due import due_within
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.marks import mark_of, without_id
from minutebook.importing.recognising.owners import (
    LIKELY,
    POSSIBLE,
    SURE,
    led,
    names_one,
    owners_of,
)
from minutebook.importing.recognising.promise import Promise
from minutebook.importing.recognising.sentences import sentences_of
from minutebook.importing.recognising.verbs import VERBS

_PROMISED = re.compile(
    r"(?P<who>[^,;:.]{1,60}?(?:\([^()]{1,60}\))?)\s+(?:(?:has|have|had|then|also|kindly|both)\s+)*"
    r"(?:agreed|undertook|undertaken|offered|volunteered|promised"
    r"|(?:was|were)\s+(?:asked|tasked|requested|instructed|actioned|to))\s+"
    r"(?:that\s+(?:he|she|they)\s+would\s+|to\s+)?(?:also\s+)?(?P<verb>[a-z][\w-]*)"
)
_WILL = re.compile(
    r"(?P<who>[^,;:.]{1,60}?(?:\([^()]{1,60}\))?)\s+(?:will|would|shall|is\s+going\s+to"
    r"|said\s+(?:that\s+)?(?:he|she|they)(?:['’]d|['’]ll|\s+would|\s+will))\s+(?:also\s+|then\s+)?"
    r"(?P<verb>[a-z][\w-]*)"
)
_BEFORE_NAME = re.compile(
    r"^(?:it\s+was\s+(?:agreed|noted|suggested|proposed)\s+that\s+|(?:so|therefore|also|then)\s+)",
    re.IGNORECASE,
)
_NOT_DONE = frozenset(
    "be have note become remain continue need not receive accept approve agree support"
    " chair like see start begin welcome do disagree defer step serve act stand cost open"
    " close run meet leave come go move hold".split()
)
"""What people agree to, or will, and is none of their tasks afterwards."""

_NOBODY = re.compile(
    r"(?:.*\s)?(?:all|everyone|everybody|both|group|committee|board|team|members?|trustees"
    r"|directors|governors|attendees|participants|forum|panel|meeting|project|service|programme"
    r"|event|staff|volunteers|residents|others|providers|organisations|partners|parents"
    r"|representatives)",
    re.IGNORECASE,
)
"""Who agrees to something in minutes without having to do it."""

_QUOTED = re.compile(r"^[\"“‘']|[\"“][^\"”]*$")
_LONGEST_ORDER = 500


def led_in(blocks: Sequence[Block], known: Known) -> Iterator[Candidate]:
    """Find sentences that are an action by their form: `Ann to book the hall.`.

    Such a sentence has no other verb, so nothing else can be meant by it.
    """
    for block in blocks:
        if block.kind is Kind.ROW or len(block.text) > 10 * _LONGEST_ORDER:
            continue
        for sentence in sentences_of(block.text):
            number, bare = without_id(sentence)
            if is_order(bare, known):
                yield candidate_of(
                    sentence,
                    known,
                    line=line_of(block, sentence),
                    confidence=Confidence.HIGH if number else Confidence.MEDIUM,
                    at_least=POSSIBLE,
                )


def is_order(sentence: str, known: Known) -> bool:
    """Whether a sentence gives somebody something to do, and says nothing else."""
    found = led(sentence, known)
    if found is None or len(sentence) > _LONGEST_ORDER or sentence.endswith(("?", ":")):
        return False
    if found.by != "to" or mark_of(sentence):
        return False
    if found.verb in {"note", "be", "have"}:
        return False
    sure = found.level >= SURE or (found.level >= LIKELY and found.verb in VERBS)
    return sure or (found.verb in VERBS - {"do"} and found.level >= POSSIBLE)


def promised_in(
    blocks: Sequence[Block], known: Known, *, marked: bool
) -> Iterator[Candidate]:
    """Find sentences that tell of a promise.

    Where others are `marked`, what an organisation will do is talk.
    """
    for block in blocks:
        if block.kind is Kind.ROW:
            continue
        for sentence in sentences_of(block.text):
            owners = promiser(sentence, known, marked=marked)
            if owners:
                yield Candidate(
                    promise=Promise(
                        text=sentence,
                        owners=owners,
                        level=LIKELY,
                        due=due_within(sentence, known),
                    ),
                    line=line_of(block, sentence),
                    confidence=Confidence.LOW,
                    words=sentence,
                )


def promiser(sentence: str, known: Known, *, marked: bool) -> tuple[str, ...]:
    """Tell who promises something in a sentence; nobody, if it is no promise."""
    if _QUOTED.search(sentence) or sentence.endswith("?"):
        return ()
    bare = _BEFORE_NAME.sub("", sentence, count=1)
    said = _PROMISED.match(bare)
    found = said or _WILL.match(bare)
    if not found or not _is_deed(found["verb"]):
        return ()
    who = found["who"]
    talk = marked and known.is_organisation(who)
    if not said and (talk or not names_one(who, known)):
        return ()
    owners, level = owners_of(who, known)
    nobody = any(_NOBODY.fullmatch(owner) for owner in owners)
    return () if nobody or level < (POSSIBLE if said else LIKELY) else owners


def _is_deed(verb: str) -> bool:
    return verb not in _NOT_DONE and (verb in VERBS or verb.startswith("re"))
