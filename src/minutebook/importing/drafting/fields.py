"""What leaves the minutes because the fields of the note say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.importing.document import Kind
from minutebook.importing.drafting.places import Places, says_only
from minutebook.importing.findings import Attended, FoundMeeting
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role


def place_fields(
    meeting: FoundMeeting, sections: Sequence[Section], places: Places
) -> None:
    """Take out of the minutes what is a field now, and headings that are left bare."""
    _place_people(meeting, sections, places)
    _place_opening(meeting, sections, places)
    _place_contents(sections, places)
    _place_empty(sections, places)


def _place_people(
    meeting: FoundMeeting, sections: Sequence[Section], places: Places
) -> None:
    """Take lists of people out of the minutes whose people all became fields."""
    listed = [
        person
        for person in meeting.people
        if person.attendance not in {Attended.ABSENT, Attended.UNKNOWN}
    ]
    for section in sections:
        if section.role not in {Role.PEOPLE, Role.OPENING}:
            continue
        for block in section.blocks:
            said = [
                part
                for person in listed
                if block.line <= person.line <= block.end
                for part in (person.name, person.organisation or "", person.role or "")
            ]
            if said and says_only(block.text, said):
                places.move(block, "the people of the note")
        _place_heads(section, places)


def _place_heads(section: Section, places: Places) -> None:
    """Take the head of a table of people along with its rows."""
    rows = [block for block in section.blocks if block.kind is Kind.ROW]
    moved = [block in places.instead for block in rows]
    if len(rows) > 1 and not moved[0] and all(moved[1:]):
        places.move(rows[0], "nowhere: it only headed a table")


def _place_opening(
    meeting: FoundMeeting, sections: Sequence[Section], places: Places
) -> None:
    """Take out of the opening what the fields of the note say."""
    said = [meeting.title, meeting.group or "", meeting.venue or "", *_days(meeting)]
    for section in sections:
        if section.role is not Role.OPENING:
            continue
        heading = [section.heading] if section.heading else []
        for block in (*heading, *section.blocks):
            if block not in places.instead and says_only(block.text, said):
                places.move(block, "the title, day, hours or place of the note")


def _days(meeting: FoundMeeting) -> Iterator[str]:
    """Give the ways in which minutes write the day and the hours of a meeting."""
    day = meeting.date
    if day:
        yield f"{day:%A %a %B %b %Y %y %d %m} {day.day} {day.month} {day.isoformat()}"
        yield f"{day.day}st {day.day}nd {day.day}rd {day.day}th"
    for hour in filter(None, (meeting.start, meeting.end)):
        short = hour.hour % 12 or 12
        minutes = f"{hour:%M}"
        yield f"{hour:%H %M} {hour.hour} {short} am pm a m p m {minutes} noon midday"
        yield " ".join(f"{at}{half}" for at in (short, minutes) for half in ("am", "pm"))
        yield f"{hour:%H%M} {hour:%H%M}hrs hrs"


def _place_contents(sections: Sequence[Section], places: Places) -> None:
    for section in sections:
        if section.role is Role.CONTENTS and section.heading:
            for block in (section.heading, *section.blocks):
                places.move(block, "nowhere: a table of contents")


def _place_empty(sections: Sequence[Section], places: Places) -> None:
    """Take a heading out that has lost all that stood below it."""
    for section, after in zip(sections, (*sections[1:], None), strict=True):
        emptied = section.blocks and all(
            not places.instead.get(block, ("kept",)) for block in section.blocks
        )
        deeper = after is not None and after.level > section.level
        if emptied and not deeper and section.heading and section.number is None:
            places.move(section.heading, "nowhere: nothing is left below this heading")
