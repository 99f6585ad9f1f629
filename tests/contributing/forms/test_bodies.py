"""Issues as they are sent, and what comes of each: a change, or what has to be mended.

The bodies stand in `bodies`. Beside each stands what a workflow is handed, as text.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from minutebook.cli import main
from minutebook.make import check_notes

TESTS = Path(__file__).parents[2]
BOOK = TESTS / "errors" / "_book"
BODIES = sorted((Path(__file__).parent / "bodies").glob("*.md"))
TODAY = "2026-06-25"


def handed_over(folder: Path, body: str) -> str:
    """Send an issue, and give what its workflow is handed."""
    shutil.copytree(BOOK, folder / "notes")
    issue = {"number": 7, "body": body, "user": {"login": "amina-k"}}
    (folder / "event.json").write_text(json.dumps({"issue": issue}), "utf-8")
    asked = ["--event", "event.json", "--out", "out", "--notes", "notes"]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(main, ["apply-form", *asked, "--today", TODAY])
    (written,) = (folder / "out").iterdir()
    assert result.exit_code == (0 if written.name == "change.json" else 1), result.output
    text = written.read_text("utf-8")
    return as_text(json.loads(text)) if written.suffix == ".json" else text


def as_text(change: dict[str, object]) -> str:
    """Lay a change out for people."""
    files = change["files"]
    assert isinstance(files, list)
    shown = [f"======== {one['path']}\n{one['text']}" for one in files]
    return "\n".join((f"{change['title']}\n", f"{change['body']}\n", *shown))


@pytest.mark.parametrize("body", BODIES, ids=lambda path: path.stem)
def test_what_comes_of_an_issue(
    body: Path, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    golden(
        body.with_suffix(".txt"), handed_over(tmp_path, body.read_bytes().decode("utf-8"))
    )


@pytest.mark.parametrize("body", BODIES, ids=lambda path: path.stem)
def test_handing_over_changes_nothing(body: Path, tmp_path: Path) -> None:
    handed_over(tmp_path, body.read_bytes().decode("utf-8"))

    for path in BOOK.rglob("*.*"):
        now = tmp_path / "notes" / path.relative_to(BOOK)
        assert now.read_bytes() == path.read_bytes()
    assert check_notes(tmp_path / "notes").problems == ()
