"""Matters arising: the actions of a group that were still open when it met.

What an action was on an earlier day follows from its updates. An update without a day
takes that of the meeting that was told, or else of the step before it: an action is
called open only as long as that is certain.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from minutebook.records import Action, ActionStatus, Meeting

AT_MOST = 20
"""How many matters of one meeting are named; the others are counted."""

DayOf = Callable[[str | None], dt.date | None]
"""Tells the day of a meeting by its id."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An action that was open on a day, and where it stood then."""

    action: Action
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class Arising:
    """What was open when a group met."""

    matters: tuple[Matter, ...]
    """Those agreed last come first; not more than `AT_MOST`."""

    count: int
    """How many there were."""


@dataclass(frozen=True, slots=True)
class _Step:
    day: dt.date
    matter: Matter


def arising_at(
    meetings: Iterable[Meeting],
    actions_of: Callable[[Meeting], tuple[Action, ...]],
    day_of: DayOf,
) -> Iterator[tuple[str, Arising]]:
    """Tell for each meeting of a group, oldest first, what was open when it began.

    Gives the meeting's id with it. What was reported on the day itself came later.
    The work grows with the steps of all actions, and not with how long they were open.
    """
    agreed = [(meeting, actions_of(meeting)) for meeting in meetings]
    steps = sorted(
        (
            step
            for meeting, actions in agreed
            for action in actions
            for step in _steps(action, meeting.date, day_of)
        ),
        key=lambda step: step.day,
    )
    waiting, at = dict[str, Matter](), 0
    for meeting, actions in agreed:
        while at < len(steps) and steps[at].day < meeting.date:
            _take(steps[at].matter, waiting)
            at += 1
        latest = tuple(islice(reversed(waiting.values()), AT_MOST))
        yield meeting.id, Arising(latest, len(waiting))
        for action in actions:
            if action.updates or not action.standing.is_closed:
                first = ActionStatus.OPEN if action.updates else action.standing
                waiting[action.id] = Matter(action, first)


def _steps(action: Action, agreed: dt.date, day_of: DayOf) -> Iterator[_Step]:
    day = agreed
    for update in action.updates:
        day = max(day, update.date or day_of(update.reported_in) or day)
        yield _Step(day, Matter(action, update.status))


def _take(matter: Matter, waiting: dict[str, Matter]) -> None:
    """Let a step count: it closes an action, opens it again, or says more of it."""
    if matter.status.is_closed:
        waiting.pop(matter.action.id, None)
    else:
        waiting[matter.action.id] = matter
