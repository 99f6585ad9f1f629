"""What the book already has of a draft: its meeting, or its concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.book import Book
from minutebook.changing.paths import path_of
from minutebook.importing.accepting.alike import raised_before
from minutebook.importing.accepting.drafts import Drafts
from minutebook.problems import Place, Problem
from minutebook.records import Concern, Group, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person has said of concerns that look like earlier ones."""

    again: frozenset[str] = frozenset()
    """Ids of drafts that are the earlier concern, raised again."""

    new: frozenset[str] = frozenset()
    """Ids of drafts that are another concern."""


def same_meeting(meeting: Meeting, book: Book) -> Meeting | None:
    """Find the same meeting in the book: its id, or its day with its group or title."""
    for other in book.meetings:
        same_group = meeting.group is not None and meeting.group == other.group
        same_title = other.title.casefold() == meeting.title.casefold()
        same_day = other.date == meeting.date
        if other.id == meeting.id or (same_day and (same_group or same_title)):
            return other
    return None


def meets_again(meeting: Meeting, group: Group | None, book: Book) -> Iterator[Problem]:
    """Report a meeting that the book has already."""
    known = replace(meeting, group=group.id if group else meeting.group)
    other = same_meeting(known, book)
    if other:
        yield Problem(
            code="import-meeting-exists",
            place=Place(path_of(meeting)),
            summary=f"the book has this meeting already: `{path_of(other)}`",
            hint="compare the two; then remove the draft, or correct the note there",
        )


def earlier(drafts: Drafts, book: Book) -> dict[str, Concern]:
    """Find for each concern of a draft the one of the book that it looks like, if any."""
    pairs = ((one, raised_before(one, book.concerns)) for one in drafts.concerns)
    return {one.id: other for one, other in pairs if other}


def looks_raised(
    drafts: Drafts, found: dict[str, Concern], answers: Answers
) -> Iterator[Problem]:
    """Ask about each concern that looks like an earlier one and was not answered for."""
    for concern in drafts.concerns:
        other = found.get(concern.id)
        if other is None or concern.id in answers.again | answers.new:
            continue
        meetings = ", ".join(raised.meeting for raised in other.raised)
        yield Problem(
            code="import-raised-before",
            place=Place(path_of(concern)),
            summary=f"`{concern.title}` looks like `{other.id}`, raised in {meetings}",
            hint=f"add `--again {concern.id}` to the command to record that it was raised"
            " again,"
            f" or `--new {concern.id}` if it is another point",
        )
