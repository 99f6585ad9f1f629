"""`build_site.py` and `minutebook`: what they print, what they change, how they end."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutebook.cli import main
from site_folder import RENDERER, ROOT, copy_project

BOOK = Path(__file__).parent / "errors" / "_book"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BOOK, tmp_path / "notes"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def build(notes: Path, site: Path, *more: str) -> Result:
    config = str(ROOT / "mkdocs.yml")
    words = ["build", "--config", config, "--notes", str(notes), "--site-dir", str(site)]
    words += ["--today", "2026-11-22", "--renderer", RENDERER]
    return CliRunner().invoke(main, [*words, *more])


def spoil(notes: Path) -> None:
    (notes / "actions" / "lost.md").write_text("---\ntitle: Lost\n---\n", "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_good_notes_are_built_with_one_line_and_exit_code_0(
    notes: Path, site: Path
) -> None:
    result = build(notes, site)

    assert result.exit_code == 0
    assert result.output.startswith("Built ")
    assert result.output.count("\n") == 1
    assert (site / "index.html").is_file()


def test_problems_are_all_told_and_the_old_site_stays_as_it_was(
    notes: Path, site: Path
) -> None:
    build(notes, site)
    before = contents(site)
    spoil(notes)
    (notes / "themes" / "Bad Name.md").write_text("x", "utf-8")
    result = build(notes, site)

    assert result.exit_code == 1
    assert "`owners` is missing" in result.output
    assert "`raised_in` is missing" in result.output
    assert "bad-file-name" in result.output
    assert "Nothing was published" in result.output
    assert contents(site) == before


def test_nothing_is_published_where_there_was_nothing(notes: Path, site: Path) -> None:
    spoil(notes)

    assert build(notes, site).exit_code == 1
    assert not site.exists()


def test_a_warning_stops_only_a_strict_build(notes: Path, site: Path) -> None:
    note = next((notes / "meetings").glob("*.md"))
    note.write_text(note.read_text("utf-8") + "\nThe XQZ was told.\n", "utf-8")

    assert build(notes, site, "--strict").exit_code == 1
    assert not site.exists()
    result = build(notes, site)
    assert result.exit_code == 0
    assert "1 warning" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("--today", "31 March"),
        ("--today", "2026-02-30"),
        ("--notes", "nowhere"),
        ("--sitedir", "x"),
        ("more",),
    ],
)
def test_a_wrong_command_ends_with_2(
    notes: Path, site: Path, words: tuple[str, ...]
) -> None:
    result = build(notes, site, *words)

    assert result.exit_code == 2
    assert not site.exists()


def test_a_folder_that_is_not_our_site_is_never_emptied(notes: Path, site: Path) -> None:
    site.mkdir()
    (site / "thesis.odt").write_text("years of work", "utf-8")
    result = build(notes, site)

    assert result.exit_code == 2
    assert "not a site made by Minutebook" in result.output
    assert contents(site) == {"thesis.odt": b"years of work"}


def test_a_failing_renderer_leaves_the_old_site(notes: Path, site: Path) -> None:
    build(notes, site)
    before = contents(site)
    broken = notes.parent / "mkdocs.yml"
    broken.write_text(
        "site_name: x\ntheme: material\nplugins: [minutebook]\nnav: [gone.md]\n"
        "validation: {nav: {not_found: warn}}\n",
        "utf-8",
    )
    (notes.parent / "docs").mkdir()
    result = build(notes, site, "--config", str(broken), "--strict")

    assert result.exit_code == 2
    assert "The site was not built" in result.output
    assert contents(site) == before
    assert not list(notes.parent.glob(".site-*")), "nothing half-made is left behind"


def test_check_says_that_good_notes_are_good(notes: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--notes", str(notes)])

    assert result.exit_code == 0
    assert result.output.endswith("records checked. Nothing to mend.\n")


def test_check_ends_with_1_and_annotates_lines_for_a_pull_request(notes: Path) -> None:
    spoil(notes)
    words = ["check", "--notes", str(notes), "--format", "github"]
    result = CliRunner().invoke(main, words)

    assert result.exit_code == 1
    assert f"::error file={notes.as_posix()}/actions/lost.md,line=" in result.output
    assert "title=missing-field::`owners` is missing%0Aadd a line" in result.output


def test_an_annotation_cannot_be_broken_out_of(notes: Path) -> None:
    bad = notes / "actions" / "lost.md"
    bad.write_text('---\n"a\\n::error::owned %0A": 1\n---\n', "utf-8")
    words = ["check", "--notes", str(notes), "--format", "github"]
    lines = CliRunner().invoke(main, words).output.splitlines()

    assert not [line for line in lines if line.startswith("::error::")]


def test_mkdocs_build_works_too_and_refuses_bad_notes(
    notes: Path, site: Path, tmp_path: Path
) -> None:
    config = copy_project(tmp_path, "docs")
    command = [sys.executable, "-m", RENDERER, "build", "-q", "-f", str(config)]

    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert (site / "meetings" / "index.html").is_file()
    before = contents(site)
    spoil(notes)
    refused = subprocess.run(command, check=False, capture_output=True, text=True)
    assert refused.returncode != 0
    assert "`owners` is missing" in refused.stderr
    assert contents(site) == before


@pytest.fixture
def with_mkdocs(notes: Path, site: Path, tmp_path: Path) -> list[str]:
    """`mkdocs build`, in a project of its own with a site that stands already."""
    assert notes.parent == tmp_path == site.parent
    config = str(copy_project(tmp_path, "docs"))
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config]


def test_mkdocs_build_leaves_the_old_site_when_a_strict_build_fails(
    with_mkdocs: list[str], site: Path, tmp_path: Path
) -> None:
    assert subprocess.run(with_mkdocs, check=False, capture_output=True).returncode == 0
    before = contents(site)
    about = tmp_path / "docs" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n[gone](gone.md)\n", "utf-8")
    strict = [word for word in with_mkdocs if word != "-q"] + ["--strict"]

    assert subprocess.run(strict, check=False, capture_output=True).returncode != 0
    assert contents(site) == before
    assert not list(tmp_path.glob(".site*")), "nothing half-made is left behind"


def test_mkdocs_build_empties_no_folder_that_is_not_our_site(
    with_mkdocs: list[str], site: Path
) -> None:
    site.mkdir()
    (site / "thesis.odt").write_text("years of work", "utf-8")
    refused = subprocess.run(with_mkdocs, check=False, capture_output=True, text=True)

    assert refused.returncode != 0
    assert "not a site made by Minutebook" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert contents(site) == {"thesis.odt": b"years of work"}


def test_a_second_build_says_that_nothing_has_changed(notes: Path, site: Path) -> None:
    time.sleep(0.1)  # what was changed this very moment is not judged by its looks
    build(notes, site)
    again = build(notes, site)

    assert again.exit_code == 0
    assert again.output.startswith("Nothing has changed: ")
    assert build(notes, site, "--no-cache").output.startswith("Built ")
