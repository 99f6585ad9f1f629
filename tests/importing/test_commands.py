"""The commands that bring notes in, as somebody types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from importing.test_drafts import MINUTES
from minutebook.cli import main

ID = "2021-05-04-parks-committee"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "may.txt").write_text(MINUTES, "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def test_a_document_goes_the_whole_way_into_the_book(here: Path) -> None:
    imported = run("import", "old/may.txt")
    assert imported.exit_code == 0
    assert f"Review notes/inbox/{ID}/review.md" in imported.output
    assert "Nothing is published until you accept them." in imported.output

    took = run("accept", ID)
    assert took.exit_code == 0
    assert f"New: notes/meetings/{ID}.md" in took.output

    assert run("check", "--strict").exit_code == 0
    assert (here / "notes" / "actions" / f"{ID}-a1.md").exists()


def test_a_folder_is_imported_and_a_bad_file_stops_nobody(here: Path) -> None:
    (here / "old" / "broken.docx").write_bytes(b"PK\3\4 not a document")
    (here / "old" / "photo.jpg").write_bytes(b"not even named like one")
    outcome = run("import", "gone.txt", "old")

    assert outcome.exit_code == 1
    assert "`gone.txt` cannot be opened" in outcome.output
    assert "broken.docx" in outcome.output
    assert "1 draft from 3 documents." in outcome.output


def test_findings_are_printed_as_json_and_nothing_is_written(here: Path) -> None:
    outcome = run("import", "--json", "old/may.txt")
    (meeting,) = json.loads(outcome.output)["meetings"]

    assert outcome.exit_code == 0
    assert not (here / "notes").exists()
    assert meeting["date"] == "2021-05-04"
    assert (meeting["start"], meeting["end"]) == ("19:30", "21:00")
    assert meeting["people"][0] == {
        "name": "Jo Lee",
        "organisation": "Friends of the Park",
        "role": "chair",
        "attendance": "present",
        "line": 7,
    }
    assert meeting["actions"] == [
        {
            "text": "Sam Patel to ask for a quotation by 1 June 2021.",
            "owners": ["Sam Patel"],
            "due": "2021-06-01",
            "due_text": "by 1 June 2021",
            "line": 17,
            "confidence": "high",
        }
    ]
    assert meeting["concerns"][0]["theme"] == "Concerns raised by visitors"
    assert [s["number"] for s in meeting["sections"]][:3] == ["1", "2", "3"]


def test_an_import_may_be_for_a_group_of_the_book(here: Path) -> None:
    assert run("import", "--group", "friends", "old/may.txt").exit_code == 2
    (here / "notes" / "groups").mkdir(parents=True)
    (here / "notes" / "groups" / "friends.md").write_text("---\ntitle: Friends\n---\n")
    outcome = run("import", "--group", "friends", "old/may.txt")

    assert outcome.exit_code == 0
    assert "notes/inbox/2021-05-04-friends/review.md" in outcome.output


def test_a_folder_without_documents_says_so(here: Path) -> None:
    (here / "empty").mkdir()

    assert run("import", "empty").exit_code == 2


@pytest.mark.usefixtures("here")
def test_a_draft_that_is_not_there_names_those_that_are() -> None:
    run("import", "old/may.txt")
    outcome = run("accept", "board")

    assert outcome.exit_code == 1
    assert f"name one that waits in the inbox: {ID}" in outcome.output
    assert "Nothing was changed." in outcome.output


@pytest.mark.usefixtures("here")
def test_a_note_outside_the_notes_is_not_tracked() -> None:
    assert run("track", "old/may.txt").exit_code == 2
