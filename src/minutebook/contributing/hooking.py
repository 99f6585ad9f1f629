"""The hook that has git check the notes before each commit."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from minutebook.contributing.comparing.git import CannotCompare
from minutebook.contributing.comparing.versions import kept

_OURS = "# Written by `minutebook hook`."
"""By this line we know a hook of ours, which may be written again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A hook that was written, or that stood there and is somebody's own."""

    path: Path
    command: str
    """What checks the notes, as a line of a hook."""

    own: bool


def install(notes: Path, python: str) -> Installed:
    """Write the hook of the repository that the notes are kept in.

    `python` is the program in which Minutebook is installed. Raises CannotCompare where
    there is no repository.
    """
    ours = kept(notes)
    folder = ours.repository.path("hooks")
    if folder is None:
        raise CannotCompare("git does not say where its hooks are")
    path = folder / "pre-commit"
    command = _command(python, ours.below or ".")
    own = os.path.lexists(path) and not _is_ours(path)
    if not own:
        _write(path, _script(python, command))
    return Installed(path=path, command=command, own=own)


def _command(python: str, notes: str) -> str:
    """Write what checks the notes; nothing that stands in the folder is run instead."""
    words = (python, "-P", "-m", "minutebook", "check", "--staged", "--notes", notes)
    return shlex.join(words)


def _script(python: str, command: str) -> str:
    return f"""\
#!/bin/sh
{_OURS}
if [ ! -x {shlex.quote(python)} ]; then
    echo "Minutebook is no longer where it was. Run 'minutebook hook' again," >&2
    echo "or commit without the check: git commit --no-verify" >&2
    exit 1
fi
exec {command}
"""


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return _OURS.encode() in file.read(1000).splitlines()


def _write(path: Path, script: str) -> None:
    """Put a hook into its place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(script, "utf-8", newline="\n")
    beside.chmod(0o755)
    beside.replace(path)
