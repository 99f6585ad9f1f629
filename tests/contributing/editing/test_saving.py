"""What is saved in the editor: only what was changed, only if it is right, only here."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutebook.contributing.editing.actions import Desk
from minutebook.contributing.editing.refused import Refused
from minutebook.make import check_notes
from small_book import TODAY, write_notes

ACTION = "actions/2026-03-12-board-a1.md"
ROOF = """---
# yaml-language-server: $schema=../../schema/action.json
title:   "Mend the roof"   # before winter
owners: Hall Trust
raised_in: 2026-03-12-board
themes: [ hall ]
---

Slates, mostly.
"""
COLD = "title: Cold\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]"

Save = Callable[..., Any]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = write_notes(tmp_path / "notes", {"concerns/cold.md": COLD})
    (folder / ACTION).parent.mkdir(exist_ok=True)
    (folder / ACTION).write_text(ROOF, "utf-8")
    assert check_notes(folder).problems == ()
    return folder


@pytest.fixture
def desk(notes: Path) -> Desk:
    return Desk(notes=notes, day=lambda: TODAY)


def ask(desk: Desk, action: str, **params: object) -> Any:  # noqa: ANN401 - JSON
    return desk.answer({"action": action, "params": {"branch": "main", **params}})


def saving(desk: Desk, path: str, raw: str, seen: str | None) -> Any:  # noqa: ANN401 - JSON
    file = {"path": f"notes/{path}", "slug": Path(path).stem, "raw": raw, "seen": seen}
    return ask(desk, "persistEntry", dataFiles=[file], assets=[], options={})


def edited(desk: Desk, path: str, *changes: tuple[str, str]) -> Any:  # noqa: ANN401 - JSON
    """Open a record as an editor is given it, change it, and save it."""
    entry = ask(desk, "getEntry", path=f"notes/{path}")
    raw = entry["data"]
    for before, after in changes:
        assert before in raw
        raw = raw.replace(before, after, 1)
    return saving(desk, path, raw, entry["file"]["id"])


def refused(desk: Desk, path: str, *changes: tuple[str, str]) -> tuple[str, ...]:
    with pytest.raises(Refused) as found:
        edited(desk, path, *changes)
    return found.value.sentences


def test_a_record_is_given_so_that_an_editor_cannot_read_it_otherwise(desk: Desk) -> None:
    given = ask(desk, "getEntry", path=f"notes/{ACTION}")["data"]
    _, fields, body = given.split("---\n")
    assert json.loads(fields) == {
        "title": "Mend the roof",
        "owners": ["Hall Trust"],
        "raised_in": "2026-03-12-board",
        "themes": ["hall"],
    }
    assert body == "Slates, mostly."


def test_yes_and_no_are_no_words_for_an_editor(desk: Desk, notes: Path) -> None:
    told = (
        f"{COLD}\nresponses: [{{answer: true, meeting: 2026-04-09-board, holding: true}}]"
    )
    write_notes(notes, {"concerns/cold.md": told})
    given = ask(desk, "getEntry", path="notes/concerns/cold.md")["data"]
    (read,) = json.loads(given.split("---\n")[1])["responses"]
    assert read == {"answer": "true", "meeting": "2026-04-09-board", "holding": True}


def test_only_what_was_changed_is_written_anew(desk: Desk, notes: Path) -> None:
    edited(desk, ACTION, ("Slates, mostly.", "Slates, nearly all."))
    assert (notes / ACTION).read_text("utf-8") == ROOF.replace("mostly", "nearly all")


def test_one_more_update_is_some_more_lines(desk: Desk, notes: Path) -> None:
    update = '"updates": [{"status": "done", "date": "2026-05-01", "note": "Dry."}], '
    edited(desk, ACTION, ('"themes":', f'{update}"themes":'))
    lines = (notes / ACTION).read_text("utf-8").splitlines()
    new = ["updates:", "- status: done", "  date: 2026-05-01", "  note: Dry."]
    assert [line for line in lines if line not in ROOF.splitlines()] == new
    assert check_notes(notes).problems == ()


def test_saved_as_it_was_a_file_is_left_alone(desk: Desk, notes: Path) -> None:
    before = (notes / ACTION).stat()
    edited(desk, ACTION)
    assert (notes / ACTION).stat() == before


def test_what_brings_an_error_is_refused_in_plain_english(
    desk: Desk, notes: Path
) -> None:
    said = refused(desk, ACTION, ('["Hall Trust"]', '["Hall Tryst"]'))
    assert said[0].startswith(
        "Nobody here goes by the name `Hall Tryst`: did you mean `Hall Trust`?"
    )
    assert (notes / ACTION).read_text("utf-8") == ROOF


def test_what_is_no_record_is_refused(desk: Desk) -> None:
    said = refused(desk, ACTION, ('"raised_in": "2026-03-12-board", ', ""))
    assert "raised_in" in said[0]


def test_an_error_that_was_there_before_stops_nobody(desk: Desk, notes: Path) -> None:
    write_notes(notes, {"themes/barn.md": "title: Barn\ncolour: red"})
    edited(desk, ACTION, ("mostly", "nearly all"))
    assert "nearly all" in (notes / ACTION).read_text("utf-8")


SEALED = "meetings/2026-04-09-board.md"


def test_the_words_of_an_agreed_note_change_openly_or_not_at_all(
    desk: Desk, notes: Path
) -> None:
    (was,) = ask(desk, "entriesByFiles", files=[{"path": f"notes/{SEALED}"}])
    body = (was["data"], f"{was['data']}Other words.")
    said = refused(desk, SEALED, body)
    assert "changed after it was agreed" in said[0]
    assert "one under Corrections" in said[-1]

    why = '"corrections": [{"date": "2026-05-02", "reason": "Said otherwise."}]'
    agreed = '"agreed_on": "2026-04-20"'
    edited(desk, SEALED, body, (agreed, f"{agreed}, {why}"))
    assert "Other words." in (notes / SEALED).read_text("utf-8")


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    desk: Desk, notes: Path
) -> None:
    entry = ask(desk, "getEntry", path=f"notes/{ACTION}")
    (notes / ACTION).write_text(ROOF.replace("winter", "spring"), "utf-8")
    with pytest.raises(Refused, match="was changed on disk since it was opened"):
        saving(desk, ACTION, entry["data"], entry["file"]["id"])
    assert "spring" in (notes / ACTION).read_text("utf-8")


def test_one_who_saves_twice_has_seen_what_they_saved(desk: Desk) -> None:
    saved = edited(desk, ACTION, ("mostly", "nearly all"))["saved"][0]["file"]["id"]
    assert saved == ask(desk, "getEntry", path=f"notes/{ACTION}")["file"]["id"]


def test_a_new_record_never_takes_the_place_of_another(desk: Desk) -> None:
    with pytest.raises(Refused, match="There is a record of that name already"):
        saving(desk, ACTION, "---\ntitle: Mine\n---\n", None)


def test_a_new_record_is_written_as_we_write_records(desk: Desk, notes: Path) -> None:
    fields = "raised:\n  - meeting: '2026-04-09-board'\ntitle: Damp\n"
    raw = f"---\n{fields}---\nIn the cellar.\n"
    saving(desk, "concerns/damp.md", raw, None)
    assert (notes / "concerns/damp.md").read_text("utf-8") == (
        "---\ntitle: Damp\nraised:\n- meeting: 2026-04-09-board\n---\n\nIn the cellar.\n"
    )


def test_a_new_action_stands_in_the_note_of_its_meeting(desk: Desk, notes: Path) -> None:
    told = "title: Board\ndate: 2026-05-14\ngroup: board\n---\n\nThe gate squeaks.\n"
    write_notes(notes, {"meetings/2026-05-14-board.md": told})
    raw = (
        "---\ntitle: Oil the gate\nowners:\n  - Hall Trust\nraised_in: 2026-05-14-board\n"
    )
    saving(desk, "actions/2026-05-14-board-oil-the-gate.md", f"{raw}---\n", None)
    note = (notes / "meetings/2026-05-14-board.md").read_text("utf-8")
    assert "[Oil the gate](../actions/2026-05-14-board-oil-the-gate.md)" in note
    assert check_notes(notes).problems == ()


def test_a_register_grows_by_what_is_new(desk: Desk, notes: Path) -> None:
    before = (notes / "organisations.yml").read_text("utf-8")
    edited(desk, "organisations.yml", ("}}", '}, "brass-band": {"name": "Brass Band"}}'))
    after = (notes / "organisations.yml").read_text("utf-8")
    assert after == f"{before}brass-band:\n  name: Brass Band\n"


def test_a_register_that_is_not_there_yet_can_be_begun(desk: Desk, notes: Path) -> None:
    assert ask(desk, "getEntry", path="notes/glossary.yml")["data"] == ""
    saving(desk, "glossary.yml", "SIG:\n  meaning: Special Interest Group\n", None)
    assert (notes / "glossary.yml").exists()


def test_what_others_refer_to_is_not_deleted(desk: Desk, notes: Path) -> None:
    with pytest.raises(Refused) as found:
        ask(desk, "deleteFiles", paths=["notes/themes/hall.md"])
    assert any(ACTION in sentence for sentence in found.value.sentences)
    assert (notes / "themes/hall.md").exists()


def test_a_note_that_was_agreed_is_not_deleted(desk: Desk, notes: Path) -> None:
    with pytest.raises(Refused, match="This note was agreed, and is gone"):
        ask(desk, "deleteFiles", paths=["notes/meetings/2026-04-09-board.md"])
    assert (notes / "meetings/2026-04-09-board.md").exists()


def test_what_nobody_refers_to_can_be_deleted(desk: Desk, notes: Path) -> None:
    ask(desk, "deleteFiles", paths=[f"notes/{ACTION}"])
    assert not (notes / ACTION).exists()


OUTSIDE = [
    "notes/../secret.md",
    "notes/meetings/../../secret.md",
    "/etc/passwd",
    "secret.md",
    "notes/secret.md",
    "notes/meetings/a/b.md",
    "notes//meetings/a.md",
    "notes/inbox/a.md",
    "notes/.git/config",
    "notes/meetings/.hidden.md",
    "notes/meetings/A B.md",
    "notes/meetings/a.yml",
    "notes/meetings/a.html",
    "notes/meetings/" + "a" * 200 + ".md",
    "notes\\meetings\\a.md",
    "notes/meetings/a\x00.md",
    "notes/meetings/a\n.md",
    None,
    ["notes/meetings/a.md"],
]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_is_read_or_written_but_records(
    path: object, desk: Desk, notes: Path
) -> None:
    (notes.parent / "secret.md").write_text("secret", "utf-8")
    file = {"path": path, "slug": "x", "raw": "---\ntitle: x\n---\n", "seen": None}
    for action, params in (
        ("getEntry", {"path": path}),
        ("entriesByFiles", {"files": [{"path": path}]}),
        ("entriesByFolder", {"folder": path, "extension": "md", "depth": 1}),
        ("persistEntry", {"dataFiles": [file], "assets": [], "options": {}}),
        ("deleteFiles", {"paths": [path]}),
        ("getMediaFile", {"path": path}),
        ("persistMedia", {"asset": {"path": path, "content": "eA=="}}),
    ):
        with pytest.raises(Refused):
            ask(desk, action, **params)
    assert (notes.parent / "secret.md").read_text("utf-8") == "secret"


def test_a_record_is_not_moved(desk: Desk) -> None:
    file = {
        "path": f"notes/{ACTION}",
        "newPath": "notes/actions/b.md",
        "raw": "",
        "seen": "",
    }
    with pytest.raises(Refused, match="keeps its name"):
        ask(desk, "persistEntry", dataFiles=[file], assets=[], options={})


@pytest.mark.parametrize("of", ["file", "folder"])
def test_links_of_the_file_system_are_not_followed(
    of: str, desk: Desk, notes: Path
) -> None:
    outside = notes.parent / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("---\ntitle: Secret\n---\n", "utf-8")
    if of == "file":
        (notes / "themes/a.md").symlink_to(outside / "a.md")
        path = "themes/a.md"
    else:
        (notes / "decisions").symlink_to(outside)
        path = "decisions/a.md"
    for seen in (None, "x"):
        with pytest.raises(Refused, match="links are not followed"):
            saving(desk, path, "---\ntitle: Mine\n---\n", seen)
    with pytest.raises(Refused, match="links are not followed"):
        ask(desk, "getEntry", path=f"notes/{path}")
    folder = path.partition("/")[0]
    listed = ask(desk, "entriesByFolder", folder=f"notes/{folder}", extension="md")
    assert "Secret" not in json.dumps(listed)
    assert "Secret" in (outside / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"action": "info", "params": []},
        {"action": ["info"]},
        {"action": "__class__"},
        {"action": "unpublishedEntries", "params": {}},
        {"action": "persistEntry", "params": {"dataFiles": [], "assets": []}},
        {"action": "persistEntry", "params": {"dataFiles": [1], "assets": []}},
        {"action": "persistEntry", "params": {"dataFiles": "x", "assets": []}},
        {"action": "deleteFiles", "params": {"paths": []}},
        {"action": "persistMedia", "params": {"asset": 1}},
    ],
)
def test_what_no_editor_asks_is_refused(asked: object, desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.answer(asked)


def test_a_folder_is_listed_by_what_a_list_shows(desk: Desk) -> None:
    (entry,) = ask(desk, "entriesByFolder", folder="notes/actions", extension="md")
    assert entry["data"] == '---\n{"title": "Mend the roof"}\n---\n'
    assert entry["file"]["path"] == f"notes/{ACTION}"


def test_a_record_with_faults_is_given_as_it_stands(desk: Desk, notes: Path) -> None:
    broken = ROOF.replace("title:", "tittle:")
    (notes / ACTION).write_text(broken, "utf-8")
    assert ask(desk, "getEntry", path=f"notes/{ACTION}")["data"] == broken


def test_an_attachment_is_kept_and_listed_and_never_overwritten(
    desk: Desk, notes: Path
) -> None:
    content = base64.b64encode(b"%PDF-1.4").decode()
    asset = {
        "path": "notes/attachments/plan.pdf",
        "content": content,
        "encoding": "base64",
    }
    ask(desk, "persistMedia", asset=asset)
    assert (notes / "attachments/plan.pdf").read_bytes() == b"%PDF-1.4"
    (listed,) = ask(desk, "getMedia", mediaFolder="notes/attachments")
    assert (listed["name"], listed["content"]) == ("plan.pdf", content)
    with pytest.raises(Refused, match="a file of that name already"):
        ask(desk, "persistMedia", asset=asset)
    with pytest.raises(Refused, match="Attachments end in"):
        ask(desk, "persistMedia", asset={**asset, "path": "notes/attachments/plan.html"})
    with pytest.raises(Refused, match="is not deleted here"):
        ask(desk, "deleteFiles", paths=["notes/attachments/plan.pdf"])
