"""A version of the notes: as a commit has them, as they are staged, as they stand."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from minutebook.contributing.comparing.git import CannotCompare, Repository
from minutebook.contributing.comparing.unpacking import unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Some notes, and how somebody would call them."""

    name: str
    notes: Path

    contents: dict[str, str] | None = None
    """The names of the contents of files in git, by their paths; None for a folder."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Notes that are kept in git."""

    repository: Repository
    below: str
    """The folder of the notes, from the root of the repository."""

    @contextmanager
    def version(self, tree: str, name: str) -> Iterator[Version]:
        """Put a version into a folder, for as long as it is looked at."""
        with tempfile.TemporaryDirectory(prefix="minutebook-") as scratch:
            notes = Path(scratch) / "notes"
            notes.mkdir()
            contents = unpack(self.repository, tree, self.below, notes)
            yield Version(name=name, notes=notes, contents=contents)


def kept(notes: Path) -> Kept:
    """Find the repository that a folder of notes belongs to."""
    notes = Path(os.path.abspath(notes))  # noqa: PTH100 - without following links
    near = Path.cwd() if notes.is_relative_to(Path.cwd()) else notes
    while not near.is_dir():
        near = near.parent
    root = Repository(near).root().resolve()
    real = near.resolve() / notes.relative_to(near)
    if not real.is_relative_to(root):
        raise CannotCompare("these notes are kept in no repository here")
    below = real.relative_to(root).as_posix()
    return Kept(Repository(root), "" if below == "." else below)
