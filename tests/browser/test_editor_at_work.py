"""The editor, with real parts: a repository, our own command, and Decap in a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.at_the_editor import (
    LONG,
    changed_lines,
    choose,
    field,
    git,
    open_new,
    open_record,
    running,
    save,
    saved,
    watched,
)
from minutebook.make import check_notes
from minutebook.reading import write_record
from minutebook.reading.read import read_bytes
from site_folder import copy_project

A1 = "actions/2020-08-26-rr3-probation-sig-a1"
A2 = "actions/2020-08-26-rr3-probation-sig-a2"
DRAFT = "meetings/2020-10-14-rr3-probation-sig"
AGREED = "meetings/2020-08-26-rr3-probation-sig"
CONCERN = "concerns/consultation"

DRAFTED = """---
# Not agreed yet.
title:   Dynamic Framework, again
group: rr3-probation-sig
date: 2020-10-14
status: draft
attendees: [ "Jess Mullen, Clinks (chair)" ]
---

The group met   again.

* It asked about the *rate card*.
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put the demo notes into a repository of their own."""
    tmp_path: Path = tmp_path_factory.mktemp("book")
    copy_project(tmp_path, "notes")
    (tmp_path / "notes" / f"{DRAFT}.md").write_text(DRAFTED, "utf-8")
    a2 = tmp_path / "notes" / f"{A2}.md"
    (entry,) = read_bytes(a2.read_bytes(), f"{A2}.md").entries
    a2.write_text(write_record(entry.record), "utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=The notes")
    assert check_notes(tmp_path / "notes").problems == ()
    return tmp_path


@pytest.fixture
def book(repository: Path) -> Path:
    """Put everything back as it was committed."""
    git(repository, "reset", "--quiet", "--hard")
    git(repository, "clean", "--quiet", "--force", "-d")
    return repository


@pytest.fixture(scope="module")
def address(repository: Path) -> Iterator[str]:
    with running(repository) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, book: Path) -> Iterator[Page]:
    del book  # as it was committed, before anybody looks
    with watched(chromium) as page:
        yield page


def test_an_action_is_done(book: Path, page: Page, address: str) -> None:
    open_record(page, address, A1)
    expect(field(page, "Title")).to_have_value(re.compile("^Collate"))
    page.get_by_role("button", name="Add update").click()
    choose(page, "Status", "Done")
    field(page, "Date").fill("2020-09-03")
    field(page, "Note").fill("The data were shared: “all of them”, with officials.")
    saved(page)

    assert changed_lines(book) == [
        f"{A1}.md",
        "+updates:",
        "+- status: done",
        "+  date: 2020-09-03",
        "+  note: 'The data were shared: “all of them”, with officials.'",
    ]
    check = [sys.executable, "-m", "minutebook", "check"]
    told = subprocess.run(check, cwd=book, check=True, capture_output=True, text=True)
    assert "Nothing to mend." in told.stdout


def test_in_a_record_as_we_write_them_one_field_is_one_line(
    book: Path, page: Page, address: str
) -> None:
    open_record(page, address, A2)
    field(page, "Due").fill("2020-12-01")
    saved(page)
    file, *lines = changed_lines(book)
    assert file == f"{A2}.md"
    assert lines[-1] == "+due: 2020-12-01"
    assert len([line for line in lines if line[0] == "+"]) == 1


def test_a_concern_is_answered(book: Path, page: Page, address: str) -> None:
    open_record(page, address, CONCERN)
    page.get_by_role("button", name="Add answer").click()
    field(page, "Answer").last.fill("There will be one in the autumn.")
    field(page, "By").last.fill("Ministry of Justice")
    field(page, "Meeting").last.fill("2020-08-26-rr3-probation-sig")
    saved(page)
    file, *lines = changed_lines(book)
    assert file == f"{CONCERN}.md"
    assert lines[-4:] == [
        "+- answer: There will be one in the autumn.",
        "+  by:",
        "+  - Ministry of Justice",
        "+  meeting: 2020-08-26-rr3-probation-sig",
    ]
    assert all(line.startswith("+") for line in lines)


def test_a_new_decision_is_written_as_we_write_records(
    book: Path, page: Page, address: str
) -> None:
    open_new(page, address, "decisions")
    field(page, "Title").fill("Après l'été: meet again")
    field(page, "Decided in").fill("2020-10-14-rr3-probation-sig")
    field(page, "Themes").fill("rate-card")
    field(page, "What was decided").fill("To meet again.\n\nIn the autumn.")
    saved(page)
    assert changed_lines(book) == [
        "decisions/apres-lete-meet-again.md",
        "+---",
        "+title: 'Après l''été: meet again'",
        "+decided_in: 2020-10-14-rr3-probation-sig",
        "+themes:",
        "+- rate-card",
        "+---",
        "+",
        "+To meet again.",
        "+",
        "+In the autumn.",
    ]


def test_a_word_of_a_note_is_changed_and_nothing_else(
    book: Path, page: Page, address: str
) -> None:
    open_record(page, address, DRAFT)
    minutes = field(page, "Minutes")
    expect(minutes).to_have_value(re.compile("rate card"))
    minutes.fill(minutes.input_value().replace("rate card", "price list"))
    saved(page)
    assert changed_lines(book) == [
        f"{DRAFT}.md",
        "-* It asked about the *rate card*.",
        "+* It asked about the *price list*.",
    ]


def test_what_is_wrong_is_said_in_plain_english_and_stays_until_it_is_read(
    book: Path, page: Page, address: str
) -> None:
    open_record(page, address, A1)
    field(page, "Owners").last.fill("Clonks")
    save(page)
    told = page.get_by_role("alert").filter(has_text="This was not saved.").first
    expect(told).to_contain_text("Nobody here goes by the name `Clonks`")
    assert changed_lines(book) == []

    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("button", name="Take out Owners, 2").click()
    field(page, "Due").fill("in the autumn")
    saved(page)
    assert changed_lines(book)[1:] == ["-due: as soon as possible", "+due: in the autumn"]


def test_the_words_of_an_agreed_note_are_sealed(
    book: Path, page: Page, address: str
) -> None:
    open_record(page, address, AGREED)
    minutes = field(page, "Minutes")
    expect(minutes).to_have_value(re.compile("About"))
    minutes.fill(minutes.input_value().replace("About", "Around"))
    save(page)
    told = page.get_by_role("alert").filter(has_text="This was not saved.").first
    expect(told).to_contain_text("changed after it was agreed")
    assert changed_lines(book) == []


def test_an_organisation_is_added_to_its_register(
    book: Path, page: Page, address: str
) -> None:
    open_record(page, address, "registers/organisations")
    page.get_by_role("button", name="Add new organisation").click()
    field(page, "Name").first.fill("The Brass Band")
    saved(page)
    assert changed_lines(book) == [
        "organisations.yml",
        "+the-brass-band:",
        "+  name: The Brass Band",
    ]


def test_a_theme_that_records_have_is_not_deleted(
    book: Path, page: Page, address: str
) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    open_record(page, address, "themes/funding")
    page.get_by_role("button", name="Delete entry").click()
    told = page.get_by_role("alert").filter(has_text="This was not deleted.").first
    expect(told).to_contain_text("concerns/")
    assert changed_lines(book) == []


def test_the_book_is_suggested_where_it_is_asked_for(page: Page, address: str) -> None:
    open_record(page, address, A1)
    raised = field(page, "Raised in")
    known = raised.evaluate("field => [...field.list.options].map(one => one.value)")
    assert known[0] == "2020-10-14-rr3-probation-sig"
    owners = field(page, "Owners").last
    known = owners.evaluate("field => [...field.list.options].map(one => one.value)")
    assert {"Clinks", "Jess Mullen", "RR3"} <= set(known)


def test_a_change_waits_for_a_review_and_is_then_in_the_files(
    book: Path, page: Page, repository: Path
) -> None:
    with running(repository, "--workflow") as address:
        page.goto(f"{address}#/collections/{A1.replace('/', '/entries/')}")
        due = field(page, "Due")
        expect(due).to_have_value("as soon as possible", timeout=LONG)
        due.fill("in the autumn")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Changes saved")).to_be_visible(timeout=LONG)

        assert changed_lines(book) == []
        branch = git(book, "diff", "--unified=0", "main", f"cms/{A1}").splitlines()
        assert branch[-2:] == ["-due: as soon as possible", "+due: in the autumn"]

        page.get_by_role("button", name="Status: Draft").click()
        page.get_by_text("Ready", exact=True).click()
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Publish", exact=True).click()
        page.get_by_text("Publish now").click()
        expect(page.get_by_text("Entry published")).to_be_visible(timeout=LONG)

    assert changed_lines(book)[1:] == ["-due: as soon as possible", "+due: in the autumn"]
    assert git(book, "branch", "--list", "cms/*") == ""
