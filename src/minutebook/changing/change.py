"""One change to some files: worked out whole, tried on a copy, and made or not made."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from minutebook.make import Checked, check_notes
from minutebook.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to become of some files, by their paths in the notes."""

    added: Mapping[str, str] = field(default_factory=dict)
    """Texts of files that do not stand there yet."""

    edited: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Texts as they were when the change was worked out, and as they are to be."""

    removed: Mapping[str, str] = field(default_factory=dict)
    """Texts, as they were, of files that are to go."""


class Changed(Exception):  # noqa: N818 - the state of a folder, not an error of ours
    """A file is no longer as it was when the change was worked out."""


def new_problems(
    notes: Path, change: Change, before: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Try a change on a copy of the notes; give the problems it would bring.

    `before` are those that the notes have as they stand.
    """
    return new_among(tried(notes, change).problems, before)


def new_among(
    problems: Iterable[Problem], before: Iterable[Problem]
) -> tuple[Problem, ...]:
    """Give those of some problems that were not there before, on whatever line."""
    known = {(p.code, p.place.path, p.summary) for p in before}
    return tuple(p for p in problems if (p.code, p.place.path, p.summary) not in known)


def tried(notes: Path, change: Change) -> Checked:
    """Try a change on a copy of the notes; give the book it would make."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "notes"
        copy_notes(notes, copy)
        make(copy, change)
        return check_notes(copy)


def make(notes: Path, change: Change) -> None:
    """Make a change. Raises `Changed` before anything is done, if it no longer fits."""
    for path in change.added:
        if os.path.lexists(notes / path):
            raise Changed(path)
    standing = {path: before for path, (before, _) in change.edited.items()}
    for path, before in (standing | dict(change.removed)).items():
        if (notes / path).read_bytes().decode("utf-8") != before:
            raise Changed(path)
    for path, text in change.added.items():
        _write(notes / path, text, new=True)
    for path, (_, after) in change.edited.items():
        _write(notes / path, after, new=False)
    for path in change.removed:
        (notes / path).unlink()


def _write(path: Path, text: str, *, new: bool) -> None:
    """Put a file in its place in one step; a new one never in the place of another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.chmod(name, 0o644)  # noqa: PTH101 - as an editor would have made it
    if new and os.path.lexists(path):
        os.unlink(name)  # noqa: PTH108 - beside mkstemp
        raise Changed(path.name)
    os.replace(name, path)  # noqa: PTH105 - beside mkstemp


def copy_notes(notes: Path, copy: Path) -> None:
    """Give what the check reads a second name, without following links.

    The files are the same, and none is written to: a change puts others in their place.
    """
    copy.mkdir()
    if notes.is_dir():
        shutil.copytree(
            notes,
            copy,
            symlinks=True,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("inbox", ".*"),
            copy_function=_second_name,
        )


def _second_name(source: str, target: str) -> str:
    """Link a file, or copy it where the system cannot link."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copyfile(source, target, follow_symlinks=False)
    return target
