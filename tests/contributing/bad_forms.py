"""Forms that cannot be taken in, one for each mistake; and what is reported of them.

The one that is too long is made here, and is not kept in git.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from contributing.bad_requests import TODAY
from minutebook.contributing.forms.layout import laid_out
from minutebook.contributing.forms.working_out import work_out
from minutebook.contributing.proposal import Proposal
from minutebook.forms import ADD_NOTES
from minutebook.problems import Problem

_NAME = "form.md"


def _too_large() -> bytes:
    notes = {"title": "All meetings since 1990", "date": "2026-06-11"}
    return laid_out(ADD_NOTES, {**notes, "notes": "We met. " * 10_000}).encode()


MADE_FORMS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "form-too-large": (_NAME, _too_large)
}


def is_form(code: str) -> bool:
    """Whether a code is about forms: its bad file is one that was sent."""
    return code.startswith("form-")


def report_form(code: str, case: Path, notes: Path, book: Path) -> tuple[Problem, ...]:
    """Send the bad form of a case to a book."""
    shutil.copytree(book, notes)
    _, read = MADE_FORMS.get(code, (_NAME, (case / _NAME).read_bytes))
    found = work_out(read(), _NAME, notes, TODAY)
    assert not isinstance(found, Proposal)
    return found
