"""Words that are one of some others, but for how they were typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SHORTEST = 5
"""In a shorter word, one sign makes another word of it: `open`, `over`."""


def same_word(word: str, choices: Iterable[str]) -> str | None:
    """Find the one choice that differs in capitals, accents, spaces or signs alone."""
    bare = _bare(word)
    found = {choice for choice in choices if _bare(choice) == bare}
    return found.pop() if bare and len(found) == 1 else None


def mistyped(word: str, choices: Iterable[str]) -> str | None:
    """Find the one choice of which a word is a typing mistake.

    That is one sign too many, too few or wrong, or two of them in the wrong order. This
    is certain only where there are few words to choose from, and no other can be meant.
    """
    choices = set(choices)
    same = same_word(word, choices)
    bare = _bare(word)
    if same or len(bare) < _SHORTEST:
        return same
    found = {choice for choice in choices if _is_one_off(bare, _bare(choice))}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("&", " and "))
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", plain)


def _is_one_off(one: str, other: str) -> bool:
    """Whether one change makes a word of another."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    changed = one[1:] == other[1:]
    added = one[1:] == other or one == other[1:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return changed or added or swapped
