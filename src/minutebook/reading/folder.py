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
from minutebook.records import is_slug

RECORD_FOLDERS = ("meetings", "actions", "concerns", "decisions", "themes", "groups")
REGISTERS = ("organisations.yml", "people.yml", "glossary.yml")
ATTACHMENTS = "attachments"
INBOX = "inbox"

_ENDINGS = ("md", "yml")
"""What the name of a record ends in."""

_PIECE = 32 * 1024
"""Bytes read at once; nearly every note is smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What a folder of notes holds."""

    files: tuple[str, ...]
    """Paths of record files and registers, in their order."""

    attachments: frozenset[str]
    """Paths of the documents and pictures kept with the notes."""

    problems: tuple[Problem, ...]


def read_folder(root: Path) -> Folder:
    """List every file a book is made of; report whatever else stands there.

    Names that start with a dot, and the inbox of drafts nobody has accepted, are
    passed over.
    """
    files: list[str] = []
    attachments: set[str] = set()
    problems: list[Problem] = []
    for path, status in _entries(root):
        if _is_record(path, status):
            files.append(path)
            continue
        problem = _wrong(PurePosixPath(path), status)
        if problem:
            problems.append(problem)
        elif path.startswith(f"{ATTACHMENTS}/"):
            attachments.add(path)
        else:
            files.append(path)
    return Folder(
        files=tuple(files),
        attachments=frozenset(attachments),
        problems=tuple(problems),
    )


def is_record_file(root: Path, path: str) -> bool:
    """Tell whether a record file stands there, and nothing is wrong with it outside."""
    try:
        return _is_record(path, os.lstat(root / path))
    except OSError:
        return False


def read_file(root: Path, path: str) -> bytes:
    """Read at most the limit, without following a link put there meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    opened = os.open(f"{root}/{path}", flags)
    try:
        parts, left = [], limits.NOTE_BYTES
        while left and (part := os.read(opened, min(left, _PIECE))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    finally:
        os.close(opened)


def _entries(root: Path) -> Iterator[tuple[str, os.stat_result]]:
    """List the paths below `root`, one folder deep: there are no deeper records."""
    for name, status in _inside(root):
        known = name in RECORD_FOLDERS or name == ATTACHMENTS
        if known and stat.S_ISDIR(status.st_mode):
            for below, its_status in _inside(root / name):
                yield f"{name}/{below}", its_status
        elif name != INBOX:
            yield name, status


def _inside(folder: Path) -> list[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        return sorted(
            (entry.name, entry.stat(follow_symlinks=False))
            for entry in entries
            if not entry.name.startswith(".")
        )


def _is_record(path: str, status: os.stat_result) -> bool:
    """Whether a file is what nearly all are; if not, `_wrong` looks closer."""
    folder, _, name = path.partition("/")
    stem, _, ending = name.rpartition(".")
    return (
        folder in RECORD_FOLDERS
        and ending in _ENDINGS
        and stat.S_ISREG(status.st_mode)
        and status.st_size <= limits.NOTE_BYTES
        and is_slug(stem)
    )


def _wrong(entry: PurePosixPath, status: os.stat_result) -> Problem | None:
    """Say why a file is neither opened nor taken as an attachment, if it is not."""
    problem = _wrong_kind(status.st_mode, entry) or _wrong_name(entry)
    if problem:
        return problem
    if entry.parts[0] == ATTACHMENTS:
        hint = "save it with smaller pictures, or link to it where it is published"
        limit = limits.ATTACHMENT_BYTES
    else:
        hint = "split it; a note of a day's meeting is seldom a tenth of that"
        limit = limits.NOTE_BYTES
    return _too_large(entry, limit, hint) if status.st_size > limit else None


def _wrong_kind(mode: int, entry: PurePosixPath) -> Problem | None:
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
