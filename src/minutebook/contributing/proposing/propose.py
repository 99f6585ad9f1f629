"""The one way from a request to a change, whichever door it came through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from minutebook.changing.change import Changed, make, new_problems
from minutebook.changing.outcome import Accepted
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.adding import add_addendum
from minutebook.contributing.proposing.answering import answer
from minutebook.contributing.proposing.closing import close
from minutebook.contributing.proposing.correcting import correct
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.raising import raise_again
from minutebook.contributing.proposing.recording import record_anew
from minutebook.contributing.proposing.resealing import reseal
from minutebook.contributing.proposing.updating import update
from minutebook.contributing.requests import (
    AddAddendum,
    AnswerConcern,
    CloseConcern,
    CorrectText,
    NewRecord,
    RaiseConcern,
    Request,
    Reseal,
    UpdateAction,
)
from minutebook.make import Checked, check_notes
from minutebook.problems import Place, Problem, is_fatal

Completing = Callable[[Proposal], Proposal]
"""Adds to a proposal what follows from it, before it is tried."""


def propose(
    request: Request,
    notes: Path,
    today: dt.date,
    checked: Checked | None = None,
    complete: Completing | None = None,
) -> Worked:
    """Work out what a request changes, and try it; or say all that stands in the way.

    Nothing is written. What was wrong with the notes before stands in nobody's way. They
    are read, unless they were `checked` just now.
    """
    checked = checked or check_notes(notes)
    worked = _worked_out(request, Desk(notes=notes, book=checked.book, today=today))
    if not isinstance(worked, Proposal):
        return worked
    worked = complete(worked) if complete else worked
    try:
        problems = new_problems(notes, worked.change, checked.problems)
    except Changed as changed:
        return (_meanwhile(str(changed)),)
    if is_fatal(problems, strict=False):
        return problems
    return replace(worked, warnings=problems)


def apply(proposal: Proposal, notes: Path) -> Accepted:
    """Make the change of a proposal, if the files are still as it found them."""
    try:
        make(notes, proposal.change)
    except Changed as changed:
        return Accepted(problems=(_meanwhile(str(changed)),))
    return Accepted(
        problems=proposal.warnings,
        added=tuple(proposal.change.added),
        edited=tuple(proposal.change.edited),
        notices=proposal.notices,
    )


def _worked_out(request: Request, desk: Desk) -> Worked:  # noqa: PLR0911 - one line for each kind
    match request:
        case UpdateAction():
            return update(request, desk)
        case AnswerConcern():
            return answer(request, desk)
        case RaiseConcern():
            return raise_again(request, desk)
        case CloseConcern():
            return close(request, desk)
        case CorrectText():
            return correct(request, desk)
        case AddAddendum():
            return add_addendum(request, desk)
        case Reseal():
            return reseal(request, desk)
        case NewRecord():
            return record_anew(request, desk)
        case _:
            assert_never(request)


def _meanwhile(path: str) -> Problem:
    return Problem(
        code="change-meanwhile",
        place=Place(path),
        summary="somebody changed this file meanwhile",
        hint="look at it again; if your change is still wanted, ask for it once more",
    )
