"""What is new, as a feed tells it: the newest of what there is to tell of records."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable

from minutebook.book import Book
from minutebook.records import Organisation, Theme
from minutebook.views.news import (
    News,
    action_news,
    concern_news,
    decision_news,
    meeting_news,
)

LENGTH = 50
"""How many of the newest things a feed tells."""


def news(book: Book, today: dt.date) -> tuple[News, ...]:
    """Tell what is new in the whole book, the newest first."""
    return _newest(
        (
            *(meeting_news(book, meeting) for meeting in book.meetings),
            *(action_news(book, action) for action in book.actions),
            *(concern_news(book, concern) for concern in book.concerns),
            *(decision_news(book, decision) for decision in book.decisions),
        ),
        today,
    )


def news_of_theme(book: Book, theme: Theme, today: dt.date) -> tuple[News, ...]:
    """Tell what is new about a theme, the newest first."""
    return _newest(
        (
            *(action_news(book, action) for action in book.actions_of_theme(theme)),
            *(concern_news(book, concern) for concern in book.concerns_of_theme(theme)),
            *(decision_news(book, found) for found in book.decisions_of_theme(theme)),
        ),
        today,
    )


def news_of_organisation(
    book: Book, organisation: Organisation, today: dt.date
) -> tuple[News, ...]:
    """Tell what is new for an organisation, the newest first.

    These are the meetings it came to, the actions it owes, and the concerns it raised or
    answered.
    """
    concerns = {
        concern.id: concern
        for concern in (
            *book.concerns_raised_by(organisation),
            *book.concerns_answered_by(organisation),
        )
    }
    return _newest(
        (
            *(
                meeting_news(book, came.meeting)
                for came in book.attendance_of(organisation)
            ),
            *(action_news(book, action) for action in book.actions_owed_by(organisation)),
            *(concern_news(book, concern) for concern in concerns.values()),
        ),
        today,
    )


def _newest(found: Iterable[tuple[News, ...]], today: dt.date) -> tuple[News, ...]:
    """Take the newest, and nothing whose day has not come."""
    known = (each for some in found for each in some if each.day <= today)
    return tuple(
        heapq.nlargest(
            LENGTH, known, key=lambda n: (n.day, n.ref.folder, n.ref.id, n.mark)
        )
    )
