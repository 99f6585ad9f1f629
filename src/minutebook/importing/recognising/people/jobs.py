"""Somebody whose job and organisation stand before the name."""

from __future__ import annotations

import re

from minutebook.importing.recognising.language.names import (
    has_title,
    is_full_name,
    is_person_like,
)
from minutebook.importing.recognising.language.vocabulary import is_role_like
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.person import read_person

_LONGEST_JOB = 80


def with_job(text: str) -> Entry | None:
    """Read somebody whose job and organisation stand before the name.

    `Clinks Chief Executive Officer, Anne Fox`; `our Treasurer Jo Lee`; `Jo Lee`.
    """
    words = re.split(
        r"\s+(?:who|in\s+the\s+absence|at\s+\d|on\s+\d)\b"
        r"|,?\s+(?:and\s+|with\s+)?(?:minuted|minutes|notes|chaired|facilitated)\b",
        text,
    )[0]
    words = re.sub(r"^(?:[Tt]he|our|its|their)\s+", "", words.strip(" .,"))
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if len(words) > _LONGEST_JOB * 2 or not parts:
        return None
    first_is_job = is_role_like(parts[0]) and not has_title(parts[0])
    if len(parts) > 1 and is_full_name(parts[-1]) and first_is_job:
        organisation, role = _job(parts[0])
        return Entry(name=parts[-1], organisation=organisation, role=role)
    straight = read_person(words)
    if straight and is_full_name(straight.name):
        return straight
    for at in range(1, len(words.split())):
        before = " ".join(words.split()[:at])
        name = " ".join(words.split()[at:])
        if is_full_name(name) and is_role_like(before) and len(before) <= _LONGEST_JOB:
            organisation, role = _job(before)
            return Entry(name=name, organisation=organisation, role=role)
    return straight if straight and is_person_like(straight.name) else None


_JOB = re.compile(
    r"\b(?:(?:interim|acting|deputy|assistant|vice|joint|senior|chief|managing|executive|general"
    r"|head|policy|project|programme|parks|operations|finance)[\s-]+)*(?:chief\s+executive"
    r"(?:\s+officer)?|director|chair(?:man|woman|person)?|manager|officer|secretary|treasurer"
    r"|president|head|lead|clerk|ceo|coordinator|trustee|co-chair)\b.*",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(
    r"(?:branch|club|group|committee|council|board|society|association|team|town|parish|village"
    r"|school|regional|area|district|county|national|local|honorary|hon\.?|independent)",
    re.IGNORECASE,
)
"""What says of which body an office is, and names none: `the Branch President`."""


def _job(text: str) -> tuple[str | None, str]:
    """Cut `Clinks Chief Executive Officer` into organisation and job."""
    found = _JOB.search(text)
    if not found or not found.start():
        return None, text
    organisation = re.sub(r"['’]s?$", "", text[: found.start()].strip())
    if _OF_OFFICE.fullmatch(organisation):
        return None, text
    return (organisation or None), found.group()
