"""What the book already has of a draft: its meeting, or its concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.importing.accepting.alike import raised_before
from minutebook.importing.accepting.drafts import Drafts, path_of
from minutebook.problems import Place, Problem
from minutebook.records import Concern, Group, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a person has said of concerns that look like earlier ones."""

    again: frozenset[str] = frozenset()
    """Ids of drafts that are the earlier concern, raised again."""

    new: frozenset[str] = frozenset()
    """Ids of drafts that are another concern."""


def meets_again(meeting: Meeting, group: Group | None, book: Book) -> Iterator[Problem]:
    """Report a meeting that the book has already."""
    for other in book.meetings:
        same_group = (group.id if group else None) == other.group
        same_title = other.title.casefold() == meeting.title.casefold()
        if other.id == meeting.id or (
            other.date == meeting.date and (same_group or same_title)
        ):
            yield Problem(
                code="import-meeting-exists",
                place=Place(path_of(meeting)),
                summary=f"the book has this meeting already: `{path_of(other)}`",
                hint="compare the two; then remove the draft, or correct the note there",
            )
            return


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
            hint=f"say `--again {concern.id}` to record that it was raised again,"
            f" or `--new {concern.id}` if it is another point",
        )
