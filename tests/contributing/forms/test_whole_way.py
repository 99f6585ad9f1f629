"""From an issue to a pull request: both jobs of the workflow, one after the other.

The first reads the issue as the host tells of it; the second is handed two files, and has
a real repository before it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from contributing.forms.git_host import GitHost, git, hosting
from contributing.forms.test_bodies import BODIES, BOOK, TODAY
from minutebook.cli import main
from minutebook.make import check_notes
from minutebook.records import ActionStatus

BODY = {path.stem: path.read_bytes().decode("utf-8") for path in BODIES}
BRANCH = "form/issue-7"


@dataclass
class Workflow:
    """The workflow, on a clone of the main branch."""

    host: GitHost
    clone: Path

    def sent(self, body: str) -> None:
        """Send or edit the issue, and run both jobs."""
        event = self.clone.parent / "event.json"
        issue = {"number": 7, "body": body, "user": {"login": "amina-k"}}
        said = {"issue": issue, "repository": {"default_branch": "main"}}
        event.write_text(json.dumps(said), "utf-8")
        out = self.clone.parent / "change"
        self._read(event, out)
        self.host.run("propose_change.py", str(out), clone=self.clone, event=said)

    def _read(self, event: Path, out: Path) -> None:
        words = ["apply-form", "--event", str(event), "--out", str(out), "--today", TODAY]
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.clone)
            result = CliRunner().invoke(main, words)
        assert result.exit_code in (0, 1), result.output

    def notes_of(self, branch: str) -> Path:
        """Lay out the notes of a branch, as a reviewer would."""
        folder = self.clone.parent / branch.replace("/", "-")
        shutil.rmtree(folder, ignore_errors=True)
        git(
            self.clone.parent,
            "clone",
            "-q",
            "-b",
            branch,
            str(self.host.bare),
            str(folder),
        )
        return folder / "notes"


@pytest.fixture
def workflow(tmp_path: Path) -> Iterator[Workflow]:
    files = tmp_path / "files"
    shutil.copytree(BOOK, files / "notes")
    with hosting(tmp_path, files) as (host, clone):
        yield Workflow(host, clone)


def test_an_issue_becomes_a_pull_request_with_the_record_changed(
    workflow: Workflow,
) -> None:
    workflow.sent(BODY["action-done"])

    (pull,) = workflow.host.pulls
    assert pull["title"] == "A2 is done: Ask the council for a second car park sign"
    changed = git(workflow.host.bare, "diff", "--name-only", "main", BRANCH)
    assert changed == "notes/actions/2026-03-12-board-a2.md\n"
    checked = check_notes(workflow.notes_of(BRANCH))
    assert checked.problems == ()
    action = checked.book.actions.get("2026-03-12-board-a2")
    assert action
    assert action.standing is ActionStatus.DONE


def test_what_is_proposed_is_checked_and_compared(workflow: Workflow) -> None:
    workflow.sent(BODY["action-done"])

    compared = ("review.yml", "main", "100")
    assert workflow.host.started == [("check.yml", BRANCH), compared]


def test_an_issue_that_is_mended_becomes_one(workflow: Workflow) -> None:
    workflow.sent(BODY["action-unknown"])
    (comment,) = workflow.host.comments
    assert "Did you mean" in comment["body"]
    assert not workflow.host.has(BRANCH)

    workflow.sent(BODY["action-unknown"].replace("bord", "board"))
    (comment,) = workflow.host.comments
    assert "is proposed in #100" in comment["body"]
    assert workflow.host.has(BRANCH)


def test_a_whole_note_brings_several_files(workflow: Workflow) -> None:
    workflow.sent(BODY["notes-with-actions"])

    checked = check_notes(workflow.notes_of(BRANCH))
    assert checked.problems == ()
    meeting = checked.book.meetings.get("2026-07-09-board")
    assert meeting
    assert len(checked.book.actions_of_meeting(meeting)) == 2


@pytest.mark.parametrize("name", [name for name in BODY if "breaking" in name])
def test_what_tries_to_break_out_stays_in_its_field(
    name: str, workflow: Workflow
) -> None:
    workflow.sent(BODY[name])

    checked = check_notes(workflow.notes_of(BRANCH))
    action = checked.book.actions.get("2026-03-12-board-a2")
    assert action
    assert action.title == "Ask the council for a second car park sign"
    (update,) = action.updates
    assert update.status is ActionStatus.DONE
    assert update.note
    assert update.note.startswith("---\ntitle: Owned\n---")
    told = json.dumps([workflow.host.pulls, workflow.host.comments])
    assert "@everyone" not in told
    assert "closes #1" not in told


def test_what_stood_on_the_main_branch_stays_there(workflow: Workflow) -> None:
    before = git(workflow.host.bare, "rev-parse", "main")
    for name in ("notes", "concern-new", "correction-of-agreed-notes"):
        workflow.sent(BODY[name])

    assert git(workflow.host.bare, "rev-parse", "main") == before
    assert git(workflow.host.bare, "branch", "--list").split() == [
        "form/issue-7",
        "*",
        "main",
    ]
