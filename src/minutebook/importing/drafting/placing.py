"""Where everything in a document goes: into minutes, a field, a record, or nowhere.

A block leaves the minutes only if all its words are found again in what took its place,
or if it is quoted in the review. Everything else stays where it stood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutebook.changing.links import action_link, decision_link
from minutebook.importing.document import Block
from minutebook.importing.drafting.draft import Moved
from minutebook.importing.drafting.fields import place_fields
from minutebook.importing.drafting.links import begins_with_mark, concern_line
from minutebook.importing.drafting.minutes import Placing
from minutebook.importing.drafting.places import Places, says_only, words_of
from minutebook.importing.drafting.records import tracked
from minutebook.importing.findings import FoundMeeting
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The ids of the records that findings became, in their order."""

    actions: Sequence[str] = ()
    decisions: Sequence[str] = ()
    concerns: Sequence[str] = ()


def place(
    meeting: FoundMeeting,
    sections: Sequence[Section],
    titles: Mapping[str, str],
    links: Links,
) -> tuple[Placing, tuple[Moved, ...]]:
    """Decide what becomes of each block; `titles` are those of the records by id."""
    places = Places()
    blocks = [block for section in sections for block in section.blocks]
    _place_records(meeting, blocks, titles, links, places)
    _place_repeated(meeting, sections, titles, links, places)
    place_fields(meeting, sections, places)
    placing = Placing(instead=places.instead, below=places.below)
    return placing, tuple(sorted(places.moved, key=lambda moved: moved.line))


def _place_records(
    meeting: FoundMeeting,
    blocks: Sequence[Block],
    titles: Mapping[str, str],
    links: Links,
    places: Places,
) -> None:
    """Put links where actions, decisions, concerns and later notes stood."""
    for action, record in zip(tracked(meeting), links.actions, strict=True):
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
    block: Block | None, said: Sequence[str], link: str, where: str, places: Places
) -> None:
    """Put a link in the place of a block, or below it if it says more than the record."""
    if block is None:
        return
    if says_only(block.text, said) or begins_with_mark(block.text):
        places.move(block, where, (link,))
    else:
        places.below[block] = (*places.below.get(block, ()), link)


def _place_repeated(
    meeting: FoundMeeting,
    sections: Sequence[Section],
    titles: Mapping[str, str],
    links: Links,
    places: Places,
) -> None:
    """Lead from a summary of actions to the actions that were noted before."""
    for section in sections:
        if section.role is not Role.ACTIONS:
            continue
        for block in section.blocks:
            if block in places.instead or block in places.below:
                continue
            for action, record in zip(tracked(meeting), links.actions, strict=True):
                said = (action.text, *action.owners, action.due_text or "")
                if says_only(block.text, said) and len(block.text.split()) > 1:
                    link = action_link(titles[record], record)
                    places.move(block, f"action {record}, said before", (link,))
                    break


def _at(blocks: Sequence[Block], line: int, text: str) -> Block | None:
    """Find the block on a line; of several, the one that says most of a text."""
    here = [block for block in blocks if block.line <= line <= block.end]
    wanted = set(words_of(text))
    return max(here, key=lambda b: len(wanted & set(words_of(b.text))), default=None)
