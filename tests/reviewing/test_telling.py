"""The workflow that tells reviewers what changes: fetch, compare, write one comment.

Git and the repository are real, and so are the scripts; only the answers of the host are
ours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import tell_reviewers
from contributing.forms.git_host import BOT, NAME, GitHost, git, hosting
from minutebook.contributing.comparing import as_markdown
from reviewing.repositories import BOOK, Work

LIFT = "actions/2026-04-09-board-a1.md"
MARCH = "meetings/2026-03-12-board.md"
RUN = f"https://example.org/{NAME}/actions/runs/55"


@dataclass
class Review:
    """A pull request, number 7, and the workflow that looks at it."""

    host: GitHost
    clone: Path
    work: Work
    """Where somebody works on their proposal."""

    def __post_init__(self) -> None:
        self.host.heads[7] = "0" * 40

    def propose(self, message: str = "A proposal") -> None:
        self.host.heads[7] = self.work.commit(message)
        pushed = "+HEAD:refs/pull/7/head"
        self.work.git("push", "-q", str(self.host.bare), pushed)

    def run(self, script: str, *words: str, code: int = 0, number: object = 7) -> str:
        return self.run_of(
            {"pull_request": {"number": number}}, script, *words, code=code
        )

    def run_of(self, said: object, script: str, *words: str, code: int = 0) -> str:
        """Run a script for an event."""
        return self.host.run(script, *words, clone=self.clone, event=said, code=code)

    def compare(self) -> Path:
        """Fetch and compare, as the job does that can write nothing."""
        self.run("fetch_proposal.py", "this-proposal")
        words = ("main", "this-proposal", "--merged", "--format", "markdown")
        done = subprocess.run(
            [sys.executable, "-P", "-m", "minutebook", "diff", *words],
            cwd=self.clone,
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        comment = self.clone.parent / "comment.md"
        comment.write_bytes(done.stdout)
        return comment

    def look(self) -> str:
        self.run("tell_reviewers.py", str(self.compare()))
        return self.comment()

    def comment(self) -> str:
        (comment,) = [c for c in self.host.comments if c["user"]["login"] == BOT]
        return str(comment["body"])


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    files = tmp_path / "files"
    shutil.copytree(BOOK, files / "notes")
    with hosting(tmp_path, files) as (host, clone):
        git(clone, "fetch", "--quiet", "--unshallow")
        git(tmp_path, "clone", "--quiet", str(host.bare), "proposal")
        yield Review(host, clone, Work(tmp_path / "proposal"))


def test_a_proposal_gets_one_comment_that_says_what_changes(review: Review) -> None:
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    review.host.runs = [{"html_url": RUN}]

    comment = review.look()

    assert "From main to this-proposal: 0 new records, 1 changed, 0 removed." in comment
    assert "- A1 is now due 2026-06-30" in comment
    assert f"[the check of this proposal]({RUN})" in comment
    assert comment.endswith(tell_reviewers.MARK)


def test_the_comment_is_kept_up_to_date_and_stays_the_only_one(review: Review) -> None:
    stranger = {"id": 1, "user": {"login": "stranger"}, "body": tell_reviewers.MARK}
    review.host.comments.append(stranger)
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    review.look()
    review.work.replace(LIFT, "due: 2026-06-30", "due: 2026-07-31")
    review.propose()

    comment = review.look()

    assert "2026-07-31" in comment
    assert "2026-06-30" not in comment
    assert stranger["body"] == tell_reviewers.MARK
    assert len(review.host.comments) == 2


def test_a_comment_that_says_the_same_is_not_written_again(review: Review) -> None:
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    review.look()
    review.host.asked.clear()
    review.look()

    assert [asked for asked in review.host.asked if not asked.startswith("GET")] == []


def test_the_comment_on_a_form_is_not_taken_for_it(review: Review) -> None:
    review.host.comments.append(
        {"id": 1, "user": {"login": BOT}, "body": "<!-- minutebook-form -->\nThank you."}
    )
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    review.run("tell_reviewers.py", str(review.compare()))

    assert len(review.host.comments) == 2


def test_what_may_not_be_is_said_first(review: Review) -> None:
    review.work.replace(MARCH, "stopped twice", "stopped four times")
    review.propose()

    assert review.look().index("### Not allowed: 1 problem") < 40


def test_without_a_run_of_the_check_its_list_is_named(review: Review) -> None:
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    checks = f"(https://example.org/{NAME}/pull/7/checks)"

    assert checks in review.look()
    review.host.runs = [{"html_url": "https://evil.example/actions/runs/1"}]
    assert checks in review.look()
    review.host.shows_runs = False
    assert checks in review.look()


def test_a_proposal_that_main_has_moved_on_from_is_compared_as_it_would_be_merged(
    review: Review,
) -> None:
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    main = Work(review.clone.parent / "elsewhere")
    git(review.clone.parent, "clone", "--quiet", str(review.host.bare), "elsewhere")
    main.write({"themes/garden.md": "---\ntitle: The garden\n---\n"})
    main.commit()
    main.git("push", "-q", "origin", "main")
    git(review.clone, "pull", "--quiet")

    comment = review.look()

    assert "0 new records, 1 changed, 0 removed" in comment
    assert "garden" not in comment


def test_nothing_of_a_proposal_is_laid_out_or_run(review: Review) -> None:
    evil = "raise SystemExit('evil')\n"
    for name in ("minutebook.py", "build_site.py", "sitecustomize.py", "conftest.py"):
        (review.work.folder / name).write_text(evil, "utf-8")
    (review.work.folder / ".gitattributes").write_text("* filter=evil\n", "utf-8")
    scripts = review.work.folder / ".github" / "scripts"
    scripts.mkdir(parents=True)
    (scripts / "host.py").write_text(evil, "utf-8")
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()

    assert "A1 is now due 2026-06-30" in review.look()
    assert git(review.clone, "status", "--porcelain") == ""
    assert git(review.clone, "branch", "--show-current") == "main\n"
    assert {path.name for path in review.clone.iterdir()} == {".git", "notes"}


def test_a_tree_that_git_itself_would_not_make_is_not_fetched(review: Review) -> None:
    blob = review.work.blob("x")
    themes = review.work.tree(("100644", blob, "a.md"), ("100644", blob, "a.md"))
    notes = review.work.tree(("040000", themes, "themes"))
    root = review.work.tree(("040000", notes, "notes"))
    commit = review.work.git("commit-tree", "-m", "x", "-p", "HEAD", root)
    review.work.git("push", "-q", str(review.host.bare), f"{commit}:refs/pull/7/head")

    review.run("fetch_proposal.py", "this-proposal", code=1)

    assert "this-proposal" not in git(review.clone, "branch", "--list")


@pytest.mark.parametrize("number", ["7", "7/head:refs/heads/main", None, 7.0, True, [7]])
def test_a_number_that_is_none_fetches_nothing(review: Review, number: object) -> None:
    said = review.run("fetch_proposal.py", "this-proposal", code=1, number=number)

    assert "Nothing was fetched" in said


@pytest.mark.parametrize("branch", ["--upload-pack=x", "../x", "a:b", "main\n", ""])
def test_a_branch_of_another_sort_of_name_is_not_made(
    review: Review, branch: str
) -> None:
    assert "Nothing was fetched" in review.run("fetch_proposal.py", branch, code=1)


GOOD = f"## What changes\n\n{tell_reviewers.MARK}\n".encode()


@pytest.mark.parametrize(
    "handed_over",
    [
        b"",
        b"no mark at its end",
        GOOD + b"more",
        b"\xff" + GOOD,
        b"x" * tell_reviewers.MOST_LETTERS + GOOD,
        b"x" * 1_000_000 + GOOD,
    ],
)
def test_what_a_comparison_does_not_write_is_not_put_into_a_comment(
    review: Review, handed_over: bytes
) -> None:
    file = review.clone.parent / "comment.md"
    file.write_bytes(handed_over)

    assert "Nothing was written" in review.run("tell_reviewers.py", str(file), code=1)
    assert review.host.comments == []


def test_a_link_in_the_place_of_the_text_is_not_followed(review: Review) -> None:
    real = review.clone.parent / "real.md"
    real.write_bytes(GOOD)
    (review.clone.parent / "comment.md").symlink_to(real)
    file = str(review.clone.parent / "comment.md")

    assert "Nothing was written" in review.run("tell_reviewers.py", file, code=1)


@pytest.mark.parametrize("number", ["7", None])
def test_a_comment_goes_to_a_pull_request_and_nowhere_else(
    review: Review, number: object
) -> None:
    file = review.clone.parent / "comment.md"
    file.write_bytes(GOOD)

    review.run("tell_reviewers.py", str(file), code=1, number=number)
    assert review.host.asked == []


def test_a_run_that_was_started_for_a_pull_request_is_about_that_one(
    review: Review,
) -> None:
    review.work.replace(LIFT, "due: before the old contract ends", "due: 2026-06-30")
    review.propose()
    started = {"inputs": {"number": "7"}}
    comment = review.compare()

    review.run_of(started, "fetch_proposal.py", "this-proposal")
    review.run_of(started, "tell_reviewers.py", str(comment))

    assert "A1 is now due 2026-06-30" in review.comment()


@pytest.mark.parametrize("number", ["", "0", "7/head", "7\n", "x", 7, None, "1" * 11])
def test_a_run_is_started_for_a_number_and_nothing_else(
    review: Review, number: object
) -> None:
    started = {"inputs": {"number": number}}

    review.run_of(started, "fetch_proposal.py", "this-proposal", code=1)
    review.run_of({"inputs": None}, "fetch_proposal.py", "this-proposal", code=1)


def test_the_text_of_a_note_goes_through_as_it_is(review: Review) -> None:
    hostile = "$(touch x) `id` ${{ secrets.A }} %0A::error:: \\u0000 é 🌳"
    file = review.clone.parent / "comment.md"
    file.write_text(f"{hostile}\n\n{tell_reviewers.MARK}\n", "utf-8")

    review.run("tell_reviewers.py", str(file))

    assert review.comment().startswith(hostile)
    assert not (review.clone / "x").exists()


def test_both_sides_know_the_same_mark_and_the_same_length() -> None:
    assert tell_reviewers.MARK == as_markdown.MARKER
    assert tell_reviewers.MOST_LETTERS == as_markdown.MOST_LETTERS
