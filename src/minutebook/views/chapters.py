"""The story of a theme, meeting by meeting: what was raised, answered and agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.book.shelves import gather
from minutebook.records import Action, Concern, Meeting
from minutebook.views.cards import ConcernCard, MeetingRef, Ref, meeting_day, ref_to
from minutebook.views.excerpt import Excerpt, excerpt

_MEETINGS_AT_ONCE, _MEETINGS_AT_MOST = 5, 40
_MENTIONS_AT_ONCE, _MENTIONS_AT_MOST = 6, 30
_MEETINGS_IN_A_CHART = 10
_YEARS_IN_A_CHART = 30


@dataclass(frozen=True, slots=True)
class Mention:
    """A concern in the meeting that raised it."""

    concern: Ref
    nth: int
    """How often it had been raised by then, this time included."""

    times: int
    """How often in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What one meeting raised, answered and agreed about a theme."""

    meeting: MeetingRef
    title: str
    group: Ref | None
    raised: Excerpt[Mention]
    """Those that had been raised before come first."""

    answered: int
    """How many concerns it gave an answer to."""

    actions: int
    """How many actions it agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How often something was raised at a meeting, or else in a whole year."""

    meeting: MeetingRef | None
    year: int
    times: int


def chapters(
    book: Book,
    concerns: Iterable[Concern],
    cards: Sequence[ConcernCard],
    actions: Iterable[Action],
) -> Excerpt[Chapter]:
    """Tell of each meeting that raised or answered concerns, the latest first.

    `cards` are those of `concerns`, in the order in which they are to be told.
    """
    raised = gather(
        (day.ref.id, Mention(card.ref, nth, len(card.raised)))
        for card in cards
        for nth, day in enumerate(card.raised, start=1)
    )
    agreed = Counter(m.id for a in actions if (m := book.meetings.get(a.raised_in)))
    answered = Counter(key for concern in concerns for key in _answering(book, concern))
    meetings = sorted(
        book.meetings.some({**raised, **answered}),
        key=lambda meeting: (meeting.date, meeting.id),
        reverse=True,
    )

    def chapter(meeting: Meeting) -> Chapter:
        group = book.groups.get(meeting.group)
        again_first = sorted(raised.get(meeting.id, ()), key=lambda m: -m.nth)
        return Chapter(
            meeting=meeting_day(book, meeting),
            title=meeting.title,
            group=ref_to(book, group) if group else None,
            raised=excerpt(
                again_first, at_once=_MENTIONS_AT_ONCE, at_most=_MENTIONS_AT_MOST
            ),
            answered=answered[meeting.id],
            actions=agreed[meeting.id],
        )

    shown = excerpt(meetings, at_once=_MEETINGS_AT_ONCE, at_most=_MEETINGS_AT_MOST)
    return Excerpt(
        tuple(map(chapter, shown.first)), tuple(map(chapter, shown.more)), shown.total
    )


def bars(cards: Iterable[ConcernCard]) -> tuple[Bar, ...]:
    """Count how often concerns were raised: by meeting, or by year if there are many.

    Oldest first. Years between in which nothing was raised are told, as nothing.
    """
    days = [day for card in cards for day in card.raised]
    meetings = {day.ref.id: day for day in days}
    if len(meetings) > _MEETINGS_IN_A_CHART:
        return _by_year(days)
    times = Counter(day.ref.id for day in days)
    oldest_first = sorted(meetings.values(), key=lambda day: (day.date, day.ref.id))
    return tuple(
        Bar(meeting=day, year=day.date.year, times=times[day.ref.id])
        for day in oldest_first
    )


def _by_year(days: Iterable[MeetingRef]) -> tuple[Bar, ...]:
    times = Counter(day.date.year for day in days)
    last = max(times)
    first = max(min(times), last - _YEARS_IN_A_CHART + 1)
    return tuple(
        Bar(meeting=None, year=year, times=times[year]) for year in range(first, last + 1)
    )


def _answering(book: Book, concern: Concern) -> set[str]:
    """Find the meetings in which a concern was answered."""
    answers = (r.meeting for r in concern.responses if not r.holding and r.meeting)
    return {meeting.id for meeting in book.meetings.some(answers)}
