"""Where a concern stands. Nobody writes it down: it follows from what is recorded."""

from __future__ import annotations

import datetime as dt

from minutebook.book.book import Book
from minutebook.records import Concern, ConcernStatus, Raising, Response


def concern_status(concern: Concern, book: Book) -> ConcernStatus:
    """Tell where a concern stands.

    Withdrawn or resolved, if that is recorded; answered, if it was answered when or
    after it was last raised; otherwise open. A holding reply answers nothing, and a
    concern raised again after its answer is open again.
    """
    if concern.withdrawn:
        return ConcernStatus.WITHDRAWN
    if concern.resolved:
        return ConcernStatus.RESOLVED
    return ConcernStatus.OPEN if unanswered(concern, book) else ConcernStatus.ANSWERED


def unanswered(concern: Concern, book: Book) -> tuple[Raising, ...]:
    """Give the times it was raised that no answer has followed, oldest first.

    An answer without a date is taken to follow them all: it was recorded last.
    """
    answers = [response for response in concern.responses if not response.holding]
    days = [response_date(answer, book) for answer in answers]
    if None in days:
        return ()
    last_answer = max((day for day in days if day), default=dt.date.min)
    return tuple(
        raising
        for raising in raisings(concern, book)
        if (book.date_of(raising.meeting) or dt.date.max) > last_answer
    )


def raisings(concern: Concern, book: Book) -> tuple[Raising, ...]:
    """Give each time it was raised, oldest first."""
    return tuple(
        sorted(concern.raised, key=lambda r: book.date_of(r.meeting) or dt.date.max)
    )


def response_date(response: Response, book: Book) -> dt.date | None:
    """Tell the day of an answer: its own, or that of the meeting; None if unknown."""
    if response.date:
        return response.date.date
    return None if response.document else book.date_of(response.meeting)
