"""What a person does with the inbox that cannot be done, one act for each mistake."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from minutebook.importing import import_file
from minutebook.importing.accepting.accept import accept
from minutebook.importing.accepting.before import Answers
from minutebook.importing.accepting.inbox import Inbox
from minutebook.importing.accepting.track import track
from minutebook.make import check_notes
from minutebook.problems import Problem

Act = Callable[[Path, Path], tuple[Problem, ...]]
"""Something done with notes, and with the case that was laid over them."""


def accepting(draft: str) -> Act:
    """Accept a draft, and answer nothing."""
    return lambda notes, _: accept(notes, draft, Answers()).problems


def tracking(path: str) -> Act:
    """Track a note."""
    return lambda notes, _: track(notes, path).problems


def _importing(notes: Path, case: Path) -> tuple[Problem, ...]:
    """Import the document of the case into the inbox."""
    inbox = Inbox(notes=notes, book=check_notes(notes).book)
    taken = inbox.take(import_file(case / "document.txt"))
    return tuple(one for one in taken if isinstance(one, Problem))


ACTS: Mapping[str, Act] = {
    "import-draft-exists": _importing,
    "import-meeting-exists": accepting("2026-04-09-board"),
    "import-no-draft": accepting("2026-05-15-bord"),
    "import-no-note": accepting("2026-05-21-board"),
    "import-no-such-note": tracking("meetings/2026-05-14-board.md"),
    "import-raised-before": accepting("2026-05-14-board"),
}


def report_act(code: str, case: Path, notes: Path, book: Path) -> tuple[Problem, ...]:
    """Lay a case over a book and its inbox, and do what is a mistake there."""
    shutil.copytree(book, notes)
    shutil.copytree(book.parent / "_inbox", notes / "inbox")
    unseen = shutil.ignore_patterns("message.txt", "document.*")
    shutil.copytree(case, notes, ignore=unseen, dirs_exist_ok=True)
    return ACTS[code](notes, case)
