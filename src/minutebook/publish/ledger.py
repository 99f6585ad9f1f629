"""What stands in a site and what it was made from: the next build takes it over.

A page is taken over only if it was made from the same things, and its file is still the
one that was written: same size, time and place on the disk.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from minutebook.pages.plain import PLAIN
from minutebook.sealed import read_sealed, write_sealed

Stands = tuple[int, int, int]
"""Size, time of change in nanoseconds, and inode of a file."""

NOWHERE: Stands = (0, 0, 0)
"""Of a file that is not there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One page: what it was made from, its file, and what a search knows of it."""

    mark: str
    """A digest of everything that went into it."""

    stands: Stands
    """Its file."""

    plain: Stands
    """The file of its Markdown."""

    start: int
    """Where that begins in the file of what a search knows, in bytes."""

    length: int


@dataclass(slots=True)
class Ledger:
    """The pages of one site, by address, and what a search knows of them."""

    index: Stands = NOWHERE
    """The file of what a search knows of the pages."""

    lines: dict[str, Line] = field(default_factory=dict)

    found: tuple[str, str] = ("", "")
    """What Pagefind's index was made from, and how it looked from outside."""

    def save(self, file: Path) -> None:
        """Write the ledger, whole or not at all."""
        text = json.dumps(
            [
                self.index,
                self.found,
                [
                    (address, line.mark, line.stands, line.plain, line.start, line.length)
                    for address, line in self.lines.items()
                ],
            ],
            separators=(",", ":"),
        ).encode()
        write_sealed(file, text)


def load(file: Path) -> Ledger:
    """Read a ledger; an empty one, if there is none or it is not what was written."""
    text = read_sealed(file)
    if text is None:
        return Ledger()
    index, found, lines = json.loads(text)
    return Ledger(
        index=tuple(index),
        found=tuple(found),
        lines={
            address: Line(mark, tuple(stands), tuple(plain), start, length)
            for address, mark, stands, plain, start, length in lines
        },
    )


def stands(file: Path | str) -> Stands | None:
    """Tell size, time and place of a file; None if there is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


@dataclass(frozen=True, slots=True)
class Earlier:
    """A site that stands already, and what is known of it."""

    folder: str
    ledger: Ledger
    index: bytes
    """Its search index; empty if it is not the one the ledger knows."""

    def entries(self, line: Line) -> bytes:
        """Give the search entries of a page."""
        return self.index[line.start : line.start + line.length]

    def line(self, address: str, mark: str) -> Line | None:
        """Find a page that was made from the same things and has not been touched."""
        line = self.ledger.lines.get(address)
        if line is None or line.mark != mark or not self.index:
            return None
        there = f"{self.folder}/{address}"
        touched = (
            stands(f"{there}index.html") != line.stands
            or stands(f"{there}{PLAIN}") != line.plain
        )
        return None if touched else line


def earlier(folder: Path, ledger: Ledger, file: Path) -> Earlier:
    """Look at the site in `folder`, of which `ledger` and the search index tell."""
    known = bool(ledger.lines) and stands(file) == ledger.index
    return Earlier(str(folder), ledger, file.read_bytes() if known else b"")


NOTHING = Earlier("", Ledger(), b"")
