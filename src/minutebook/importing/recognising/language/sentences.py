"""Sentences of a paragraph; a stop behind initials or a title ends none."""

from __future__ import annotations

import re

TITLES_WITH_STOP = (
    "Mr Mrs Ms Dr Prof Rev Revd Cllr Cllrs Hon St Fr Sr Bro Bros Sis Supt Insp Sgt Const"
    " Capt Cdr Col Lt Maj Gen Parch Ven Canon Messrs Mgr Gov Ald Pres Sec Treas"
).split()
"""What is said before a name and shortened with a stop: `Revd. J. Smith`."""

_TITLES = "|".join(TITLES_WITH_STOP)
_NO_END = re.compile(
    rf"(?:\b[A-Z]|\b(?:{_TITLES}|No|approx|e\.g|i\.e|etc|vs|Ltd|Co|[ap]\.m"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_HOUR = re.compile(r"\b[ap]\.m\.$")
_NEXT_BEGINS = re.compile(
    rf"(?:(?:{_TITLES}|Miss|Councillor)\.?|The|There|This|That|A|An|It|We|He|She|They|Next"
    r"|No|All|Date|Meeting|Present|Apologies|Minutes|Notes|Signed|Chair)\b"
)
"""How a sentence begins that an hour stands before: `... at 2 p.m. Mrs. Cox said`."""

_LONGEST = 20_000
_LAST = 20
"""Signs by whose end it is seen that a stop ends no sentence."""


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences."""
    found: list[str] = []
    begun = 0
    text = text[:_LONGEST]
    for stop in re.finditer(r"[.!?]['\"’”)\]]*\s+(?=['\"‘“(\[]?[A-Z0-9£])", text):
        said = text[begun : stop.end()].strip()
        hour = _HOUR.search(said[-_LAST:]) and _NEXT_BEGINS.match(text, stop.end())
        if hour or not _NO_END.search(said[-_LAST:]):
            found.append(said)
            begun = stop.end()
    rest = text[begun:].strip()
    return (*found, rest) if rest else tuple(found)
