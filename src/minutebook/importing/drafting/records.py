"""Findings to records: what will stand in the notes once a draft is accepted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.changing.escaping import escape
from minutebook.changing.naming import all_unused, slug_of, title_of
from minutebook.importing.findings import (
    Attended,
    Confidence,
    FoundAction,
    FoundMeeting,
    FoundPerson,
)
from minutebook.records import (
    Action,
    Attendance,
    Concern,
    Decision,
    Group,
    MeetingKind,
    NextMeeting,
    Raising,
    Theme,
    When,
)

NO_DAY = dt.date.min
"""Stands for a day that the document does not tell, or tells twice."""

_KINDS = (
    (
        re.compile(
            r"\b(?:extraordinary|special)\s+(?:general\s+)?meeting\b|\bEGM\b",
            re.IGNORECASE,
        ),
        MeetingKind.EXTRAORDINARY,
    ),
    (
        re.compile(r"\bannual\s+(?:general\s+)?meeting\b|\bAGM\b", re.IGNORECASE),
        MeetingKind.GENERAL_MEETING,
    ),
    (re.compile(r"\bround[\s-]?table\b", re.IGNORECASE), MeetingKind.ROUNDTABLE),
    (re.compile(r"\bworkshop\b", re.IGNORECASE), MeetingKind.WORKSHOP),
)
_HERE = (Attended.PRESENT, Attended.PART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All records of one draft but the meeting itself."""

    meeting_id: str
    group: Group | None
    actions: tuple[Action, ...]
    decisions: tuple[Decision, ...]
    concerns: tuple[Concern, ...]
    themes: tuple[Theme, ...]


def records_of(found: FoundMeeting, group_id: str | None) -> Records:
    """Make records of what was found; `group_id` is that of the group, if it is known."""
    group = None
    if group_id is None and found.group:
        group = Group(id=slug_of(found.group), title=found.group)
    meeting_id = meeting_id_of(found, group_id or (group.id if group else None))
    themes = _themes(found)
    return Records(
        meeting_id=meeting_id,
        group=group,
        actions=tuple(actions_of(found, meeting_id)),
        decisions=tuple(
            Decision(
                id=f"{meeting_id}-d{number}",
                title=title_of(decision.text),
                decided_in=meeting_id,
                text=escape(decision.text),
            )
            for number, decision in enumerate(found.decisions, 1)
        ),
        concerns=tuple(concerns_of(found, meeting_id)),
        themes=themes,
    )


def meeting_id_of(found: FoundMeeting, group_id: str | None) -> str:
    """Name a meeting by its day and its group, or else by its title."""
    name = group_id or slug_of(found.title)
    day = found.date.isoformat() if found.date else "undated"
    return f"{day}-{name}"


def kind_of(title: str) -> MeetingKind:
    """Tell what sort of meeting it was, if its title says so."""
    for pattern, kind in _KINDS:
        if pattern.search(title):
            return kind
    return MeetingKind.MEETING


def tracked(found: FoundMeeting) -> tuple[FoundAction, ...]:
    """Give the actions that are sure enough to become records."""
    return tuple(one for one in found.actions if one.confidence is not Confidence.LOW)


def attendances(
    people: Sequence[FoundPerson], *kinds: Attended
) -> tuple[Attendance, ...]:
    """Write people as they stand in a note."""
    return tuple(_attendance(one) for one in people if one.attendance in kinds)


def came(people: Sequence[FoundPerson]) -> tuple[Attendance, ...]:
    """Write those who were there, for all or a part of the meeting."""
    return attendances(people, *_HERE)


def next_meetings(found: FoundMeeting) -> tuple[NextMeeting, ...]:
    """Write what was said about meetings to come."""
    return tuple(
        NextMeeting(date=When(date=one.date), about=one.text)
        if one.date
        else NextMeeting(about=one.text)
        for one in found.next_meetings
    )


def _attendance(person: FoundPerson) -> Attendance:
    role = person.role
    if person.attendance is Attended.PART:
        role = f"{role}, part of the meeting" if role else "part of the meeting"
    return Attendance(name=person.name, organisation=person.organisation, role=role)


def actions_of(found: FoundMeeting, meeting_id: str) -> list[Action]:
    """Make a record of each action that is sure enough, numbered from 1."""
    return [
        Action(
            id=f"{meeting_id}-a{number}",
            title=title_of(action.text, action.owners),
            owners=action.owners,
            raised_in=meeting_id,
            due=_due(action),
            text=escape(action.text),
        )
        for number, action in enumerate(tracked(found), 1)
    ]


def _due(action: FoundAction) -> When | None:
    if action.due:
        return When(date=action.due)
    return When(words=action.due_text) if action.due_text else None


def _themes(found: FoundMeeting) -> tuple[Theme, ...]:
    titles = dict.fromkeys(concern.theme for concern in found.concerns)
    return tuple(Theme(id=slug_of(title), title=title) for title in titles if title)


def concerns_of(found: FoundMeeting, meeting_id: str) -> list[Concern]:
    """Make a record of each labelled point, as this meeting raised it."""
    ids = all_unused([slug_of(concern.label) for concern in found.concerns])
    return [
        Concern(
            id=record,
            title=concern.label[:1].upper() + concern.label[1:],
            raised=(Raising(meeting=meeting_id, label=concern.label, said=concern.text),),
            kind=concern.kind,
            themes=(slug_of(concern.theme),) if concern.theme else (),
        )
        for record, concern in zip(ids, found.concerns, strict=True)
    ]
