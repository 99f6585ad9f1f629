"""Folders to digests: by what files hold, or by how they look from outside."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from minutebook.cache import digest

SIZE = 16
"""The bytes of a digest."""


def contents_of(*folders: Path) -> bytes:
    """Digest the names and contents of all files in some folders."""
    return digest(
        *(
            part
            for folder in folders
            for name, file in sorted(_files(str(folder)), key=_name)
            for part in (os.fsencode(name), Path(file.path).read_bytes())
        )
    )


def looks_of(*folders: Path) -> bytes:
    """Digest names, sizes, times of change and inodes of all files in some folders."""
    hashed = hashlib.blake2b(digest_size=SIZE)
    for folder in folders:
        for name, file in sorted(_files(str(folder)), key=_name):
            found = file.stat(follow_symlinks=False)
            looks = f"{name}\0{found.st_size} {found.st_mtime_ns} {found.st_ino}\n"
            hashed.update(looks.encode("utf-8", "surrogateescape"))
    return hashed.digest()


def sources_look(places: Iterable[Path]) -> tuple[bytes, int]:
    """Digest how files and folders look, by the time their place on the disk changed.

    No program sets that time at will. Give the latest one too, in nanoseconds.
    """
    hashed = hashlib.blake2b(digest_size=SIZE)
    latest = 0
    for place in places:
        found = place.lstat()
        listed = [("", found)]
        if place.is_dir():
            listed += [
                (name, file.stat(follow_symlinks=False))
                for name, file in sorted(_files(str(place), folders=True), key=_name)
            ]
        for name, file in listed:
            latest = max(latest, file.st_ctime_ns)
            looks = f"{name}\0{file.st_size} {file.st_ctime_ns} {file.st_ino}\n"
            hashed.update(looks.encode("utf-8", "surrogateescape"))
    return hashed.digest(), latest


def _name(found: tuple[str, os.DirEntry[str]]) -> str:
    return found[0]


def holds_links(*places: Path) -> bool:
    """Tell whether a file or folder, or anything in it, is a link."""
    return any(
        place.is_symlink()
        or (place.is_dir() and any(file.is_symlink() for _, file in _files(str(place))))
        for place in places
    )


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
