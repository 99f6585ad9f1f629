"""A folder of notes to texts: what may stand there, and how a file is opened.

Every file is written by a stranger: links are not followed, nothing but a regular
file is opened, and no more is read than the limit allows.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from minutebook.problems import Place, Problem
from minutebook.reading import limits
from minutebook.reading.nearest import did_you_mean
from minutebook.reading.text import NoteText, text_from_bytes
from minutebook.records import is_slug

RECORD_FOLDERS = ("meetings", "actions", "concerns", "decisions", "themes", "groups")
REGISTERS = ("organisations.yml", "people.yml", "glossary.yml")
ATTACHMENTS = "attachments"
INBOX = "inbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What a folder of notes holds."""

    texts: tuple[NoteText, ...]
    """Record files and registers, in the order of their paths."""

    attachments: frozenset[str]
    """Paths of the documents and pictures kept with the notes."""

    problems: tuple[Problem, ...]


def read_folder(root: Path) -> Folder:
    """Open every file a book is made of; report whatever else stands there.

    Names that start with a dot, and the inbox of drafts nobody has accepted, are
    passed over.
    """
    texts: list[NoteText] = []
    attachments: set[str] = set()
    problems: list[Problem] = []
    for entry in _entries(root):
        found = _take(root, entry)
        match found:
            case NoteText():
                texts.append(found)
            case Problem():
                problems.append(found)
            case str():
                attachments.add(found)
    return Folder(
        texts=tuple(texts),
        attachments=frozenset(attachments),
        problems=tuple(problems),
    )


def _entries(root: Path) -> Iterator[PurePosixPath]:
    """List the paths below `root`, one folder deep: there are no deeper records."""
    for top in sorted(path.name for path in root.iterdir()):
        if top.startswith(".") or top == INBOX:
            continue
        path = root / top
        known = top in RECORD_FOLDERS or top == ATTACHMENTS
        if known and path.is_dir() and not path.is_symlink():
            for name in sorted(below.name for below in path.iterdir()):
                if not name.startswith("."):
                    yield PurePosixPath(top, name)
        else:
            yield PurePosixPath(top)


def _take(root: Path, entry: PurePosixPath) -> NoteText | Problem | str:
    """Open one file, note an attachment, or say why neither can be done."""
    problem = _wrong_kind(root / entry, entry) or _wrong_name(entry)
    if problem:
        return problem
    folder = entry.parts[0]
    size = (root / entry).lstat().st_size
    if folder == ATTACHMENTS:
        too_large = size > limits.ATTACHMENT_BYTES
        if not too_large:
            return str(entry)
        hint = "save it with smaller pictures, or link to it where it is published"
        return _too_large(entry, limits.ATTACHMENT_BYTES, hint)
    if size > limits.NOTE_BYTES:
        hint = "split it; a note of a day's meeting is seldom a tenth of that"
        return _too_large(entry, limits.NOTE_BYTES, hint)
    return text_from_bytes(_read(root / entry), str(entry))


def _wrong_kind(path: Path, entry: PurePosixPath) -> Problem | None:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return Problem(
            code="symbolic-link",
            place=Place(str(entry)),
            summary=f"`{_shown(entry)}` is a link to another file",
            hint="put the file itself here; links are not followed",
        )
    if stat.S_ISDIR(mode):
        inside = len(entry.parts) > 1
        near = did_you_mean(entry.name, (*RECORD_FOLDERS, ATTACHMENTS))
        return Problem(
            code="unknown-folder",
            place=Place(str(entry)),
            summary=f"`{_shown(entry)}` is not a folder that notes are kept in",
            hint="move its files up: folders of records hold no folders"
            if inside
            else near or f"folders are {', '.join(RECORD_FOLDERS)} and {ATTACHMENTS}",
        )
    if not stat.S_ISREG(mode):
        return Problem(
            code="not-a-file",
            place=Place(str(entry)),
            summary=f"`{_shown(entry)}` is not an ordinary file",
            hint="remove it; a record is a text file",
        )
    return None


def _wrong_name(entry: PurePosixPath) -> Problem | None:
    stem, ending = entry.stem, entry.suffix
    if len(entry.parts) == 1 and entry.name not in REGISTERS:
        return _unexpected(
            entry,
            f"a record goes into its folder; here stand only {', '.join(REGISTERS)}",
        )
    if not is_slug(stem):
        return Problem(
            code="bad-file-name",
            place=Place(str(entry)),
            summary=f"`{_shown(entry)}` is not a name a web address can keep",
            hint="use small letters a-z, digits and single hyphens,"
            " as in 2026-03-12-board.md",
        )
    if entry.parts[0] == ATTACHMENTS and ending not in limits.ATTACHMENT_ENDINGS:
        endings = ", ".join(sorted(limits.ATTACHMENT_ENDINGS))
        return _unexpected(entry, f"attachments end in {endings}, in small letters")
    if entry.parts[0] in RECORD_FOLDERS and ending not in (".md", ".yml"):
        hint = "a record ends in .md, or in .yml when it is plain YAML"
        return _unexpected(entry, hint)
    return None


def _unexpected(entry: PurePosixPath, hint: str) -> Problem:
    return Problem(
        code="unexpected-file",
        place=Place(str(entry)),
        summary=f"`{entry.name}` is not a kind of file this folder holds",
        hint=hint,
    )


def _too_large(entry: PurePosixPath, limit: int, hint: str) -> Problem:
    return Problem(
        code="file-too-large",
        place=Place(str(entry)),
        summary=f"this file is larger than {limit:,} bytes",
        hint=hint,
    )


def _shown(entry: PurePosixPath) -> str:
    """Make a name safe to print: it may hold anything a file system allows."""
    return entry.name.encode("utf-8", "replace").decode("utf-8")


def _read(path: Path) -> bytes:
    """Read at most the limit, without following a link put there meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read(limits.NOTE_BYTES)
