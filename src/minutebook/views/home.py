"""The first page: what is late, what is new, what keeps coming back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import NextMeeting, NoteStatus
from minutebook.views.cards import ActionCard, ConcernCard, MeetingCard, meeting_cards
from minutebook.views.concern import register_view
from minutebook.views.theme import ThemeCard, theme_cards
from minutebook.views.tracker import tracker_view

_LATEST_NOTES = 4
_OPEN_ACTIONS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the first page shows."""

    overdue: int
    open: int
    unanswered: int
    meetings: int
    actions: tuple[ActionCard, ...]
    """The most pressing of those that are not closed."""

    latest: tuple[MeetingCard, ...]
    again: tuple[ConcernCard, ...]
    """Raised more than once, and still unanswered."""

    themes: tuple[ThemeCard, ...]
    next_meetings: tuple[NextMeeting, ...]
    """What the latest note says about the meetings to come, those gone by left out."""


def home_view(book: Book, today: dt.date) -> HomeView:
    """Gather what the first page shows on the day `today`."""
    tracker, register = tracker_view(book, today), register_view(book)
    shown = [m for m in book.meetings if m.status is not NoteStatus.WITHDRAWN]
    announced = shown[-1].next_meetings if shown else ()
    return HomeView(
        overdue=len(tracker.overdue),
        open=len(tracker.open),
        unanswered=len(register.again) + len(register.open),
        meetings=len(shown),
        actions=(tracker.overdue + tracker.open)[:_OPEN_ACTIONS],
        latest=meeting_cards(book, shown)[:_LATEST_NOTES],
        again=register.again,
        themes=theme_cards(book),
        next_meetings=tuple(m for m in announced if not _gone_by(m, today)),
    )


def _gone_by(meeting: NextMeeting, today: dt.date) -> bool:
    day = meeting.date.date if meeting.date else None
    return day is not None and day < today
