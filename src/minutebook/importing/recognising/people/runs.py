"""People written one behind the other: `Jo Lee (chair), Sam Patel, Nacro and A. Singh`.

A comma may stand between two people or between a person and an organisation. The whole
list decides: semicolons and brackets leave no doubt; otherwise a part that says a role or
has the form of an organisation belongs to the name before it.
"""

from __future__ import annotations

import re
from collections import Counter

from minutebook.importing.recognising.language.names import (
    has_title,
    is_full_name,
    is_one_name,
    is_person_like,
)
from minutebook.importing.recognising.language.vocabulary import (
    is_placeholder,
    is_role_like,
)
from minutebook.importing.recognising.people.bare_names import handles_in
from minutebook.importing.recognising.people.couples import each_named
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.person import read_person, trimmed
from minutebook.importing.recognising.people.run_parts import (
    LONGEST_RUN,
    MOST_IN_RUN,
    PAIR,
    cut_outside_brackets,
    name_of_part,
)

_ENDEARING = re.compile(
    r"(?:(?<=, )|(?<=; )|(?<=and )|(?<=& )|^)(?:young|old|little|dear|from)\s+(?=[A-Z])"
)
"""What is no part of a name: `and young Callum Roe`, `and from Mrs Cox`."""

_AND = re.compile(r"\s+(?:and|&|ac|a)\s+")
_WITH_OFFICE = re.compile(
    r"\b(?:the|The|our)\s+(?P<office>[A-Z][\w -]{2,40}?)(?:\s*\((?P<inside>[^()]{3,60})\)"
    r"|,\s+(?P<behind>(?:[A-Z][\w.'’-]*\s?){2,5})(?=,|;|\sand\b|$))"
)
_OFFICE_FIRST = re.compile(
    r"(?:(?<![^,;])|(?<=[,;] )|(?<=and ))(?P<office>[A-Z][\w-]*(?: [\w-]+){0,3}) "
    r"\((?P<inside>[^()]{3,60})\)(?P<behind>)"
)
_WITH_COMPANY = re.compile(
    r"\s+(?:\+|&|and|with)\s+(?:the\s+|a\s+|his\s+|her\s+|their\s+)?(?:dogs?|baby|babies|children|kids?"
    r"|guests?|partner)(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
_SHARED_TITLE = re.compile(
    r"(?:The\s+)?(Cllr|Councillor|Bro|Brother|Sister|Alderman)s\.?\s+",
    re.IGNORECASE,
)


def people_of_run(text: str, known: frozenset[str] = frozenset()) -> list[Entry]:
    """Read a run of people; what names nobody is left out."""
    handles = handles_in(text)
    if handles:
        return handles
    entries = (read_person(part, known) for part in entries_of_run(text, known))
    return [entry for entry in entries if entry]


def entries_of_run(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Cut a run of people into one text for each."""
    text = trimmed(" ".join(text[:LONGEST_RUN].split()))
    text = _WITH_COMPANY.sub("", _ENDEARING.sub("", text))
    text = each_named(text)
    text = _WITH_OFFICE.sub(_name_first, text)
    text = _OFFICE_FIRST.sub(_name_first, text)
    text = re.sub(r"\betc\.?$|\s+\(apologies\)$", "", text).strip(" ,;")
    if not text:
        return []
    parts = cut_outside_brackets(text, ";")
    if len(parts) > 1:
        return [one for part in parts[:MOST_IN_RUN] for one in _of_part(part, known)]
    return _by_commas(text, known)


def _of_part(part: str, known: frozenset[str]) -> list[str]:
    """Read what stands between semicolons: mostly one person, at times a run of some."""
    commas = cut_outside_brackets(part, ",")
    people = [one for one in commas if is_person_like(name_of_part(one))]
    several = len(people) > PAIR or (
        len(people) == PAIR and all("(" in one for one in people)
    )
    several = several or bool(_SHARED_TITLE.match(part))
    return _by_commas(part, known) if several else _last_two(part, known)


def _by_commas(text: str, known: frozenset[str]) -> list[str]:
    commas = _joined_titles(cut_outside_brackets(text, ","))
    if len(commas) == 1:
        return _with_shared_title(_last_two(commas[0], known))
    pieces = [one for part in commas[:MOST_IN_RUN] for one in _last_two(part, known)]
    return _grouped(_with_shared_title(_without_title_again(pieces)), known)


def _name_first(found: re.Match[str]) -> str:
    """Turn `the Clerk (Mrs J. Finch)` into `Mrs J. Finch (Clerk)`."""
    office, name = found["office"], (found["inside"] or found["behind"]).strip()
    turned = is_role_like(office) and is_full_name(name)
    return f"{name} ({office})" if turned else found.group()


def _joined_titles(parts: list[str]) -> list[str]:
    """Put letters behind a name back to it: `Ann Price, MBE`."""
    joined: list[str] = []
    for part in parts:
        if joined and re.fullmatch(r"(?:OBE|MBE|CBE|MP|JP|MS|QC|KC|Jr|Sr|PhD)\.?", part):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def _last_two(part: str, known: frozenset[str]) -> list[str]:
    """Cut `Sam Patel and Kim Ho` in two; the names of organisations stay whole."""
    part = re.sub(r"^(?:and|&)\s+", "", part)
    if part.casefold() in known or (is_role_like(part) and not _begins_person(part)):
        return [part]
    people: list[str] = []
    begun = 0
    for found in _AND.finditer(part):
        first, second = part[begun : found.start()], part[found.end() :]
        if first.count("(") != first.count(")"):
            continue
        if _begins_person(first) and (_begins_person(second) or is_placeholder(second)):
            people.append(first)
            begun = found.end()
    return [*people, part[begun:]]


def _without_title_again(parts: list[str]) -> list[str]:
    """Take `Sisters` off where it begins anew within a list: it is of those behind it."""
    return [parts[0], *(_SHARED_TITLE.sub("", part) for part in parts[1:])]


def _begins_person(text: str) -> bool:
    head = name_of_part(text)
    return not is_placeholder(text) and is_person_like(head)


def _with_shared_title(parts: list[str]) -> list[str]:
    """Give each of `Cllrs Smith and J. Lee` the title, if it has only a surname."""
    found = _SHARED_TITLE.match(parts[0]) if parts else None
    if not found:
        return parts
    parts = [parts[0][found.end() :], *parts[1:]]
    return [
        f"{found[1]} {part}" if is_one_name(name_of_part(part)) else part
        for part in parts
    ]


def _grouped(parts: list[str], known: frozenset[str]) -> list[str]:
    """Put each part that tells of a person behind that person."""
    parts = [part for part in parts if not is_placeholder(part)]
    tells = _told(parts, known)
    people: list[str] = []
    for part, told in zip(parts, tells, strict=True):
        if told and people:
            people[-1] += f", {part}"
        elif not told:
            people.append(part)
    return people


def _told(parts: list[str], known: frozenset[str]) -> list[bool]:
    """Tell which parts are no people: roles, organisations, times."""
    heads = [name_of_part(part) for part in parts]
    times = Counter(head.casefold() for head in heads)
    tells = [
        not is_person_like(head)
        or head.casefold() in known
        or (times[head.casefold()] > 1 and not has_title(head))
        for head in heads
    ]
    if _alternates(heads, tells):
        return [at % PAIR == 1 for at in range(len(parts))]
    return tells


def _alternates(heads: list[str], tells: list[bool]) -> bool:
    """Whether person and organisation take turns, by those that certainly are."""
    if len(heads) % PAIR or any(tells[0::PAIR]):
        return False
    if not all(is_full_name(head) for head in heads[0::PAIR]):
        return False
    others = heads[1::PAIR]
    told = sum(tells[1::PAIR])
    bare = [_is_bare(head) for head in others]
    pairs = zip(bare, tells[1::PAIR], strict=True)
    sure = all(one or other for one, other in pairs) or told * PAIR > len(others)
    return len(others) > 1 and sure


def _is_bare(head: str) -> bool:
    return is_one_name(head) and not has_title(head)
