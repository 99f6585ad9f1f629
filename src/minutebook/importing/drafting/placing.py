"""Where everything in a document goes: into minutes, a field, a record, or nowhere.

A block leaves the minutes only if all its words are found again in what took its place,
or if it is quoted in the review. Everything else stays where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from minutebook.importing.document import Block, Kind
from minutebook.importing.drafting.draft import Moved
from minutebook.importing.drafting.links import (
    action_link,
    begins_with_mark,
    concern_line,
    decision_link,
)
from minutebook.importing.drafting.minutes import Placing
from minutebook.importing.findings import Attended, Confidence, FoundMeeting
from minutebook.importing.recognising.outline import Section
from minutebook.importing.recognising.roles import Role

_LABELS = frozenset(
    """action actions agreed also and apologies apology attendance attended attendees
    attending by chair chaired date day decision due for from held in is location meeting
    members minute minutes name names none note notes officials of on organisation
    organisations owner place present received regrets role roles s sent status summary
    taken taker task the time to venue via were who with""".split()
)
"""Words of forms that say nothing once the form is filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The ids of the records that findings became, in their order."""

    actions: Sequence[str] = ()
    decisions: Sequence[str] = ()
    concerns: Sequence[str] = ()


@dataclass(slots=True, kw_only=True)
class _Places:
    """What is decided while walking through a document."""

    instead: dict[Block, tuple[str, ...]] = field(default_factory=dict)
    below: dict[Block, tuple[str, ...]] = field(default_factory=dict)
    moved: list[Moved] = field(default_factory=list)

    def move(self, block: Block, where: str, instead: Iterable[str] = ()) -> None:
        """Take a block out of the minutes and tell where its words are now."""
        lines = (*self.instead.get(block, ()), *instead)
        if block not in self.instead:
            text = f"{block.marker} {block.text}".strip()
            self.moved.append(
                Moved(line=block.line, page=block.page, text=text, where=where)
            )
        self.instead[block] = lines


def place(
    meeting: FoundMeeting,
    sections: Sequence[Section],
    titles: Mapping[str, str],
    links: Links,
) -> tuple[Placing, tuple[Moved, ...]]:
    """Decide what becomes of each block; `titles` are those of the records by id."""
    places = _Places()
    blocks = [block for section in sections for block in section.blocks]
    _place_records(meeting, blocks, titles, links, places)
    _place_repeated(meeting, sections, titles, links, places)
    _place_people(meeting, sections, places)
    _place_opening(meeting, sections, places)
    _place_contents(sections, places)
    _place_empty(sections, places)
    placing = Placing(instead=places.instead, below=places.below)
    return placing, tuple(sorted(places.moved, key=lambda moved: moved.line))


def _place_records(
    meeting: FoundMeeting,
    blocks: Sequence[Block],
    titles: Mapping[str, str],
    links: Links,
    places: _Places,
) -> None:
    """Put links where actions, decisions, concerns and later notes stood."""
    tracked = [one for one in meeting.actions if one.confidence is not Confidence.LOW]
    for action, record in zip(tracked, links.actions, strict=True):
        said = (action.text, *action.owners, action.due_text or "")
        link = action_link(titles[record], record)
        _put(
            _at(blocks, action.line, action.text), said, link, f"action {record}", places
        )
    for decision, record in zip(meeting.decisions, links.decisions, strict=True):
        link = decision_link(titles[record], record)
        _put(
            _at(blocks, decision.line, decision.text),
            (decision.text,),
            link,
            f"decision {record}",
            places,
        )
    for concern, record in zip(meeting.concerns, links.concerns, strict=True):
        block = _at(blocks, concern.line, concern.text)
        if block:
            kind = block.text[: max(0, block.text.find(concern.label))]
            line = concern_line(concern.label, concern.text, record, before=kind)
            places.instead[block] = (line,)
    for addendum in meeting.addenda:
        block = _at(blocks, addendum.line, addendum.text)
        if block:
            places.move(block, "an addendum of the note")


def _put(
    block: Block | None, said: Sequence[str], link: str, where: str, places: _Places
) -> None:
    """Put a link in the place of a block, or below it if it says more than the record."""
    if block is None:
        return
    if _says_only(block.text, said) or begins_with_mark(block.text):
        places.move(block, where, (link,))
    else:
        places.below[block] = (*places.below.get(block, ()), link)


def _place_repeated(
    meeting: FoundMeeting,
    sections: Sequence[Section],
    titles: Mapping[str, str],
    links: Links,
    places: _Places,
) -> None:
    """Lead from a summary of actions to the actions that were noted before."""
    tracked = [one for one in meeting.actions if one.confidence is not Confidence.LOW]
    for section in sections:
        if section.role is not Role.ACTIONS:
            continue
        for block in section.blocks:
            if block in places.instead or block in places.below:
                continue
            for action, record in zip(tracked, links.actions, strict=True):
                said = (action.text, *action.owners, action.due_text or "")
                if _says_only(block.text, said) and len(block.text.split()) > 1:
                    link = action_link(titles[record], record)
                    places.move(block, f"action {record}, said before", (link,))
                    break


def _place_people(
    meeting: FoundMeeting, sections: Sequence[Section], places: _Places
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
            if said and _says_only(block.text, said):
                places.move(block, "the people of the note")
        _place_heads(section, places)


def _place_heads(section: Section, places: _Places) -> None:
    """Take the head of a table of people along with its rows."""
    rows = [block for block in section.blocks if block.kind is Kind.ROW]
    moved = [block in places.instead for block in rows]
    if len(rows) > 1 and not moved[0] and all(moved[1:]):
        places.move(rows[0], "nowhere: it only headed a table")


def _place_opening(
    meeting: FoundMeeting, sections: Sequence[Section], places: _Places
) -> None:
    """Take out of the opening what the fields of the note say."""
    said = [meeting.title, meeting.group or "", meeting.venue or "", *_days(meeting)]
    for section in sections:
        if section.role is not Role.OPENING:
            continue
        heading = [section.heading] if section.heading else []
        for block in (*heading, *section.blocks):
            if block not in places.instead and _says_only(block.text, said):
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


def _place_contents(sections: Sequence[Section], places: _Places) -> None:
    for section in sections:
        if section.role is Role.CONTENTS and section.heading:
            for block in (section.heading, *section.blocks):
                places.move(block, "nowhere: a table of contents")


def _place_empty(sections: Sequence[Section], places: _Places) -> None:
    """Take a heading out that has lost all that stood below it."""
    for section, after in zip(sections, (*sections[1:], None), strict=True):
        emptied = section.blocks and all(
            not places.instead.get(block, ("kept",)) for block in section.blocks
        )
        deeper = after is not None and after.level > section.level
        if emptied and not deeper and section.heading and section.number is None:
            places.move(section.heading, "nowhere: nothing is left below this heading")


def _at(blocks: Sequence[Block], line: int, text: str) -> Block | None:
    """Find the block on a line; of several, the one that says most of a text."""
    here = [block for block in blocks if block.line <= line <= block.end]
    wanted = set(words_of(text))
    return max(here, key=lambda b: len(wanted & set(words_of(b.text))), default=None)


def _says_only(text: str, said: Iterable[str]) -> bool:
    """Whether all words of a text are among those said, or are words of forms."""
    known = {word for part in said for word in words_of(part)} | _LABELS
    return all(word in known for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Give the words of a text, in the form in which they are compared."""
    return re.findall(r"[^\W_]+", text.casefold())
