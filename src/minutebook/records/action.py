"""Actions: what somebody agreed, in a meeting, to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from minutebook.records.visibility import Visibility
from minutebook.records.when import When


class ActionStatus(StrEnum):
    """Where an action stands. `overdue` is not a status: it is computed from `due`."""

    OPEN = "open"
    """Nothing is known to have been done yet."""

    IN_PROGRESS = "in-progress"
    """Somebody has begun."""

    DONE = "done"
    """It is done, and an update says since when."""

    DROPPED = "dropped"
    """It will not be done."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is expected."""
        return self in (ActionStatus.DONE, ActionStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One step in the life of an action."""

    status: ActionStatus
    """Where the action stood after this step."""

    date: dt.date | None = None
    """The day it happened or was told, year-month-day."""

    note: str | None = None
    """What happened, in a sentence or two."""

    reported_in: str | None = None
    """The id of the meeting that was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing agreed to be done."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "use_attribute_docstrings": True,
    }

    id: str
    """The file stem, for ever: the meeting's id and a short ending, e.g. `-a1`."""

    title: str
    """What will be done, starting with a verb."""

    owners: tuple[str, ...]
    """Organisations, people or groups: name, alias or id. The first answers for it."""

    raised_in: str
    """The id of the meeting that agreed the action."""

    due: When | None = None
    """The day it was promised for, or the words used where there was none."""

    status: ActionStatus | None = None
    """Where it stands, while there are no updates. With updates, the last one counts."""

    themes: tuple[str, ...] = ()
    """Ids of themes."""

    concerns: tuple[str, ...] = ()
    """Ids of the concerns this action is about."""

    updates: tuple[Update, ...] = ()
    """What has happened since, oldest first."""

    visibility: Visibility = Visibility.PUBLIC
    """Who may read it, once the note of its meeting is published."""

    release_on: dt.date | None = None
    """The first day it may be read by those it is meant for."""

    aliases: tuple[str, ...] = ()
    """Earlier ids of this action; their addresses lead here."""

    text: str = ""
    """What was agreed, in Markdown. In a `.md` file it stands below the front matter."""

    @property
    def standing(self) -> ActionStatus:
        """Where the action stands: its last update, or `status`, or open."""
        if self.updates:
            return self.updates[-1].status
        return self.status or ActionStatus.OPEN

    @property
    def closed_on(self) -> dt.date | None:
        """The day it was last done or dropped, if it is and the day is known."""
        if self.updates and self.standing.is_closed:
            return self.updates[-1].date
        return None

    def is_overdue(self, today: dt.date) -> bool:
        """Whether the promised day has passed with the action still open."""
        due = self.due.date if self.due else None
        return due is not None and due < today and not self.standing.is_closed
