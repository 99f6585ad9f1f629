"""One more answer to a concern."""

from __future__ import annotations

from dataclasses import replace

from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import CONCERNS, MEETINGS
from minutebook.contributing.proposing.parties import named
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import AnswerConcern
from minutebook.problems import Place, Problem
from minutebook.records import Concern, Response, When


def answer(request: AnswerConcern, desk: Desk) -> Worked:
    """Add an answer to a concern; without a day, meeting or document it is today's."""
    concern = find(desk.book, CONCERNS, request.concern)
    if isinstance(concern, Problem):
        return (concern,)
    meeting = request.response.meeting
    told = find(desk.book, MEETINGS, meeting) if meeting else None
    if isinstance(told, Problem):
        return (told,)
    wording = Wording(place=desk.place_of(concern))
    new = replace(
        _worded(request.response, wording, desk), meeting=told.id if told else None
    )
    if new in concern.responses:
        wording.problems.append(_given(wording.place))
    if wording.problems:
        return tuple(wording.problems)
    change = desk.with_item(concern, "responses", new)
    return Proposal(change=change, title=_title(concern, new, desk))


def _worded(given: Response, wording: Wording, desk: Desk) -> Response:
    stands_elsewhere = given.date or given.meeting or given.document
    return replace(
        given,
        answer=wording.text("the answer", given.answer, limits.ANSWER),
        by=wording.names("who answered", given.by),
        document=wording.maybe_line("the title of the document", given.document),
        date=given.date if stands_elsewhere else When(date=desk.today),
    )


def _given(place: Place) -> Problem:
    return Problem(
        code="change-says-nothing",
        place=place,
        summary="the concern has this answer already",
        hint="nothing has to be done; if something was added to it, write that",
    )


def _title(concern: Concern, new: Response, desk: Desk) -> str:
    kind = "Holding reply" if new.holding else "Answer"
    by = f" from {named(new.by, desk.book)}" if new.by else ""
    return f"{kind}{by}: {concern.title}"
