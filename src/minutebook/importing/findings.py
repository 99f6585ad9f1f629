"""What was recognised in a document: values with the line each was found on.

`minutebook import --json` prints these as they are; their fields are its format. A line
is counted as `Document.lines` counts them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from minutebook.problems import Problem
from minutebook.records import ConcernKind


class Attended(StrEnum):
    """How somebody stands in a list of those who came."""

    PRESENT = "present"
    PART = "part"
    """Was there for a part of the meeting."""

    OFFICIAL = "official"
    """Came for the authority, or as an observer: in attendance, not as a member."""

    APOLOGIES = "apologies"
    ABSENT = "absent"
    """Was not there, and nothing says that apologies were sent."""

    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How sure the recognition is."""

    HIGH = "high"
    """It is marked as what it is: `Action: ...`, a row of a table of actions."""

    MEDIUM = "medium"
    """Its place or its form says so, and no mark does."""

    LOW = "low"
    """Only the sentence says so: `X agreed to ...`. A person has to look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """Somebody in a list of people, as the document has them."""

    name: str
    organisation: str | None = None
    role: str | None = None
    """`chair`, `minute taker`, `RR3 permanent member`: as it stands, without brackets."""

    attendance: Attended = Attended.UNKNOWN
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSection:
    """A heading: an agenda item, an annex, the subject of what stands below."""

    number: str | None = None
    """As printed, without the stop: `3`, `a`, `4.1`, `ITEM 3` gives `3`."""

    title: str
    level: int
    """1 for the highest in the minutes."""

    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAction:
    """Something agreed to be done."""

    text: str
    """What is to be done, without the mark before it and without owner and due date where
    these stood apart from the sentence."""

    owners: tuple[str, ...] = ()
    """Names as they stand, initials that a list explains spelt out; the first answers."""

    due: dt.date | None = None
    due_text: str | None = None
    """The words for the due date, also where they gave a date."""

    line: int
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedAction:
    """An earlier action that the meeting looked at again."""

    text: str
    status: str | None = None
    """As it stands: `Completed`, `ongoing`, `carried forward to May`."""

    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDecision:
    """What was resolved, without the mark before it."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundConcern:
    """A labelled point below a theme."""

    theme: str | None = None
    """The title of the section it stands in."""

    label: str
    kind: ConcernKind = ConcernKind.CONCERN
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAddendum:
    """What was added after the meeting: a post-meeting note, an annex."""

    title: str
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNextMeeting:
    """What was said about a meeting to come."""

    date: dt.date | None = None
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMeeting:
    """All that one document, or a part of it, says of one meeting."""

    title: str
    group: str | None = None
    """The name of the group as the document has it."""

    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    venue: str | None = None
    next_meetings: tuple[FoundNextMeeting, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    sections: tuple[FoundSection, ...] = ()
    actions: tuple[FoundAction, ...] = ()
    reviewed_actions: tuple[ReviewedAction, ...] = ()
    decisions: tuple[FoundDecision, ...] = ()
    concerns: tuple[FoundConcern, ...] = ()
    addenda: tuple[FoundAddendum, ...] = ()
    problems: tuple[Problem, ...] = ()
