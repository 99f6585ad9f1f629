"""Hard wraps: which line of a text goes on in the next.

A program that wraps breaks a line where its next word would not have fitted. So a break
is a wrap if the word after it would have made the line longer than the lines of the text
are, and a line of its own if the word would have fitted. How long the lines of a text are
is told by those that were certainly wrapped: the next begins in the midst of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 40, 160
"""Nobody wraps lines shorter or longer than these."""

_NEAR = 12
_OPEN_END = re.compile(r"[^\s.:;!?•]$")
_NEEDS_MORE = re.compile(
    r"(?:\b(?:a|an|and|as|at|be|by|for|from|in|is|of|on|or|than|that|the|their|to|was|were"
    r"|with|will)|,)$"
)
"""No line of its own ends so."""


_DAY_AT_END = re.compile(
    r"\d(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*,?$"
)
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d\d\b")


def width_of(lines: Sequence[str]) -> int:
    """Give the width a text was wrapped at, or 0 if nothing says that it was."""
    lengths = sorted(
        len(before.rstrip())
        for before, after in pairwise(lines)
        if _NARROWEST <= len(before.rstrip()) <= _WIDEST and _mid_sentence(before, after)
    )
    near = [b for a, b in pairwise(lengths) if b - a <= _NEAR]
    return max(near, default=lengths[-1] if lengths else 0)


def goes_on(before: str, after: str, width: int) -> bool:
    """Whether the second line is the rest of the first, in a text of that width."""
    before = before.rstrip()
    words = after.split(maxsplit=1)
    if not before or not words or len(before) < _NARROWEST:
        return False
    if _DAY_AT_END.search(before) and _YEAR_FIRST.match(after):
        return True
    full = bool(width) and len(before) <= width < len(before) + 1 + len(words[0])
    needs_more = _NEEDS_MORE.search(before) is not None
    return full or needs_more or _mid_sentence(before, after)


def _mid_sentence(before: str, after: str) -> bool:
    """Whether a sentence obviously stands on both lines."""
    before, after = before.rstrip(), after.lstrip()
    goes_far = " " in after or after.endswith(".")
    return bool(_OPEN_END.search(before) and after[:1].islower() and goes_far)
