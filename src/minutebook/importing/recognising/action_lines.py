"""Actions in running text: behind a mark, or closed by one in brackets.

Action: Ann to book the hall.            ... is too small. ACTION 3: find another.
The hall is to be booked. [ACTION - Ann] Ann to book the hall by 4 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.candidates import (
    Candidate,
    candidate_of,
    is_field,
    is_nothing,
    line_of,
    with_field,
    with_owners,
)
from minutebook.importing.recognising.due import due_within
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.marks import Mark, mark_of, without_id
from minutebook.importing.recognising.names import has_title
from minutebook.importing.recognising.owners import (
    LIKELY,
    POSSIBLE,
    SURE,
    led,
    named_in,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.promise import Promise, only_owners, promise_of
from minutebook.importing.recognising.sentences import sentences_of
from minutebook.importing.recognising.verbs import ROLES

_WORD = r"(?:ACTIONS?|Actions?)(?:\s+[Pp]oints?|\s+[Ii]tems?)?|AP|AI|TO\s?-?DO|To\s?do"
_INSIDE = re.compile(
    rf"(?:(?<=[.!?;:)\]\"”’])\s+|\s+[-–—|]\s+|\n)(?=(?:{_WORD})\b)|\s+(?=(?:→|➔|>>|->|=>)\s*\S)"
)
_BRACKET = re.compile(
    rf"[\[(]\s*(?P<word>{_WORD})\b\s*(?P<number>[A-Z]?\d[\d.\-/]*)?\s*"
    r"(?P<stop>[:–—-]|by\b|for\b|on\b)?\s*"
    r"(?P<rest>[^\[\]()]*(?:\([^()]*\)[^\[\]()]*)?)[\])]\.?"
)
_NAMED = re.compile(r"Actions?(?:\s+(?:by|for))?\s+(?P<who>[^.:]{1,60})\.?")
_TO_ACTION = re.compile(r"[\[(](?P<who>[^\[\]()]{1,60}?)\s+to\s+action[\])]\.?")
_SHOUTED_END = re.compile(
    r"(?P<before>.*[.!?)\]])\s+(?:ACTION|Action)\s*(?:by|for)?\s+(?P<who>[A-Z][^.:]{0,60})\.?",
    re.DOTALL,
)
_NAMED_FIRST = re.compile(
    r"(?:[A-Z]{2,4}|[A-Z][a-z]?[A-Z])(?:\s*[,/&+]\s*[A-Z]\w+)*\s+(?:[-–—]\s+)?(?!(?:is|was|are"
    r"|has|had|said|can|may|and|in|on|of|for|at)\s)[a-z]+(?<!ed)(?<!s)\s"
    r"|[A-Z]\w+(?:\s*[,/&+]\s*[A-Z]\w+)*\s+[-–—]\s+[a-z]"
)
"""Initials, or names before a dash, and a verb: `EBH answer ethics`, `Lena, KvD - try`."""

_MOST_NAMES = 5
_SOME = 60
"""Signs of a piece by which it is found again in its paragraph."""

_LEANS = re.compile(
    r"(?:this|it|he|she|they|these|that|those|both|also|such)\b", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*;\s*(?:and\s+)?|(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of a paragraph: what was said, or an action with its mark."""

    text: str
    mark: Mark | None = None


def marked_in(blocks: Sequence[Block], known: Known) -> Iterator[Candidate]:
    """Find the actions in running text that have a mark."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is not Kind.ROW:
            found = list(_in_block(blocks, at, known))
            while found and at + 1 < len(blocks) and _adds(blocks[at + 1]):
                at += 1
                found[-1] = with_field(found[-1], blocks[at].text, known)
            yield from found
        at += 1


def is_marked(text: str, known: Known) -> bool:
    """Whether a text begins with the mark of an action, and one follows."""
    mark = mark_of(text)
    return mark is not None and _is_action(mark, known)


def _adds(block: Block) -> bool:
    return block.kind is not Kind.ROW and is_field(block.text)


def _in_block(blocks: Sequence[Block], at: int, known: Known) -> Iterator[Candidate]:
    block = blocks[at]
    said = _before(blocks, at)
    text = block.text
    if block.marker in {"→", "»", "➢", "➤", "►"}:
        text = f"→ {text}"
    for piece in _pieces(text, known):
        if piece.mark is None:
            line = line_of(block, piece.text[:_SOME])
            rest, found = _closed(piece.text, said, line, known)
            yield from found
            said = rest or said
            continue
        line = line_of(block, piece.text[:_SOME])
        for entry in _behind(piece.mark, said, blocks, at, known):
            yield replace(entry, line=line)
        said = ""


def _before(blocks: Sequence[Block], at: int) -> str:
    """Give the paragraph above, which an action by name alone speaks of."""
    above = blocks[at - 1] if at else None
    if above is None or above.kind is Kind.ROW or mark_of(above.text):
        return ""
    return above.text


def _pieces(text: str, known: Known) -> Iterator[_Piece]:
    """Cut a paragraph before each mark."""
    starts = [0, *(found.end() for found in _INSIDE.finditer(text))]
    pieces: list[_Piece] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].strip(" |\n")
        mark = _mark(part, known) if part else None
        if mark and _is_action(mark, known):
            pieces.append(_Piece(text=part, mark=mark))
        elif pieces and pieces[-1].mark is None:
            pieces[-1] = _Piece(text=f"{pieces[-1].text} {part}")
        elif part:
            pieces.append(_Piece(text=part))
    yield from pieces


def _mark(text: str, known: Known) -> Mark | None:
    """Read a mark with a stop, or one that a name alone follows: `Action Mrs Lovell`."""
    found = mark_of(text)
    alone = _NAMED.fullmatch(text) if found is None else None
    if alone and _is_somebody(alone["who"], known):
        return Mark(rest=alone["who"])
    return found


def _is_action(mark: Mark, known: Known) -> bool:
    """Whether something to be done follows a mark that may also mean something else."""
    if mark.is_sure:
        return True
    if led(mark.rest, known) or only_owners(mark.rest, known):
        return True
    if mark.is_bulleted and _NAMED_FIRST.match(mark.rest):
        return True
    promise = promise_of(mark.rest, known, at_least=LIKELY)
    return bool(promise.owners) or starts_with_verb(promise.text)


def _behind(
    mark: Mark, said: str, blocks: Sequence[Block], at: int, known: Known
) -> Iterator[Candidate]:
    """Read the actions behind a mark."""
    line = blocks[at].line
    confidence = Confidence.MEDIUM if mark.is_arrow else Confidence.HIGH
    owners, level = named_in(mark.who, known)
    alone = only_owners(mark.rest, known)
    if alone or is_nothing(mark.rest):
        named = alone or Promise(text="", owners=owners, level=level)
        if named.owners and said:
            yield _owned(closing(said), known, line, named, sure=not mark.is_arrow)
        return
    for words in _each(mark, blocks, at, known):
        bracket = _BRACKET.search(words)
        bare = words[: bracket.start()] if bracket and not bracket["number"] else words
        found = candidate_of(
            bare, known, line=line, confidence=confidence, at_least=POSSIBLE
        )
        if bracket and bare is not words:
            found = with_owners(found, *owners_of(bracket["rest"], known))
        yield with_owners(found, owners, level)


def _owned(
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


def _each(mark: Mark, blocks: Sequence[Block], at: int, known: Known) -> list[str]:
    """Give each action behind one mark: `Actions: Ann to ...; Bob to ...` has two."""
    rest = mark.rest
    if rest.endswith(":"):
        items = _items_below(blocks, at)
        if items:
            return [f"{rest} {'; '.join(items)}"]
    parts = [part for part in _SPLIT.split(rest) if part]
    if len(parts) > 1 and all(_stands_alone(part, known) for part in parts):
        several = mark.is_plural or ";" in rest
        return parts if several else [rest]
    return [rest]


def _stands_alone(text: str, known: Known) -> bool:
    sentence = led(text, known)
    return sentence is not None or bool(promise_of(text, known, at_least=LIKELY).owners)


def _items_below(blocks: Sequence[Block], at: int) -> list[str]:
    found: list[str] = []
    for block in blocks[at + 1 :]:
        if block.kind is not Kind.ITEM or mark_of(block.text):
            break
        found.append(block.text.rstrip(".;"))
    return found


def _closed(text: str, said: str, line: int, known: Known) -> tuple[str, list[Candidate]]:
    """Read the actions that brackets close; give what is left behind the last."""
    found: list[Candidate] = []
    start = 0
    for bracket in sorted(
        [*_BRACKET.finditer(text), *_TO_ACTION.finditer(text)], key=lambda m: m.start()
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
        if alone and _is_somebody(ending["who"], known):
            found.append(_owned(closing(ending["before"]), known, line, alone))
    return rest, found


def _is_in_passing(inner: Mapping[str, str | None], who: str, known: Known) -> bool:
    """Whether a bracket only happens to begin with the word: `(Action Aid shop)`."""
    word = inner.get("word") or "ACTION"
    plain = bool(who) and not inner.get("stop") and not word.isupper()
    return plain and not _is_somebody(who, known)


def _is_somebody(who: str, known: Known) -> bool:
    """Whether a text that no stop sets off is certainly whom an action is for."""
    alone = only_owners(who, known)
    if alone is None or alone.due:
        return False
    if alone.level >= SURE or re.match(r"[A-Z]{2,3}\b(?!\s[a-z])", who):
        return True
    return (
        has_title(who)
        or re.fullmatch(rf"(?:the\s+)?(?:{ROLES})", who, re.IGNORECASE) is not None
    )


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
        _owned(words, known, line, alone)
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
