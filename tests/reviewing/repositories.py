"""Real repositories for tests: a hall's notes in git, and what becomes of them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BOOK = Path(__file__).parent.parent / "errors" / "_book"

_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
}


@dataclass(frozen=True)
class Work:
    """A folder kept in git, with notes in it."""

    folder: Path

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    def git(self, *words: str, data: bytes | None = None, code: int = 0) -> str:
        run = subprocess.run(
            ("git", *words),  # noqa: S607 - the one that a person would use
            cwd=self.folder,
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, **_NOBODY},
        )
        assert run.returncode == code, run.stderr.decode()
        return (run.stdout + run.stderr).decode().strip()

    def commit(self, message: str = "A change") -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", message)
        return self.git("rev-parse", "HEAD")

    def replace(self, path: str, was: str, now: str) -> None:
        file = self.notes / path
        text = file.read_text("utf-8")
        assert was in text, path
        file.write_text(text.replace(was, now), "utf-8")

    def write(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            file = self.notes / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")

    def tree(self, *entries: tuple[str, str, str]) -> str:
        """Make a tree that no folder could become: mode, name of content, path."""
        kinds = {"040000": "tree", "160000": "commit"}
        listed = "".join(
            f"{mode} {kinds.get(mode, 'blob')} {name}\t{path}\0"
            for mode, name, path in entries
        )
        return self.git("mktree", "-z", "--missing", data=listed.encode())

    def blob(self, text: str) -> str:
        return self.git("hash-object", "-w", "--stdin", data=text.encode())


def hall(folder: Path) -> Work:
    """Keep the notes of the small hall in git, one commit of them."""
    folder.mkdir(parents=True)
    work = Work(folder)
    work.git("init", "-q", "-b", "main")
    shutil.copytree(BOOK, work.notes)
    work.commit("The notes of the hall")
    return work
