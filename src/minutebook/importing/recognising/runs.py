"""People written one behind the other: `Jo Lee (chair), Sam Patel, Nacro and A. Singh`.

A comma may stand between two people or between a person and an organisation. The whole
list decides: semicolons and brackets leave no doubt; otherwise a part that says a role or
has the form of an organisation belongs to the name before it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.importing.recognising.couples import each_named
from minutebook.importing.recognising.names import (
    has_title,
    is_full_name,
    is_one_name,
    is_person_like,
)
from minutebook.importing.recognising.person import Entry, read_person, trimmed
from minutebook.importing.recognising.vocabulary import (
    is_placeholder,
    is_role_like,
)

_ENDEARING = re.compile(
    r"(?:(?<=, )|(?<=; )|(?<=and )|(?<=& )|^)(?:young|old|little|dear|from)\s+(?=[A-Z])"
)
"""What is no part of a name: `and young Callum Roe`, `and from Mrs Cox`."""

_LONGEST = 20_000
_MOST = 500
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
_AFTER_NAME = re.compile(
    r"\s*[(\[,]|\s+[-–—]\s+"
    r"|\s+(?:for\s+(?:the|items?|part)|from|until|till|joined|left|representing)\b"
)
_FEW = 2


def people_of_run(text: str, known: frozenset[str] = frozenset()) -> list[Entry]:
    """Read a run of people; what names nobody is left out."""
    handles = _handles(text)
    if handles:
        return handles
    entries = (read_person(part, known) for part in entries_of_run(text, known))
    return [entry for entry in entries if entry]


def initials_of_run(text: str, *, fewest: int) -> list[Entry]:
    """Read `MJO, TS, KvD, Lena and RA (from 14:30)`: people by their initials alone.

    Two of them could be organisations; more of them, or pairs of letters, are people.
    """
    parts = _split(" ".join(text[:_LONGEST].split()).rstrip(" ."), ",")
    parts = [one for part in parts[:_MOST] for one in re.split(r"\s+(?:and|&)\s+", part)]
    heads = [_head(part) for part in parts]
    initials = [head for head in heads if _INITIALS.fullmatch(head)]
    pairs = all(len(head) == _FEW for head in heads)
    enough = fewest == 1 or len(parts) > _FEW or (len(parts) == _FEW and pairs)
    if not enough or _FEW * len(initials) <= len(heads):
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


def _handles(text: str) -> list[Entry]:
    """Read `alice, bob (chair), carol`: a list of single words, some in small letters."""
    parts = _split(" ".join(text[:_LONGEST].split()), ",")
    last = [one for part in parts for one in re.split(r"\s+(?:and|&|\+)\s+", part)]
    last = [one for one in last if not _COMPANY.fullmatch(one)]
    entries = [handle_of(part) for part in last[:_MOST]]
    found = [entry for entry in entries if entry]
    small = any(entry.name[0].islower() for entry in found)
    return found if small and len(found) > 1 and len(found) == len(last) else []


def entries_of_run(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Cut a run of people into one text for each."""
    text = trimmed(" ".join(text[:_LONGEST].split()))
    text = _WITH_COMPANY.sub("", _ENDEARING.sub("", text))
    text = each_named(text)
    text = _WITH_OFFICE.sub(_name_first, text)
    text = _OFFICE_FIRST.sub(_name_first, text)
    text = re.sub(r"\betc\.?$|\s+\(apologies\)$", "", text).strip(" ,;")
    if not text:
        return []
    parts = _split(text, ";")
    if len(parts) > 1:
        return [one for part in parts[:_MOST] for one in _of_part(part, known)]
    return _by_commas(text, known)


def _of_part(part: str, known: frozenset[str]) -> list[str]:
    """Read what stands between semicolons: mostly one person, at times a run of some."""
    commas = _split(part, ",")
    people = [one for one in commas if is_person_like(_head(one))]
    several = len(people) > _FEW or (
        len(people) == _FEW and all("(" in one for one in people)
    )
    several = several or bool(_SHARED_TITLE.match(part))
    return _by_commas(part, known) if several else _last_two(part, known)


def _by_commas(text: str, known: frozenset[str]) -> list[str]:
    commas = _joined_titles(_split(text, ","))
    if len(commas) == 1:
        return _with_shared_title(_last_two(commas[0], known))
    pieces = [one for part in commas[:_MOST] for one in _last_two(part, known)]
    return _grouped(_with_shared_title(_without_title_again(pieces)), known)


def _name_first(found: re.Match[str]) -> str:
    """Turn `the Clerk (Mrs J. Finch)` into `Mrs J. Finch (Clerk)`."""
    office, name = found["office"], (found["inside"] or found["behind"]).strip()
    turned = is_role_like(office) and is_full_name(name)
    return f"{name} ({office})" if turned else found.group()


def _split(text: str, sign: str) -> list[str]:
    """Cut at a sign outside brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter == sign and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


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
    head = _head(text)
    return not is_placeholder(text) and is_person_like(head)


def _with_shared_title(parts: list[str]) -> list[str]:
    """Give each of `Cllrs Smith and J. Lee` the title, if it has only a surname."""
    found = _SHARED_TITLE.match(parts[0]) if parts else None
    if not found:
        return parts
    parts = [parts[0][found.end() :], *parts[1:]]
    return [f"{found[1]} {part}" if is_one_name(_head(part)) else part for part in parts]


def _head(part: str) -> str:
    return _AFTER_NAME.split(part)[0].strip()


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
    heads = [_head(part) for part in parts]
    times = Counter(head.casefold() for head in heads)
    tells = [
        not is_person_like(head)
        or head.casefold() in known
        or (times[head.casefold()] > 1 and not has_title(head))
        for head in heads
    ]
    if _alternates(heads, tells):
        return [at % _FEW == 1 for at in range(len(parts))]
    return tells


def _alternates(heads: list[str], tells: list[bool]) -> bool:
    """Whether person and organisation take turns, by those that certainly are."""
    if len(heads) % _FEW or any(tells[0::_FEW]):
        return False
    if not all(is_full_name(head) for head in heads[0::_FEW]):
        return False
    others = heads[1::_FEW]
    told = sum(tells[1::_FEW])
    bare = [_is_bare(head) for head in others]
    pairs = zip(bare, tells[1::_FEW], strict=True)
    sure = all(one or other for one, other in pairs) or told * _FEW > len(others)
    return len(others) > 1 and sure


def _is_bare(head: str) -> bool:
    return is_one_name(head) and not has_title(head)
