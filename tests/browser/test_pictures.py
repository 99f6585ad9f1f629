"""The pictures of the pages that tell how to do something, taken while it is done.

`pytest --update-golden` takes those anew that no longer show what is there. Nothing in
them that looks like news of a real group is news: each says that it is an example.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.at_the_editor import LONG, choose, field, running, save
from browser.camera import SHARPER, WIDTH, Camera
from browser.conftest import ARGUMENTS
from browser.pages import MEETING, PAGES
from browser.terminal import Ran, as_page, run
from browser.test_suggest import fill, saved
from browsers import a_browser
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
    Form,
)
from reviewing.repositories import Work
from site_folder import ROOT

ACTION = f"{MEETING}-a1"
CONCERN = "womens-unit-costs"

EDITOR_WIDTH, TALL = 840, 2600
"""The editor needs some width, and scrolls what is higher than the screen."""


@pytest.fixture
def camera(request: pytest.FixtureRequest) -> Camera:
    return Camera(renews=bool(request.config.getoption("--update-golden")))


@pytest.fixture(scope="module")
def british(chromium: Browser) -> Iterator[Browser]:
    """A browser with British fields for days and hours, where it has British words."""
    browser = chromium.browser_type.launch(
        executable_path=a_browser(),
        args=list(ARGUMENTS),
        env={**os.environ, "LANGUAGE": "en_GB", "LANG": "en_GB.UTF-8"},
    )
    yield browser
    browser.close()


@pytest.fixture
def page(british: Browser) -> Iterator[Page]:
    context = british.new_context(
        viewport={"width": WIDTH, "height": 900},
        device_scale_factor=SHARPER,
        reduced_motion="reduce",
        color_scheme="light",
        locale="en-GB",
        accept_downloads=True,
    )
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def editor(british: Browser, book: Path) -> Iterator[Page]:
    """The editor over a copy of the notes, as `minutebook edit` opens it."""
    with running(book) as address:
        context = british.new_context(
            base_url=address,
            viewport={"width": EDITOR_WIDTH, "height": TALL},
            device_scale_factor=SHARPER * WIDTH / EDITOR_WIDTH,
            reduced_motion="reduce",
        )
        context.set_default_timeout(LONG)
        yield context.new_page()
        context.close()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A folder with a copy of the notes, in which commands are run."""
    shutil.copytree(ROOT / "notes", tmp_path / "notes")
    return tmp_path


def open_from(page: Page, address: str, words: str) -> None:
    """Open a page, and then the form that it leads to without an account."""
    page.goto(address)
    page.get_by_role("link", name=f"without an account: {words}").click()
    page.wait_for_selector(".mb-form[data-begun]")


def filled_in(
    page: Page, camera: Camera, name: str, form: Form, answers: Mapping[str, str]
) -> None:
    """Fill in a form, and photograph its questions and its buttons."""
    fill(page, form, answers)
    fields = page.locator(".mb-form > .mb-field:visible")
    camera.take(page, name, *fields.all(), page.locator(".mb-form__buttons"))


def shown(page: Page, camera: Camera, name: str, *commands: Ran) -> None:
    """Photograph commands that were run at a terminal."""
    page.set_content(as_page(*commands))
    camera.take(page, name, page.locator("pre"))


def open_record(editor: Page, where: str) -> None:
    editor.goto(f"#/collections/{where}")
    editor.get_by_role("button", name=re.compile("^Saved?$")).first.wait_for()


def part(editor: Page, label: str) -> Locator:
    """Find a field with all that belongs to it, its label and its help too."""
    begins = re.compile(rf"^{label}\b", re.IGNORECASE)
    named = editor.locator("label").filter(has_text=begins, visible=True)
    return named.last.locator("xpath=../..")


# Say that your action is done


def test_the_end_of_a_page_of_an_action_offers_what_can_be_done(
    page: Page, demo_site: str, camera: Camera
) -> None:
    page.goto(demo_site + PAGES["an action"])
    camera.take(page, "links-of-an-action", page.locator("#mb-change"))


def test_an_update_is_reported_with_the_form(
    page: Page, demo_site: str, camera: Camera
) -> None:
    open_from(page, demo_site + PAGES["an action"], "Report an update")
    answers = {
        "status": "It is done",
        "note": "An example: the figures were sent to the officials.",
        "date": "2020-10-14",
    }
    filled_in(page, camera, "form-update", UPDATE_ACTION, answers)
    saved(page)
    camera.take(page, "form-saved", page.locator("[data-done]"))


def test_a_question_that_was_left_out_is_marked(
    page: Page, demo_site: str, camera: Camera
) -> None:
    open_from(page, demo_site + PAGES["an action"], "Report an update")
    page.get_by_role("button", name="Download this change as a file").click()
    page.wait_for_selector("#mb-status[aria-invalid=true]")
    fields = page.locator(".mb-form > .mb-field:visible").all()
    camera.take(page, "form-question-left-out", *fields[:2])


def test_an_update_is_reported_at_a_terminal(
    page: Page, book: Path, camera: Camera
) -> None:
    note = "An example: the figures were sent to the officials."
    told = ("--status", "done", "--date", "2020-10-14", "--note", note)
    done = run("update", ACTION, *told, here=book)
    assert done.code == 0
    shown(page, camera, "terminal-update", done)


def test_an_action_is_done_in_the_editor(editor: Page, camera: Camera) -> None:
    open_record(editor, f"actions/entries/{ACTION}")
    editor.get_by_role("button", name="Add update").click()
    choose(editor, "Status", "Done")
    field(editor, "Note").fill("An example: the figures were sent to the officials.")
    save(editor)
    camera.take(editor, "editor-refused", editor.locator("#mb-told"))
    editor.locator("#mb-told").get_by_role("button", name="Close").click()
    field(editor, "Date").fill("2020-10-14")
    camera.take(editor, "editor-update", part(editor, "Updates"))
    save(editor)
    editor.get_by_text("Changes saved").first.wait_for()


# Correct a mistake


def test_a_correction_is_suggested_with_the_form(
    page: Page, demo_site: str, camera: Camera
) -> None:
    open_from(page, demo_site + PAGES["a meeting"], "Suggest a correction")
    answers = {
        "words": "Signing of the framework agreements was expected in the coming week.",
        "instead": "An example: signing was expected in September.",
        "reason": "An example: it stands so in the letter of 1 September.",
        "by": "Ministry of Justice",
    }
    filled_in(page, camera, "form-correction", SUGGEST_CORRECTION, answers)


# Answer a concern


def test_the_end_of_a_page_of_a_concern_offers_what_can_be_done(
    page: Page, demo_site: str, camera: Camera
) -> None:
    page.goto(f"{demo_site}concerns/{CONCERN}/")
    camera.take(page, "links-of-a-concern", page.locator("#mb-change"))


def test_a_concern_is_answered_with_the_form(
    page: Page, demo_site: str, camera: Camera
) -> None:
    open_from(page, f"{demo_site}concerns/{CONCERN}/", "Answer this concern")
    answers = {
        "answer": "An example: the department explained how the unit costs came about.",
        "by": "Ministry of Justice",
        "date": "2020-10-14",
        "document": "An example of a letter",
    }
    filled_in(page, camera, "form-answer", ANSWER_CONCERN, answers)


def test_a_concern_is_answered_at_a_terminal(
    page: Page, book: Path, camera: Camera
) -> None:
    answer = "An example: the department explained the unit costs."
    by = ("--by", "Ministry of Justise")
    told = ("--date", "2020-10-14", "--answer", answer)
    done = run(
        "respond", CONCERN, *by, *told, here=book, answers=("Ministry of Justice",)
    )
    assert done.code == 0
    shown(page, camera, "terminal-respond", done)


def test_a_concern_is_answered_in_the_editor(editor: Page, camera: Camera) -> None:
    open_record(editor, f"concerns/entries/{CONCERN}")
    editor.get_by_role("button", name="Add answer").click()
    answer = "An example: the department explained how the unit costs came about."
    field(editor, "Answer").last.fill(answer)
    field(editor, "By").last.fill("Ministry of Justice")
    field(editor, "Date").last.fill("2020-10-14")
    fields = ("Answer", "By", "Date", "Meeting", "Document", "Holding")
    camera.take(editor, "editor-answer", *(part(editor, one) for one in fields))


# Add last week's notes


def test_notes_are_sent_with_the_form(page: Page, demo_site: str, camera: Camera) -> None:
    open_from(page, demo_site + PAGES["a group"], "Add notes of a meeting")
    answers = {
        "title": "An example of a meeting",
        "date": "2020-10-14",
        "start": "13:30",
        "end": "15:00",
        "venue": "Video conference",
        "attendees": "Alex Example, Clinks (chair)\nSam Sample, Nacro (minute taker)",
        "notes": "## 1. Volumes\n\nThe figures were looked at.\n\n"
        "- Action: Clinks to send the figures round.",
    }
    fill(page, ADD_NOTES, answers)
    field = "[data-question]:has(#mb-{})"
    title, group = page.locator("article h1"), page.locator(field.format("group"))
    camera.take(page, "form-notes-meeting", title, group)
    notes = [page.locator(field.format(name)) for name in ("attendees", "notes")]
    camera.take(page, "form-notes-text", *notes)


def test_a_new_note_is_begun_at_a_terminal(
    page: Page, book: Path, camera: Camera
) -> None:
    day, group, title = "2020-10-14", "", "An example of a meeting"
    answers = (day, group, title, "13:30", "15:00", "", "")
    begun = run("new", "meeting", here=book, answers=answers)
    assert begun.code == 0
    shown(page, camera, "terminal-new-meeting", begun)


# Review a change


def test_a_reviewer_reads_what_changes_for_readers(
    page: Page, book: Path, camera: Camera
) -> None:
    work = Work(book)
    work.git("init", "-q", "-b", "main")
    work.commit()
    work.replace(
        f"actions/{ACTION}.md",
        "concerns:",
        "updates: [{date: 2020-10-14, status: done, note: An example.}]\nconcerns:",
    )
    work.replace(f"actions/{MEETING}-a2.md", "Clinks, Lisa Dando", "Clinks")
    told = run("diff", "main", here=book)
    assert told.code == 0, told.screen
    shown(page, camera, "terminal-diff", told)


def test_a_note_is_begun_in_the_editor(editor: Page, camera: Camera) -> None:
    editor.goto("#/collections/meetings")
    editor.get_by_role("heading", name="Meetings").wait_for()
    names = editor.get_by_role("heading", name="Collections").locator("..")
    camera.take(editor, "editor-meetings", names, editor.locator("main:visible"))
