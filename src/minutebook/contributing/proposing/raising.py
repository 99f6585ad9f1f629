"""A concern of the book that was raised once more."""

from __future__ import annotations

from dataclasses import replace

from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.closing import closed_already
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import CONCERNS, MEETINGS
from minutebook.contributing.proposing.parties import named
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import RaiseConcern
from minutebook.problems import Place, Problem
from minutebook.records import ANONYMOUS


def raise_again(request: RaiseConcern, desk: Desk) -> Worked:
    """Record that a meeting raised a concern again."""
    concern = find(desk.book, CONCERNS, request.concern)
    if isinstance(concern, Problem):
        return (concern,)
    meeting = find(desk.book, MEETINGS, request.raising.meeting)
    if isinstance(meeting, Problem):
        return (meeting,)
    given, wording = request.raising, Wording(place=desk.place_of(concern))
    new = replace(
        given,
        meeting=meeting.id,
        label=wording.maybe_line("the label", given.label),
        by=wording.names("who raised it", given.by),
        said=wording.maybe_text("what was said", given.said, limits.ANSWER),
    )
    if new in concern.raised:
        wording.problems.append(_recorded(wording.place, meeting.id))
    wording.problems += closed_already(concern, wording.place)
    if wording.problems:
        return tuple(wording.problems)
    nobody = not new.by or new.by == (ANONYMOUS,)
    by = "" if nobody else f" by {named(new.by, desk.book)}"
    change = desk.with_item(concern, "raised", new)
    return Proposal(change=change, title=f"Raised again{by}: {concern.title}")


def _recorded(place: Place, meeting: str) -> Problem:
    return Problem(
        code="change-says-nothing",
        place=place,
        summary=f"the concern has it already that `{meeting}` raised it so",
        hint="nothing has to be done; if somebody else raised it there, say who",
    )
