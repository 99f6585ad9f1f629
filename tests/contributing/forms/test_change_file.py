"""A change that was written in the editor without an account changes what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from minutebook.book import link
from minutebook.changing.change import make
from minutebook.contributing.forms.working_out import work_out
from minutebook.contributing.proposal import Proposal
from minutebook.editor.offered import Offered
from minutebook.make import check_notes
from minutebook.problems import Problem
from minutebook.reading import read_notes
from minutebook.records import Visibility
from minutebook.views.audience import seen_by
from small_book import TODAY, write_notes

ACTION = "actions/2026-03-12-board-a1.md"
ROOF = """---
title:   "Mend the roof"   # before winter
owners: Hall Trust
raised_in: 2026-03-12-board
updates:
  - {status: in-progress, note: Asked}
---

Slates, mostly.
"""
UPDATES = [{"status": "in-progress", "note": "Asked"}]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = write_notes(tmp_path / "notes", {})
    (folder / ACTION).parent.mkdir(exist_ok=True)
    (folder / ACTION).write_text(ROOF, "utf-8")
    assert check_notes(folder).problems == ()
    return folder


def sent(fields: dict[str, Any], **other: object) -> bytes:
    changes = {
        name: {"before": before, "after": after}
        for name, (before, after) in fields.items()
    }
    change = {"minutebook": "change", "record": ACTION, "is_new": False}
    return json.dumps({**change, "fields": changes, **other}).encode()


def worked(data: bytes, notes: Path) -> Proposal:
    found = work_out(data, "change.json", notes, TODAY)
    assert isinstance(found, Proposal), found
    make(notes, found.change)
    return found


def refused(data: bytes, notes: Path) -> Problem:
    found = work_out(data, "change.json", notes, TODAY)
    assert isinstance(found, tuple)
    return found[0]


def test_each_field_takes_what_it_is_to_be_and_the_rest_stays(notes: Path) -> None:
    done = {"status": "done", "date": "2026-05-01"}
    changes = {
        "due": (None, "2026-09-01"),
        "updates": (UPDATES, [*UPDATES, done]),
        "text": ("Slates, mostly.", "Slates, nearly all."),
    }
    proposal = worked(sent(changes), notes)

    text = (notes / ACTION).read_text("utf-8")
    assert [line for line in text.splitlines() if line not in ROOF.splitlines()] == [
        "due: 2026-09-01",
        "  - status: done",
        "    date: 2026-05-01",
        "Slates, nearly all.",
    ]
    assert proposal.title == f"3 changes of {ACTION}"
    assert check_notes(notes).problems == ()


def test_a_field_can_be_taken_out(notes: Path) -> None:
    worked(sent({"updates": (UPDATES, None)}), notes)
    assert "updates" not in (notes / ACTION).read_text("utf-8")


def test_a_new_record_and_a_new_entry_are_added(notes: Path) -> None:
    raised = [{"meeting": "2026-04-09-board"}]
    concern = {"title": (None, "Damp"), "raised": (None, raised), "text": (None, "Wet.")}
    worked(sent(concern, record="concerns/damp.md", is_new=True), notes)
    entry = {"brass-band": (None, {"name": "Brass Band"})}
    worked(sent(entry, record="organisations.yml"), notes)

    assert (notes / "concerns/damp.md").read_text("utf-8").endswith("\n\nWet.\n")
    register = (notes / "organisations.yml").read_text("utf-8")
    assert register.endswith("brass-band:\n  name: Brass Band\n")


@pytest.mark.parametrize(
    ("fields", "other"),
    [
        ({"due": ("soon", "later")}, {}),
        ({"text": ("Slates.", "None.")}, {}),
        ({"updates": ([], [{"status": "done", "date": "2026-05-01"}])}, {}),
        ({"title": (None, "Mine")}, {"is_new": True}),
        ({"title": ("x", "y")}, {"record": "concerns/gone.md"}),
    ],
)
def test_where_the_record_is_another_now_nothing_is_changed(
    fields: dict[str, Any], other: dict[str, object], notes: Path
) -> None:
    problem = refused(sent(fields, **other), notes)
    assert problem.code == "form-changed-meanwhile"
    assert (notes / ACTION).read_text("utf-8") == ROOF


def test_what_the_check_would_refuse_is_refused(notes: Path) -> None:
    problem = refused(sent({"owners": (["Hall Trust"], ["Hall Tryst"])}), notes)
    assert (problem.code, problem.place.path) == ("unknown-owner", ACTION)


def test_the_words_of_an_agreed_note_stay(notes: Path) -> None:
    path = "meetings/2026-04-09-board.md"
    problem = refused(sent({"text": (None, "Other words.")}, record=path), notes)
    assert problem.code == "sealed-note-changed"


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"{}",
        b'{"a":' * 5_000,
        b"{\xff}",
        sent({}),
        sent({"due": (None, "x")}, minutebook="other"),
        sent({"due": (None, "x")}, more=1),
        sent({"due": (None, "x")}, is_new="no"),
        sent({"due": (None, "x")}, record="../secret.md"),
        sent({"due": (None, "x")}, record="meetings/../../x.md"),
        sent({"due": (None, "x")}, record=["actions/a.md"]),
        sent({"due": (None, 1)}).replace(b'"before"', b'"once"'),
        sent({"due": (None, 1)}).replace(b'{"before": null, "after": 1}', b"1"),
    ],
)
def test_what_no_editor_writes_is_refused(data: bytes, notes: Path) -> None:
    assert refused(data, notes).code == "form-not-a-change"


@pytest.mark.parametrize(
    "after", [1, [[[]]], {"a": {"b": [1]}}, "\ud800", "a\x00b", "x" * 200_000, [None]]
)
def test_strange_values_change_nothing_or_are_text(after: object, notes: Path) -> None:
    found = work_out(sent({"colour": (None, after)}), "c.json", notes, TODAY)
    assert isinstance(found, tuple)
    assert found


def test_a_change_that_is_too_long_is_refused(notes: Path) -> None:
    data = sent({"text": ("Slates, mostly.", "x" * 300_000)})
    assert refused(data, notes).code == "form-too-large"


# What is offered

HIDDEN = {
    "meetings/2026-05-14-board.md": "title: Secret\ndate: 2026-05-14\nstatus: draft",
    "concerns/secret.md": (
        "title: Secret\nthemes: [hall]\nraised: [{meeting: 2026-05-14-board}]"
    ),
    "concerns/cut.md": (
        "title: Cut\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]\n"
        "responses: [{answer: Secret, meeting: 2026-05-14-board}]"
    ),
    "concerns/comment.md": (
        "title: C\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]\n---\n"
        "Words.\n\n<!-- secret -->\n"
    ),
    "concerns/reference.md": (
        "title: R\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]\n---\n"
        "Words.\n\n[//]: # (secret)\n"
    ),
    "concerns/leading.md": (
        "title: L\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]\n---\n"
        "[Words](secret.md).\n"
    ),
    "concerns/naming.md": (
        "title: N\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]\n"
        "actions: [2026-05-14-board-a1]"
    ),
    "actions/2026-05-14-board-a1.md": (
        "title: Secret\nowners: [Hall Trust]\nraised_in: 2026-05-14-board"
    ),
    "concerns/open.md": (
        "title: Open\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]\n---\n"
        "[The hall](../themes/hall.md)\n"
    ),
}


def test_only_records_that_are_shown_whole_are_offered(tmp_path: Path) -> None:
    whole = link(read_notes(write_notes(tmp_path, HIDDEN)))
    seen = seen_by(whole, Visibility.PUBLIC, TODAY)
    offered = Offered(seen=seen, whole=whole)
    listed = offered.listed()

    assert {path for path in listed if path.startswith("concerns/")} == {
        "concerns/open.md"
    }
    assert "people.yml" not in listed
    told = json.dumps([dict(offered.part(number)) for number in offered.parts()])
    assert "ecret" not in told
    assert listed["concerns/open.md"]["title"] == "Open"
