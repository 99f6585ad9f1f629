"""Actions that a mark in brackets closes, or one at the end of a line.

The hall is to be booked. [ACTION - Ann]     It must be booked. (Ann to action)
The roof leaks. ACTION: ring the roofer [ACTION - hall group: Ann, Tom: ring the roofer]
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.actions.asides import Promise, only_owners
from minutebook.importing.recognising.actions.candidates import (
    Candidate,
    candidate_of,
    is_nothing,
    with_owners,
)
from minutebook.importing.recognising.actions.due import due_within
from minutebook.importing.recognising.actions.marked import is_somebody
from minutebook.importing.recognising.actions.marks import WORD, without_id
from minutebook.importing.recognising.actions.owners import named_in, owners_of
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import sentences_of

BRACKET = re.compile(
    rf"[\[(]\s*(?P<word>{WORD})\b\s*(?P<number>[A-Z]?\d[\d.\-/]*)?\s*"
    r"(?P<stop>[:–—-]|by\b|for\b|on\b)?\s*"
    r"(?P<rest>[^\[\]()]*(?:\([^()]*\)[^\[\]()]*)?)[\])]\.?"
)
_TO_ACTION = re.compile(r"[\[(](?P<who>[^\[\]()]{1,60}?)\s+to\s+action[\])]\.?")
_SHOUTED_END = re.compile(
    r"(?P<before>.*[.!?)\]])\s+(?:ACTION|Action)\s*(?:by|for)?\s+(?P<who>[A-Z][^.:]{0,60})\.?",
    re.DOTALL,
)
_MOST_NAMES = 5
_LEANS = re.compile(
    r"(?:this|it|he|she|they|these|that|those|both|also|such)\b", re.IGNORECASE
)


def closed(text: str, said: str, line: int, known: Known) -> tuple[str, list[Candidate]]:
    """Read the actions that brackets close; give what is left behind the last."""
    found: list[Candidate] = []
    start = 0
    for bracket in sorted(
        [*BRACKET.finditer(text), *_TO_ACTION.finditer(text)], key=lambda m: m.start()
    ):
        before = text[start : bracket.start()].strip()
        start = bracket.end()
        inner = bracket.groupdict()
        who = (inner.get("rest") or inner.get("who") or "").strip(" .:–—-")
        after = text[start:].strip()
        if _is_in_passing(inner, who, known):
            start = 0
            continue
        candidate = _bracketed(who, before or ("" if after else said), after, line, known)
        if candidate:
            found.append(candidate)
        if not before and after:
            return "", found
    rest = text[start:].strip()
    ending = None if found else _SHOUTED_END.fullmatch(rest)
    if ending:
        alone = only_owners(ending["who"], known)
        if alone and is_somebody(ending["who"], known):
            found.append(owned(closing(ending["before"]), known, line, alone))
    return rest, found


def _is_in_passing(inner: Mapping[str, str | None], who: str, known: Known) -> bool:
    """Whether a bracket only happens to begin with the word: `(Action Aid shop)`."""
    word = inner.get("word") or "ACTION"
    if word in known.initials and not who and not inner.get("number"):
        return True
    plain = bool(who) and not inner.get("stop") and not word.isupper()
    return plain and not is_somebody(who, known)


def _bracketed(
    who: str, before: str, after: str, line: int, known: Known
) -> Candidate | None:
    """Read one bracket: it names the owner of a sentence, or is the action itself."""
    words = closing(before) if before else after
    alone = only_owners(who, known)
    if who and not alone and not is_nothing(who):
        owners, level = owners_of(who, known)
        if not before and after and len(who.split()) <= _MOST_NAMES:
            owners, level = named_in(who, known)
            if owners:
                return with_owners(candidate_of(after, known, line=line), owners, level)
        if not owners or " " in who:
            return candidate_of(who, known, line=line)
        alone = Promise(text="", owners=owners, level=level)
    if not words or is_nothing(words):
        return None
    return (
        owned(words, known, line, alone)
        if alone
        else candidate_of(words, known, line=line)
    )


def closing(text: str) -> str:
    """Give the sentence that ends a text, with the one it leans on: `This must ...`."""
    sentences = sentences_of(text)
    if not sentences:
        return ""
    if len(sentences) > 1 and _LEANS.match(sentences[-1]):
        return " ".join(sentences[-2:])
    return sentences[-1]


def owned(
    sentence: str, known: Known, line: int, aside: Promise, *, sure: bool = True
) -> Candidate:
    """Take a sentence for an action of those whom a mark names, whoever it speaks of."""
    _, text = without_id(sentence)
    promise = Promise(
        text=text,
        owners=aside.owners,
        level=aside.level,
        due=aside.due or due_within(text, known),
    )
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return Candidate(promise=promise, line=line, confidence=confidence, words=sentence)
