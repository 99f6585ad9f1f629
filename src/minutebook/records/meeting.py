"""Meetings: the event, and the note that tells what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from minutebook.records.attendance import Attendance
from minutebook.records.visibility import Visibility
from minutebook.records.when import When


class MeetingKind(StrEnum):
    """What sort of meeting it was."""

    MEETING = "meeting"
    """A meeting of a group like others."""

    ROUNDTABLE = "roundtable"
    """People invited to tell what they know about a subject."""

    WORKSHOP = "workshop"
    """People who work something out together."""

    GENERAL_MEETING = "general-meeting"
    """A meeting of all members, such as the one of the year."""

    EXTRAORDINARY = "extraordinary"
    """A meeting beside those that were planned, called for a reason."""


class NoteStatus(StrEnum):
    """The life of a note. Only a published one is shown to the public."""

    DRAFT = "draft"
    """Written, and not agreed yet."""

    AGREED = "agreed"
    """Agreed by the group: its words change only by addenda."""

    PUBLISHED = "published"
    """Agreed, and shown to those it is meant for."""

    WITHDRAWN = "withdrawn"
    """Taken back: the site tells that it was there, and nothing of what it said."""

    @property
    def is_sealed(self) -> bool:
        """Whether the words of the note stand: it was agreed, and may be more by now."""
        return self is not NoteStatus.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """The document a note was made from."""

    title: str
    """What the document is called."""

    publisher: str | None = None
    """Who published it."""

    url: str | None = None
    """Where it can be read, an http or https address."""

    file: str | None = None
    """A copy kept with the notes, e.g. `attachments/2020-08-26.pdf`."""

    @property
    def web_address(self) -> str | None:
        """The `url`, if a browser may follow it: http or https, and nothing else."""
        is_web = self.url is not None and self.url.startswith(("http://", "https://"))
        return self.url if is_web else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """A meeting that was announced: a day if there was one, and what about."""

    date: When | None = None
    """The day, or the words used."""

    about: str | None = None
    """What it will be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A dated clarification, added after the note was agreed."""

    title: str
    """What it is about, in a few words."""

    text: str
    """Markdown."""

    date: When | None = None
    """The day it was added, or the words used."""

    by: str | None = None
    """Who wrote it: an organisation, person or group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change to the words of a note after it was agreed, and why it was made."""

    date: dt.date
    """The day it was corrected, year-month-day."""

    reason: str
    """What was wrong and who says so, in a sentence. Readers of the note see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting and its note."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "use_attribute_docstrings": True,
    }

    id: str
    """The file stem, for ever."""

    title: str
    """What the meeting was about."""

    date: dt.date
    """The day it was held, year-month-day."""

    group: str | None = None
    """The id of the group that met; left out for a meeting of no standing group."""

    start: dt.time | None = None
    """When it began, on the 24-hour clock."""

    end: dt.time | None = None
    """When it ended, on the 24-hour clock."""

    timezone: str | None = None
    """An IANA time zone, e.g. `Europe/Paris`. The site's own zone if left out."""

    venue: str | None = None
    """Where it was held, or `Video conference`."""

    kind: MeetingKind = MeetingKind.MEETING
    """What sort of meeting it was; a `meeting` if left out."""

    status: NoteStatus = NoteStatus.DRAFT
    """How far the note has come. A draft is never published."""

    drafted_on: When | None = None
    """When the note was first circulated; `not recorded` if nobody knows."""

    agreed_on: When | None = None
    """When the note was agreed; `not recorded` if nobody knows."""

    published_on: When | None = None
    """When the note was published; `not recorded` if nobody knows."""

    withdrawn_on: When | None = None
    """When the note was withdrawn; `not recorded` if nobody knows."""

    visibility: Visibility = Visibility.PUBLIC
    """Who may read it once it is published."""

    release_on: dt.date | None = None
    """The first day it may be read by those it is meant for."""

    summary: str | None = None
    """One sentence for lists and search results."""

    chair: Attendance | None = None
    """Who chaired, unless an attendee's role says so already."""

    minute_taker: Attendance | None = None
    """Who took the minutes, unless an attendee's role says so already."""

    attendees: tuple[Attendance, ...] = ()
    """Who came, one a line, as it stands in minutes."""

    officials: tuple[Attendance, ...] = ()
    """Who came for the authority."""

    apologies: tuple[Attendance, ...] = ()
    """Who said they could not come."""

    source: SourceDocument | None = None
    """The document this note was made from."""

    next_meetings: tuple[NextMeeting, ...] = ()
    """What was said about the meetings to come."""

    addenda: tuple[Addendum, ...] = ()
    """Clarifications added after the note was agreed."""

    corrections: tuple[Correction, ...] = ()
    """Each change to the words after the note was agreed, oldest first."""

    aliases: tuple[str, ...] = ()
    """Earlier ids of this meeting; their addresses lead here."""

    text: str = ""
    """The minutes, in Markdown. In a `.md` file they stand below the front matter."""
