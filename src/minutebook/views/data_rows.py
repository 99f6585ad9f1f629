"""The rows of open data: what the pages show, in plain fields."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonData:
    """Somebody at a meeting."""

    name: str
    organisation: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddendumData:
    """A clarification added after the note was agreed."""

    title: str
    date: str | None
    """A day, year-month-day, or the words the note uses."""

    by: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionData:
    """A change to the words of a note after it was agreed."""

    date: dt.date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingData:
    """A meeting and its note."""

    id: str
    url: str
    """The address of its page, relative to the root of the site."""

    title: str
    date: dt.date
    start: str | None
    """Hours and minutes on the 24-hour clock, local to the meeting."""

    end: str | None
    time_zone: str
    """Of `start` and `end`; an IANA name."""

    venue: str | None
    kind: str
    group: str | None
    """The id of the group."""

    group_name: str | None
    status: str
    agreed_on: str | None
    published_on: str | None
    withdrawn_on: str | None
    summary: str | None
    chair: PersonData | None
    minute_taker: PersonData | None
    attendees: tuple[PersonData, ...]
    officials: tuple[PersonData, ...]
    apologies: tuple[PersonData, ...]
    actions: tuple[str, ...]
    concerns: tuple[str, ...]
    decisions: tuple[str, ...]
    next_meetings: tuple[str, ...]
    addenda: tuple[AddendumData, ...]
    corrections: tuple[CorrectionData, ...]
    source: str | None
    """The title of the document the note was made from."""

    text: str
    """The minutes as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateData:
    """One step in the life of an action."""

    date: dt.date | None
    status: str
    note: str | None
    reported_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionData:
    """An action."""

    id: str
    url: str
    """The address of its page, relative to the root of the site."""

    title: str
    text: str
    """What was agreed, as plain text."""

    owners: tuple[str, ...]
    """Names; the first one answers for it."""

    due: str | None
    """A day, year-month-day, or the words used where there was none."""

    status: str
    """Without regard to the day: open, in-progress, done or dropped."""

    overdue: bool
    """Whether the day was past when the site was built."""

    raised_in: str
    """The id of the meeting that agreed it."""

    themes: tuple[str, ...]
    concerns: tuple[str, ...]
    updates: tuple[UpdateData, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedData:
    """One time a concern was raised."""

    meeting: str
    """The id of the meeting."""

    date: dt.date | None
    label: str | None
    by: tuple[str, ...]
    anonymous: bool
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseData:
    """One answer to a concern."""

    date: str | None
    by: tuple[str, ...]
    meeting: str | None
    document: str | None
    answer: str
    holding: bool
    """A promise to come back, not an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernData:
    """A concern, question, suggestion or example of good practice."""

    id: str
    url: str
    """The address of its page, relative to the root of the site."""

    kind: str
    title: str
    themes: tuple[str, ...]
    status: str
    """Computed: open, answered, resolved or withdrawn."""

    raised: tuple[RaisedData, ...]
    responses: tuple[ResponseData, ...]
    actions: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionData:
    """A decision."""

    id: str
    url: str
    """The address of its page, relative to the root of the site."""

    title: str
    text: str
    by: tuple[str, ...]
    date: str | None
    decided_in: str | None
    reported_in: str | None
    themes: tuple[str, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeData:
    """A theme."""

    id: str
    url: str
    """The address of its page, relative to the root of the site."""

    title: str
    text: str
    concerns: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationData:
    """An organisation."""

    id: str
    url: str
    """The address of its page, relative to the root of the site."""

    name: str
    aliases: tuple[str, ...]
    kind: str | None
    about: str | None
