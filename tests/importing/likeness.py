"""Whether two texts say the same to a careful reader: words count, and not signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

ALIKE = 0.8
"""How much of two texts must be the same."""

_TITLES = frozenset(
    """mr mrs miss ms mx dr prof professor cllr councillor county rev revd canon sir lady
    lord the bro bros sister sisters y cyng pcso commander cdr""".split()
)
_ROLES = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "in the chair": "chair", "chaired by": "chair", "chairing": "chair",
    "minutes": "minute taker", "notes": "minute taker", "note taker": "minute taker",
    "scribe": "minute taker", "taking minutes": "minute taker",
    "minute secretary": "minute taker", "facilitating": "facilitator",
}  # fmt: skip


def words_of(said: object) -> str:
    """Reduce a text to what counts: its words in small letters."""
    plain = unicodedata.normalize("NFKC", str(said or "")).replace("\u2019", "'")
    plain = re.sub(r"<[^<>]*>", " ", plain)
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain.casefold()))


def likeness(one: object, other: object) -> float:
    """Say how much of two texts is the same, from 0 to 1."""
    first, second = words_of(one), words_of(other)
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def says(one: object, other: object) -> bool:
    """Whether two names of a thing mean the same, be one longer than the other."""
    first, second = set(words_of(one).split()), set(words_of(other).split())
    if not first or not second:
        return first == second
    return first <= second or second <= first or likeness(one, other) >= ALIKE


def bare(name: object) -> str:
    """Give a name without titles before it."""
    words = words_of(name).split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)


def same_name(one: object, other: object) -> float:
    """Say how surely two names are one person's, from 0 to 2; a first name is not."""
    if words_of(one) == words_of(other):
        return 2.0
    first, second = bare(one), bare(other)
    if first == second:
        return 1.5
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if " " in shorter and longer.endswith(f" {shorter}"):
        return 1.0
    how = likeness(first, second)
    return how if how >= 0.9 else 0.0


def roles(said: object) -> frozenset[str]:
    """Take a role apart, with one word for what has many."""
    parts = re.split(r"[,;()/&]| and ", str(said or ""))
    plain = (words_of(part.replace("-", " ")) for part in parts)
    return frozenset(_ROLES.get(part, part) for part in plain if part)


def due_of(action: Mapping[str, Any]) -> str | None:
    """Give the day an action is due, or else the words for it without those before."""
    if action["due"] is not None:
        return str(action["due"])
    said = words_of(action["due_text"])
    return re.sub(r"^((by|before|on|due|in|at|deadline|the|end) )+", "", said) or None
