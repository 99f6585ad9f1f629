"""A version of the notes, put into a folder as far as a check has to see it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutebook.contributing.comparing.git import CannotCompare, Listed, Repository
from minutebook.reading import limits
from minutebook.reading.folder import ATTACHMENTS, INBOX

MOST_FILES = 100_000
MOST_BYTES = 500_000_000
"""Of all records together."""

_LINK, _REPOSITORY = "120000", "160000"
_DEEP = 2
"""Records stand in folders, and these hold none."""


def unpack(repository: Repository, tree: str, below: str, folder: Path) -> dict[str, str]:
    """Put the notes of a version into an empty folder; name the contents of its files.

    Records are written out. Of attachments and of what is too large to be read there is
    only the size, of links only that they are there, and of deeper folders the first.
    """
    names: dict[str, str] = {}
    wanted: list[tuple[Listed, Path]] = []
    size = 0
    for file, parts in _files(repository, tree, below):
        target = folder.joinpath(*parts[:_DEEP])
        if len(names) >= MOST_FILES or size > MOST_BYTES:
            raise CannotCompare("this version holds more notes than can be compared")
        names["/".join(parts)] = file.name
        _make_folder(target.parent)
        if len(parts) > _DEEP or file.mode == _REPOSITORY:
            _make_folder(target)
        elif file.mode == _LINK:
            _link(target)
        elif parts[0] == ATTACHMENTS or file.size > limits.NOTE_BYTES:
            _write(target, b"", min(file.size, limits.ATTACHMENT_BYTES + 1))
        else:
            wanted.append((file, target))
            size += file.size
    targets = iter([target for _, target in wanted])
    for _, content in repository.contents(file for file, _ in wanted):
        _write(next(targets), content, len(content))
    return names


def _files(
    repository: Repository, tree: str, below: str
) -> Iterator[tuple[Listed, tuple[str, ...]]]:
    """List the files a check would see, with the parts of their paths in the notes."""
    start = f"{below}/" if below else ""
    for file in repository.files(tree, below):
        path = os.fsdecode(file.path)
        if not path.startswith(start):
            raise CannotCompare(f"in this version, `{below}` is not a folder")
        parts = tuple(path.removeprefix(start).split("/"))
        if any(part in ("", ".", "..") or os.sep in part for part in parts):
            raise CannotCompare("this version holds a path that leads elsewhere")
        if parts[0] != INBOX and not any(part.startswith(".") for part in parts[:_DEEP]):
            yield file, parts


@contextmanager
def _told() -> Iterator[None]:
    """Say in a sentence that a path cannot be had: twice, too long, file and folder."""
    try:
        yield
    except OSError as error:
        raise CannotCompare("this version holds paths that cannot be files") from error


def _make_folder(path: Path) -> None:
    with _told():
        path.mkdir(parents=True, exist_ok=True)


def _link(path: Path) -> None:
    """Put a link that leads nowhere, so that the check says what it says of links."""
    with _told():
        path.symlink_to("elsewhere")


def _write(path: Path, content: bytes, size: int) -> None:
    """Write a file that is not there yet."""
    with _told(), path.open("xb") as file:
        file.write(content)
        file.truncate(size)
