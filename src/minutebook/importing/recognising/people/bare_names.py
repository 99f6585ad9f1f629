"""People called by one word or by initials alone, one behind the other."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.importing.recognising.language.names import is_one_name
from minutebook.importing.recognising.language.vocabulary import (
    is_placeholder,
    is_role_like,
)
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.person import read_person, trimmed
from minutebook.importing.recognising.people.run_parts import (
    LONGEST_RUN,
    MOST_IN_RUN,
    PAIR,
    cut_outside_brackets,
    name_of_part,
)


def initials_of_run(text: str, *, fewest: int) -> list[Entry]:
    """Read `MJO, TS, KvD, Lena and RA (from 14:30)`: people by their initials alone.

    Two of them could be organisations; more of them, or pairs of letters, are people.
    """
    parts = cut_outside_brackets(" ".join(text[:LONGEST_RUN].split()).rstrip(" ."), ",")
    parts = [
        one for part in parts[:MOST_IN_RUN] for one in re.split(r"\s+(?:and|&)\s+", part)
    ]
    heads = [name_of_part(part) for part in parts]
    initials = [head for head in heads if _INITIALS.fullmatch(head)]
    pairs = all(len(head) == PAIR for head in heads)
    enough = fewest == 1 or len(parts) > PAIR or (len(parts) == PAIR and pairs)
    if not enough or PAIR * len(initials) <= len(heads):
        return []
    if not all(_INITIALS.fullmatch(head) or is_one_name(head) for head in heads):
        return []
    entries = (read_person(part) for part in parts)
    return [replace(one, initials=one.initials or one.name) for one in entries if one]


_INITIALS = re.compile(r"[A-Z](?:[a-z]?[A-Z]){1,3}")


def handle_of(text: str) -> Entry | None:
    """Read somebody called by one word in small letters: `pjotr (Ferrous)`, `agnes_w`."""
    found = _HANDLE.fullmatch(trimmed(text).strip("`@"))
    if found is None or is_placeholder(found["name"]) or is_role_like(found["name"]):
        return None
    entry = read_person(f"Jo Handle {found['rest'] or ''}")
    return replace(entry, name=found["name"]) if entry else None


_HANDLE = re.compile(
    r"(?P<name>(?:the\s+other\s+)?[^\W\d]\w*(?:-\w+)*)\s*(?P<rest>\(.*\))?"
)
_COMPANY = re.compile(
    r"(?:the\s+|a\s+)?(?:dogs?|baby|bab(?:y|ies)|child(?:ren)?|kids?|guests?|partner|friends?|one"
    r"|two|others|\d+)",
    re.IGNORECASE,
)
"""Who came along with somebody: `Kim + dog`."""


def handles_in(text: str) -> list[Entry]:
    """Read `alice, bob (chair), carol`: a list of single words, some in small letters."""
    parts = cut_outside_brackets(" ".join(text[:LONGEST_RUN].split()), ",")
    last = [one for part in parts for one in re.split(r"\s+(?:and|&|\+)\s+", part)]
    last = [one for one in last if not _COMPANY.fullmatch(one)]
    entries = [handle_of(part) for part in last[:MOST_IN_RUN]]
    found = [entry for entry in entries if entry]
    small = any(entry.name[0].islower() for entry in found)
    return found if small and len(found) > 1 and len(found) == len(last) else []
