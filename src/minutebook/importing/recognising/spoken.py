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
from minutebook.importing.recognising.owners import LIKELY, POSSIBLE, SURE, led
from minutebook.importing.recognising.promise import Promise
from minutebook.importing.recognising.promising import promise_in, subject_of
from minutebook.importing.recognising.sentences import sentences_of
from minutebook.importing.recognising.verbs import VERBS

_LONGEST_ORDER = 500
_LAST_CLAUSE = re.compile(r".*[^\s,;][,;]\s+(?=[^\W\d_a-z][\w.'’-]*\s)", re.DOTALL)
"""What stands before the last thing a sentence says: `It leaks, TH to ring them`."""


def led_in(blocks: Sequence[Block], known: Known) -> Iterator[Candidate]:
    """Find sentences that are an action by their form: `Ann to book the hall.`.

    Such a sentence has no other verb, so nothing else can be meant by it.
    """
    for block in blocks:
        if block.kind is Kind.ROW or len(block.text) > 10 * _LONGEST_ORDER:
            continue
        for sentence in sentences_of(block.text):
            order = _order_in(sentence, known)
            if order:
                number, _ = without_id(order)
                yield candidate_of(
                    order,
                    known,
                    line=line_of(block, order),
                    confidence=Confidence.HIGH if number else Confidence.MEDIUM,
                    at_least=POSSIBLE,
                )


def _order_in(sentence: str, known: Known) -> str:
    """Give the order that a sentence is, or ends with; nothing, if it has none."""
    if is_order(without_id(sentence)[1], known):
        return sentence
    before = _LAST_CLAUSE.match(sentence[:_LONGEST_ORDER])
    clause = sentence[before.end() :] if before else ""
    found = led(clause, known) if clause else None
    if found and found.verb in VERBS and is_order(clause, known):
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
                    confidence=Confidence.LOW,
                    words=found.text,
                )
