"""What a document says of its meeting as a whole: title, group, day, hours, place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.document import Kind
from minutebook.importing.recognising.called import group_of, named_after, title_of
from minutebook.importing.recognising.day import day_of
from minutebook.importing.recognising.head import head_of
from minutebook.importing.recognising.hours import hours_of
from minutebook.importing.recognising.outline import Section
from minutebook.importing.recognising.roles import Role
from minutebook.importing.recognising.whereabouts import venue_of
from minutebook.problems import Problem

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
    head = head_of(sections)
    prose = _prose(sections)
    said = [
        block.text
        for section in sections
        if section.role not in _OTHER_MEETINGS - {Role.NEXT}
        for block in section.blocks
        if block.kind is not Kind.ROW
    ]
    day = day_of(document, head, prose, [b.text for s in sections for b in s.blocks])
    start, end = hours_of(head, said)
    group = group_of(head, [text for text, _ in prose])
    return MeetingFacts(
        title=title_of(head) or group or named_after(document),
        group=group,
        date=day.date,
        start=start,
        end=end,
        venue=venue_of(head),
        problems=day.problems,
    )


def _prose(sections: Sequence[Section]) -> list[tuple[str, int]]:
    """Give the paragraphs near the beginning, which may tell when the meeting was."""
    return [
        (block.text, block.line)
        for section in sections[:_FIRST_SECTIONS]
        if section.role in {Role.OPENING, Role.BODY}
        for block in section.blocks
        if block.kind is not Kind.ROW
    ]
