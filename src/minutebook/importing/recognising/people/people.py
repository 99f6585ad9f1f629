"""Who came, who did not, and what they were there as: one entry for each person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minutebook.importing.findings import Attended, FoundPerson
from minutebook.importing.recognising.language.names import (
    are_one,
    is_full_name,
    is_one_name,
    without_title,
)
from minutebook.importing.recognising.language.vocabulary import (
    is_acronym,
    is_organisation_like,
)
from minutebook.importing.recognising.meeting.head import with_opening
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.people.boxes import ticked
from minutebook.importing.recognising.people.listed import Listed
from minutebook.importing.recognising.people.posts import with_posts
from minutebook.importing.recognising.people.rosters import rosters_in
from minutebook.importing.recognising.people.sayings import sayings_in
from minutebook.importing.recognising.people.sides import (
    has_present,
    is_of_side,
    not_official,
    on_other_side,
)
from minutebook.importing.recognising.people.ticks import Tick
from minutebook.problems import Place, Problem, Severity

_MOST = 2000
"""People of a document that are told apart."""

_AS_ROLE = re.compile(r"\bin the chair\b|\bchair(?:man|woman|person|ed by|ing)\b")
_CAME = frozenset({Attended.PRESENT, Attended.PART, Attended.OFFICIAL})
_AWAY = frozenset({Attended.APOLOGIES, Attended.ABSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeople:
    """The people of a document, and where it contradicts itself."""

    people: tuple[FoundPerson, ...]
    problems: tuple[Problem, ...] = ()
    initials: tuple[tuple[str, str], ...] = ()
    """Initials that the lists explain, each with the name."""


def people_in(document: str, sections: Sequence[Section]) -> FoundPeople:
    """Find the people of a meeting; `document` is the name that problems give as path."""
    listed = _read(with_opening(sections))
    if not has_present(listed):
        listed = [not_official(one) for one in listed]
    if any(is_of_side(one) for one in listed):
        listed = [on_other_side(one) for one in listed]
    gathered = _gathered(listed)
    problems = tuple(
        problem for group in gathered if (problem := _contradiction(document, group))
    )
    people = tuple(sorted((_one(group) for group in gathered), key=lambda p: p.line))
    explained = {
        one.entry.initials: _one(group).name
        for group in gathered
        for one in group
        if one.entry.initials
    }
    return FoundPeople(
        people=people, problems=problems, initials=tuple(explained.items())
    )


def _read(sections: Sequence[Section]) -> list[Listed]:
    """Read all lists twice: the second time the organisations are known."""
    first = rosters_in(sections, frozenset())
    known = _organisations(first)
    again = rosters_in(sections, known) if known else first
    listed = _only_people(with_posts(ticked(again)), known)
    return [*listed, *(one for one in sayings_in(sections, known))]


def _organisations(listed: Iterable[Listed]) -> frozenset[str]:
    return frozenset(
        one.entry.organisation.casefold() for one in listed if one.entry.organisation
    )


def _only_people(listed: Sequence[Listed], known: frozenset[str]) -> list[Listed]:
    """Leave out organisations that stand alone in a list of people."""
    full = Counter(one.run for one in listed if is_full_name(one.entry.name))
    short = Counter(one.run for one in listed if is_one_name(one.entry.name))
    ticks = {one.run for one in listed if one.entry.tick is Tick.YES}
    certain = {run for run, times in full.items() if times >= short[run]} - ticks
    named = {
        one.run for one in listed if one.entry.organisation and not one.entry.is_bracketed
    }
    mixed = {one.run for one in listed if _is_organisation(one, known)}
    kept: list[Listed] = []
    for one in listed:
        if _is_organisation(one, known):
            continue
        alone = is_one_name(one.entry.name) and not one.entry.is_certain
        doubted = alone and one.run in (certain & named) | mixed
        kept.append(replace(one, attended=Attended.UNKNOWN) if doubted else one)
    return kept


def _is_organisation(listed: Listed, known: frozenset[str]) -> bool:
    name = listed.entry.name
    return not (listed.entry.is_certain or listed.role) and (
        is_organisation_like(name) or name.casefold() in known
    )


def _gathered(listed: Sequence[Listed]) -> list[list[Listed]]:
    """Put together what is said of one person, lists before sentences."""
    groups: dict[str, list[Listed]] = {}
    ordered = [one for one in listed if one.run >= 0] + [o for o in listed if o.run < 0]
    for one in ordered[:_MOST]:
        key = _key(one.entry.name)
        group = groups.get(key) or _alike(one, groups)
        if group is None:
            if one.run >= 0 or not is_acronym(one.entry.name):
                groups[key] = [one]
        else:
            group.append(one)
    return list(groups.values())


def _alike(one: Listed, groups: Mapping[str, list[Listed]]) -> list[Listed] | None:
    """Find whom a shorter name must mean: `A. Singh` in the chair, or `JL`."""
    if one.run >= 0:
        return None
    name = one.entry.name
    alike = [group for group in groups.values() if are_one(group[0].entry.name, name)]
    alike = alike or [
        group for group in groups.values() if group[0].entry.initials == name
    ]
    return alike[0] if len(alike) == 1 else None


def _key(name: str) -> str:
    bare = without_title(name)
    whole = bare if " " in bare else name
    return re.sub(r"[^\w]+", " ", whole).strip().casefold()


def _one(group: Sequence[Listed]) -> FoundPerson:
    """Make one person of all that is said."""
    first = min(group, key=lambda one: one.run < 0)
    entries = [one.entry for one in group]
    organisation = next((e.organisation for e in entries if e.organisation), None)
    return FoundPerson(
        name=max(
            (e.name for e in entries), key=lambda name: len(without_title(name).split())
        ),
        organisation=organisation,
        role=_role(group),
        attendance=_attendance(group),
        line=first.line,
    )


def _role(group: Sequence[Listed]) -> str | None:
    """Give what they were there as; the chair first, nothing twice."""
    roles: list[str] = []
    for one in group:
        for role in (one.entry.role, one.role):
            if role and not any(_says(given, role) for given in roles):
                roles.append(role)
    return ", ".join(sorted(roles, key=lambda role: role != "chair")) or None


def _says(given: str, role: str) -> bool:
    """Whether a role given already says another: `Chair, trustee` says `chair`."""
    words = re.sub(r"[-\s]+", " ", given.casefold())
    wanted = re.sub(r"[-\s]+", " ", role.casefold())
    if wanted == "chair":
        return (
            re.search(r"(?<!vice )(?<!deputy )\bchair(?:man|woman|person|ing)?\b", words)
            is not None
        )
    if wanted == "minute taker":
        return (
            re.search(r"\bminute|\bnote ?taker|\bnotes\b|\bscribe|\bclerk", words)
            is not None
        )
    words, wanted = (_AS_ROLE.sub("chair", one) for one in (words, wanted))
    return wanted in words


def _attendance(group: Sequence[Listed]) -> Attended:
    said = _said(group)
    if said & _CAME and said & _AWAY:
        return Attended.UNKNOWN
    order = (
        Attended.PART,
        Attended.OFFICIAL,
        Attended.PRESENT,
        Attended.APOLOGIES,
        Attended.ABSENT,
    )
    return next((attended for attended in order if attended in said), Attended.UNKNOWN)


def _said(group: Sequence[Listed]) -> set[Attended]:
    """Gather what is said of somebody; lists count for more than who chaired."""
    listed = {_own(one) for one in group if one.role is None}
    listed.discard(Attended.UNKNOWN)
    if Attended.PRESENT in listed and Attended.OFFICIAL in listed:
        listed.discard(Attended.OFFICIAL)
    if listed:
        return listed
    return {_own(one) for one in group}


def _own(listed: Listed) -> Attended:
    """Give what an entry says itself, else what the label over it says."""
    own = listed.entry.attended
    if own in {Attended.PART, Attended.OFFICIAL} and listed.attended in _AWAY:
        return listed.attended
    return own or listed.attended


def _contradiction(document: str, group: Sequence[Listed]) -> Problem | None:
    came = next((one for one in group if _own(one) in _CAME and one.role is None), None)
    away = next((one for one in group if _own(one) in _AWAY), None)
    if came is None or away is None:
        return None
    name = came.entry.name
    word = "apologies" if _own(away) is Attended.APOLOGIES else "those absent"
    return Problem(
        code="import-present-and-apologies",
        place=Place(document, max(came.line, away.line)),
        summary=f'"{name}" is among those present on line {came.line}'
        f" and among {word} on line {away.line}",
        hint="see which is right, and correct the draft",
        severity=Severity.WARNING,
    )
