"""A Minutebook project to measure: this one's settings, and a seeded book of notes."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from benchmarks.corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-22"
WORD = "Quillzanzibar"
"""Not in the vocabulary of the corpus: where it stands, the edit has arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with settings, a home page and notes, as a user has it."""

    folder: Path

    @property
    def notes(self) -> Path:
        """The records."""
        return self.folder / "notes"

    @property
    def site(self) -> Path:
        """Where the site comes to stand."""
        return self.folder / "site"

    @property
    def build(self) -> tuple[str, ...]:
        """The command that builds the site."""
        told = ("--today", TODAY, "--config", "mkdocs.yml")
        return (sys.executable, "-m", "minutebook", "build", *told)

    def serve(self, at: str) -> tuple[str, ...]:
        """Give the command that shows the site at an address, and again on every save."""
        return (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", at)

    def copy(self, folder: Path) -> Project:
        """Lay out the same notes elsewhere, without what earlier builds left behind."""
        _lay_out(folder)
        shutil.copytree(self.notes, folder / "notes")
        return Project(folder=folder)


def new_project(folder: Path, meetings: int) -> Project:
    """Lay out a project with so many meetings in a folder that is not there yet."""
    _lay_out(folder)
    project = Project(folder=folder)
    write_corpus(project.notes, meetings)
    return project


def settings() -> dict[str, Any]:
    """Give this project's `mkdocs.yml`, with a short navigation: home and listings."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    read["nav"] = [entry for entry in read["nav"] if "About" not in entry]
    read["site_dir"] = "site"
    return read


def base_path() -> str:
    """Tell under which path `mkdocs serve` shows the site; it ends in a slash."""
    return urlsplit(settings()["site_url"]).path or "/"


def some_note(notes: Path) -> Path:
    """Pick the note that is edited: one from the middle of the book."""
    meetings = sorted((notes / "meetings").iterdir())
    return meetings[len(meetings) // 2]


def edit(note: Path) -> None:
    """Change a note as a writer does: a word in its title, and a sentence at its end."""
    text = note.read_text("utf-8").replace("title: ", f"title: {WORD} ", 1)
    note.write_text(f"{text}\n{WORD} was seen.\n", "utf-8")


def _lay_out(folder: Path) -> None:
    (folder / "docs").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "index.md", folder / "docs")
    (folder / "docs" / "assets").mkdir()
    for icon in (ROOT / "docs" / "assets").glob("favicon.*"):
        shutil.copy(icon, folder / "docs" / "assets")
    plugins = ["search", {"minutebook": {"notes": "notes", "today": TODAY}}]
    text = yaml.safe_dump(settings() | {"plugins": plugins})
    (folder / "mkdocs.yml").write_text(text, "utf-8")
