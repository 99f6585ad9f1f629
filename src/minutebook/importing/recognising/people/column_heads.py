"""Heads of the columns in a table of people: name, organisation, who came."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.recognising.people.labels import label_of

_HEADS = {
    "first": r"(?:first|given|fore)\s*names?",
    "last": r"(?:sur|last|family)\s*names?",
    "initials": r"initials?|abbr(?:eviation)?\.?",
    "name": r"(?:full\s+|member.?s?\s+)?names?(?:\s+of\s+.*)?|who|attendees?"
    r"|members?|person"
    r"|participants?|trustees?|councillors?|enw|people|delegates?|governors?",
    "organisation": r"organi[sz]ations?|org\.?|company|agency|employer|representing"
    r"|represent(?:ed|s)|from|affiliation|department|dept\.?|team|school|body|sefydliad"
    r"|body|on\s+behalf\s+of|area|ward",
    "role": r"(?:job\s+)?(?:roles?|titles?|positions?)|designation|capacity|office"
    r"|post|job"
    r"|job\s+role|category|r[oô]l",
    "status": r"(?:attendance|attended|status|present\s*(?:\?|\(.*\)|/.*)"
    r"|present\s+or\s+.*"
    r"|in\s+attendance\s*\?|apologies\s*/.*|p\s*/\s*a.*|attending|here|there|came)\??",
    "both": r"names?\s*(?:and|&|/|,)\s*(?:organi[sz]ation|role|title|position|company).*",
}
_HEAD = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _HEADS.items()}


def _kind(cell: str) -> str | None:
    text = cell.strip(" :*")
    return next(
        (kind for kind, pattern in _HEAD.items() if pattern.fullmatch(text)), None
    )


def kinds_of(cells: Sequence[str]) -> list[str]:
    """Tell of each column what its head announces; empty where it announces nothing."""
    kinds: list[str] = []
    for cell in cells:
        kind = _kind(cell) or ""
        kinds.append(kind if kind not in kinds else "")
    if "name" not in kinds and "both" not in kinds and kinds and not kinds[0]:
        first = label_of(cells[0])
        if first and first.attended and {"organisation", "role", "initials"} & set(kinds):
            kinds[0] = "name"
    return kinds
