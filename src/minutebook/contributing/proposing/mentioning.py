"""A new action in the note of its meeting: a line that leads to it."""

from __future__ import annotations

import re

from minutebook.changing.links import action_link
from minutebook.contributing.proposing.adding import with_addendum
from minutebook.contributing.proposing.desk import Desk
from minutebook.reading.record_text import with_body
from minutebook.records import Action, Addendum, Meeting, When

_MARK = "- **Action:** "
_HEADING = re.compile(r"#{1,6} actions?(?: \w+)?\W*", re.IGNORECASE)


def mentioned(action: Action, desk: Desk) -> dict[str, tuple[str, str]]:
    """Give the note of its meeting a line about an action, if it has none.

    A note that was agreed gets it in an addendum, and a note without a text needs none.
    """
    meeting = desk.book.meetings.get(action.raised_in)
    if meeting is None or not meeting.text.strip() or _is_mentioned(action, meeting):
        return {}
    line = action_link(action.title, action.id)
    if meeting.status.is_sealed:
        addendum = Addendum(
            title="Action recorded later", text=line, date=When(date=desk.today)
        )
        return dict(with_addendum(meeting, addendum, desk).edited)
    path = desk.path_of(meeting)
    before = desk.text_of(path)
    return {path: (before, with_body(before, path, _with_line(meeting.text, line)))}


def _with_line(text: str, line: str) -> str:
    """Put a line under the other actions that end a note, or under a heading."""
    text = text.rstrip()
    last = text.rpartition("\n")[2]
    if last.startswith(_MARK):
        return f"{text}\n{line}"
    if _HEADING.fullmatch(last):
        return f"{text}\n\n{line}"
    return f"{text}\n\n## Actions\n\n{line}"


def _is_mentioned(action: Action, meeting: Meeting) -> bool:
    texts = (meeting.text, *(one.text for one in meeting.addenda))
    return any(f"actions/{action.id}.md" in text for text in texts)
