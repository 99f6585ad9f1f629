"""Lines of a list: what in them is a label, a name, a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.language.names import (
    is_full_name,
    is_one_name,
    is_person_like,
)
from minutebook.importing.recognising.people.bare_names import handle_of
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.labels import Label, field_of, label_of
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.runs import people_of_run

_FEW = 2

_MANY_WORDS = 14
_SEVERAL_FIELDS = re.compile(r"(?<=[.;|])\s+(?=[A-Za-z][\w -]{2,30}?(?::\s|\s[-–=]\s))")
NO_LIST = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|noted|welcomed|thanked|agreed|reported"
    r"|explained|said|apologised)\b"
)


def with_organisation(entry: Entry, label: str) -> Entry:
    """Give somebody the organisation that stands before the colon, if it is one."""
    group = entry.organisation or entry.role or label.isupper()
    return entry if group else replace(entry, organisation=label)


def holders_in(value: str, known: frozenset[str]) -> list[Entry]:
    """Read who stands behind `Chair:`, by name, by initials or by a handle."""
    if re.fullmatch(r"[A-Z]{2,4}", value.strip()):
        return [Entry(name=value.strip())]
    entries = people_of_run(value, known)
    single = read_person(value, known)
    singles = all(is_one_name(entry.name) for entry in entries)
    one = len(entries) == _FEW and not singles
    if single and one and not re.search(r";|\band\b|&", value):
        entries = [single]
    handle = handle_of(value)
    if handle:
        return entries or [handle]
    named = (entry for entry in entries if is_person_like(entry.name))
    return [] if is_prose(value) else list(named)


def name_in(text: str) -> str:
    """Give what stands before brackets, commas and dashes: the name."""
    return re.split(r"\s*[(\[,]|\s+[-–—]\s+", text)[0]


def fields_in(text: str) -> list[str]:
    """Cut a line at its labels, as in `Chair: Jo Lee. Notes: Sam Patel`."""
    first, *others = _SEVERAL_FIELDS.split(text)
    pieces = [first]
    for one in others:
        if label_of((field_of(one) or ("", ""))[0]):
            pieces[-1] = pieces[-1].rstrip(" ;|")
            pieces.append(one)
        else:
            pieces[-1] += f" {one}"
    return pieces


def tells_no_names(label: Label, value: str) -> bool:
    """Whether what stands behind a label cannot be who came.

    `Minutes: Thursday 4 May` is a title; `Residents: the path is dark` is a subject.
    """
    if label.role == "minute taker" and dates_in(value, 2000):
        return True
    if not label.is_side:
        return False
    entries = people_of_run(value)
    full = sum(is_full_name(entry.name) for entry in entries)
    return is_prose(value) or 2 * full < len(entries) or not full


def is_prose(text: str) -> bool:
    """Whether a text is a sentence and no list."""
    bare = re.sub(r"\([^()]*\)", "", text)
    long = len(bare.split()) > _MANY_WORDS and not re.search(r"[,;]", bare)
    several = _SENTENCE_AND_MORE.search(bare) is not None
    return long or several or NO_LIST.search(bare) is not None


_SENTENCE_AND_MORE = re.compile(r"\s[a-z]+\s+[a-z]{3,}\.\s+[A-Z][a-z]+\s+[a-z]+\s+[a-z]")
"""Where a sentence ends in a line and another begins: no list is written so."""
