"""Items below a subject like any other, each with its owner at the end.

KITCHEN
The dishwasher has been mended.
- put the oven rota back up (Maureen)
- price another one (Tom, before half term)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.actions.asides import only_owners
from minutebook.importing.recognising.actions.candidates import Candidate, candidate_of
from minutebook.importing.recognising.actions.marks import mark_of, without_box
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    POSSIBLE,
    SURE,
    led,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import sentences_of

_OWNED = re.compile(
    r"(?P<what>\S.{4,300}?)\s*(?:[(\[](?P<boxed>[^()\[\]]{1,60})[)\]]|(?:\s[-–—]+|→)\s*(?P<bare>[^()\[\]–—-]{1,60}))\.?"
)
_NAMES_A_SUBJECT = re.compile(
    r"[\w-]+\s+(?:of|from|on|by|about|with|in|and)\b|(?:visit|report|update|review|talk|call|work"
    r"|welcome|letter|feedback|present)s?\s+to\b",
    re.IGNORECASE,
)
"""A verb that is a noun here: `Report of the treasurer (Ann)`, `Visit to the museum`."""

_HANDLE = re.compile(r"@[\w.-]+[:,]?\s+[a-z]")
_TELLS = re.compile(
    r"\b(?:is|was|were|are|has|had|have|said|says|will|would|can|could)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedItem:
    """An item that ends with a name, and how surely it is to be done."""

    candidate: Candidate
    is_order: bool
    level: int


def owned_in(blocks: Sequence[Block], known: Known) -> Iterator[OwnedItem]:
    """Find such items in a section; those that are no order stand beside one."""
    for is_item, group in groupby(blocks, key=lambda block: block.kind is Kind.ITEM):
        run = list(group)
        if not is_item:
            continue
        found = [_owned(block, known) for block in run]
        kept = [one for one in found if one]
        ordered = len(kept) == len(run) and any(one.is_order for one in kept)
        yield from (one for one in kept if ordered or one.is_order)


def surely_owned(items: Sequence[OwnedItem]) -> Iterator[Candidate]:
    """Give the items of a document that are actions.

    A word that nobody knows for a name counts where other items end with names.
    """
    sure = sum(item.level >= LIKELY for item in items)
    for item in items:
        if item.level >= LIKELY or sure > 1:
            yield item.candidate


def _owned(block: Block, known: Known) -> OwnedItem | None:
    box, text = without_box(block.text)
    if box and (led(text, known) or starts_with_verb(text) or _HANDLE.match(text)):
        candidate = candidate_of(
            block.text, known, line=block.line, confidence=Confidence.MEDIUM
        )
        return OwnedItem(candidate=candidate, is_order=True, level=SURE)
    found = _OWNED.fullmatch(block.text)
    if not found or mark_of(block.text):
        return None
    what = found["what"]
    aside = only_owners(found["boxed"] or found["bare"], known, at_least=POSSIBLE)
    if not aside or (found["bare"] and aside.level < SURE):
        return None
    if len(sentences_of(what)) > 1 or what.endswith(":"):
        return None
    order = starts_with_verb(what) and not _NAMES_A_SUBJECT.match(what)
    names = owners_of(what, known)[1] >= LIKELY
    if not order and (found["bare"] or names or _TELLS.search(what) or "," in what):
        return None
    candidate = candidate_of(
        block.text,
        known,
        line=block.line,
        confidence=Confidence.MEDIUM,
        at_least=POSSIBLE,
    )
    return OwnedItem(candidate=candidate, is_order=order, level=aside.level)
