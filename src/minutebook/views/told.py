"""Since when something could be read, as well as it is recorded."""

from __future__ import annotations

import datetime as dt

from minutebook.book import Book
from minutebook.records import Closing, Meeting


def told_on(book: Book, meeting: str | None) -> dt.date | None:
    """Tell since when the note of a meeting could be read, as well as it is recorded."""
    found = book.meetings.get(meeting)
    return out_since(found) if found else None


def out_since(meeting: Meeting) -> dt.date:
    """Take the last step of a note that has a day, or the meeting's own day."""
    steps = (
        meeting.withdrawn_on,
        meeting.published_on,
        meeting.agreed_on,
        meeting.drafted_on,
    )
    known = next((when.date for when in steps if when and when.date), meeting.date)
    return max(known, meeting.release_on or known)


def ended_on(book: Book, closing: Closing) -> tuple[dt.date | None, ...]:
    """Give the days on which it could be read how a concern ended."""
    own = closing.date.date if closing.date else None
    return own, told_on(book, closing.meeting)


def latest(*days: dt.date | None) -> dt.date | None:
    """Give the day on which the last of several had come; None if none is known.

    A day that only limits the others, a release, is given last.
    """
    *known, limit = days
    found = [day for day in known if day]
    return max((*found, limit or found[0])) if found else None
