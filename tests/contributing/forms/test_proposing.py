"""The job that can write: from what was handed over to a pull request, or to an answer.

The repository is a real one, and git is real; of the host, only its answers are ours.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import handed_over
from contributing.forms.git_host import BOT, NAME, GitHost, git, hosting
from handed_over import Refused

PATH = "notes/actions/a1.md"
BEFORE = "---\r\ntitle: Sign\r\n---\r\n"
BRANCH = "form/issue-7"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def a_change(**other: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON of any kind
    edited = {"path": PATH, "before": digest(BEFORE), "text": BEFORE + "Done.\r\n"}
    added = {"path": "notes/concerns/noise.md", "before": None, "text": "---\n---\n"}
    return {
        "issue": 7,
        "branch": BRANCH,
        "title": "A1 is done",
        "body": "A1 is done.\n\nCloses #7.",
        "files": [edited, added],
        **other,
    }


@dataclass
class Job:
    """The job, with a clone of the main branch and a folder that was handed over."""

    host: GitHost
    clone: Path
    folder: Path

    def hand_over(self, change: object) -> None:
        (self.folder / "change.json").write_text(json.dumps(change), "utf-8")

    def run(self, *, code: int = 0) -> str:
        said = {"issue": {"number": 7}, "repository": {"default_branch": "main"}}
        words = ("propose_change.py", str(self.folder))
        return self.host.run(*words, clone=self.clone, event=said, code=code)

    def answer(self) -> str:
        (comment,) = [c for c in self.host.comments if c["user"]["login"] == BOT]
        return str(comment["body"])


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Job]:
    files = tmp_path / "files"
    for path, text in ((PATH, BEFORE), ("notes/organisations.yml", "a: A\n")):
        (files / path).parent.mkdir(parents=True, exist_ok=True)
        (files / path).write_bytes(text.encode())
    (tmp_path / "change").mkdir()
    with hosting(tmp_path, files) as (host, clone):
        yield Job(host, clone, tmp_path / "change")


# A change becomes a pull request


def test_a_change_becomes_a_branch_a_pull_request_and_an_answer(job: Job) -> None:
    job.hand_over(a_change())
    job.run()

    changed = git(job.host.bare, "diff", "--name-status", "main", BRANCH)
    assert changed == f"M\t{PATH}\nA\tnotes/concerns/noise.md\n"
    shown = subprocess.check_output(
        ["git", "cat-file", "blob", f"{BRANCH}:{PATH}"],  # noqa: S607
        cwd=job.host.bare,
    )
    assert shown == (BEFORE + "Done.\r\n").encode()
    (pull,) = job.host.pulls
    assert (pull["head"], pull["base"], pull["title"]) == (BRANCH, "main", "A1 is done")
    assert "is proposed in #100" in job.answer()


def test_the_commit_says_nothing_that_a_contributor_wrote(job: Job) -> None:
    job.hand_over(a_change(title="Closes everything"))
    job.run()

    told = git(job.host.bare, "log", "-1", "--format=%B%an <%ae>", BRANCH)
    assert told.startswith("A change asked for in #7\n")
    assert "Closes" not in told
    assert BOT in told


def test_nothing_of_a_change_is_laid_out_in_the_clone(job: Job) -> None:
    job.hand_over(a_change())
    job.run()

    assert git(job.clone, "status", "--porcelain") == ""
    assert (job.clone / PATH).read_bytes() == BEFORE.encode()


def test_an_issue_that_is_edited_brings_its_proposal_up_to_date(job: Job) -> None:
    job.hand_over(a_change())
    job.run()
    only = [a_change()["files"][1]]
    job.hand_over(a_change(title="New concern: noise", files=only))
    job.run()

    assert git(job.host.bare, "diff", "--name-only", "main", BRANCH) == (
        "notes/concerns/noise.md\n"
    )
    (pull,) = job.host.pulls
    assert pull["title"] == "New concern: noise"
    assert len(job.host.comments) == 1


def test_the_same_change_again_leaves_the_branch_as_it_is(job: Job) -> None:
    job.hand_over(a_change())
    job.run()
    before = git(job.host.bare, "rev-parse", BRANCH)
    job.run()

    assert git(job.host.bare, "rev-parse", BRANCH) == before


def test_what_a_reviewer_put_on_the_branch_is_not_overwritten(job: Job) -> None:
    job.hand_over(a_change())
    job.run()
    theirs = job.clone.parent / "theirs"
    git(
        job.clone.parent,
        "clone",
        "--quiet",
        "--branch",
        BRANCH,
        str(job.host.bare),
        "theirs",
    )
    (theirs / PATH).write_text("Better.\n", "utf-8")
    git(theirs, "commit", "--quiet", "--all", "--message", "Better")
    git(theirs, "push", "--quiet", "origin", BRANCH)
    job.hand_over(a_change(files=[a_change()["files"][1]]))
    job.run()

    assert job.host.shows(BRANCH, PATH) == "Better.\n"
    assert "Somebody is working already" in job.answer()


def test_a_file_that_changed_meanwhile_stops_the_change(job: Job) -> None:
    edited = {"path": PATH, "before": digest("something else"), "text": "x"}
    job.hand_over(a_change(files=[edited]))
    job.run()

    assert not job.host.has(BRANCH)
    assert job.host.pulls == []
    assert "changed the same record" in job.answer()


def test_a_new_file_never_takes_the_place_of_another(job: Job) -> None:
    job.hand_over(a_change(files=[{"path": PATH, "before": None, "text": "x"}]))
    job.run()

    assert not job.host.has(BRANCH)
    assert "changed the same record" in job.answer()


def test_a_link_among_the_notes_is_never_followed(job: Job) -> None:
    (job.clone / PATH).unlink()
    (job.clone / PATH).symlink_to("/etc/hostname")
    git(job.clone, "commit", "--quiet", "--all", "--message", "A link")
    link = {"path": PATH, "before": digest("/etc/hostname"), "text": "x"}
    job.hand_over(a_change(files=[link]))
    job.run()

    assert not job.host.has(BRANCH)


def test_where_workflows_open_no_pull_requests_somebody_is_told_how(job: Job) -> None:
    job.host.lets_propose = False
    job.hand_over(a_change())
    job.run()

    assert job.host.has(BRANCH)
    assert f"https://example.org/{NAME}/compare/main...{BRANCH}?expand=1" in job.answer()


# An answer becomes a comment


def test_an_answer_is_one_comment_that_is_kept_up_to_date(job: Job) -> None:
    for text in ("Write the day.", "Write the day as in 2026-03-31."):
        (job.folder / "answer.md").write_text(text, "utf-8")
        job.run()

    assert job.answer() == f"<!-- minutebook-form -->\n{text}"
    assert len(job.host.comments) == 1
    assert not job.host.has(BRANCH)


def test_a_comment_of_somebody_else_is_never_written_over(job: Job) -> None:
    theirs = {"id": 1, "user": {"login": "x"}, "body": "<!-- minutebook-form -->\nMine"}
    job.host.comments.append(dict(theirs))
    (job.folder / "answer.md").write_text("Write the day.", "utf-8")
    job.run()

    assert job.host.comments[0] == theirs
    assert "Write the day." in job.answer()


# What was handed over is held against what a form can change

FILE = {"path": PATH, "before": None, "text": "x"}

BAD_PATHS = [
    ".github/workflows/check.yml",
    "notes/../.github/workflows/check.yml",
    "notes/meetings/../../x.md",
    "notes/meetings/A.md",
    "notes/meetings/.hidden.md",
    "notes/meetings/x.py",
    "notes/meetings/x.md\n",
    "notes/meetings/x/y.md",
    "notes/attachments/x.pdf",
    "notes/inbox/x.md",
    "notes/other.yml",
    "notes/meetings/-x.md",
    "/notes/meetings/x.md",
    "notes//meetings/x.md",
    "src/minutebook/make.py",
    f"notes/meetings/{'x' * 200}.md",
    "",
    None,
    7,
]


def refused(job_folder: Path, change: object) -> str:
    (job_folder / "change.json").write_text(json.dumps(change), "utf-8")
    with pytest.raises(Refused) as raised:
        handed_over.read(job_folder, 7)
    return str(raised.value)


@pytest.mark.parametrize("path", BAD_PATHS)
def test_only_records_and_registers_are_changed(path: object, tmp_path: Path) -> None:
    found = refused(tmp_path, a_change(files=[{**FILE, "path": path}]))

    assert found == "the change names a file that no form changes"


@pytest.mark.parametrize(
    "other",
    [
        {"issue": 8},
        {"issue": "7"},
        {"issue": True},
        {"branch": "main"},
        {"branch": "form/issue-8"},
        {"title": ""},
        {"title": "two\nlines"},
        {"title": "x" * 300},
        {"title": "\ud800"},
        {"body": None},
        {"body": "x" * 70_000},
        {"files": []},
        {"files": [FILE] * 2},
        {"files": [FILE] * (handed_over.MOST_OF_A_FORM + 1)},
        {"files": "notes/meetings/x.md"},
        {"files": [{**FILE, "before": "abc"}]},
        {"files": [{**FILE, "before": 7}]},
        {"files": [{**FILE, "text": 7}]},
        {"files": [{**FILE, "text": "x" * 1_000_001}]},
        {"files": [{**FILE, "mode": "100755"}]},
        {"also": "this"},
    ],
    ids=lambda other: str(other)[:40],
)
def test_a_change_is_laid_out_just_so(other: dict[str, Any], tmp_path: Path) -> None:
    assert refused(tmp_path, a_change(**other))


def test_a_change_or_an_answer_is_handed_over_and_no_link_to_one(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        handed_over.read(tmp_path, 7)
    (tmp_path / "answer.md").symlink_to("/etc/hostname")
    with pytest.raises(Refused):
        handed_over.read(tmp_path, 7)
    (tmp_path / "change.json").write_text("{}", "utf-8")
    with pytest.raises(Refused):
        handed_over.read(tmp_path, 7)


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b"\xff", b"{}", b"null", b"NaN"])
def test_what_is_no_change_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "change.json").write_bytes(data)

    with pytest.raises(Refused):
        handed_over.read(tmp_path, 7)


def test_what_is_refused_changes_nothing_and_says_why(job: Job) -> None:
    job.hand_over(a_change(branch="main"))
    told = job.run(code=1)

    assert told == "Nothing was done: the change goes to a branch that is not its own.\n"
    assert job.host.asked == []
