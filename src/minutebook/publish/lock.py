"""One build of a site at a time: a lock that goes with the process that holds it."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
import platform
import re
import stat
import sys
import time
from pathlib import Path

from minutebook.language import ENGLISH

_PAUSE = 0.05
"""Seconds between two tries."""

_BEGINNING = "Minutebook: "
_LONGEST = 300
_FREE = -1
_HOLDER = re.compile(rf"{_BEGINNING}(process \d+ on [\w.-]+)\n")


class Busy(Exception):  # noqa: N818 - reads as what it says
    """Another build of the same site is at work."""

    def __init__(self, site: Path, builder: str) -> None:
        """Say who is building, and what to do."""
        super().__init__(
            f"{site} is being built already, by {builder};"
            " wait until that build has ended, or end it, and then build again"
        )


class Lock:
    """The right to build a site. The system takes it back when the process ends.

    The file `.<name>.lock` beside the site tells who holds it. It is removed while it
    is still held, and who takes it looks whether it is still the file of that name, so
    that two builds never hold two files of one name.
    """

    def __init__(self, site: Path) -> None:
        """Speak of the lock of a site; nobody holds it yet."""
        self._site = site
        self._path = site.parent / f".{site.name}.lock"
        self._file = _FREE

    @property
    def held(self) -> bool:
        """Whether this process holds it; a fork of the process does not."""
        return self._file != _FREE

    def leave(self) -> None:
        """Close the file and forget about it; other processes may hold it still."""
        os.close(self._file)
        self._file = _FREE
        _held.discard(self)

    def take(self, patience: float) -> None:
        """Wait for the lock, for `patience` seconds at most.

        Raises Busy when another build still has it then, and OSError when there
        cannot be a lock at that place.
        """
        tries_left = int(patience / _PAUSE)
        while (builder := self._try()) is not None:
            if tries_left == 0:
                raise Busy(self._site, builder)
            tries_left -= 1
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Let the next build begin."""
        if not self.held:
            return
        try:
            with contextlib.suppress(OSError):  # a file that stays does no harm
                if sys.platform == "win32":  # none that is open can be removed there
                    os.ftruncate(self._file, 0)
                elif _is_named(self._file, self._path):
                    self._path.unlink()
        finally:
            self.leave()

    def _try(self) -> str | None:
        """Take the lock, or tell who has it."""
        while True:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
            try:
                builder = _holder(file, self._path)
                if not _lock(file):
                    return builder
                if _is_named(file, self._path):
                    _sign(file)
                    self._file = file
                    _held.add(self)
                    return None
            finally:
                if self._file != file:
                    os.close(file)


_held: set[Lock] = set()
"""The locks that this process holds."""


def _sign(file: int) -> None:
    """Write down who holds a lock; the time of the file says since when."""
    who = f"{_BEGINNING}process {os.getpid()} on {platform.node()}\n"
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, who.encode())


def _holder(file: int, path: Path) -> str:
    """Read who holds a lock, and since when.

    Raises OSError when the file is no lock of ours: nobody else's file is emptied.
    """
    about = os.fstat(file)
    ordinary = stat.S_ISREG(about.st_mode)
    text = os.read(file, _LONGEST).decode("utf-8", "replace") if ordinary else ""
    if not ordinary or (text and not text.startswith(_BEGINNING)):
        raise OSError(errno.EEXIST, "is in the way of the lock of a build", str(path))
    found = _HOLDER.fullmatch(text)
    since = dt.datetime.fromtimestamp(about.st_mtime, tz=dt.UTC).astimezone()
    name = found[1] if found else "another process"
    return f"{name}, since {ENGLISH.clock(since.time())} on {ENGLISH.day(since.date())}"


def _is_named(file: int, path: Path) -> bool:
    """Tell whether a file was not removed between opening it and locking it."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _NO_LINK = os.O_BINARY
    _FAR = 1 << 30  # what is locked there cannot be read, so not the text itself

    def _lock(file: int) -> bool:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    _NO_LINK = os.O_NOFOLLOW

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go() -> None:
        """Leave the lock to the parent, or a forgotten worker would hold it on."""
        for lock in tuple(_held):
            lock.leave()

    os.register_at_fork(after_in_child=_let_go)
