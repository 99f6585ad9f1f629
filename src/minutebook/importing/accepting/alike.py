"""Concerns that look like one that was raised before."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from minutebook.importing.drafting.places import words_of
from minutebook.records import Concern

_NEAR = 0.85
_SHARED = 0.75
_FEWEST_WORDS = 2
_SMALL = frozenset("a an and for from in of on or the to with".split())


def raised_before(concern: Concern, known: Iterable[Concern]) -> Concern | None:
    """Find the concern of a book that a new one looks most like, if it looks like any."""
    scored = [(_likeness(concern, other), other) for other in known]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] > 0 else None


def _likeness(new: Concern, old: Concern) -> float:
    """Tell how much titles and labels are alike; 0 if that is not enough."""
    mine = _names(new)
    return max((_alike(a, b) for a in mine for b in _names(old)), default=0.0)


def _names(concern: Concern) -> set[str]:
    labels = (raised.label for raised in concern.raised if raised.label)
    return {" ".join(words_of(name)) for name in (concern.title, *labels)}


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    a, b = set(one.split()) - _SMALL, set(other.split()) - _SMALL
    shared = len(a & b) / max(1, len(a | b))
    many = min(len(a), len(b)) >= _FEWEST_WORDS
    return ratio if ratio >= _NEAR or (many and shared >= _SHARED) else 0.0
