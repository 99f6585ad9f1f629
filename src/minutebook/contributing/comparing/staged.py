"""The notes as they are staged for the next commit, held against the last one."""

from __future__ import annotations

from pathlib import Path

from minutebook.contributing.comparing.versions import kept
from minutebook.contributing.sealing.seal import broken_seals
from minutebook.make import check_notes
from minutebook.problems import Problem, in_order


def check_staged(notes: Path) -> tuple[tuple[Problem, ...], int]:
    """Give everything that is wrong with what is staged, and how many records it has.

    Raises CannotCompare when the notes are not kept in git.
    """
    ours = kept(notes)
    with ours.version(ours.repository.staged(), "what is staged") as after:
        checked = check_notes(after.notes)
        problems = list(checked.problems)
        if ours.repository.has("HEAD"):
            with ours.version(ours.repository.tree("HEAD"), "the last commit") as before:
                problems += broken_seals(check_notes(before.notes).book, checked.book)
    return in_order(problems), len(checked.book.entries)
