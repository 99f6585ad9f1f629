"""The story of a concern in a few words: how often, in which years, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from minutebook.book import Book
from minutebook.book.standing import response_date
from minutebook.records import Concern, ConcernKind, ConcernStatus, Raising


class Came(StrEnum):
    """What came of a concern so far."""

    NOTHING = "nothing"
    PROMISED = "promised"
    """No answer, but word that there would be one."""

    AGAIN = "again"
    """An answer, and after it the concern was raised again."""

    ANSWERED = "answered"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """How often a concern was raised, when, and what came of it."""

    times: int
    """At how many meetings it was raised."""

    years: tuple[int, ...]
    """Each year in which it was raised, once, oldest first."""

    came: Came | None
    """None for good practice, which asks for no answer."""

    answered: int | None
    """The year of the last answer, if there was one and its day is known."""


def history_of(
    book: Book, concern: Concern, raised: Sequence[Raising], status: ConcernStatus
) -> History:
    """Tell the story of `concern`, raised as `raised` says, oldest first."""
    days = {r.meeting: day for r in raised if (day := book.date_of(r.meeting))}
    answers = [response for response in concern.responses if not response.holding]
    told = [day for answer in answers if (day := response_date(answer, book))]
    asks = concern.kind is not ConcernKind.GOOD_PRACTICE
    return History(
        times=len(days),
        years=tuple(dict.fromkeys(day.year for day in days.values())),
        came=_came(concern, status, answered=bool(answers)) if asks else None,
        answered=max(told).year if told else None,
    )


def _came(concern: Concern, status: ConcernStatus, *, answered: bool) -> Came:
    if status is not ConcernStatus.OPEN:
        return Came(status.value)
    if answered:
        return Came.AGAIN
    return Came.PROMISED if concern.responses else Came.NOTHING
