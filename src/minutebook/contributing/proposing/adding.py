"""A dated clarification of a note that was agreed."""

from __future__ import annotations

from dataclasses import replace

from minutebook.changing.change import Change
from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import MEETINGS
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import AddAddendum
from minutebook.problems import Place, Problem
from minutebook.records import Addendum, Meeting, When


def add_addendum(request: AddAddendum, desk: Desk) -> Worked:
    """Add an addendum to a note; without a day, it is today's."""
    meeting = find(desk.book, MEETINGS, request.meeting)
    if isinstance(meeting, Problem):
        return (meeting,)
    given, wording = request.addendum, Wording(place=desk.place_of(meeting))
    new = replace(
        given,
        title=wording.line("the title", given.title),
        text=wording.text("the text", given.text, limits.TEXT),
        by=wording.maybe_line("who wrote it", given.by),
        date=given.date or When(date=desk.today),
    )
    if not meeting.status.is_sealed:
        wording.problems.append(_still_a_draft(wording.place))
    if new in meeting.addenda:
        wording.problems.append(_stands_there(wording.place))
    if wording.problems:
        return tuple(wording.problems)
    return Proposal(
        change=with_addendum(meeting, new, desk),
        title=f"Addendum to {meeting.title}, {meeting.date}: {new.title}",
    )


def with_addendum(meeting: Meeting, new: Addendum, desk: Desk) -> Change:
    """Make the change that adds an addendum to a note."""
    return desk.with_item(meeting, "addenda", new)


def _still_a_draft(place: Place) -> Problem:
    return Problem(
        code="change-not-agreed",
        place=place,
        summary="this note is a draft: nobody has agreed its words yet",
        hint="correct the words themselves; an addendum is for a note that was agreed",
    )


def _stands_there(place: Place) -> Problem:
    return Problem(
        code="change-says-nothing",
        place=place,
        summary="the note has this addendum already",
        hint="nothing has to be done; if something was added to it, write that",
    )
