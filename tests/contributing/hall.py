"""The notes of a small hall, to ask changes of; they are those of tests/errors."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from minutebook.book import Book
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import apply, propose
from minutebook.contributing.requests import Request
from minutebook.make import check_notes

TODAY = dt.date(2026, 6, 1)
SOURCE = Path(__file__).parent.parent / "errors" / "_book"

SIGN = "2026-03-12-board-a2"
QUOTES = "2026-03-12-board-a1"
PARKING = "parking-at-weddings"


def hall(folder: Path) -> Path:
    """Copy the notes of the hall."""
    notes = folder / "notes"
    shutil.copytree(SOURCE, notes)
    return notes


def proposed(request: Request, notes: Path) -> Proposal:
    """Ask for a change that can be made."""
    worked = propose(request, notes, TODAY)
    assert isinstance(worked, Proposal), "\n".join(map(str, worked))
    return worked


def carried_out(request: Request, notes: Path) -> Book:
    """Change the notes, which have no fault before or after; give the book."""
    accepted = apply(proposed(request, notes), notes)
    assert accepted.is_done, "\n".join(map(str, accepted.problems))
    checked = check_notes(notes)
    assert checked.problems == ()
    return checked.book


def refused(request: Request, notes: Path) -> list[str]:
    """Ask for a change that cannot be made; give the codes of what is said."""
    before = {path: path.read_bytes() for path in notes.rglob("*") if path.is_file()}
    worked = propose(request, notes, TODAY)
    assert not isinstance(worked, Proposal)
    assert before == {p: p.read_bytes() for p in notes.rglob("*") if p.is_file()}
    return [problem.code for problem in worked]
