"""Where an editor may read and write: in the folder of notes, by our rules for names."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

from minutebook.contributing.editing.refused import Refused
from minutebook.reading import limits
from minutebook.reading.folder import ATTACHMENTS, RECORD_FOLDERS, REGISTERS
from minutebook.records import is_slug

ROOT = "notes"
"""What the folder of notes is called in what an editor asks, whatever its name is."""


def record_at(asked: object) -> str:
    """Give the path of a record file in the notes. Raises Refused for any other."""
    path = _below_root(asked)
    stem, _, ending = path.name.rpartition(".")
    known = str(path) in REGISTERS or (
        len(path.parts) == 2  # noqa: PLR2004 - a folder and a name
        and path.parts[0] in RECORD_FOLDERS
        and ending == "md"
    )
    if not known:
        raise Refused(f"{path} is not a place where a record stands.")
    if str(path) not in REGISTERS and not is_slug(stem):
        raise Refused(
            f"{stem[:150] or 'Nothing'} is not a name a web address can keep: a name has"
            " small letters a-z, digits and single hyphens, and at most 150 of them."
        )
    return str(path)


def folder_at(asked: object) -> str:
    """Give the name of a folder in the notes that an editor may list."""
    path = str(_below_root(asked))
    if path not in (*RECORD_FOLDERS, ATTACHMENTS):
        raise Refused(f"{path} is not a folder that notes are kept in.")
    return path


def attachment_at(asked: object) -> str:
    """Give the path of an attachment in the notes."""
    path = _below_root(asked)
    if path.parent != PurePosixPath(ATTACHMENTS) or not is_slug(path.stem):
        raise Refused(
            f"{path.name} is not a name an attachment can have: use small letters a-z,"
            " digits and single hyphens."
        )
    if path.suffix not in limits.ATTACHMENT_ENDINGS:
        endings = ", ".join(sorted(limits.ATTACHMENT_ENDINGS))
        raise Refused(f"Attachments end in {endings}, in small letters.")
    return str(path)


def text_of(notes: Path, path: str) -> str | None:
    """Read a record file as it stands; None if there is none.

    Raises Refused for what is not an ordinary file of text, or stands behind a link.
    """
    data = bytes_of(notes, path, limits.NOTE_BYTES)
    if data is None:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path} is not text in UTF-8.") from None


def bytes_of(notes: Path, path: str, limit: int) -> bytes | None:
    """Read an ordinary file in the notes, up to a limit; None if there is none."""
    _refuse_links(notes, path)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(notes / path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused(f"{path} is not an ordinary file.")
            data = file.read(limit + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(f"{path} could not be read: {error.strerror}.") from error
    if len(data) > limit:
        raise Refused(f"{path} is larger than {limit:,} bytes.")
    return data


def _refuse_links(notes: Path, path: str) -> None:
    """Refuse a file, or a folder above it in the notes, that leads elsewhere."""
    at = notes
    for part in PurePosixPath(path).parts:
        at /= part
        if at.is_symlink():
            raise Refused(f"{path} is a link to another file; links are not followed.")


def _below_root(asked: object) -> PurePosixPath:
    """Take the folder of notes off the front of a path an editor asked for."""
    if not isinstance(asked, str) or "\\" in asked or not asked.isprintable():
        raise Refused("This is not a path.")
    parts = asked.split("/")
    if parts[0] != ROOT or len(parts) < 2 or not all(parts[1:]) or ".." in parts:  # noqa: PLR2004 - see above
        raise Refused(f"{asked[:200]} does not stand in the folder of notes.")
    return PurePosixPath(*parts[1:])
