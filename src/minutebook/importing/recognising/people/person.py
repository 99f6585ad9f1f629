"""One entry of a list of people: name, organisation, role, initials, attendance.

Jo Lee, Shelter (chair)      Jo Lee (JL) - Shelter      Cllr J. Lee (from item 4)
Jo Lee, Treasurer, Shelter   Chair: Jo Lee              [x] Jo Lee (Shelter)
"""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.importing.recognising.language.names import (
    RETIRED,
    TITLES,
    has_title,
    is_full_name,
    is_name_like,
    is_office_and_name,
    is_person_like,
    match_initials,
)
from minutebook.importing.recognising.language.vocabulary import (
    is_organisation_like,
    is_placeholder,
    is_role_like,
)
from minutebook.importing.recognising.people.details import (
    PART,
    pieces_of,
    status_said,
    with_detail,
)
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.listed_names import (
    with_commas_back,
    with_commas_kept,
)
from minutebook.importing.recognising.people.ticks import tick_of

_LONGEST = 200
"""Signs of an entry; a longer one is a sentence."""

_SEPARATOR = re.compile(r"\s+[-–—―|]\s+|\s*[–—|]\s*|\s*,\s*|\t+|\s{3,}|\s+[-]|:\s+")
_OF = re.compile(
    r"\s+(?:from|representing|on\s+behalf\s+of|of|at|for|\(?rep\.?\s+for)\s+"
    r"(?=[A-Z]|\d[^\W\d]|the\s+[A-Z])"
    r"|\s+(?:from|representing|on\s+behalf\s+of)\s+(?=the\s+(?!start|beginning|first|second|last)\w)"
)
_EMAIL = re.compile(
    r"<?\b\S+@\S+\b>?|\b(?:tel|phone|mob|mobile)\b\.?(?:\s*no\.?)?\s*:?\s*[+(\d].*$|\be-?mail\b\.?:?.*$",
    re.IGNORECASE,
)


def read_person(text: str, known: frozenset[str] = frozenset()) -> Entry | None:
    """Read one entry; None if it names nobody.

    `known` are organisations named elsewhere, in lower case.
    """
    words = trimmed(_EMAIL.sub("", " ".join(text.split())).strip(" ;,•*_'"))
    words = re.sub(rf"^{TITLES}\s+/\s+(?={TITLES})|'{{2,}}", "", words)
    words = _ENDEARING.sub("", words)
    words = _CALLED.sub(_without_short_name, words)
    words, rank = _without_retired(words)
    tick, words = tick_of(words)
    if not words or len(words) > _LONGEST or is_placeholder(words):
        return None
    outside, brackets = _without_brackets(words)
    parts = _parts(outside)
    entry, rest = _named(parts) if parts else (None, [])
    if entry is None or (entry.role is None and _is_office(entry.name)):
        entry, rest, brackets = _behind_office(outside, brackets) or (
            entry,
            rest,
            brackets,
        )
    if entry is None:
        return None
    for detail in rest:
        entry = with_detail(entry, detail, known)
    if rank:
        entry = replace(entry, name=entry.name.replace(rank[0], rank[1], 1))
    given = entry.organisation
    for piece in (piece for inside in brackets for piece in pieces_of(inside)):
        entry = with_detail(entry, piece, known)
    alone = _FROM.search(outside) or (given is None and entry.organisation in brackets)
    return replace(entry, tick=tick, is_bracketed=bool(alone))


def _parts(outside: str) -> list[str]:
    """Cut what stands outside brackets; an organisation with commas stays whole."""
    parts = _SEPARATOR.split(with_commas_kept(outside))
    return [with_commas_back(trimmed(part)) for part in parts if part.strip(" .,")]


def _without_retired(words: str) -> tuple[str, tuple[str, str] | None]:
    """Take `(retd)` from behind a rank; it is put back behind the same words."""
    found = _RETIRED.match(words)
    if found is None:
        return words, None
    rank = found["rank"]
    return f"{rank} {words[found.end() :]}", (rank, found.group().rstrip())


_RETIRED = re.compile(rf"(?P<rank>{TITLES})\s+{RETIRED}\s+(?=[A-Z])", re.IGNORECASE)


def _behind_office(
    outside: str, brackets: list[str]
) -> tuple[Entry, list[str], list[str]] | None:
    """Read `The President (Roy Angove)`: the name stands in the brackets."""
    office = re.sub(r"^(?:the|our)\s+", "", outside, flags=re.IGNORECASE)
    parts = _SEPARATOR.split(brackets[0]) if brackets else []
    if not parts or not is_role_like(office) or not is_full_name(parts[0]):
        return None
    return Entry(name=parts[0], role=office), parts[1:], brackets[1:]


_ENDEARING = re.compile(r"^(?:young|old|little|dear|our(?:\s+own)?)\s+(?=[A-Z])")
_CALLED = re.compile(
    rf"^(?P<first>(?:{TITLES}\s+)?[^\W\d_]+)\s+\((?P<short>[A-Z][a-z]{{1,14}})\)\s+"
    r"(?=(?P<last>[A-Z][\w'’-]+))"
)


def _without_short_name(found: re.Match[str]) -> str:
    """Read `Joseph (Joe) Bloggs` as one name."""
    offices = is_role_like(found["short"]) or is_role_like(found["last"])
    return found.group() if offices else f"{found['first']} "


def trimmed(text: str) -> str:
    """Take spaces and stops off the ends, but not that of an initial: `A. B.` stays."""
    bare = text.strip(" ,;")
    return bare if re.search(r"\b[A-Z]\.$", bare) else bare.rstrip(" .")


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """Take out what stands in brackets; brackets within brackets stay in the outer."""
    outside: list[str] = []
    inside: list[str] = []
    depth = 0
    for sign in text:
        if sign in "([":
            depth += 1
            if depth == 1:
                inside.append("")
                outside.append(" ")
                continue
        elif sign in ")]" and depth:
            depth -= 1
            if not depth:
                continue
        if depth:
            inside[-1] += sign
        else:
            outside.append(sign)
    plain = re.sub(r"\s+,", ",", "".join(outside))
    return plain.strip(" "), [one.strip() for one in inside if one.strip()]


def _named(parts: list[str]) -> tuple[Entry | None, list[str]]:
    """Find the name among the parts: the first, or what a role stands before."""
    if not parts:
        return None, []
    first, rest = parts[0], parts[1:]
    if rest and _is_office(first) and is_full_name(rest[0]):
        return Entry(name=rest[0], role=first), rest[1:]
    if is_placeholder(first):
        return None, []
    named = _with_initials_beside(first)
    if named is None and is_name_like(first):
        surname = (
            bool(rest) and is_organisation_like(rest[0]) and _could_be_surname(first)
        )
        named = (
            None
            if _is_office(first) and not surname
            else Entry(name=first.removeprefix("@"))
        )
    return (named, rest) if named else _said_in_words(first, rest)


def _is_office(text: str) -> bool:
    return is_role_like(text) and not (has_title(text) or is_office_and_name(text))


def _could_be_surname(text: str) -> bool:
    """Whether a role at the end may be a surname: `Will Chair`, of an organisation."""
    words = text.split()
    return len(words) == _TWO and not re.match(_BEFORE_OFFICE, text, re.IGNORECASE)


_TWO = 2
_BEFORE_OFFICE = (
    r"(?:vice|deputy|co|acting|joint|hon|assistant|interim|town|parish|past)\b"
)


def _with_initials_beside(text: str) -> Entry | None:
    """Read `JL Jo Lee` and `Jo Lee JL`."""
    for pattern, letters, name in (
        (r"([A-Z]{2,4})\s+(.+)", 1, 2),
        (r"(.+?)\s+([A-Z]{2,4})", 2, 1),
    ):
        found = re.fullmatch(pattern, text)
        if (
            found
            and is_full_name(found[name])
            and match_initials(found[letters], found[name])
        ):
            return Entry(name=found[name], initials=found[letters])
    return None


def _said_in_words(first: str, rest: list[str]) -> tuple[Entry | None, list[str]]:
    """Read `Jo Lee of Shelter`, `Jo Lee joined at 7.15`: a name and then other words."""
    for cut in _OF.finditer(first):
        name = first[: cut.start()]
        if is_full_name(name) or (_FROM.match(cut.group()) and is_person_like(name)):
            return Entry(name=first[: cut.start()]), [first[cut.end() :], *rest]
    words = first.split()
    for at in range(len(words) - 1, 0, -1):
        name, tail = " ".join(words[:at]), " ".join(words[at:])
        said = (
            PART.fullmatch(tail)
            or status_said(tail)
            or (tail[0].islower() and is_role_like(tail))
        )
        if said and is_full_name(name):
            return Entry(name=name), [tail, *rest]
    return None, []


_FROM = re.compile(r"\s+(?:from|representing)\b")
