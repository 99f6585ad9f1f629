"""What was made before, kept under the hash of what it was made from.

A cache is data, never code, and never the only copy of anything: its folder may be
deleted at any time. Whatever is wrong with it, the worst that happens is that things
are made once more.
"""

from __future__ import annotations

import functools
import platform
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import TypeVar

_FILE = "kept.sqlite3"

_PATIENCE = 0.2
"""Seconds to wait for another process that is writing."""

_AT_ONCE = 500
"""Values written at once: the file is locked for a moment only, and little is held."""

_DIGEST = 16
"""Bytes of a key or checksum."""

_SPOILT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""What the database says of a file that is not whole, or not one of ours."""

_SETUP = """
    PRAGMA synchronous = OFF;
    PRAGMA trusted_schema = OFF;
    CREATE TABLE IF NOT EXISTS kept (row INTEGER PRIMARY KEY, value BLOB);
"""

_LIBRARIES = (
    "comrak", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "nh3",
    "pagefind", "pagefind-bin", "properdocs", "pydantic", "pydantic-core",
    "pymdown-extensions", "python-frontmatter", "pyyaml", "zensical",
)  # fmt: skip

T = TypeVar("T")


class Cache:
    """Values by key, in a file of one folder.

    It never raises: a file that is spoilt is begun afresh, and where nothing can be
    kept, nothing is. Two processes may use one folder; at worst they keep less.
    """

    def __init__(self, folder: Path | None) -> None:
        """Open the cache of a folder, which is made if need be; None keeps nothing."""
        self._folder = folder
        self._base: sqlite3.Connection | None = None
        self._used: set[int] = set()
        self._new: dict[bytes, bytes] = {}
        self._open()

    @property
    def keeps(self) -> bool:
        """Whether it is worth the while to put something here."""
        return self._base is not None

    def get(self, key: bytes) -> bytes | None:
        """Give what was put under `key`, if it is there and as it was put."""
        return self.some([key]).get(key)

    def some(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Give what was put under up to some hundred keys, as far as `get` would."""
        found = {key: self._new[key] for key in keys if key in self._new}
        missing = {_row_of(key): key for key in keys if key not in found}
        asked = ",".join("?" * len(missing))
        find = f"SELECT row, value FROM kept WHERE row IN ({asked})"  # noqa: S608 - of `?`
        nothing: list[tuple[int, object]] = []
        rows = self._try(lambda b: b.execute(find, (*missing,)).fetchall(), nothing)
        for row, kept in rows:
            value = _whole(missing[row], kept)
            if value is not None:
                found[missing[row]] = value
                self._used.add(row)
        return found

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value` under `key`, for this run and the next."""
        if self.keeps:
            self._new[key] = value
            self._used.add(_row_of(key))
            if len(self._new) >= _AT_ONCE:
                self._write()

    def close(self) -> None:
        """Drop what was neither asked for nor put since opening, and let go."""
        self._write()
        every = "SELECT row FROM kept"
        rows: list[tuple[int]] = self._try(lambda b: b.execute(every).fetchall(), [])
        unused = [row for row in rows if row[0] not in self._used]
        if unused:
            self._change("DELETE FROM kept WHERE row = ?", unused)
            self._try(_shrink, None)
        self._let_go()

    def _write(self) -> None:
        rows = [
            (_row_of(key), _checksum(key, value) + value)
            for key, value in self._new.items()
        ]
        self._new.clear()
        if rows:
            self._change("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)

    def _change(
        self, command: str, rows: Sequence[tuple[int] | tuple[int, bytes]]
    ) -> None:
        """Change all of these rows, or none."""

        def work(base: sqlite3.Connection) -> None:
            with base:
                base.executemany(command, rows)

        self._try(work, None)

    def _try(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        if self._base is None:
            return otherwise
        try:
            return work(self._base)
        except sqlite3.Error as error:
            self._let_go()
            if _is_spoilt(error):
                self._remove()
                self._open()
            return otherwise

    def _open(self) -> None:
        if self._folder is None:
            return
        try:
            self._base = _connect(self._folder)
        except sqlite3.Error as error:
            if _is_spoilt(error):
                self._remove()
                with suppress(OSError, sqlite3.Error):
                    self._base = _connect(self._folder)
        except OSError:
            return

    def _remove(self) -> None:
        if self._folder is not None:
            with suppress(OSError):
                (self._folder / _FILE).unlink()

    def _let_go(self) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
        self._base = None


NO_CACHE = Cache(None)
"""Keeps nothing."""


def digest(*parts: bytes) -> bytes:
    """Hash what something is made from into a key (16 bytes)."""
    hashed = blake2b(digest_size=_DIGEST)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big"))
        hashed.update(part)
    return hashed.digest()


def _whole(key: bytes, kept: object) -> bytes | None:
    """Take the checksum off a value, if it is right."""
    if not isinstance(kept, bytes):
        return None
    value = kept[_DIGEST:]
    return value if kept[:_DIGEST] == _checksum(key, value) else None


def _checksum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, key=key, digest_size=_DIGEST).digest()


def _row_of(key: bytes) -> int:
    """Give the number of a row, by which it is found soonest; checksums do the rest."""
    return int.from_bytes(key[:8], "big", signed=True)


@functools.cache
def version() -> bytes:
    """Hash all of our own code and templates, and which libraries they run on.

    It belongs into every key: whoever changes how things are made need not think of
    what was made before.
    """
    package = Path(__file__).parent
    files = sorted(
        path
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    ours = (
        part
        for path in files
        for part in (path.relative_to(package).as_posix().encode(), path.read_bytes())
    )
    theirs = (f"{name} {_version_of(name)}".encode() for name in _LIBRARIES)
    return digest(platform.python_version().encode(), *theirs, *ours)


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"


def _connect(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(folder / _FILE, timeout=_PATIENCE, isolation_level="IMMEDIATE")
    try:
        base.executescript(_SETUP)
    except sqlite3.Error:
        base.close()
        raise
    return base


def _shrink(base: sqlite3.Connection) -> None:
    """Give back the room of what was dropped, once that is most of the file."""
    (free,) = base.execute("PRAGMA freelist_count").fetchone()
    (pages,) = base.execute("PRAGMA page_count").fetchone()
    if 2 * free > pages:
        base.execute("VACUUM")


def _is_spoilt(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _SPOILT
