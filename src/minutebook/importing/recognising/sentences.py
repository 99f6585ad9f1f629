"""Sentences of a paragraph; a stop behind initials or a title ends none."""

from __future__ import annotations

import re

_NO_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Cllr|Cllrs|Hon|St|No|approx|e\.g|i\.e|etc|vs"
    r"|Ltd|Co|[ap]\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_LONGEST = 20_000


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences."""
    found: list[str] = []
    begun = 0
    text = text[:_LONGEST]
    for stop in re.finditer(r"[.!?]['\"’”)\]]*\s+(?=['\"‘“(\[]?[A-Z0-9£])", text):
        said = text[begun : stop.end()].strip()
        if not _NO_END.search(said):
            found.append(said)
            begun = stop.end()
    rest = text[begun:].strip()
    return (*found, rest) if rest else tuple(found)
