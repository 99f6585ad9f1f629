"""Sentences of a paragraph; a stop behind initials or a title ends none."""

from __future__ import annotations

import re

_NO_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Cllr|Cllrs|Hon|St|No|Supt|Sgt|Insp|Capt|Col|Maj|Gen|Sis|Bro|Bros|Parch|Fr|Messrs|Ald|approx|e\.g|i\.e|etc|vs"
    r"|Ltd|Co|[ap]\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_OF_A_TIME = re.compile(r"\d\s?[ap]\.m\.$")
_BEGINS = re.compile(
    r"(?:The|There|This|That|A|An|It|We|He|She|They|Next|No|All|Date|Meeting|Present|Apologies"
    r"|Minutes|Notes|Signed|Chair)\b"
)
"""What begins a sentence even behind `7 p.m.`, where a day or a place may follow."""

_LONGEST = 20_000


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences."""
    found: list[str] = []
    begun = 0
    text = text[:_LONGEST]
    for stop in re.finditer(r"[.!?]['\"’”)\]]*\s+(?=['\"‘“(\[]?[A-Z0-9£])", text):
        said = text[begun : stop.end()].strip()
        begins = _BEGINS.match(text, stop.end()) and _OF_A_TIME.search(said)
        if begins or not _NO_END.search(said):
            found.append(said)
            begun = stop.end()
    rest = text[begun:].strip()
    return (*found, rest) if rest else tuple(found)
