"""What people ask to be changed and cannot be, one request for each mistake."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from minutebook.contributing.asking import answers
from minutebook.contributing.asking.of_changes import UPDATE
from minutebook.contributing.asking.question import Asked, Read, missing
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import apply, propose
from minutebook.contributing.requests import (
    AddAddendum,
    AnswerConcern,
    CloseConcern,
    CorrectText,
    NewRecord,
    RaiseConcern,
    Request,
    UpdateAction,
)
from minutebook.make import check_notes
from minutebook.problems import Problem
from minutebook.records import (
    Action,
    ActionStatus,
    Addendum,
    Closing,
    Raising,
    Response,
    Theme,
    Update,
)

TODAY = dt.date(2026, 6, 1)

ANSWER = "answer.txt"
"""The file of a case in which an answer stands, as somebody typed it."""

Act = Callable[[Path], tuple[Problem, ...]]
"""Something asked of notes over which a case was laid."""


def asking(request: Request) -> Act:
    """Ask for a change."""

    def act(notes: Path) -> tuple[Problem, ...]:
        proposed = propose(request, notes, TODAY)
        assert not isinstance(proposed, Proposal)
        return proposed

    return act


def answering(read: Read) -> Act:
    """Read the answer of a case."""

    def act(notes: Path) -> tuple[Problem, ...]:
        asked = Asked(book=check_notes(notes).book, today=TODAY)
        found = read((notes / ANSWER).read_text("utf-8").strip(), asked)
        assert isinstance(found, Problem)
        return (found,)

    return act


def _unanswered(notes: Path) -> tuple[Problem, ...]:
    """Leave out every question that has to be answered, but for the one in the case."""
    given = (notes / ANSWER).read_text("utf-8").split()
    left_out = [q for q in UPDATE.questions if q.is_needed and q.name not in given]
    return tuple(missing(question) for question in left_out)


def done(action: str, **said: str) -> UpdateAction:
    day = said.pop("date", None)
    return UpdateAction(
        action=action,
        update=Update(
            status=ActionStatus.DONE,
            date=dt.date.fromisoformat(day) if day else None,
            **said,
        ),
    )


def corrected(record: str, words: str, instead: str) -> CorrectText:
    return CorrectText(record=record, words=words, instead=instead)


def _changed_meanwhile(notes: Path) -> tuple[Problem, ...]:
    """Propose a change, and let somebody else save the file before it is made."""
    proposed = propose(done("2026-04-09-board-a2"), notes, TODAY)
    assert isinstance(proposed, Proposal)
    file = notes / "actions" / "2026-04-09-board-a2.md"
    file.write_text(file.read_text("utf-8").replace("June", "July"), "utf-8")
    return apply(proposed, notes).problems


PARKING = "parking-at-weddings"

ACTS: Mapping[str, Act] = {
    "change-bad-choice": answering(answers.one_of(ActionStatus)),
    "change-bad-date": answering(answers.a_day),
    "change-bad-time": answering(answers.a_time),
    "change-unanswered": _unanswered,
    "change-unknown-name": answering(answers.parties),
    "change-ambiguous": asking(done("A2")),
    "change-bad-id": asking(NewRecord(record=Theme(id="The roof", title="The roof"))),
    "change-by-hand": asking(
        corrected("organisations/harlow-lifts", "Harlow Lifts", "Harlow: lifts")
    ),
    "change-closed": asking(
        CloseConcern(concern=PARKING, closing=Closing(note="There is a sign now."))
    ),
    "change-empty": asking(AnswerConcern(concern=PARKING, response=Response(answer=" "))),
    "change-id-taken": asking(NewRecord(record=Theme(id="garden", title="Gardens"))),
    "change-meanwhile": _changed_meanwhile,
    "change-not-agreed": asking(
        AddAddendum(
            meeting="2026-05-14-board",
            addendum=Addendum(title="The lift", text="It was mended on 20 May."),
        )
    ),
    "change-in-future": asking(
        done("2026-04-09-board-a2", date="2062-05-14", note="It came")
    ),
    "change-older": asking(done("2026-04-09-board-a2", date="2026-05-01")),
    "change-says-nothing": asking(done("2026-04-09-board-a2")),
    "change-too-long": asking(
        RaiseConcern(
            concern=PARKING,
            raising=Raising(meeting="2026-04-09-board", said="Cars. " * 2_000),
        )
    ),
    "change-too-many": asking(
        NewRecord(
            record=Action(
                id="",
                title="Sweep the leaves",
                owners=tuple(f"Helper {number}" for number in range(60)),
                raised_in="2026-04-09-board",
            )
        )
    ),
    "change-unknown": asking(done("2026-04-09-bord-a2")),
    "change-unreadable": asking(done("2026-04-09-board-a2")),
    "change-unseen-sign": asking(done("2026-04-09-board-a2", note="Signed\x1b[2J")),
    "change-words-missing": asking(
        corrected("concerns/noise-at-night", "after midnight", "after eleven")
    ),
    "change-words-twice": asking(
        corrected("concerns/noise-at-night", "the band", "the choir")
    ),
}


def report_request(code: str, case: Path, notes: Path, book: Path) -> tuple[Problem, ...]:
    """Lay a case over a book, and ask for what cannot be done there."""
    shutil.copytree(book, notes)
    shutil.copytree(
        case, notes, ignore=shutil.ignore_patterns("message.txt"), dirs_exist_ok=True
    )
    return ACTS[code](notes)
