"""From a page of the site, without an account, to a record that has changed."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser, Page

from browser.conftest import TODAY
from browser.pages import MEETING, PAGES
from browser.test_suggest import fill, saved
from minutebook.book import Book
from minutebook.cli import main
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    RAISE_CONCERN,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
    Form,
)
from minutebook.make import check_notes
from minutebook.records import ActionStatus, NoteStatus
from site_folder import ROOT

ACTION = f"{MEETING}-a1"
CONCERN = "funding-subsidisation"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "notes", tmp_path / "notes"))


def sent_from(page: Page, address: str, words: str) -> None:
    """Open a page, and the form that it leads to without an account."""
    page.goto(address)
    page.get_by_role("link", name=f"without an account: {words}").click()
    page.wait_for_selector(".mb-form[data-begun]")


def taken_in(page: Page, form: Form, answers: Mapping[str, str], notes: Path) -> Result:
    """Answer the questions that are open, and do with the file what its receiver does."""
    fill(page, form, answers)
    file = notes.parent / "sent.md"
    saved(page).save_as(file)
    command = ["apply-form", str(file), "--notes", str(notes), "--today", str(TODAY)]
    return CliRunner().invoke(main, command)


def book_in(notes: Path) -> Book:
    checked = check_notes(notes)
    assert checked.problems == ()
    return checked.book


def test_an_update_is_told_and_the_action_is_done(
    page: Page, demo_site: str, notes: Path
) -> None:
    sent_from(page, demo_site + PAGES["an action"], "Report an update")
    answers = {
        "status": "It is done",
        "note": 'The figures were "brought together":\n\n- and sent ✓',
        "date": "2020-10-14",
    }
    before = (notes / "actions" / f"{ACTION}.md").read_text("utf-8")
    result = taken_in(page, UPDATE_ACTION, answers, notes)

    assert result.exit_code == 0, result.output
    action = book_in(notes).actions.get(ACTION)
    assert action
    (update,) = action.updates
    assert update.status is ActionStatus.DONE
    assert update.note == answers["note"]
    assert update.date == dt.date(2020, 10, 14)
    after = (notes / "actions" / f"{ACTION}.md").read_text("utf-8")
    kept = [line for line in before.splitlines() if not line.startswith("status:")]
    assert set(kept) <= set(after.splitlines())


def test_a_concern_is_answered(page: Page, demo_site: str, notes: Path) -> None:
    sent_from(page, demo_site + PAGES["a concern"], "Answer this concern")
    answers = {
        "answer": "It was looked into.",
        "by": "Ministry of Justice",
        "date": "2020-11-02",
    }
    result = taken_in(page, ANSWER_CONCERN, answers, notes)

    assert result.exit_code == 0, result.output
    concern = book_in(notes).concerns.get(CONCERN)
    assert concern
    last = concern.responses[-1]
    assert (last.answer, last.by) == ("It was looked into.", ("Ministry of Justice",))


def test_a_concern_that_is_here_is_raised_again(
    page: Page, demo_site: str, notes: Path
) -> None:
    sent_from(page, demo_site + PAGES["a meeting"], "Raise a concern")
    concern = "good-example"
    before = book_in(notes).concerns.get(concern)
    assert before
    answers = {"concern": concern, "said": "It came up once more.", "by": "Clinks"}
    result = taken_in(page, RAISE_CONCERN, answers, notes)

    assert result.exit_code == 0, result.output
    after = book_in(notes).concerns.get(concern)
    assert after
    assert len(after.raised) == len(before.raised) + 1
    assert after.raised[-1].meeting == MEETING


def test_a_new_concern_of_a_theme_is_raised(
    page: Page, demo_site: str, notes: Path
) -> None:
    sent_from(page, demo_site + PAGES["a theme"], "Raise a concern")
    answers = {
        "meeting": MEETING,
        "title": "Rents in the north",
        "said": "Rents had risen faster there.",
        "by": "anonymous",
        "kind": "A question",
    }
    result = taken_in(page, RAISE_CONCERN, answers, notes)

    assert result.exit_code == 0, result.output
    (new,) = (c for c in book_in(notes).concerns if c.title == "Rents in the north")
    assert new.themes == ("funding",)


def test_a_slip_in_a_theme_is_corrected(page: Page, demo_site: str, notes: Path) -> None:
    theme = next(iter(book_in(notes).themes))
    assert theme.text
    words = " ".join(theme.text.split()[:4])
    sent_from(page, f"{demo_site}themes/{theme.id}/", "Suggest a correction")
    answers = {"words": words, "instead": f"{words} (so it is said)"}
    result = taken_in(page, SUGGEST_CORRECTION, answers, notes)

    assert result.exit_code == 0, result.output
    corrected = book_in(notes).themes.get(theme.id)
    assert corrected
    assert "(so it is said)" in (corrected.text or "")


def test_notes_of_a_meeting_become_a_draft(
    page: Page, demo_site: str, notes: Path
) -> None:
    sent_from(page, demo_site + PAGES["a group"], "Add notes of a meeting")
    answers = {
        "title": "Follow-up",
        "date": "2020-09-30",
        "start": "19:00",
        "attendees": "Jess Mullen, Clinks (chair)",
        "notes": "## Volumes\n\nThe figures were looked at.\n\n```\nas they are\n```",
    }
    result = taken_in(page, ADD_NOTES, answers, notes)

    assert result.exit_code == 0, result.output
    (note,) = (m for m in book_in(notes).meetings if m.title == "Follow-up")
    assert note.status is NoteStatus.DRAFT
    assert note.group == "rr3-probation-sig"
    assert note.start == dt.time(19)
    assert note.text == answers["notes"]


def test_an_answer_to_what_has_changed_meanwhile_is_not_taken_in(
    page: Page, demo_site: str, notes: Path
) -> None:
    file = notes / "actions" / f"{ACTION}.md"
    text = file.read_text("utf-8")
    updates = "updates:\n  - {date: 2020-10-01, status: done, note: Sent.}\n---\n"
    without = "".join(
        line for line in text.splitlines(keepends=True) if "status:" not in line
    )
    file.write_text(f"{updates}\n".join(without.rsplit("---\n", 1)), "utf-8")
    changed = file.read_bytes()
    sent_from(page, demo_site + PAGES["an action"], "Report an update")
    result = taken_in(page, UPDATE_ACTION, {"status": "It will not be done"}, notes)

    assert result.exit_code == 1
    assert "this record has changed since you saw it" in result.output
    assert file.read_bytes() == changed
