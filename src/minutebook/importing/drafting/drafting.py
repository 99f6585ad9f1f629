"""From what was recognised in a document to a draft for the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from minutebook.changing.paths import path_of
from minutebook.importing.drafting.account import lost_lines
from minutebook.importing.drafting.draft import REVIEW, Draft
from minutebook.importing.drafting.minutes import Placing, minutes_of
from minutebook.importing.drafting.placing import Links, place
from minutebook.importing.drafting.records import (
    NO_DAY,
    attendances,
    came,
    kind_of,
    next_meetings,
    records_of,
)
from minutebook.importing.drafting.review import review_of
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.part import Part
from minutebook.reading import write_record
from minutebook.records import (
    Action,
    Addendum,
    Concern,
    Decision,
    Meeting,
    Record,
    SourceDocument,
)


def draft_of(part: Part, group_id: str | None = None) -> Draft:
    """Make the files of a draft; `group_id` is that of the group, if it is known."""
    found = part.found
    records = records_of(found, group_id)
    of_all: tuple[Action | Decision | Concern, ...] = (
        *records.actions,
        *records.decisions,
        *records.concerns,
    )
    placing, moved = place(
        found,
        part.sections,
        {record.id: record.title for record in of_all},
        Links(
            actions=[record.id for record in records.actions],
            decisions=[record.id for record in records.decisions],
            concerns=[record.id for record in records.concerns],
        ),
    )
    group = group_id or (records.group.id if records.group else None)
    meeting = _meeting(part, records.meeting_id, group, placing)
    files = {path_of(meeting): _written(meeting)}
    files |= _files((*of_all, *records.themes))
    files |= _files([records.group] if records.group else [])
    texts = [*files.values(), *(one.text for one in moved)]
    texts += [aside.text for aside in part.document.asides]
    lost = lost_lines(part.document.lines, texts)
    files[REVIEW] = review_of(found, records, part.document, moved, lost)
    return Draft(id=meeting.id, meeting=meeting, files=files)


def _meeting(part: Part, meeting_id: str, group: str | None, placing: Placing) -> Meeting:
    found = part.found
    return Meeting(
        id=meeting_id,
        title=found.title,
        date=found.date or NO_DAY,
        group=group,
        start=found.start,
        end=found.end,
        venue=found.venue,
        kind=kind_of(found.title),
        attendees=came(found.people),
        officials=attendances(found.people, Attended.OFFICIAL),
        apologies=attendances(found.people, Attended.APOLOGIES),
        source=SourceDocument(title=part.document.name),
        next_meetings=next_meetings(found),
        addenda=tuple(_addenda(part, placing)),
        text=minutes_of(
            [one for one in part.sections if one.role is not Role.ADDENDUM], placing
        ),
    )


def _addenda(part: Part, placing: Placing) -> list[Addendum]:
    """Write annexes with their lists and tables, and notes as they were found."""
    found = []
    for addendum in part.found.addenda:
        sections = _annex(part.sections, addendum.line)
        text = minutes_of(sections, placing) if sections else addendum.text
        found.append(Addendum(title=addendum.title, text=text))
    return found


def _annex(sections: Sequence[Section], line: int) -> list[Section]:
    """Give an annex without its heading, and the sections below it."""
    at = next(
        (
            n
            for n, one in enumerate(sections)
            if one.role is Role.ADDENDUM and one.heading and one.heading.line == line
        ),
        None,
    )
    if at is None:
        return []
    first, *following = sections[at:]
    below = takewhile(
        lambda one: one.role is Role.ADDENDUM and one.level > first.level, following
    )
    return [replace(first, heading=None), *below]


def _files(records: Sequence[Record]) -> dict[str, str]:
    return {path_of(record): write_record(record) for record in records}


def _written(meeting: Meeting) -> str:
    """Write the note; a day that is not known is left open, for a person to fill in."""
    return write_record(meeting).replace(
        f"\ndate: {NO_DAY.isoformat()}\n", "\ndate:\n", 1
    )
