"""What can be chosen in a book, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from minutebook.book.standing import concern_status
from minutebook.contributing.asking.question import Asked, Choice
from minutebook.contributing.proposing.kinds import Kind
from minutebook.records import ConcernStatus


def words(of: type[StrEnum]) -> Callable[[Asked], Sequence[Choice]]:
    """Choose one of a few words."""
    choices = tuple(Choice(str(word)) for word in of)
    return lambda _: choices


def all_of(kind: Kind[Any]) -> Callable[[Asked], Sequence[Choice]]:
    """Choose one of the records of a kind."""
    return lambda asked: _titled(kind.shelf(asked.book))


def meetings(asked: Asked) -> Sequence[Choice]:
    """Choose a meeting, the latest first."""
    latest = reversed(tuple(asked.book.meetings))
    return tuple(Choice(one.id, f"{one.title}, {one.date}") for one in latest)


def open_actions(asked: Asked) -> Sequence[Choice]:
    """Choose an action that is not done."""
    actions = reversed(tuple(asked.book.actions))
    return _titled(one for one in actions if not one.standing.is_closed)


def open_concerns(asked: Asked) -> Sequence[Choice]:
    """Choose a concern that has not come to an end, those without an answer first."""
    over = (ConcernStatus.RESOLVED, ConcernStatus.WITHDRAWN)
    standing = [(concern_status(one, asked.book), one) for one in asked.book.concerns]
    still = [(status, one) for status, one in standing if status not in over]
    still.sort(key=lambda pair: pair[0] is not ConcernStatus.OPEN)
    return _titled(one for _, one in still)


def names(asked: Asked) -> Sequence[Choice]:
    """Choose an organisation, a person or a group."""
    return tuple(Choice(name) for name in dict.fromkeys(asked.book.names.all()))


def organisations(asked: Asked) -> Sequence[Choice]:
    """Choose an organisation."""
    return tuple(Choice(one.name) for one in asked.book.organisations)


def latest_meeting(asked: Asked) -> str | None:
    """Give the latest meeting that was held."""
    held = [one.id for one in asked.book.meetings if one.date <= asked.today]
    return held[-1] if held else None


def today(asked: Asked) -> str:
    """Give the day."""
    return asked.today.isoformat()


def _titled(records: Iterable[Any]) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.id, str(getattr(one, "title", "") or getattr(one, "name", "")))
        for one in records
    )
