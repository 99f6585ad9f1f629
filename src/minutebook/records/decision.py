"""Decisions: what was resolved, by whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from minutebook.records.visibility import Visibility
from minutebook.records.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something that was resolved."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "use_attribute_docstrings": True,
    }

    id: str
    """The file stem, for ever."""

    title: str
    """What was decided, in a few words."""

    decided_in: str | None = None
    """The id of the meeting that decided it."""

    reported_in: str | None = None
    """The id of the meeting that was told, where the decision was made elsewhere."""

    by: tuple[str, ...] = ()
    """Who decided, where it was not the meeting itself."""

    date: When | None = None
    """The day, if it is known and is not the day of the meeting."""

    themes: tuple[str, ...] = ()
    """Ids of themes."""

    concerns: tuple[str, ...] = ()
    """Ids of the concerns it bears on."""

    visibility: Visibility = Visibility.PUBLIC
    """Who may read it, once the note of its meeting is published."""

    release_on: dt.date | None = None
    """The first day it may be read by those it is meant for."""

    aliases: tuple[str, ...] = ()
    """Earlier ids of this decision; their addresses lead here."""

    text: str = ""
    """What was decided, in Markdown."""

    @property
    def meeting(self) -> str | None:
        """The meeting whose note tells of it."""
        return self.decided_in or self.reported_in
