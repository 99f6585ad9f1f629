"""Git checks the notes before each commit: real repositories, real commits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from minutebook.cli import main
from reviewing.repositories import Work, hall

ROOT = Path(__file__).parent.parent.parent
LIFT = "actions/2026-04-09-board-a1.md"
MARCH = "meetings/2026-03-12-board.md"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    made = hall(tmp_path / "a hall's notes")
    monkeypatch.chdir(made.folder)
    return made


def hook(*words: str) -> Result:
    return CliRunner().invoke(main, ["hook", *words])


def commit(work: Work, code: int = 0) -> str:
    return work.git("commit", "-m", "A change", code=code)


def test_a_commit_with_a_bad_note_is_refused_with_the_message(work: Work) -> None:
    assert hook().exit_code == 0
    work.replace(LIFT, "owners: [the Trust]", "owners: [the Turst]")
    work.git("add", "-A")

    said = commit(work, code=1)

    assert f"{LIFT}:3:10: error: " in said
    assert "hint: add the organisation to organisations.yml" in said
    assert work.git("log", "--oneline").count("\n") == 0


def test_a_good_commit_passes(work: Work) -> None:
    hook()
    work.replace(LIFT, "owners: [the Trust]", "owners: [Ben Hartley]")
    work.git("add", "-A")

    assert "18 records checked. Nothing to mend." in commit(work)


def test_a_commit_that_breaks_a_seal_is_refused(work: Work) -> None:
    hook()
    work.replace(MARCH, "stopped twice", "stopped four times")
    work.git("add", "-A")

    assert "[sealed-note-changed]" in commit(work, code=1)


def test_what_is_staged_is_checked_and_not_what_stands_there(work: Work) -> None:
    hook()
    work.replace(LIFT, "owners: [the Trust]", "owners: [the Turst]")
    work.git("add", "-A")
    work.replace(LIFT, "owners: [the Turst]", "owners: [the Trust]")
    commit(work, code=1)

    work.git("add", "-A")
    work.replace(LIFT, "title:", "titel:")
    work.write({"themes/new.md": "---\ntitle: New\n---\n"})
    work.git("add", "notes/themes/new.md")
    commit(work)


def test_only_what_a_commit_takes_is_checked(work: Work) -> None:
    hook()
    work.replace(LIFT, "title:", "titel:")
    work.replace("themes/building.md", "safe", "dry")

    work.git("commit", "-m", "One file", "notes/themes/building.md")

    assert work.git("diff", "--name-only") == f"notes/{LIFT}"
    assert "unknown-field" in work.git("commit", "-a", "-m", "All", code=1)


def test_the_first_commit_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(tmp_path)
    monkeypatch.chdir(tmp_path)
    work.git("init", "-q", "-b", "main")
    work.write({"themes/a.md": "---\ntitel: A\n---\n"})
    hook()
    work.git("add", "-A")

    assert "unknown-field" in commit(work, code=1)
    work.replace("themes/a.md", "titel", "title")
    work.git("add", "-A")
    commit(work)


def test_a_worktree_has_the_hook_of_its_repository(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.git("worktree", "add", "-q", str(tmp_path / "other"))
    other = Work(tmp_path / "other")
    monkeypatch.chdir(other.folder)

    assert hook().exit_code == 0

    assert (work.folder / ".git" / "hooks" / "pre-commit").is_file()
    other.replace(LIFT, "title:", "titel:")
    other.git("add", "-A")
    assert "unknown-field" in commit(other, code=1)


def test_hooks_that_stand_elsewhere_are_found_there(work: Work) -> None:
    work.git("config", "core.hooksPath", ".hooks")

    assert "Written: .hooks/pre-commit" in hook().output
    work.replace(LIFT, "title:", "titel:")
    work.git("add", "notes")
    assert "unknown-field" in commit(work, code=1)


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_a_hook_of_ones_own_stays_as_it_is(work: Work, kind: str) -> None:
    path = work.folder / ".git" / "hooks" / "pre-commit"
    path.parent.mkdir(exist_ok=True)
    own = work.folder / "own"
    own.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    if kind == "file":
        path.write_bytes(own.read_bytes())
    elif kind == "link":
        path.symlink_to(own)
    else:
        path.mkdir()

    result = hook()

    assert result.exit_code == 1
    assert "There is a hook of your own at .git/hooks/pre-commit" in result.output
    assert "-m minutebook check --staged --notes notes" in result.output
    assert own.read_text("utf-8") == "#!/bin/sh\nexit 0\n"
    assert path.is_symlink() == (kind == "link")


def test_our_own_hook_is_written_again(work: Work) -> None:
    hook()
    path = work.folder / ".git" / "hooks" / "pre-commit"
    written = path.read_text("utf-8")
    path.write_text(written.replace(sys.executable, "/gone/python"), "utf-8")
    work.replace("themes/building.md", "safe", "dry")
    work.git("add", "-A")
    assert "Run 'minutebook hook' again" in commit(work, code=1)

    assert hook().exit_code == 0
    assert path.read_text("utf-8") == written


def test_a_package_of_our_name_among_the_files_is_not_run(work: Work) -> None:
    hook()
    evil = work.folder / "minutebook"
    evil.mkdir()
    for name in ("__init__", "__main__"):
        (evil / f"{name}.py").write_text("raise SystemExit('evil')\n", "utf-8")
    work.replace("themes/building.md", "safe", "dry")
    work.git("add", "-A")

    assert "evil" not in commit(work)


def test_notes_without_git_have_no_hook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    result = hook()

    assert result.exit_code == 2
    assert "No hook was written: this folder is not kept in git" in result.output


def test_what_is_staged_is_checked_in_git_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "notes").mkdir()

    result = CliRunner().invoke(main, ["check", "--staged"])

    assert result.exit_code == 2
    assert "Nothing was checked: this folder is not kept in git" in result.output


def test_what_is_staged_with_conflicts_is_not_checked(work: Work) -> None:
    work.git("switch", "-q", "-c", "other")
    work.replace(LIFT, "Sign the", "Read the")
    work.commit()
    work.git("switch", "-q", "main")
    work.replace(LIFT, "Sign the", "Burn the")
    work.commit()
    work.git("merge", "other", code=1)

    result = CliRunner().invoke(main, ["check", "--staged"])

    assert result.exit_code == 2
    assert "what is staged has conflicts; mend those first" in result.output


def test_the_hooks_for_pre_commit_are_commands_of_ours() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert [one["id"] for one in hooks] == ["minutebook-check", "minutebook-fmt"]
    for one in hooks:
        assert (one["language"], one["pass_filenames"]) == ("python", False)
        assert one["files"] == "^notes/"
        program, *words = one["entry"].split()
        assert program == "minutebook"
        command = (sys.executable, "-m", "minutebook", *words, "--help")
        subprocess.run(command, check=True, capture_output=True)
