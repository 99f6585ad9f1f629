"""What can be done with whole folders: trade names, reach the disk, go."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE, and RENAME_SWAP on macOS
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276}

_LOST = {errno.EIO, errno.ENOSPC, errno.EDQUOT}

_AT_ONCE = 16
"""Disks that trim what is freed take milliseconds for each file, but many at a time."""


def trade(one: Path, other: Path) -> bool:
    """Let two folders take each other's name, in one instant.

    False where the system or the file system cannot; nothing has changed then.
    """
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        trading = (_HERE, first, _HERE, second, _EXCHANGE)
        if hasattr(_c(), "renameat2"):
            return bool(_c().renameat2(*trading) == 0)
        return _trade_by_number(first, second)
    if sys.platform == "darwin":
        swap = getattr(_c(), "renamex_np", None)
        return swap is not None and bool(swap(first, second, _EXCHANGE) == 0)
    return False


def _trade_by_number(first: bytes, second: bytes) -> bool:
    """Ask the kernel itself: the C library of Alpine has no name for it."""
    number = _RENAMEAT2.get(platform.machine())
    if number is None:
        return False
    words = (ctypes.c_long(n) for n in (number, _HERE, _HERE, _EXCHANGE))
    call, here, there, exchange = words
    return bool(_c().syscall(call, here, first, there, second, exchange) == 0)


def bring_to_disk(folder: Path) -> None:
    """Wait until everything in a folder would outlast a power cut.

    Without this, the new name may reach the disk before the pages do: after a power
    cut, the site would be new and its pages empty. To ask for each of 40,000 files is
    far too slow. Linux can be asked for a whole file system at once: 0.2 to 0.8 s for
    10,000 pages of 16 KB, and some 0.02 s when little is new. Elsewhere nothing is
    asked for; after a power cut on such a system, remove the site and build it again.
    Raises OSError when the disk cannot hold it.
    """
    if sys.platform != "linux" or not hasattr(_c(), "syncfs"):
        return
    with _opened(folder) as file:
        if _c().syncfs(file) != 0 and ctypes.get_errno() in _LOST:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))


def keep_names(folder: Path) -> None:
    """Wait until the names in a folder would outlast a power cut, where one can."""
    if sys.platform != "win32":
        # Some file systems refuse; the names are on their way all the same.
        with contextlib.suppress(OSError), _opened(folder) as file:
            os.fsync(file)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, and follow no link out of it.

    Files that have a second name elsewhere stay there as they are. Raises OSError when
    something cannot be removed. Nobody else may write to the folder meanwhile.
    """
    levels = [[str(folder)]]
    with ThreadPoolExecutor(_AT_ONCE) as crew:
        while level := levels[-1]:
            found = crew.map(_remove_files, _shares(level))
            levels.append([below for some in found for below in some])
        for level in reversed(levels):
            list(crew.map(_remove_empty, _shares(level)))


def _remove_files(folders: Iterable[str]) -> list[str]:
    """Remove the files of some folders, and tell the folders in them."""
    below: list[str] = []
    for folder in folders:
        with os.scandir(folder) as found:
            inside = list(found)
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            else:
                os.unlink(entry.path)  # noqa: PTH108 - a Path takes as long as the rest
    return below


def _remove_empty(folders: Iterable[str]) -> None:
    for folder in folders:
        os.rmdir(folder)  # noqa: PTH106 - as above


def _shares(level: list[str]) -> list[list[str]]:
    """Deal folders out evenly, none to nobody."""
    return [level[n::_AT_ONCE] for n in range(min(_AT_ONCE, len(level)))]


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    file = os.open(folder, os.O_RDONLY)
    try:
        yield file
    finally:
        os.close(file)


@cache
def _c() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
