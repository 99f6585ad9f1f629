"""Concerns: points somebody raised, each time they were raised, and what was answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from minutebook.records.visibility import Visibility
from minutebook.records.when import When

ANONYMOUS = "anonymous"
"""Written in `by` when whoever raised a point is not to be named."""


class ConcernKind(StrEnum):
    """What sort of point it is."""

    CONCERN = "concern"
    """Something that worries those who raised it."""

    QUESTION = "question"
    """Something they ask."""

    SUGGESTION = "suggestion"
    """Something they propose."""

    GOOD_PRACTICE = "good-practice"
    """Something that works well; it asks nobody for an answer."""


class ConcernStatus(StrEnum):
    """Where a concern stands. Never written down: it follows from what is recorded."""

    OPEN = "open"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raising:
    """One meeting at which the point was raised."""

    meeting: str
    """The id of the meeting."""

    label: str | None = None
    """The heading or label the point had in that note."""

    by: tuple[str, ...] = ()
    """Organisations, people or groups; `anonymous`; nothing if the note does not say."""

    said: str | None = None
    """What was said, in a few sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer to a concern."""

    answer: str
    """What was answered, in a few sentences."""

    by: tuple[str, ...] = ()
    """Who answered: organisations, people or groups."""

    date: When | None = None
    """The day it was answered, if it is not the day of `meeting`."""

    meeting: str | None = None
    """The id of the meeting it was answered in."""

    document: str | None = None
    """The title of the document it was answered in."""

    holding: bool = False
    """A promise to come back with an answer: the concern stays open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """How a concern came to an end."""

    note: str
    """Why, in a sentence or two."""

    date: When | None = None
    """The day, or the words used."""

    meeting: str | None = None
    """The id of the meeting that noted it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One point, however often it was raised."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "use_attribute_docstrings": True,
    }

    id: str
    """The file stem, for ever."""

    title: str
    """The point in a few words."""

    raised: tuple[Raising, ...]
    """Each meeting that raised it, oldest first."""

    kind: ConcernKind = ConcernKind.CONCERN
    """What sort of point it is; a `concern` if left out."""

    themes: tuple[str, ...] = ()
    """Ids of themes."""

    responses: tuple[Response, ...] = ()
    """Each answer, oldest first."""

    actions: tuple[str, ...] = ()
    """Ids of related actions that do not name this concern themselves."""

    resolved: Closing | None = None
    """Set when those who raised it are satisfied."""

    withdrawn: Closing | None = None
    """Set when those who raised it took it back."""

    visibility: Visibility = Visibility.PUBLIC
    """Who may read it, once a note that raised it is published."""

    release_on: dt.date | None = None
    """The first day it may be read by those it is meant for."""

    aliases: tuple[str, ...] = ()
    """Earlier ids of this concern; their addresses lead here."""

    text: str = ""
    """More about it, in Markdown."""
