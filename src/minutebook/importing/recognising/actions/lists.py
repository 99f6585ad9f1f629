"""Lists below a heading of actions: items, paragraphs, groups below a name.

Actions                     ACTIONS                     Actions
1. Book the hall (JS)       Ann Shaw                    Ann to book the hall.
2. Ask the school - Tom     - book the hall
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.actions.candidates import (
    Candidate,
    candidate_of,
    is_field,
    is_nothing,
    with_field,
    with_owners,
)
from minutebook.importing.recognising.actions.lines import marked_in
from minutebook.importing.recognising.actions.marked import is_marked
from minutebook.importing.recognising.actions.marks import without_box, without_id
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    POSSIBLE,
    led,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.promise import promise_of
from minutebook.importing.recognising.actions.promising import promiser
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import role_of_title

_CLOSING = re.compile(
    r"(?:the\s+)?(?:meeting|chair(?:man)?)\s+(?:was\s+)?(?:closed|ended|finished|adjourned|thanked)\b.*"
    r"|(?:date|time|venue)\s+(?:and\s+time\s+)?of\s+(?:the\s+)?next\b.*|(?:the\s+)?next\s+meeting\b.*"
    r"|minutes?\s+(?:taken|recorded|prepared|written)\s+by\b.*|signed\b.*|there\s+being\s+no\b.*"
    r"|(?:meeting\s+)?closed?\s+(?:at\s+)?\d.*|(?:any\s+other\s+business|aob)\b.*|distribution\s*:.*"
    r"|the\s+following\b.*:?|(?:these|below)\s+(?:are|were)\s+the\b.*|.*\bas\s+follows:?"
    r"|(?:please\s+)?note\s*:.*|the\s+(?:actions?|action\s+points?)\b.*|page\s+\d+.*|apologies\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(
    r"(?:action|action\s+point|to\s?do|action\s+required)s?\s*\d*", re.IGNORECASE
)


def listed_in(section: Section, known: Known, listing: int) -> Iterator[Candidate]:
    """Find the actions below a heading that announces them."""
    blocks = [block for block in section.blocks if block.kind is not Kind.ROW]
    owners, level = _named(section.title, known) if section.heading else ((), 0)
    items = any(block.kind is Kind.ITEM for block in blocks)
    found: list[Candidate] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        below = _below(blocks, at)
        if found and is_field(block.text):
            found[-1] = with_field(found[-1], block.text, known)
        elif is_marked(block.text, known):
            marked = [*marked_in(blocks[at : at + 1], known)]
            found.extend(replace(entry, listing=listing) for entry in marked)
        elif _groups(block, known):
            owners, level = owners_of(block.text.rstrip(": "), known)
        elif _counts(block, section, blocks, known, items=items):
            entries, taken = _entries(block, below, known, listing)
            found.extend(with_owners(entry, owners, level) for entry in entries)
            at += taken
        at += 1
    yield from found


def _named(text: str, known: Known) -> tuple[tuple[str, ...], int]:
    """Read a line that names whose actions stand below it."""
    if role_of_title(text) is not None:
        return (), 0
    owners, level = owners_of(text.rstrip(": "), known)
    return (owners, level) if level >= LIKELY else ((), 0)


def _groups(block: Block, known: Known) -> bool:
    name = block.text.rstrip(": ")
    owners, level = owners_of(name, known)
    return (bool(owners) and level >= LIKELY) or (
        bool(owners) and block.text.rstrip().endswith(":")
    )


def _below(blocks: Sequence[Block], at: int) -> list[Block]:
    """Give the items that stand deeper below an item, or below a line with a colon."""
    block = blocks[at]
    found: list[Block] = []
    for after in blocks[at + 1 :]:
        deeper = (
            after.level > block.level
            if block.kind is Kind.ITEM
            else (block.text.endswith(":"))
        )
        if after.kind is not Kind.ITEM or not deeper:
            break
        found.append(after)
    return found


def _entries(
    block: Block, below: Sequence[Block], known: Known, listing: int
) -> tuple[list[Candidate], int]:
    """Read an item with what stands deeper below it: one action, or one for each."""
    head = candidate_of(block.text, known, line=block.line, listing=listing)
    if not below:
        return [head], 0
    own = [
        candidate_of(sub.text, known, line=sub.line, listing=listing)
        for sub in below
        if not is_nothing(sub.text)
    ]
    if any(entry.promise.owners for entry in own):
        whole = head.promise.owners and not block.text.endswith(":")
        return ([head, *own] if whole else own), len(below)
    if not head.promise.owners and not starts_with_verb(head.promise.text):
        return own, len(below)
    words = "; ".join(sub.text.rstrip(".;,") for sub in below)
    stop = "" if block.text.endswith((":", ".", "-", "–")) else ":"
    joined = candidate_of(
        f"{block.text}{stop} {words}", known, line=block.line, listing=listing
    )
    return [with_owners(joined, head.promise.owners, head.promise.level)], len(below)


def _counts(
    block: Block, section: Section, blocks: Sequence[Block], known: Known, *, items: bool
) -> bool:
    """Whether a block below a heading of actions is one."""
    text = block.text
    if is_nothing(text) or _CLOSING.fullmatch(text):
        return False
    if block.kind is Kind.ITEM:
        return True
    if has_form(text, known):
        return True
    first = not items and block is blocks[0]
    return (
        first
        and not text.endswith(":")
        and (_BARE.fullmatch(section.title.strip()) is not None or starts_with_verb(text))
    )


def has_form(text: str, known: Known) -> bool:
    """Whether a text has the form of an action: an id, a box, an owner, an order."""
    _, bare = without_box(text)
    number, bare = without_id(bare)
    promise = promise_of(bare, known, at_least=LIKELY)
    sentence = led(bare, known)
    return bool(
        number
        or (sentence and sentence.level >= POSSIBLE)
        or (promise.owners and not promiser(bare, known, marked=True))
        or starts_with_verb(bare)
    )
