"""A finished site takes the place of the old one: whole, or not at all.

A build works in a room of its own, a hidden folder beside the site:

    .site.lock               who is building; gone when nobody is
    .site-0123456789abcdef/  the room
        .minutebook-room     says that the room is ours, and goes last
        new/                 the site in the making; after the trade, the old site
        old/                 where folders cannot trade names: the old site, while
                             the new one has not yet taken its place
        gone/                the old site, when nobody needs it any more

A build that was killed leaves its room. The next one holds the lock, so it knows that
nobody works there, puts an old site back that has lost its place, and clears the rest.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Self

from minutebook.publish.folders import bring_to_disk, keep_names, remove, trade
from minutebook.publish.lock import Busy, Lock

__all__ = ["Busy", "NotOurs", "Replacement", "mark"]

_MARK = ".minutebook"
_ROOM_MARK = ".minutebook-room"
_NEW, _OLD, _GONE = "new", "old", "gone"
_PATIENCE = 60.0


class NotOurs(Exception):  # noqa: N818 - reads as what it says
    """The folder for the site holds something that Minutebook did not put there."""

    def __init__(self, folder: Path) -> None:
        """Say which folder, and what to do."""
        super().__init__(
            f"{folder} holds files that are not a site made by Minutebook;"
            " name another folder with --site-dir, or empty this one yourself"
        )


def mark(site: Path) -> None:
    """Mark a folder as a site of ours."""
    if not (site / _MARK).exists():  # it may share its file with the old site's
        (site / _MARK).write_text(
            "This folder is made by Minutebook. It is replaced by each build.\n"
        )


class Replacement:
    """A new site on its way to the place of the old one.

    Between `begin` and `finish`, `site` holds the old site, whole and unchanged. Files
    of it may be linked into `folder` (`os.link`): neither is ever written to in place.
    """

    site: Path
    """Where the site is. If a link was given, the folder to which it leads."""

    def __init__(self, site: Path, *, patience: float = _PATIENCE) -> None:
        """Speak of a site. `patience`: seconds to wait for another build to end."""
        self.site = Path(os.path.realpath(site))
        self._patience = patience
        self._lock = Lock(self.site)
        self._room: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the new site is made. Raises RuntimeError before `begin`."""
        if self._room is None:
            raise RuntimeError("a replacement must begin first")
        return self._room / _NEW

    def __enter__(self) -> Self:
        """Begin."""
        self.begin()
        return self

    def __exit__(self, *_error: object) -> None:
        """Give up what was not finished."""
        self.abandon()

    def begin(self) -> Path:
        """Mend what a killed build left, and give the empty folder to build in.

        Raises NotOurs when `site` holds anything but a site of ours, Busy when another
        build is at work, and OSError when there is no room. A replacement that has
        begun already begins anew.
        """
        self.abandon()
        _refuse_others(self.site)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self._lock.take(self._patience)
        try:
            for room in _rooms(self.site):
                _clear(room, self.site)
            _refuse_others(self.site)
            name = f".{self.site.name}-{secrets.token_hex(8)}"
            self._room = self.site.parent / name
            self._room.mkdir(mode=0o700)
            (self._room / _ROOM_MARK).touch()
            self.folder.mkdir()
        except BaseException:
            self.abandon()
            raise
        return self.folder

    def finish(self) -> None:
        """Put the new site in the place of the old one, which is removed.

        Raises NotOurs or OSError, and leaves the old site, when that cannot be.
        """
        try:
            mark(self.folder)
            bring_to_disk(self.folder)
            _refuse_others(self.site)
            self._take_place()
            keep_names(self.site.parent)
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Give up what was made so far. Does nothing when nothing is under way."""
        if not self._lock.held:
            return
        try:
            if self._room is not None:
                _clear(self._room, self.site)
        finally:
            self._room = None
            self._lock.release()

    def _take_place(self) -> None:
        if not self.site.exists():
            self.folder.rename(self.site)
        elif not trade(self.folder, self.site):
            # For an instant there is no site. Whatever happens, _clear puts it back.
            self.site.rename(self.folder.with_name(_OLD))
            self.folder.rename(self.site)


def _refuse_others(site: Path) -> None:
    """Raise NotOurs if anything is there but a site of ours or an empty folder."""
    if not site.exists() or (site / _MARK).exists():
        return
    if not site.is_dir() or any(site.iterdir()):
        raise NotOurs(site)


def _rooms(site: Path) -> list[Path]:
    """Find the rooms of builds that have ended, and no other folder.

    One that is empty was left before it could be marked, or after.
    """
    name = re.compile(rf"\.{re.escape(site.name)}-[0-9a-f]{{16}}")
    return [
        room
        for room in site.parent.iterdir()
        if name.fullmatch(room.name)
        and room.is_dir()
        and not room.is_symlink()
        and ((room / _ROOM_MARK).exists() or not any(room.iterdir()))
    ]


def _clear(room: Path, site: Path) -> None:
    """Put back an old site that has lost its place, and remove the rest of a room.

    What cannot be removed now stays for the next build. Nothing is removed before the
    old site is safe, and half an old site is never called `old`.
    """
    with suppress(OSError):
        if (room / _OLD).exists():
            (room / _OLD).rename(room / _GONE if site.exists() else site)
        for name in (_NEW, _GONE):
            if (room / name).exists():
                remove(room / name)
        (room / _ROOM_MARK).unlink(missing_ok=True)
        room.rmdir()
