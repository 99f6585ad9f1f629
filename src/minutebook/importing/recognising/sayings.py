"""People that sentences tell of: who chaired, took the minutes, sent apologies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.document import Kind
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.labels import field_of, label_of
from minutebook.importing.recognising.listed import Listed
from minutebook.importing.recognising.misread import as_meant
from minutebook.importing.recognising.names import (
    has_title,
    is_full_name,
    is_person_like,
)
from minutebook.importing.recognising.outline import Section
from minutebook.importing.recognising.person import Entry, read_person
from minutebook.importing.recognising.roles import Role
from minutebook.importing.recognising.runs import entries_of_run, people_of_run
from minutebook.importing.recognising.sentences import sentences_of
from minutebook.importing.recognising.vocabulary import is_role_like

_ELSEWHERE = frozenset({Role.NEXT, Role.REVIEWED, Role.ADDENDUM, Role.ACTIONS})
"""Sections that tell of other meetings, or of what is still to come."""

_NAMES = r"(?P<who>[^:!?]*)"
_FROM = re.compile(
    r"\bapologies\b(?:\s+(?:for|of)\s+(?:absence|lateness|non-attendance))?\s*"
    r"(?:(?:were|was|had|have|has|been|are)\s+|being\s+)*"
    r"(?:received|noted|given|accepted|sent|recorded|tendered|made|offered|submitted|reported)?\s*"
    r"(?:and\s+\w+\s+)?(?:from|by|for|on\s+behalf\s+of)\s*:?\s+" + _NAMES,
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?P<who>[^.:]{3,200}?)\s+(?:had\s+|have\s+|has\s+)?(?:sent|gave|given|offered|tendered|sends"
    r"|submitted)\s+(?:(?:his|her|their|its)\s+)?apologies\b",
    re.IGNORECASE,
)
_PRESENT_TOO = re.compile(
    r"^there\s+(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance)\s*[:–-]?\s+" + _NAMES,
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"^[^:.]{0,80}?\b(?:people|members|residents|of\s+us|present|attended|came|attendance)\b[^:.]{0,60}?"
    r",?\s+(?:including|among\s+them|namely)\s+" + _NAMES,
    re.IGNORECASE,
)
_COULD_NOT = re.compile(
    r"^(?P<who>[^.:]{2,120}?)\s+(?:(?:was|were|is|are)\s+(?:away|ill|unwell|poorly|sick|on\s+(?:holiday"
    r"|leave)|(?:not\s+able|unable)\s+to\s+(?:come|attend|join|make\s+it|be\s+(?:there|here|present)))"
    r"|(?:could\s+not|couldn['’]t|cannot|can['’]t)\s+(?:come|attend|join|make\s+it|be\s+(?:there|here|with))"
    r"|(?:had\s+[^.]{2,40}?\s+and\s+)?(?:had\s+)?sent\s+(?:(?:her|his|their)\s+)?(?:love|word|regrets"
    r"|best\s+wishes|good\s+wishes)"
    r"|had\s+to\s+(?:send|give)\s+apologies)\b",
    re.IGNORECASE,
)
_WERE_THERE = re.compile(
    r"^(?P<who>[^:!?]{5,600}?),?\s+(?:(?:was|were)\s+(?:all\s+|also\s+)?(?:there|here|present|in\s+attendance"
    r"|at\s+the\s+meeting|on\s+the\s+call|in\s+the\s+room|with\s+us)|(?:all\s+|also\s+)?(?:came|attended"
    r"|turned\s+up|joined\s+(?:us|the\s+(?:call|meeting))|met\s+(?:at|on|in|for|to|by|via)))\b",
    re.IGNORECASE,
)
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
_APOLOGISED = re.compile(
    r"^(?P<who>[^.:]{3,120}?)\s+apologised\s+for\s+(?:(?:his|her"
    r"|their)\s+)?absence",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:those\s+|also\s+|there\s+(?:were|was)\s+|the\s+following\s+(?:members?\s+|people\s+)?(?:were\s+|was\s+))?"
    r"(?:present|attending|in\s+attendance|there|here|with\s+us|on\s+the\s+call)\s*(?:were|was|:|-|–)\s+"
    + _NAMES,
    re.IGNORECASE,
)
_CHAIRED_BY = re.compile(
    r"\b(?:was|were|is|and|meeting|roundtable|session|event)?\s*(?:chaired|convened"
    r"|hosted\s+and\s+chaired|presided\s+over)\s+by\s+" + _NAMES,
    re.IGNORECASE,
)
_FACILITATED_BY = re.compile(r"\bfacilitated\s+by\s+" + _NAMES, re.IGNORECASE)
_FACILITATED = re.compile(
    r"^(?P<who>[^.:]{3,80}?)\s+facilitated(?:\s+(?:the|this)\b|$)", re.IGNORECASE
)
_CHAIRED = re.compile(
    r"^(?:in\s+the\s+absence\s+of\s+[^,]+,\s+)?(?P<who>[^.:]{3,80}?)\s+(?:chaired\s+(?:the|this)"
    r"\s+(?:meeting|roundtable|session|forum|agm|event)|(?:was\s+in|took|in)\s+the\s+chair"
    r"|presided|chaired)(?:\b|$)",
    re.IGNORECASE,
)
_TOOK_BY = re.compile(
    r"(?:\b(?:minutes|notes|minuted|note)\s+(?:were\s+|was\s+)?(?:taken|recorded|prepared"
    r"|written(?:\s+up)?|produced)|^(?:minutes|notes)|\bminuted)\s+by\s*:?\s+" + _NAMES,
    re.IGNORECASE,
)
_TOOK = re.compile(
    r"^(?P<who>[^.:]{3,80}?)\s+(?:took|takes|recorded|kept|was\s+taking|agreed\s+to\s+take)\s+"
    r"(?:the\s+)?(?:minutes|notes)\b",
    re.IGNORECASE,
)
_Patterns = tuple[re.Pattern[str], ...]
_AWAY_FOR: tuple[Attended, _Patterns] = (Attended.APOLOGIES, (_FROM, _SENT, _APOLOGISED))
_AWAY_OR_ILL: tuple[Attended, _Patterns] = (Attended.APOLOGIES, (_COULD_NOT,))
_HERE_FOR: tuple[Attended, _Patterns] = (Attended.PRESENT, (_PRESENT_TOO, _INCLUDING, _PRESENT, _WERE_THERE))
_WITH_CHAIR = re.compile(
    r"^(?P<who>[^.:(]{3,60}?)\s*\((?:the\s+)?chair(?:man|woman|person)?\)\s+\w",
    re.IGNORECASE,
)
_CHAIR: tuple[str, _Patterns] = ("chair", (_CHAIRED_BY, _CHAIRED, _WITH_CHAIR))
_FACILITATOR: tuple[str, _Patterns] = (
    "facilitator",
    (_FACILITATED_BY, _FACILITATED),
)
_TAKER: tuple[str, _Patterns] = ("minute taker", (_TOOK_BY, _TOOK))
_ABOUT_PEOPLE = re.compile(
    r"apolog|attend|present|welcome|introduc|absen|opening", re.IGNORECASE
)
_NOT_THIS = re.compile(
    r"\b(?:next|last|previous|will|would|future|to\s+be|sub-?(?:group|committee)|working\s+group)\b",
    re.IGNORECASE,
)
_LONGEST_JOB = 80


def sayings_in(sections: Sequence[Section], known: frozenset[str]) -> list[Listed]:
    """Find whom sentences name: who was away, who chaired, who took the minutes."""
    found: list[Listed] = []
    for section in sections:
        if section.role in _ELSEWHERE:
            continue
        about = section.role in {Role.OPENING, Role.PEOPLE} or bool(
            _ABOUT_PEOPLE.search(section.title)
        )
        for block in section.blocks:
            if block.kind is not Kind.ROW:
                found += _of_text(block.text, block.line, known, about=about)
    return found


def _of_text(text: str, line: int, known: frozenset[str], *, about: bool) -> list[Listed]:
    found: list[Listed] = []
    text = as_meant(text)
    begins_with_label = label_of((field_of(text) or ("", ""))[0]) is not None
    for at, sentence in enumerate(sentences_of(text)):
        if at == 0 and begins_with_label and not _FROM.search(sentence):
            continue
        found += _listed(sentence, _AWAY_FOR, line, known)
        if about:
            found += _listed(sentence, _HERE_FOR, line, known, sure=True)
            found += _listed(sentence, _AWAY_OR_ILL, line, known, sure=True)
            found += _guests(sentence, line, known)
        for clause in _clauses(sentence):
            for role, patterns in (_CHAIR, _FACILITATOR, _TAKER):
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
    given: tuple[Attended, _Patterns],
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
