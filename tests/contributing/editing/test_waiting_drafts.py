"""Records that wait on branches: the folder somebody works in stays as it is."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from minutebook.contributing.editing import drafts_of
from minutebook.contributing.editing.actions import Desk
from minutebook.contributing.editing.refused import Refused
from small_book import TODAY, write_notes

COLD = "title: Cold   # in winter\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]"
PATH = "concerns/cold.md"
BRANCH = "cms/concerns/cold"


def git(folder: Path, *words: str) -> str:
    someone = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(folder), *someone, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write_notes(tmp_path / "book" / "notes", {PATH: COLD})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=The notes")
    return tmp_path


@pytest.fixture
def notes(book: Path) -> Path:
    return book / "book" / "notes"


@pytest.fixture
def desk(notes: Path) -> Desk:
    drafts = drafts_of(notes)
    assert drafts
    return Desk(notes=notes, day=lambda: TODAY, drafts=drafts)


def ask(desk: Desk, action: str, **params: object) -> Any:  # noqa: ANN401 - JSON
    return desk.answer({"action": action, "params": {"branch": "main", **params}})


def wait(desk: Desk, path: str, raw: str, seen: str | None) -> None:
    file = {"path": f"notes/{path}", "slug": Path(path).stem, "raw": raw, "seen": seen}
    options = {"collectionName": path.partition("/")[0], "status": "draft"}
    ask(desk, "persistEntry", dataFiles=[file], assets=[], options=options)


def edited(desk: Desk, before: str, after: str) -> None:
    entry = ask(desk, "getEntry", path=f"notes/{PATH}")
    assert before in entry["data"]
    wait(desk, PATH, entry["data"].replace(before, after), entry["file"]["id"])


def test_what_is_saved_waits_and_the_folder_stays_as_it_is(
    desk: Desk, book: Path, notes: Path
) -> None:
    (notes / "themes/hall.md").write_text("---\ntitle: My own work\n---\n", "utf-8")
    git(book, "add", "book/notes/themes/hall.md")
    state = git(book, "status", "--porcelain=v2", "--branch")
    edited(desk, '"Cold"', '"Very cold"')

    assert git(book, "status", "--porcelain=v2", "--branch") == state
    assert git(book, "diff", "--stat", "main", BRANCH).count("|") == 1
    changed = git(book, "diff", "-U0", "main", BRANCH).splitlines()[-2:]
    assert changed == ["-title: Cold   # in winter", "+title: Very cold   # in winter"]
    assert git(book, "log", "-1", "--format=%s", BRANCH) == "concerns/cold.md is edited"


def test_what_waits_is_listed_and_given(desk: Desk) -> None:
    assert ask(desk, "unpublishedEntries") == []
    edited(desk, '"Cold"', '"Very cold"')
    assert ask(desk, "unpublishedEntries") == ["concerns/cold"]
    told = ask(desk, "unpublishedEntry", id="concerns/cold")
    assert (told["collection"], told["slug"], told["status"]) == (
        "concerns",
        "cold",
        "draft",
    )
    (diff,) = told["diffs"]
    assert (diff["path"], diff["newFile"]) == (f"notes/{PATH}", False)
    file = {"path": diff["path"], "id": diff["id"]}
    asked = {"collection": "concerns", "slug": "cold", **file}
    assert '"Very cold"' in ask(desk, "unpublishedEntryDataFile", **asked)["data"]


def test_what_waits_can_be_saved_again_by_who_has_seen_it(desk: Desk, book: Path) -> None:
    edited(desk, '"Cold"', '"Very cold"')
    given = ask(desk, "unpublishedEntryDataFile", collection="concerns", slug="cold")
    with pytest.raises(Refused, match="was changed"):
        edited(desk, '"Cold"', '"Freezing"')
    raw = given["data"].replace("Very cold", "Icy")
    wait(desk, PATH, raw, given["file"]["id"])
    assert "title: Icy   # in winter" in git(book, "show", f"{BRANCH}:book/notes/{PATH}")
    assert git(book, "rev-list", "--count", f"main..{BRANCH}") == "2"


def test_a_review_moves_on_and_ends_in_the_files(
    desk: Desk, book: Path, notes: Path
) -> None:
    edited(desk, '"Cold"', '"Very cold"')
    named = {"collection": "concerns", "slug": "cold"}
    ask(desk, "updateUnpublishedEntryStatus", **named, newStatus="pending_publish")
    assert ask(desk, "unpublishedEntry", **named)["status"] == "pending_publish"
    ask(desk, "publishUnpublishedEntry", **named)

    assert "title: Very cold   # in winter" in (notes / PATH).read_text("utf-8")
    assert git(book, "branch", "--list", "cms/*") == ""
    assert "cms/" not in (book / ".git/config").read_text("utf-8")
    assert git(book, "status", "--porcelain") == f"M book/notes/{PATH}"


def test_what_waits_can_be_dropped(desk: Desk, book: Path) -> None:
    edited(desk, '"Cold"', '"Very cold"')
    ask(desk, "deleteUnpublishedEntry", collection="concerns", slug="cold")
    assert git(book, "branch", "--list", "cms/*") == ""
    with pytest.raises(Refused) as found:
        ask(desk, "unpublishedEntry", collection="concerns", slug="cold")
    assert found.value.status == 404


def test_a_new_record_waits_with_the_line_in_its_note(
    desk: Desk, book: Path, notes: Path
) -> None:
    note = "title: Board\ndate: 2026-05-14\ngroup: board\n---\n\nIt squeaks.\n"
    write_notes(notes, {PATH: COLD, "meetings/2026-05-14-board.md": note})
    git(book, "add", ".")
    git(book, "commit", "--quiet", "--message=One more")
    path = "actions/2026-05-14-board-oil.md"
    fields = "title: Oil it\nowners: [Hall Trust]\nraised_in: 2026-05-14-board\n"
    wait(desk, path, f"---\n{fields}---\n", None)

    names = git(book, "diff", "--name-only", "main", "cms/actions/2026-05-14-board-oil")
    assert names.split() == [
        f"book/notes/{path}",
        "book/notes/meetings/2026-05-14-board.md",
    ]
    assert ask(desk, "unpublishedEntry", id=path.removesuffix(".md"))["diffs"][0][
        "newFile"
    ]
    assert not (notes / path).exists()
    ask(
        desk,
        "publishUnpublishedEntry",
        collection="actions",
        slug="2026-05-14-board-oil",
    )
    assert (notes / path).exists()


def test_what_is_wrong_does_not_wait(desk: Desk, book: Path) -> None:
    with pytest.raises(Refused, match="hall"):
        edited(desk, '["hall"]', '["hal"]')
    assert git(book, "branch", "--list", "cms/*") == ""


def test_what_nobody_has_committed_does_not_slip_into_a_branch(
    desk: Desk, book: Path, notes: Path
) -> None:
    text = (notes / PATH).read_text("utf-8")
    (notes / PATH).write_text(text.replace("winter", "spring"), "utf-8")
    with pytest.raises(Refused, match="not committed yet"):
        edited(desk, '"Cold"', '"Very cold"')
    assert git(book, "branch", "--list", "cms/*") == ""


def test_a_file_that_was_changed_meanwhile_stops_a_publication(
    desk: Desk, book: Path, notes: Path
) -> None:
    edited(desk, '"Cold"', '"Very cold"')
    text = (notes / PATH).read_text("utf-8")
    (notes / PATH).write_text(text.replace("winter", "spring"), "utf-8")
    with pytest.raises(Refused, match="was changed since this was written"):
        ask(desk, "publishUnpublishedEntry", collection="concerns", slug="cold")
    assert "spring" in (notes / PATH).read_text("utf-8")
    assert git(book, "branch", "--list", "cms/*")


@pytest.mark.parametrize(
    ("collection", "slug"),
    [
        ("concerns", "../../heads/main"),
        ("concerns", "--output=x"),
        ("concerns", "a b"),
        ("../concerns", "cold"),
        ("heads", "main"),
        ("registers", "secrets"),
        ("", ""),
    ],
)
def test_only_records_have_branches(collection: str, slug: str, desk: Desk) -> None:
    named = {"collection": collection, "slug": slug}
    for action in (
        "unpublishedEntry",
        "unpublishedEntryDataFile",
        "deleteUnpublishedEntry",
        "publishUnpublishedEntry",
    ):
        with pytest.raises(Refused):
            ask(desk, action, **named)
    with pytest.raises(Refused):
        ask(desk, "unpublishedEntry", id=f"{collection}/{slug}")


def test_branches_of_others_are_passed_over(desk: Desk, book: Path) -> None:
    for name in ("cms/elsewhere/x", "cms/concerns/A_B", "cms/x", "work"):
        git(book, "branch", name)
    assert ask(desk, "unpublishedEntries") == []


def test_notes_in_no_repository_cannot_wait(tmp_path: Path) -> None:
    assert drafts_of(write_notes(tmp_path / "notes", {})) is None
