"""Motions with those who moved and seconded them, and how the vote went.

Motion: that the fee be ten pounds. Proposed: A, seconded: B. Carried 7-2
Moved by Ann, seconded by Bob, to buy a mower. Motion lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.document import Block, Kind

_MOTION = re.compile(
    r"(?:the\s+)?(?:motion|proposal|amendment)(?:\s+(?:no\.?\s*)?[A-Z]?\d{1,4})?\s*(?:[:–—]|\s-|-(?=\s))\s*"
    r"(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_MOTION_ALONE = re.compile(
    r"(?:motion|proposal|amendment)(?:\s+(?:no\.?\s*)?[A-Z]?\d{1,4})?\s*:?", re.IGNORECASE
)
_MOVED = re.compile(
    r"(?:it\s+was\s+)?(?:moved|proposed)(?:\s+by)?\s+[^.]{1,80}?(?:,|\band\b)?\s*(?:and\s+)?seconded\b"
    r"|[^.]{1,60}\b(?:moved|proposed)\b[^.]{0,200}\bseconded\b|motion\s+(?:by|to|that|from)\b"
    r"|[A-Z][^.]{1,40}\s+moved\s+(?:that|to)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:carried|passed|lost|defeated|withdrawn|rejected|fell|falls|unanimous(?:ly)?|nem\.?\s*con"
    r"|all\s+in\s+favou?r|in\s+favou?r|votes?|tied|approved|agreed|not\s+carried|fails?|failed|tabled"
    r"|adopted|deferred|\d+\s+for|for\s*[:–-]?\s*\d+)\b",
    re.IGNORECASE,
)
_VOTE_LINE = re.compile(
    r"[(\[]?(?:proposed|moved|proposer|mover|seconded|seconder|prop|sec|vote|votes|voting|for|against"
    r"|abst(?:ain(?:ed|ing)?|entions?)|carried|passed|lost|defeated|withdrawn|rejected|result|outcome"
    r"|unanimous(?:ly)?|in\s+favou?r|all\s+in\s+favou?r|nem|agreed|(?:the\s+)?(?:motion|amendment|proposal)"
    r"\s+(?:was|is|were|fell|failed|passed|carried|lost|withdrawn|defeated|unanimously))\b.{0,240}",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_NAMES = re.compile(
    r"(?:proposed|moved|seconded)\s*(?:by)?\s*[:–-]?\s*.*", re.IGNORECASE
)
_MOST_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion in the words of the minutes, its vote included."""

    text: str
    taken: int
    """How many blocks it stands on."""


def motion_at(blocks: Sequence[Block], at: int, *, is_heading: bool) -> Motion | None:
    """Read the motion that begins at a block, with the lines of its vote."""
    block = blocks[at]
    marked = _MOTION.fullmatch(block.text)
    alone = _MOTION_ALONE.fullmatch(block.text)
    moved = None if is_heading else _MOVED.match(block.text)
    if not (marked or moved or alone) or block.text[:1] in '"“‘':
        return None
    words = [marked["rest"] if marked else "" if alone else block.text]
    taken = 1
    if alone:
        if at + 1 >= len(blocks) or blocks[at + 1].kind is Kind.ROW:
            return None
        words = [blocks[at + 1].text]
        taken = 2
    voted = _OUTCOME.search(words[0]) is not None and not alone
    for after in blocks[at + taken : at + _MOST_LINES]:
        if not _VOTE_LINE.fullmatch(after.text):
            break
        words.append(after.text)
        voted = voted or _OUTCOME.search(after.text) is not None
        taken += 1
    named = any(_ONLY_NAMES.match(line) for line in words[1:])
    if not voted and not named and not (moved and marked is None):
        return None if not marked else Motion(text=words[0], taken=1)
    return Motion(text=_sentences(words), taken=taken)


def _sentences(words: Sequence[str]) -> str:
    """Put lines together, each a sentence of its own."""
    stopped = [
        line if line.endswith((".", "!", "?", ";", ",")) else f"{line}."
        for line in words[:-1]
    ]
    return " ".join([*stopped, words[-1]]).strip()
