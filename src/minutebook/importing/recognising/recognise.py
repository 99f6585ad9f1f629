"""A document to what it says of meetings: the whole way, on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Document
from minutebook.importing.findings import FoundMeeting, FoundSection
from minutebook.importing.recognising.actions.actions import promises_in
from minutebook.importing.recognising.addenda import addenda_in
from minutebook.importing.recognising.concerns import concerns_in
from minutebook.importing.recognising.decisions.decisions import decisions_in
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.meeting.facts import facts_of
from minutebook.importing.recognising.meeting.next_meeting import next_meetings_in
from minutebook.importing.recognising.outline.outline import Section, outline_of
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.outline.unfolding import unfolded
from minutebook.importing.recognising.part import Part
from minutebook.importing.recognising.people.initials import (
    ambiguous_initials,
    initials_of,
)
from minutebook.importing.recognising.people.people import people_in
from minutebook.importing.recognising.several import meetings_of


def recognise(document: Document) -> tuple[Part, ...]:
    """Find the meetings of a document, and what it says of each."""
    cut = meetings_of(document.blocks)
    starts = [1, *(blocks[0].line for blocks in cut[1:])]
    ends = [*(start - 1 for start in starts[1:]), len(document.lines)]
    parts = [
        part_of(_cut(document, blocks, start, end))
        for blocks, start, end in zip(cut, starts, ends, strict=True)
    ]
    return tuple(_of_group(part, parts[0].found.group) for part in parts)


def _of_group(part: Part, group: str | None) -> Part:
    """Give a meeting the group of the first one, where it names none itself."""
    if part.found.group or not group:
        return part
    return replace(part, found=replace(part.found, group=group))


def _cut(document: Document, blocks: Sequence[Block], start: int, end: int) -> Document:
    return replace(
        document,
        blocks=tuple(blocks),
        lines=document.lines[start - 1 : end],
        asides=tuple(a for a in document.asides if start <= a.line <= end),
    )


def part_of(document: Document) -> Part:
    """Find what a document that is about one meeting says of it."""
    document = unfolded(document)
    shown = outline_of(document.blocks)
    sections = what_is_said(shown)
    facts = facts_of(document.name, sections)
    people = people_in(document.name, sections)
    names = {one.name for one in people.people}
    names |= {one.organisation for one in people.people if one.organisation}
    known = Known(
        document=document.name,
        day=facts.date,
        names=tuple(sorted(names)),
        organisations=tuple(
            sorted({one.organisation for one in people.people if one.organisation})
        ),
        initials=initials_of(people, sections),
    )
    promises = promises_in(sections, known)
    found = FoundMeeting(
        title=facts.title,
        group=facts.group,
        date=facts.date,
        start=facts.start,
        end=facts.end,
        venue=facts.venue,
        next_meetings=next_meetings_in(sections, facts.date),
        people=people.people,
        sections=tuple(_sections(sections)),
        actions=promises.actions,
        reviewed_actions=promises.reviewed,
        decisions=decisions_in(sections, known),
        concerns=concerns_in(sections, [one.name for one in people.people]),
        addenda=addenda_in(sections),
        problems=(
            *facts.problems,
            *people.problems,
            *promises.problems,
            *ambiguous_initials(document.name, people, promises.actions),
        ),
    )
    return Part(found=found, sections=shown, document=document)


def what_is_said(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Leave out what the minutes show and do not say."""
    return tuple(
        replace(section, blocks=tuple(b for b in section.blocks if not b.quoted))
        for section in sections
    )


def _sections(sections: Sequence[Section]) -> Iterator[FoundSection]:
    """List the subjects of the minutes: no lists of people, no agenda of another day."""
    for section in sections:
        agenda = section.role is Role.NEXT and any(
            "agenda" in title.casefold() for title in (section.title, *section.path)
        )
        hidden = section.role is Role.PEOPLE and section.number is None
        if (
            section.heading
            and section.level
            and not (agenda or hidden or section.role is Role.CONTENTS)
        ):
            yield FoundSection(
                number=section.number,
                title=section.title,
                level=section.level,
                line=section.heading.line,
            )
