"""The end of a concern: those who raised it are satisfied, or took it back."""

from __future__ import annotations

from dataclasses import replace

from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import CONCERNS, MEETINGS
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import CloseConcern
from minutebook.problems import Place, Problem
from minutebook.reading.record_text import with_field
from minutebook.records import Closing, Concern, When


def close(request: CloseConcern, desk: Desk) -> Worked:
    """Record that a concern is resolved or withdrawn; without a day, it is today."""
    concern = find(desk.book, CONCERNS, request.concern)
    if isinstance(concern, Problem):
        return (concern,)
    given = request.closing
    noted = find(desk.book, MEETINGS, given.meeting) if given.meeting else None
    if isinstance(noted, Problem):
        return (noted,)
    wording = Wording(place=desk.place_of(concern))
    new = replace(
        given,
        note=wording.text("the note", given.note, limits.NOTE),
        meeting=noted.id if noted else None,
        date=given.date or (None if noted else When(date=desk.today)),
    )
    wording.problems += closed_already(concern, wording.place)
    if wording.problems:
        return tuple(wording.problems)
    field = "withdrawn" if request.withdrawn else "resolved"
    change = desk.edited(concern, lambda text, path: with_field(text, path, field, new))
    return Proposal(change=change, title=f"{field.capitalize()}: {concern.title}")


def closed_already(concern: Concern, place: Place) -> tuple[Problem, ...]:
    """Report a concern that has come to an end, with when."""
    closing = concern.withdrawn or concern.resolved
    if closing is None:
        return ()
    how = "withdrawn" if concern.withdrawn else "resolved"
    return (
        Problem(
            code="change-closed",
            place=place,
            summary=f"this concern was {how} already{_when(closing)}",
            hint="if it has come up again, record a new concern that names this one",
        ),
    )


def _when(closing: Closing) -> str:
    if closing.date and closing.date.date:
        return f", on {closing.date.date}"
    return f", at `{closing.meeting}`" if closing.meeting else ""
