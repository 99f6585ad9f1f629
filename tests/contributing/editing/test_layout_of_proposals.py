"""What an editor saved at the git host looks, in its pull request, as it did before.

The repository is a real one, and so is git. What was saved is as Decap writes it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import laid_out
from contributing.forms.git_host import NAME, GitHost, git, hosting
from handed_over import Refused

BRANCH = "cms/actions/2026-03-12-board-a1"
PATH = "notes/actions/2026-03-12-board-a1.md"
BEFORE = """---
# yaml-language-server: $schema=../../schema/action.json
title:   "Mend the roof"   # before winter
owners: [ Hall Trust ]
raised_in: 2026-03-12-board
themes:
- hall
---

Slates, mostly.
"""
SAVED = """---
title: Mend the roof
owners:
  - Hall Trust
raised_in: 2026-03-12-board
due: 2026-09-01
themes:
  - hall
---

Slates, mostly.
"""
WANTED = BEFORE.replace("themes:", "due: 2026-09-01\nthemes:")


@dataclass
class Jobs:
    """Both jobs of the workflow, with a clone of the main branch."""

    host: GitHost
    clone: Path
    out: Path
    branch: str = BRANCH

    @property
    def bare(self) -> Path:
        return self.host.bare

    def save(self, files: dict[str, str]) -> str:
        """Save files on the branch of an editor; give its commit."""
        git(self.clone, "checkout", "--quiet", "-B", self.branch, "main")
        for path, text in files.items():
            (self.clone / path).parent.mkdir(parents=True, exist_ok=True)
            (self.clone / path).write_bytes(text.encode())
        git(self.clone, "add", "--force", *files)
        someone = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        git(self.clone, *someone, "commit", "--quiet", "--message=Saved")
        git(self.clone, "push", "--quiet", "--force", "origin", self.branch)
        git(self.clone, "branch", "--force", "this-proposal", self.branch)
        git(self.clone, "checkout", "--quiet", "main")
        return git(self.clone, "rev-parse", "this-proposal").strip()

    def lay_out(self) -> dict[str, Any]:
        self._run("lay_out_proposal.py", "this-proposal", str(self.out))
        found: dict[str, Any] = json.loads((self.out / "layout.json").read_text("utf-8"))
        return found

    def put(self, *, code: int = 0, of: str = NAME) -> str:
        head = {"ref": self.branch, "repo": {"full_name": of}}
        event = {"pull_request": {"number": 7, "head": head}}
        return self._run("put_layout.py", str(self.out), code=code, event=event)

    def _run(self, script: str, *words: str, code: int = 0, event: object = None) -> str:
        return self.host.run(script, *words, clone=self.clone, event=event, code=code)

    def stands(self, path: str) -> str:
        return git(self.bare, "show", f"{self.branch}:{path}")


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    files = tmp_path / "files"
    (files / PATH).parent.mkdir(parents=True)
    (files / PATH).write_text(BEFORE, "utf-8")
    with hosting(tmp_path, files) as (host, clone):
        program = clone / ".venv" / "bin" / "minutebook"
        program.parent.mkdir(parents=True)
        program.symlink_to(Path(sys.executable).parent / "minutebook")
        yield Jobs(host, clone, tmp_path / "layout")


def test_a_change_of_a_field_is_a_line_of_the_pull_request(jobs: Jobs) -> None:
    head = jobs.save({PATH: SAVED})
    assert jobs.lay_out()["head"] == head
    jobs.put()

    assert jobs.stands(PATH) == WANTED
    assert git(jobs.bare, "rev-list", "--count", f"{head}..{jobs.branch}") == "1\n"
    assert git(jobs.bare, "diff", "--numstat", "main", jobs.branch).startswith("1\t0\t")
    assert jobs.host.started == [("check.yml", BRANCH)]


def test_where_the_check_cannot_be_started_the_layout_stands_all_the_same(
    jobs: Jobs,
) -> None:
    jobs.host.shows_runs = False
    jobs.save({PATH: SAVED})
    jobs.lay_out()
    assert "somebody has to start it" in jobs.put()
    assert jobs.stands(PATH) == WANTED


def test_a_new_record_is_laid_out_as_we_write_records(jobs: Jobs) -> None:
    path = "notes/themes/roof.md"
    jobs.save({path: "---\nalso_called:\n    - 'slates'\ntitle: Roof\n---\n"})
    jobs.lay_out()
    jobs.put()
    assert jobs.stands(path) == "---\ntitle: Roof\nalso_called:\n- slates\n---\n"


def test_what_looks_as_it_did_is_left_alone(jobs: Jobs) -> None:
    head = jobs.save({PATH: WANTED})
    assert jobs.lay_out()["files"] == []
    jobs.put()
    assert git(jobs.bare, "rev-parse", jobs.branch).strip() == head
    assert jobs.host.started == []


def test_what_cannot_be_read_and_what_is_no_note_stays_as_it_was_saved(
    jobs: Jobs,
) -> None:
    saved = {
        PATH: SAVED,
        "notes/themes/broken.md": "---\ntitle: [\n---\n",
        "notes/themes/Odd Name.md": "---\ntitle:   x\n---\n",
        "README.md": "title:   x\n",
        ".github/workflows/evil.yml": "on: push\n",
    }
    jobs.save(saved)
    assert [one["path"] for one in jobs.lay_out()["files"]] == [PATH]
    jobs.put()
    for path in list(saved)[1:]:
        assert jobs.stands(path) == saved[path]


def test_a_branch_that_went_on_meanwhile_is_left_to_its_next_run(jobs: Jobs) -> None:
    jobs.save({PATH: SAVED})
    jobs.lay_out()
    later = jobs.save({PATH: SAVED.replace("2026-09-01", "2026-10-01")})
    assert "changed meanwhile" in jobs.put()
    assert git(jobs.bare, "rev-parse", jobs.branch).strip() == later


def test_a_branch_of_another_repository_is_not_written_to(jobs: Jobs) -> None:
    jobs.save({PATH: SAVED})
    jobs.lay_out()
    assert "another repository" in jobs.put(code=1, of="stranger/minutebook")


@pytest.mark.parametrize(
    "branch", ["main", "cms/actions", "cms/actions/../../main", "form/issue-7", "cms/a/B"]
)
def test_only_branches_of_editors_are_written_to(branch: str, jobs: Jobs) -> None:
    jobs.save({PATH: SAVED})
    jobs.lay_out()
    jobs.branch = branch
    assert "no branch of an editor" in jobs.put(code=1)


FILE = {"path": PATH, "before": "0" * 64, "text": "---\n---\n"}
HEAD = "0" * 40


@pytest.mark.parametrize(
    "layout",
    [
        [],
        {"head": HEAD},
        {"head": "main", "files": []},
        {"head": HEAD, "files": [FILE], "more": 1},
        {"head": HEAD, "files": [FILE, FILE]},
        {"head": HEAD, "files": [{**FILE, "before": None}]},
        {"head": HEAD, "files": [{**FILE, "path": ".github/workflows/x.yml"}]},
        {"head": HEAD, "files": [{**FILE, "path": "notes/../x.md"}]},
        {"head": HEAD, "files": [{**FILE, "text": ""}]},
        {"head": HEAD, "files": [FILE] * 300},
    ],
)
def test_what_no_layout_looks_like_is_refused(layout: object, tmp_path: Path) -> None:
    (tmp_path / "layout.json").write_text(json.dumps(layout), "utf-8")
    with pytest.raises(Refused):
        laid_out.read(tmp_path, BRANCH)
