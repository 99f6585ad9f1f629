"""People that sentences tell of: who chaired, took the minutes, sent apologies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.document import Kind
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.language.misread import as_meant
from minutebook.importing.recognising.language.names import is_full_name, is_person_like
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.jobs import with_job
from minutebook.importing.recognising.people.labels import field_of, label_of
from minutebook.importing.recognising.people.listed import Listed
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.phrases import (
    APOLOGIES_FROM,
    AWAY_FOR,
    AWAY_OR_ILL,
    CHAIR,
    FACILITATOR,
    HERE_FOR,
    TAKER,
    Patterns,
)
from minutebook.importing.recognising.people.runs import entries_of_run, people_of_run

_ELSEWHERE = frozenset({Role.NEXT, Role.REVIEWED, Role.ADDENDUM, Role.ACTIONS})
"""Sections that tell of other meetings, or of what is still to come."""

_GUESTS = re.compile(
    r"^(?P<subject>[^:]{3,90}?)\s*:\s+" + r"(?P<who>[^!?]+)$", re.IGNORECASE
)
_AS_GUESTS = re.compile(
    r"\b(?:guests?|visitors?|officials?|speakers?|observers?|staff|advis[eo]rs?|officers?)\b",
    re.IGNORECASE,
)
_AS_MEMBERS = re.compile(
    r"\b(?:present|attended|joined|came|took\s+part|met|with\s+us|there)\b|\bmembers\s+w",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = re.compile(
    r"apolog|attend|present|welcome|introduc|absen|opening", re.IGNORECASE
)
_NOT_THIS = re.compile(
    r"\b(?:next|last|previous|will|would|future|to\s+be|sub-?(?:group|committee)|working\s+group)\b",
    re.IGNORECASE,
)


_FIRST_BLOCKS = 60
"""Blocks of an opening or a list of people that sentences about people stand among."""


def sayings_in(sections: Sequence[Section], known: frozenset[str]) -> list[Listed]:
    """Find whom sentences name: who was away, who chaired, who took the minutes."""
    found: list[Listed] = []
    for section in sections:
        if section.role in _ELSEWHERE:
            continue
        about = section.role in {Role.OPENING, Role.PEOPLE} or bool(
            _ABOUT_PEOPLE.search(section.title)
        )
        for at, block in enumerate(section.blocks):
            if block.kind is not Kind.ROW:
                near = about and at < _FIRST_BLOCKS
                found += _of_text(block.text, block.line, known, about=near)
    return found


def _of_text(text: str, line: int, known: frozenset[str], *, about: bool) -> list[Listed]:
    found: list[Listed] = []
    text = as_meant(text)
    begins_with_label = label_of((field_of(text) or ("", ""))[0]) is not None
    for at, sentence in enumerate(sentences_of(text)):
        if at == 0 and begins_with_label and not APOLOGIES_FROM.search(sentence):
            continue
        found += _listed(sentence, AWAY_FOR, line, known)
        if about:
            found += _listed(sentence, HERE_FOR, line, known, sure=True)
            found += _listed(sentence, AWAY_OR_ILL, line, known, sure=True)
            found += _guests(sentence, line, known)
        for clause in _clauses(sentence):
            for role, patterns in (CHAIR, FACILITATOR, TAKER):
                holder = _holder(clause, patterns)
                if holder:
                    found.append(_as_listed(holder, line, Attended.PRESENT, role))
    if about and not found and not begins_with_label:
        found = _bare_list(text, line, known)
    return found or _signed(text, line)


def _bare_list(text: str, line: int, known: frozenset[str]) -> list[Listed]:
    """Read a paragraph that is names and nothing else, one of them with an office."""
    parts = entries_of_run(text, known) if len(text) <= _LONGEST_LIST else []
    read = [read_person(part, known) for part in parts]
    entries = [entry for entry in read if entry and is_full_name(entry.name)]
    whole = len(entries) == len(parts) > 1
    if not whole or not any(_OFFICER.search(entry.role or "") for entry in entries):
        return []
    return [_as_listed(entry, line, Attended.PRESENT, None) for entry in entries]


_LONGEST_LIST = 1000
_OFFICER = re.compile(
    r"\b(?:chair(?:man|woman|person)?|secretary|treasurer|clerk|minutes|notes|note[\s-]?taker)\b",
    re.IGNORECASE,
)


def _clauses(sentence: str) -> list[str]:
    """Cut `Jo Lee was in the chair and Sam Patel took the minutes` in two."""
    cut = _TWO_DUTIES.match(sentence)
    return [cut["first"], cut["second"]] if cut else [sentence]


_TWO_DUTIES = re.compile(
    r"(?P<first>[^.]{3,160}?\b(?:chair|chaired(?:\s+the\s+meeting)?|presided|minutes|notes))"
    r"(?:,?\s+and|;|,?\s+while|,)\s+(?P<second>(?:the\s+)?[A-Z][^.]{2,160})",
)


def _guests(sentence: str, line: int, known: frozenset[str]) -> list[Listed]:
    """Read a list that a sentence announces: `Two guests answered at the end: ...`."""
    match = _GUESTS.match(sentence)
    if match is None or label_of(match["subject"]) or field_of(match["who"]):
        return []
    guests = _AS_GUESTS.search(match["subject"])
    if not guests and not _AS_MEMBERS.search(match["subject"]):
        return []
    entries = people_of_run(match["who"], known)
    if not entries or not all(is_full_name(entry.name) for entry in entries):
        return []
    attended = Attended.OFFICIAL if guests else Attended.PRESENT
    return [_as_listed(entry, line, attended, None) for entry in entries]


def _listed(
    sentence: str,
    given: tuple[Attended, Patterns],
    line: int,
    known: frozenset[str],
    *,
    sure: bool = False,
) -> list[Listed]:
    """Find whom a sentence names; `sure` if it must name people and nothing else."""
    attended, patterns = given
    match = next((m for p in patterns if (m := p.search(sentence))), None)
    if match is None:
        return []
    who = re.split(
        r",?\s+(?:and|but|while)\s+(?=[A-Z][^,]{1,60}\s(?:was|were|had|could|would|is|has)\b)"
        r"|\s+(?:who|which|because|due\s+to|as\s+(?:s?he|they)|and\s+(?:accepted|noted|approved"
        r"|were)|,?\s+(?:were|was|had)\b)",
        match["who"],
    )[0]
    if sure and not _names_people(who, known):
        return []
    entries = [e for e in people_of_run(who, known) if is_person_like(e.name)]
    return [_as_listed(entry, line, attended, None) for entry in entries]


def _names_people(who: str, known: frozenset[str]) -> bool:
    """Whether words before or behind a verb are names, each of them."""
    if re.match(r"(?:the\s+)?[a-z]", who) and not re.match(r"(?:the|our|young)\s", who):
        return False
    parts = entries_of_run(who, known)
    read = [read_person(part, known) for part in parts]
    names = [entry.name for entry in read if entry]
    return 0 < len(parts) == len(names) and all(map(is_person_like, names))


def _as_listed(entry: Entry, line: int, attended: Attended, role: str | None) -> Listed:
    return Listed(entry=entry, attended=attended, line=line, role=role, run=-1, said=True)


def _holder(sentence: str, patterns: Sequence[re.Pattern[str]]) -> Entry | None:
    match = next((m for p in patterns if (m := p.search(sentence))), None)
    if match is None:
        return None
    ends = match.end() if match.start("who") == match.start() else match.start("who")
    return None if _NOT_THIS.search(sentence[:ends]) else with_job(match["who"])


def _signed(text: str, line: int) -> list[Listed]:
    """Read `Minutes taken by: Jo Lee` wherever it stands."""
    given = field_of(text)
    label = label_of(given[0]) if given else None
    if not given or not label or label.role != "minute taker":
        return []
    entry = read_person(given[1])
    if entry is None or not is_person_like(entry.name):
        return []
    return [_as_listed(entry, line, Attended.PRESENT, "minute taker")]
