"""The same change through each door ends in the same record, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.at_the_editor import (
    choose,
    field,
    git,
    open_record,
    running,
    saved,
    watched,
)
from minutebook.contributing.forms.layout import laid_out
from minutebook.forms import ANSWER_CONCERN, UPDATE_ACTION, Form
from site_folder import copy_project

NOTE = 'The data were shared: "all of them" 🎉, with officials.'
ANSWER = "There will be one in the autumn. It's: agreed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, as it is asked for at each door."""

    record: str
    command: tuple[str, ...]
    form: Form
    answers: dict[str, str]
    typed: Callable[[Page], None]


def _an_update(page: Page) -> None:
    page.get_by_role("button", name="Add update").click()
    choose(page, "Status", "Done")
    field(page, "Date").fill("2020-09-03")
    field(page, "Note").fill(NOTE)


def _an_answer(page: Page) -> None:
    page.get_by_role("button", name="Add answer").click()
    field(page, "Answer").last.fill(ANSWER)
    field(page, "By").last.fill("Ministry of Justice")
    field(page, "Meeting").last.fill("2020-08-26-rr3-probation-sig")


CHANGES = {
    "an action is done": Change(
        record="actions/2020-08-26-rr3-probation-sig-a1",
        command=(
            *("update", "2020-08-26-rr3-probation-sig-a1", "--status", "done"),
            *("--date", "2020-09-03", "--note", NOTE),
        ),
        form=UPDATE_ACTION,
        answers={
            "action": "2020-08-26-rr3-probation-sig-a1",
            "status": "It is done",
            "date": "2020-09-03",
            "note": NOTE,
        },
        typed=_an_update,
    ),
    "a concern is answered": Change(
        record="concerns/consultation",
        command=(
            *("respond", "consultation", "--answer", ANSWER),
            *("--by", "Ministry of Justice"),
            *("--meeting", "2020-08-26-rr3-probation-sig"),
        ),
        form=ANSWER_CONCERN,
        answers={
            "concern": "consultation",
            "answer": ANSWER,
            "by": "Ministry of Justice",
            "meeting": "2020-08-26-rr3-probation-sig",
        },
        typed=_an_answer,
    ),
}


@pytest.fixture(params=CHANGES)
def change(request: pytest.FixtureRequest) -> Change:
    asked: str = request.param
    return CHANGES[asked]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Put the demo notes into a repository of their own."""
    book = tmp_path / "book"
    book.mkdir()
    copy_project(book, "notes")
    git(book, "init", "--quiet", "--initial-branch=main")
    git(book, "add", ".")
    git(book, "commit", "--quiet", "--message=The notes")
    return book


def minutebook(book: Path, *words: str) -> str:
    command = [sys.executable, "-m", "minutebook", *words]
    done = subprocess.run(command, cwd=book, check=True, capture_output=True, text=True)
    return done.stdout


def test_three_doors_end_in_the_same_record(
    change: Change, book: Path, tmp_path: Path, chromium: Browser
) -> None:
    def taken() -> str:
        """Give what a door has changed, hold it against the check, and put it back."""
        assert "Nothing to mend." in minutebook(book, "check")
        difference = git(book, "diff")
        git(book, "reset", "--quiet", "--hard")
        return difference

    minutebook(book, *change.command)
    by_command = taken()

    form = tmp_path / "form.md"
    form.write_text(laid_out(change.form, change.answers), "utf-8")
    minutebook(book, "apply-form", str(form))
    by_form = taken()

    with running(book) as address, watched(chromium) as page:
        open_record(page, address, change.record)
        change.typed(page)
        saved(page)
    by_editor = taken()

    assert by_command
    assert by_form == by_command
    assert by_editor == by_command
    assert by_command.count("+++ ") == 1
    assert [line for line in by_command.splitlines() if line.startswith("-")] == [
        f"--- a/notes/{change.record}.md"
    ]
