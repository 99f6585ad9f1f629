"""The records of the book. This floor imports the standard library and nothing else."""

from minutebook.records.action import Action, ActionStatus, Update
from minutebook.records.attendance import Attendance, attendance_from_text
from minutebook.records.concern import (
    ANONYMOUS,
    Closing,
    Concern,
    ConcernKind,
    ConcernStatus,
    Raising,
    Response,
)
from minutebook.records.decision import Decision
from minutebook.records.group import Group
from minutebook.records.meeting import (
    Addendum,
    Correction,
    Meeting,
    MeetingKind,
    NextMeeting,
    NoteStatus,
    SourceDocument,
)
from minutebook.records.registers import (
    Organisation,
    OrganisationKind,
    Person,
    Term,
)
from minutebook.records.slug import is_slug
from minutebook.records.theme import Theme
from minutebook.records.visibility import Visibility
from minutebook.records.when import (
    NOT_RECORDED,
    When,
    date_from_text,
    time_from_text,
    when_from_text,
)

Record = (
    Meeting | Action | Concern | Decision | Theme | Group | Organisation | Person | Term
)
"""Anything that has an id and stands in the book."""

__all__ = [
    "ANONYMOUS",
    "NOT_RECORDED",
    "Action",
    "ActionStatus",
    "Addendum",
    "Attendance",
    "Closing",
    "Concern",
    "ConcernKind",
    "ConcernStatus",
    "Correction",
    "Decision",
    "Group",
    "Meeting",
    "MeetingKind",
    "NextMeeting",
    "NoteStatus",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Raising",
    "Record",
    "Response",
    "SourceDocument",
    "Term",
    "Theme",
    "Update",
    "Visibility",
    "When",
    "attendance_from_text",
    "date_from_text",
    "is_slug",
    "time_from_text",
    "when_from_text",
]
