"""What a document says of its meeting as a whole: title, group, day, hours, place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.document import Kind
from minutebook.importing.recognising.meeting.called import named_after, title_of
from minutebook.importing.recognising.meeting.day import day_of
from minutebook.importing.recognising.meeting.fields import HeadLine
from minutebook.importing.recognising.meeting.group import group_of
from minutebook.importing.recognising.meeting.head import head_of
from minutebook.importing.recognising.meeting.hours import Hours, hours_of
from minutebook.importing.recognising.meeting.took_place import told_in
from minutebook.importing.recognising.meeting.whereabouts import venue_of
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.problems import Place, Problem, Severity

_OTHER_MEETINGS = frozenset({Role.NEXT, Role.REVIEWED, Role.ADDENDUM, Role.ACTIONS})
_FIRST_SECTIONS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """The facts of one meeting."""

    title: str
    group: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    venue: str | None = None
    problems: tuple[Problem, ...] = ()


def facts_of(document: str, sections: Sequence[Section]) -> MeetingFacts:
    """Find the facts of a meeting; `document` is the name of the file."""
    printed = head_of(sections)
    prose = _prose(sections)
    head = (*printed, *_not_printed(told_in(prose), printed))
    said = [
        (block.text, block.line)
        for section in sections
        if section.role not in _OTHER_MEETINGS - {Role.NEXT}
        for block in section.blocks
        if block.kind is not Kind.ROW
    ]
    day = day_of(
        document, head, prose, [(b.text, b.line) for s in sections for b in s.blocks]
    )
    hours = hours_of(head, said)
    problems = [*day.problems]
    if hours.contradict:
        problems.append(_ends_before_start(document, head, hours))
    group = group_of(printed, [text for text, _ in prose])
    return MeetingFacts(
        title=title_of(printed) or group or named_after(document),
        group=group,
        date=day.date,
        start=hours.start,
        end=None if hours.contradict else hours.end,
        venue=venue_of(head),
        problems=tuple(problems),
    )


def _ends_before_start(document: str, head: Sequence[HeadLine], hours: Hours) -> Problem:
    fields = {one.field: one.line for one in reversed(head) if one.field}
    printed = fields.get("end") or fields.get("time") or fields.get("date") or 1
    line = hours.told_on or printed
    return Problem(
        code="import-ends-before-start",
        place=Place(document, line),
        summary=f"the meeting began at {hours.start:%H:%M}"
        f" and ended at {hours.end:%H:%M}",
        hint="see which is right, and write when it ended into the draft",
        severity=Severity.WARNING,
    )


def _not_printed(told: Sequence[HeadLine], printed: Sequence[HeadLine]) -> list[HeadLine]:
    """Leave out a line that is in the head already."""
    lines = {one.line for one in printed if not one.is_prose}
    return [one for one in told if one.line not in lines]


def _prose(sections: Sequence[Section]) -> list[tuple[str, int]]:
    """Give the paragraphs near the beginning, which may tell when the meeting was."""
    return [
        (block.text, block.line)
        for section in sections[:_FIRST_SECTIONS]
        if section.role in {Role.OPENING, Role.BODY}
        for block in section.blocks
        if block.kind is not Kind.ROW
    ]
