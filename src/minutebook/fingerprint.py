"""Folders to digests: by what files hold, or by how they look from outside."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from minutebook.cache import digest


def contents_of(folder: Path) -> bytes:
    """Digest the names and contents of all files in a folder."""
    return digest(
        *(
            part
            for name, file in _in_order(folder)
            for part in (os.fsencode(name), Path(file.path).read_bytes())
        )
    )


def looks_of(folder: Path) -> bytes:
    """Digest names, sizes, times of change and inodes of all files in a folder."""
    listed = _stats(folder)
    return _looks((name, found.st_mtime_ns, found) for name, found in listed)


def sources_look(places: Iterable[Path]) -> tuple[bytes, int]:
    """Digest how files and folders look, by the time their place on the disk changed.

    No program sets that time at will. Give the latest one too, in nanoseconds.
    """
    listed: list[tuple[str, os.stat_result]] = []
    for place in places:
        listed.append(("", place.lstat()))
        if place.is_dir():
            listed += _stats(place, folders=True)
    latest = max((found.st_ctime_ns for _, found in listed), default=0)
    return _looks((name, found.st_ctime_ns, found) for name, found in listed), latest


def _looks(listed: Iterable[tuple[str, int, os.stat_result]]) -> bytes:
    """Digest names, each with a time, and what else is seen from outside."""
    lines = (
        f"{name}\0{found.st_size} {time} {found.st_ino}\n" for name, time, found in listed
    )
    return digest("".join(lines).encode("utf-8", "surrogateescape"))


def holds_links(*places: Path) -> bool:
    """Tell whether a file or folder, or anything in it, is a link."""
    return any(
        place.is_symlink()
        or (place.is_dir() and any(file.is_symlink() for _, file in _files(str(place))))
        for place in places
    )


def _stats(
    folder: Path, *, folders: bool = False
) -> Iterator[tuple[str, os.stat_result]]:
    for name, file in _in_order(folder, folders=folders):
        yield name, file.stat(follow_symlinks=False)


def _in_order(
    folder: Path, *, folders: bool = False
) -> list[tuple[str, os.DirEntry[str]]]:
    return sorted(_files(str(folder), folders=folders), key=lambda found: found[0])


def _files(
    folder: str, above: str = "", *, folders: bool = False
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """List the files below a folder; a link is listed and not followed."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if folders:
                    yield f"{above}{entry.name}/", entry
                yield from _files(entry.path, f"{above}{entry.name}/", folders=folders)
            else:
                yield f"{above}{entry.name}", entry
