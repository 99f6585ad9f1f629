"""Files of the notes laid out: by themselves, or as they were before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minutebook.changing.change import Change
from minutebook.contributing.layout.tidy import tidy
from minutebook.problems import Problem
from minutebook.reading.folder import Folder, read_file, read_folder
from minutebook.reading.read import read_bytes
from minutebook.reading.record_text import keeping


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """What is to become of some files, and what is wrong with others."""

    change: Change
    problems: tuple[Problem, ...]
    """Why some cannot be read. These stay as they are."""

    seen: int
    """How many were looked at."""


def lay_out(
    notes: Path, paths: Sequence[str] | None = None, like: Path | None = None
) -> LaidOut:
    """Lay out files, by their paths in the notes; all of them, if none is named.

    A file that stood in `like`, the notes as they were before, stays as it stood there
    but for what it says now.
    """
    folder = read_folder(notes)
    wanted = folder.files if paths is None else _known(folder, paths)
    earlier = frozenset(read_folder(like).files) if like else frozenset()
    edited: dict[str, tuple[str, str]] = {}
    problems = [p for p in folder.problems if paths is None or p.place.path in paths]
    for path in wanted:
        data = read_file(notes, path)
        read = read_bytes(data, path)
        if read.problems:
            problems += read.problems
            continue
        text = data.decode("utf-8")
        if like and path in earlier:
            after = keeping(_before(like, path), text, path)
        else:
            after = tidy(text, path)
        if after != text:
            edited[path] = (text, after)
    return LaidOut(
        change=Change(edited=edited), problems=tuple(problems), seen=len(wanted)
    )


def _known(folder: Folder, paths: Sequence[str]) -> tuple[str, ...]:
    asked = frozenset(paths)
    return tuple(path for path in folder.files if path in asked)


def _before(like: Path, path: str) -> str:
    """Read a file as it stood; what is no text says nothing about the layout."""
    return read_file(like, path).decode("utf-8", "replace")
