"""The reason why an agreed note changes, in the note itself."""

from __future__ import annotations

from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import MEETINGS
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import Reseal
from minutebook.problems import Place, Problem
from minutebook.records import Correction


def reseal(request: Reseal, desk: Desk) -> Worked:
    """Add a correction of today to an agreed note, whose words may then change."""
    meeting = find(desk.book, MEETINGS, request.meeting)
    if isinstance(meeting, Problem):
        return (meeting,)
    wording = Wording(place=desk.place_of(meeting))
    reason = wording.text("the reason", request.reason, limits.NOTE)
    new = Correction(date=desk.today, reason=reason)
    if not meeting.status.is_sealed:
        wording.problems.append(_is_a_draft(wording.place))
    if new in meeting.corrections:
        wording.problems.append(_stands_there(wording.place))
    if wording.problems:
        return tuple(wording.problems)
    return Proposal(
        change=desk.with_item(meeting, "corrections", new),
        title=f"Corrected after it was agreed: {meeting.title}, {meeting.date}",
        notices=("readers see the day and the reason on the page of this note",),
    )


def _is_a_draft(place: Place) -> Problem:
    return Problem(
        code="change-not-agreed",
        place=place,
        summary="this note is a draft: nobody has agreed its words yet",
        hint="change the words themselves; a reason is for a note that was agreed",
    )


def _stands_there(place: Place) -> Problem:
    return Problem(
        code="change-says-nothing",
        place=place,
        summary="the note gives this reason already, with the day of today",
        hint="nothing has to be done; if something else changed, say what",
    )
