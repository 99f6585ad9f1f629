"""Small files that are kept whole or not at all, and believed by one version only."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from minutebook.cache import digest, version


def write_sealed(file: Path, text: bytes) -> None:
    """Keep a text, whole or not at all; where that cannot be, the file is gone."""
    beside = file.with_name(f"{file.name}.new")
    try:
        for path in (file, beside):
            clear(path)
        beside.write_bytes(_seal(file, text) + b"\n" + text)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            clear(file)


def read_sealed(file: Path) -> bytes | None:
    """Read a text that this version of the program kept in a file of this name."""
    try:
        seal, _, text = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return text if seal == _seal(file, text) else None


def clear(path: Path) -> None:
    """Make room at a path, whatever is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _seal(file: Path, text: bytes) -> bytes:
    return digest(version(), file.name.encode(), text).hex().encode()
