"""The empty minutes of a meeting: headings, and what the last meeting left to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutebook.book import Book
from minutebook.changing.escaping import escape
from minutebook.contributing.commented.for_meetings import before
from minutebook.records import Meeting

_MOST_OPEN = 20
"""Actions that are listed under matters arising; the page of the meeting has them all."""


def minutes(meeting: Meeting, book: Book) -> Meeting:
    """Give a meeting the headings an assembly usually has, to be filled in."""
    parts = (
        "## Apologies",
        "## Minutes of the last meeting",
        *_last(meeting, book),
        "## Matters arising",
        *_arising(meeting, book),
        "## Any other business",
        "## Next meeting",
    )
    return replace(meeting, text="\n\n".join(parts))


def _last(meeting: Meeting, book: Book) -> Iterator[str]:
    last = before(meeting, book)
    if last:
        yield f"[{escape(last.title)}, {last.date}]({last.id}.md)"


def _arising(meeting: Meeting, book: Book) -> Iterator[str]:
    """List the actions that the group had agreed before and that are still open."""
    group = book.groups.get(meeting.group)
    still = [
        action
        for earlier in book.meetings_of_group(group)
        if earlier.date < meeting.date
        for action in book.actions_of_meeting(earlier)
        if not action.standing.is_closed
    ]
    if still:
        yield "\n".join(
            f"- [{escape(one.title)}](../actions/{one.id}.md)"
            for one in still[-_MOST_OPEN:]
        )
