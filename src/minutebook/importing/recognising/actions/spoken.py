"""Actions that only a sentence tells: `Ann agreed to ...`, `Ann to book the hall.`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.actions.asides import Promise, only_owners
from minutebook.importing.recognising.actions.candidates import (
    Candidate,
    candidate_of,
    line_of,
)
from minutebook.importing.recognising.actions.due import due_within
from minutebook.importing.recognising.actions.marks import mark_of, without_id
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    POSSIBLE,
    SURE,
    led,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.promising import promise_in, subject_of
from minutebook.importing.recognising.actions.verbs import ROLES, VERBS
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import sentences_of

_LONGEST_ORDER = 500
_INITIALS = re.compile(
    r"(?P<words>[^()]*?)\s*[(\[](?P<who>[A-Z]{2,4}(?:\s*[/,&+]\s*[A-Z]{2,4}){0,5})[)\]]\.?"
)
_BARE_INITIALS = re.compile(r"(?P<who>[A-Z]{2,3}(?:\s*[/,&+]\s*[A-Z]{2,3}){0,5})\.?")
_TO_BE = re.compile(r"\bto\s+be\s+[a-z-]+\b|\b(?:must|needs?\s+to)\b", re.IGNORECASE)
_ASKS = re.compile(
    rf"{_TO_BE.pattern}|\b(?:agreed|resolved|decided)\s+(?:to|that)\b|\bshould\b",
    re.IGNORECASE,
)
_ENDS_WITH_OFFICE = re.compile(
    rf"\b(?:[A-Z][a-z]+|(?:to|by|from|with|of)(?:\s+the)?\s+(?:{ROLES}))$"
)
"""Whose initials a bracket only explains: `to be sent to the treasurer (KO)`."""

_IN_BRACKETS = re.compile(r"[^()]+\((?P<words>[^()]{5,200})\)\.?")
_HAVE_A = re.compile(
    r"\sto\s+have\s+an?(?:other)?\s+(?:\w+\s+)?(?:word|chat|look|think|conversation|talk"
    r"|discussion|go|try)\b"
)
_LAST_CLAUSE = re.compile(
    r".*[^\s,;](?:[,;]|\s[-–—])\s+(?:(?:so|and|but)\s+)?(?=[^\W\d_a-z][\w.'’-]*\s)",
    re.DOTALL,
)
"""What stands before the last thing a sentence says: `It leaks, TH to ring them`."""


def led_in(blocks: Sequence[Block], known: Known) -> Iterator[Candidate]:
    """Find sentences that are an action by their form: `Ann to book the hall.`.

    Such a sentence has no other verb, so nothing else can be meant by it.
    """
    for block in blocks:
        if block.kind is Kind.ROW or len(block.text) > 10 * _LONGEST_ORDER:
            continue
        said = ""
        for sentence in sentences_of(block.text):
            found = _initialled(sentence, said, known) or _ordered(sentence, known)
            said = sentence
            if found:
                yield replace(found, line=line_of(block, found.words))


def _ordered(sentence: str, known: Known) -> Candidate | None:
    """Read an order; a sentence that only ends with one stays whole, a note does not."""
    order = _order_in(sentence, known)
    if not order:
        return None
    number, _ = without_id(order)
    found = candidate_of(
        order,
        known,
        line=0,
        confidence=Confidence.HIGH if number else Confidence.MEDIUM,
        at_least=POSSIBLE,
    )
    if order == sentence or not sentence.endswith((".", "!")):
        return found
    return replace(found, words=sentence, promise=replace(found.promise, text=sentence))


def _initialled(sentence: str, said: str, known: Known) -> Candidate | None:
    """Read `It was agreed to pay the bill. (KO)`: those whom a list explains act."""
    near = sentence[:_LONGEST_ORDER]
    bare = _BARE_INITIALS.fullmatch(near)
    found = None if bare else _INITIALS.fullmatch(near)
    who = bare["who"] if bare else found["who"] if found else ""
    before = found["words"].strip() if found else ""
    words = before or said
    alone = only_owners(who, known) if who else None
    if not alone or not all(one in known.initials for one in re.findall(r"[A-Z]+", who)):
        return None
    if led(words, known) or mark_of(words) or _ENDS_WITH_OFFICE.search(words):
        return None
    asks = _TO_BE if before else _ASKS
    if not (asks.search(words) or starts_with_verb(words)):
        return None
    return Candidate(
        promise=replace(alone, text=words, due=alone.due or due_within(words, known)),
        line=0,
        confidence=Confidence.MEDIUM,
        words=words,
    )


def _order_in(sentence: str, known: Known) -> str:
    """Give the order that a sentence is, or ends with; nothing, if it has none."""
    if is_order(without_id(sentence)[1], known):
        return sentence
    near = sentence[:_LONGEST_ORDER]
    boxed = _IN_BRACKETS.fullmatch(near)
    before = None if boxed else _LAST_CLAUSE.match(near)
    clause = boxed["words"] if boxed else sentence[before.end() :] if before else ""
    found = led(clause, known) if clause else None
    if (
        found
        and (found.verb in VERBS or _HAVE_A.search(clause))
        and is_order(clause, known)
    ):
        initials = all(word.isupper() for word in clause.split(" to ")[0].split())
        return clause if found.level >= SURE or initials else ""
    return ""


def is_order(sentence: str, known: Known) -> bool:
    """Whether a sentence gives somebody something to do, and says nothing else."""
    found = led(sentence, known)
    if found is None or len(sentence) > _LONGEST_ORDER or sentence.endswith(("?", ":")):
        return False
    if found.by != "to" or mark_of(sentence):
        return False
    if found.verb in {"note", "be", "have"} and not _HAVE_A.search(sentence):
        return False
    sure = found.level >= SURE or (found.level >= LIKELY and found.verb in VERBS)
    return sure or (found.verb in VERBS - {"do"} and found.level >= POSSIBLE)


def promised_in(
    blocks: Sequence[Block], known: Known, *, marked: bool
) -> Iterator[Candidate]:
    """Find sentences that tell of a promise.

    Where others are `marked`, what an organisation will do is talk.
    """
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.kind is Kind.ROW:
            continue
        named = ""
        for sentence in sentences_of(block.text):
            found = promise_in(sentence, known, marked=marked, named=named)
            named = subject_of(sentence, known) or named
            if found:
                yield Candidate(
                    promise=Promise(
                        text=found.text,
                        owners=found.owners,
                        level=LIKELY,
                        due=due_within(found.text, known),
                    ),
                    line=line_of(block, found.text),
                    end=_end(block, after),
                    confidence=Confidence.LOW,
                    words=found.text,
                )


def _end(block: Block, after: Block | None) -> int:
    """Tell where a paragraph ends; before a new page, with the head and foot between."""
    if after is None or after.page == block.page:
        return block.end
    return max(block.end, after.line - 1)
