"""Actions in running text: behind a mark, or closed by one in brackets.

Action: Ann to book the hall.            ... is too small. ACTION 3: find another.
The hall is to be booked. [ACTION - Ann] Ann to book the hall by 4 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.actions.asides import Promise, only_owners
from minutebook.importing.recognising.actions.brackets import (
    BRACKET,
    closed,
    closing,
    owned,
)
from minutebook.importing.recognising.actions.candidates import (
    Candidate,
    candidate_of,
    is_field,
    is_nothing,
    line_of,
    with_field,
    with_owners,
)
from minutebook.importing.recognising.actions.marks import Mark, mark_of
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    POSSIBLE,
    SURE,
    led,
    named_in,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.pieces import pieces_of
from minutebook.importing.recognising.actions.promise import promise_of
from minutebook.importing.recognising.known import Known

_SOME = 60
"""Signs of a piece by which it is found again in its paragraph."""

_INITIALS = re.compile(r"[(\[]?[A-Z]{2,3}(?:\s*[/,&+]\s*[A-Z]{2,3}){0,5}[)\]]?")
_ASKS = re.compile(r"\b(?:should|must|shall|will|to\s+be|needs?\s+to)\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*;\s*(?:and\s+)?|(?<=[.!?])\s+")


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


def _adds(block: Block) -> bool:
    return block.kind is not Kind.ROW and is_field(block.text)


def _in_block(blocks: Sequence[Block], at: int, known: Known) -> Iterator[Candidate]:
    block = blocks[at]
    said = _before(blocks, at)
    text = block.text
    if block.marker in {"→", "»", "➢", "➤", "►"}:
        text = f"→ {text}"
    for piece in pieces_of(text, known):
        if piece.mark is None:
            line = line_of(block, piece.text[:_SOME])
            if said and _INITIALS.fullmatch(piece.text):
                yield from _of_initials(piece.text, said, line, known)
                continue
            rest, found = closed(piece.text, said, line, known)
            yield from found
            said = rest or said
            continue
        line = line_of(block, piece.text[:_SOME])
        for entry in _behind(piece.mark, said, blocks, at, known):
            yield replace(entry, line=line)
        said = ""


def _of_initials(text: str, said: str, line: int, known: Known) -> Iterator[Candidate]:
    """Read initials alone on a line, where the sentence above says what must be done."""
    alone = only_owners(text, known)
    sentence = closing(said)
    asks = _ASKS.search(sentence) is not None or starts_with_verb(sentence)
    if alone and alone.level >= SURE and asks:
        yield owned(sentence, known, line, alone, sure=False)


def _before(blocks: Sequence[Block], at: int) -> str:
    """Give the paragraph above, which an action by name alone speaks of."""
    above = blocks[at - 1] if at else None
    if above is None or above.kind is Kind.ROW or mark_of(above.text):
        return ""
    return above.text


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
            yield owned(closing(said), known, line, named, sure=not mark.is_arrow)
        return
    for words in _each(mark, blocks, at, known):
        bracket = BRACKET.search(words)
        bare = words[: bracket.start()] if bracket and not bracket["number"] else words
        found = candidate_of(
            bare, known, line=line, confidence=confidence, at_least=POSSIBLE
        )
        if bracket and bare is not words:
            found = with_owners(found, *owners_of(bracket["rest"], known))
        yield with_owners(found, owners, level)


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
