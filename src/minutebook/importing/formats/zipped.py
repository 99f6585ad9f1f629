"""Packed documents: their parts, if what they say of themselves can be believed.

Names of parts are only names: nothing is ever written where they point to.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from minutebook.importing import limits
from minutebook.importing.formats.faults import (
    Refused,
    damaged,
    encrypted,
    packed_too_tightly,
)
from minutebook.problems import Problem

_ENCRYPTED = 0x1


class Zipped:
    """A packed file that has passed the checks. Parts are unpacked when asked for."""

    def __init__(self, name: str, data: bytes) -> None:
        """Look at the list of parts; raise `Refused` if it is not sound."""
        self.name = name
        try:
            self._file = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError):
            raise Refused(damaged(name, "its list of parts is not whole")) from None
        entries = self._file.infolist()
        problem = _wrong(name, entries)
        if problem:
            raise Refused(problem)
        self.parts = {entry.filename: entry for entry in entries}

    def __contains__(self, part: str) -> bool:
        return part in self.parts

    def read(self, part: str) -> bytes | None:
        """Unpack a part; None if there is none of this name."""
        entry = self.parts.get(part)
        if entry is None:
            return None
        try:
            with self._file.open(entry) as opened:
                unpacked = opened.read(entry.file_size + 1)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError):
            raise Refused(damaged(self.name, f"`{_shown(part)}` is not whole")) from None
        if len(unpacked) != entry.file_size:
            raise Refused(damaged(self.name, f"`{_shown(part)}` is not whole"))
        return unpacked


def _wrong(name: str, entries: Sequence[ZipInfo]) -> Problem | None:
    if len(entries) > limits.PARTS:
        return packed_too_tightly(name, f"it has more than {limits.PARTS:,} parts")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return encrypted(name)
    if sum(entry.file_size for entry in entries) > limits.UNPACKED_BYTES:
        most = limits.UNPACKED_BYTES
        return packed_too_tightly(name, f"its parts come to more than {most:,} bytes")
    for entry in entries:
        if entry.file_size > limits.PACKED_RATIO * max(1, entry.compress_size):
            more = f"more than {limits.PACKED_RATIO} times larger"
            return packed_too_tightly(name, f"`{_shown(entry.filename)}` becomes {more}")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            return damaged(name, "it is packed in a way that documents are not")
    times = Counter(entry.filename for entry in entries)
    twice = next((part for part, count in times.items() if count > 1), None)
    return damaged(name, f"`{_shown(twice)}` is in it twice") if twice else None


def _shown(part: str) -> str:
    """Make a name of a part short and safe to print."""
    return part[:60].encode("utf-8", "replace").decode()
