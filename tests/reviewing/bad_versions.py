"""What may not become of a note that was agreed, one change for each mistake.

The version before is the book; or the book and a note that is in it only then.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from minutebook.contributing.sealing.seal import broken_seals
from minutebook.make import check_notes
from minutebook.problems import Problem

Change = Callable[[Path, Path, Path], None]
"""Makes of a case the version before and the version after: two copies of the book."""


def _laid_over(case: Path, _before: Path, after: Path) -> None:
    """The later version has the note of the case."""
    _lay(case, after)


def _left_out(case: Path, before: Path, _after: Path) -> None:
    """The earlier version had the note of the case."""
    _lay(case, before)


def _said_otherwise(case: Path, before: Path, after: Path) -> None:
    """Both have the note of the case, and the earlier one gave a longer reason."""
    _lay(case, before)
    _lay(case, after)
    (note,) = (before / "meetings").glob("2026-05-14-*")
    text = note.read_text("utf-8")
    note.write_text(text.replace("in March.\n---", "in March, not April.\n---"), "utf-8")


VERSIONS: Mapping[str, Change] = {
    "addendum-without-date": _laid_over,
    "correction-changed": _said_otherwise,
    "sealed-note-changed": _laid_over,
    "sealed-note-removed": _left_out,
    "unsealed-note": _laid_over,
}


def report_versions(
    code: str, case: Path, after: Path, book: Path
) -> tuple[Problem, ...]:
    """Make two versions of a book, and say what may not be so."""
    before = after.with_name(f"{after.name}-before")
    for version in (before, after):
        shutil.copytree(book, version)
    VERSIONS[code](case, before, after)
    return tuple(broken_seals(check_notes(before).book, check_notes(after).book))


def _lay(case: Path, notes: Path) -> None:
    unseen = shutil.ignore_patterns("message.txt")
    shutil.copytree(case, notes, ignore=unseen, dirs_exist_ok=True)
