"""A reviewed draft into the book, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from minutebook.changing.change import make, new_problems
from minutebook.changing.outcome import Accepted
from minutebook.importing.accepting.before import (
    Answers,
    earlier,
    looks_raised,
    meets_again,
)
from minutebook.importing.accepting.drafts import drafts_in
from minutebook.importing.accepting.plan import known_group, plan
from minutebook.importing.drafting.draft import REVIEW
from minutebook.make import check_notes
from minutebook.problems import Place, Problem, is_fatal
from minutebook.reading import Reading, read_notes
from minutebook.records import is_slug


def accept(notes: Path, draft_id: str, answers: Answers) -> Accepted:
    """Move a draft from the inbox into the book, or say all that stands in the way."""
    inbox = notes / "inbox" / draft_id
    if not is_slug(draft_id) or not inbox.is_dir() or inbox.is_symlink():
        return Accepted(problems=(_no_draft(notes, draft_id),))
    reading = read_notes(inbox)
    wrong = [one for one in reading.problems if one.place.path != REVIEW]
    drafts = drafts_in(reading)
    if wrong or drafts is None:
        return _stopped(draft_id, wrong or [_no_note()])
    checked = check_notes(notes)
    book = checked.book
    found = earlier(drafts, book)
    wrong += meets_again(drafts.meeting, known_group(drafts, book), book)
    wrong += looks_raised(drafts, found, answers)
    if wrong:
        return _stopped(draft_id, wrong)
    again = {draft: one for draft, one in found.items() if draft in answers.again}
    planned = plan(drafts, book, notes, again)
    problems = new_problems(notes, planned.change, checked.problems)
    if is_fatal(problems, strict=False):
        return _stopped(draft_id, problems)
    make(notes, planned.change)
    _clear(inbox, reading)
    return Accepted(
        problems=problems,
        added=tuple(planned.change.added),
        edited=tuple(planned.change.edited),
        notices=planned.notices,
    )


def drafts_waiting(notes: Path) -> tuple[str, ...]:
    """List the drafts in the inbox."""
    inbox = notes / "inbox"
    if not inbox.is_dir():
        return ()
    return tuple(sorted(one.name for one in inbox.iterdir() if is_slug(one.name)))


def _stopped(draft_id: str, problems: list[Problem] | tuple[Problem, ...]) -> Accepted:
    """Say where in the inbox something has to be mended."""
    return Accepted(
        problems=tuple(
            replace(
                one,
                place=replace(one.place, path=_in_inbox(draft_id, one.place.path)),
            )
            for one in problems
        )
    )


def _in_inbox(draft_id: str, path: str) -> str:
    return PurePosixPath("inbox", draft_id, path).as_posix()


def _no_draft(notes: Path, draft_id: str) -> Problem:
    waiting = ", ".join(drafts_waiting(notes))
    return Problem(
        code="import-no-draft",
        place=Place("inbox"),
        summary=f"there is no draft `{draft_id}`",
        hint=f"name one that waits in the inbox: {waiting}"
        if waiting
        else "import a document first: no draft waits in the inbox",
    )


def _no_note() -> Problem:
    return Problem(
        code="import-no-note",
        place=Place("."),
        summary="this draft has no note of a meeting, or more than one",
        hint="keep one file in its folder `meetings`; or remove the draft, and import the"
        " document again",
    )


def _clear(inbox: Path, reading: Reading) -> None:
    """Remove what was accepted; a file that somebody put there by themselves stays."""
    paths = [inbox / entry.source.path for entry in reading.entries]
    for path in (*paths, inbox / REVIEW):
        path.unlink(missing_ok=True)
    for folder in sorted(inbox.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    if not any(inbox.iterdir()):
        inbox.rmdir()
