"""The notes, read: files to records, or to the problems that kept them from being one."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from minutebook.cache import NO_CACHE, Cache, digest, version
from minutebook.problems import Place, Problem
from minutebook.reading import bounds, effort, faults, limits
from minutebook.reading.entry import Entry
from minutebook.reading.folder import is_record_file, read_file, read_folder
from minutebook.reading.front_matter import FileData, read_markdown, read_plain_yaml
from minutebook.reading.kept import entries_from_bytes, entries_to_bytes
from minutebook.reading.prose import read_prose
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.source import Source
from minutebook.reading.text import NoteText, text_from_bytes, text_seen_before
from minutebook.records import Record, is_slug

_WITH_PAGES = ("organisations", "people")
"""The registers whose keys become part of an address; glossary words do not."""

_AT_ONCE = 100
"""Files in memory at once, while the cache is asked for what it keeps of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that could be read, and everything that could not."""

    entries: tuple[Entry[Any], ...]
    """In the order of their files; register entries as they stand."""

    attachments: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file holds."""

    entries: list[Entry[Any]]
    problems: list[Problem]


def read_notes(root: Path, cache: Cache = NO_CACHE) -> Reading:
    """Read a folder of notes. What is wrong with one record never hides another.

    What was read before, and is as it was, is taken from the cache. Files with faults
    are not kept there.
    """
    folder = read_folder(root)
    entries: list[Entry[Any]] = []
    problems: list[Problem] = list(folder.problems)
    with _nothing_thrown_away():
        for read in _files(root, folder.files, cache):
            entries += read.entries
            problems += read.problems
    return Reading(
        entries=tuple(entries),
        attachments=folder.attachments,
        problems=tuple(problems),
    )


def read_again(root: Path, path: str) -> Entry[Any] | None:
    """Read one file that was read before; None if it is not one good record now."""
    if not is_record_file(root, path):
        return None
    read = read_bytes(read_file(root, path), path)
    return read.entries[0] if len(read.entries) == 1 and not read.problems else None


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Look for no garbage meanwhile: what is read stays, and looking takes a while."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _files(root: Path, paths: Sequence[str], cache: Cache) -> Iterator[FileRead]:
    """Read files, a few at a time: what the cache keeps of them is asked for at once."""
    if not cache.keeps:
        yield from (read_bytes(read_file(root, path), path) for path in paths)
        return
    for start in range(0, len(paths), _AT_ONCE):
        some = [(read_file(root, path), path) for path in paths[start : start + _AT_ONCE]]
        keys = [_key(data, path) for data, path in some]
        kept = cache.some(keys)
        for key, (data, path) in zip(keys, some, strict=True):
            found = _kept(data, path, kept[key]) if key in kept else None
            yield found or _new(data, path, key, cache)


def _key(data: bytes, path: str) -> bytes:
    return digest(version(), path.encode("utf-8", "surrogateescape"), data)


def _kept(data: bytes, path: str, kept: bytes) -> FileRead | None:
    """Take what was made of a file before."""
    entries = entries_from_bytes(text_seen_before(data, path), kept)
    return None if entries is None else FileRead(entries, [])


def _new(data: bytes, path: str, key: bytes, cache: Cache) -> FileRead:
    """Read a file, and keep what was made of it."""
    read = read_bytes(data, path)
    if not read.problems:
        note = text_seen_before(data, path)
        cache.put(key, entries_to_bytes(note, read.entries))
    return read


def read_bytes(data: bytes, path: str) -> FileRead:
    """Read one file; `path` tells which kind of record is in it."""
    note = text_from_bytes(data, path)
    if isinstance(note, Problem):
        return FileRead([], [note])
    read = FileRead([], [])
    for found in _records(note):
        if isinstance(found, Problem):
            read.problems.append(found)
        else:
            read.entries.append(found)
    return read


def _records(note: NoteText) -> Iterator[Entry[Any] | Problem]:
    if note.stem in REGISTERS and not note.folder:
        yield from _register(note)
        return
    if note.path.endswith(".md"):
        file = read_markdown(note)
    else:
        file = read_plain_yaml(note, limit=limits.FRONT_MATTER_BYTES)
    if file.problems:
        yield from file.problems
        return
    read = FOLDERS[note.folder].read(file.data, note.stem, file.source)
    if isinstance(read, list):
        yield from read
        return
    problems = tuple(_beyond(read, file.source))
    if problems:
        yield from problems
    else:
        yield _entry(read, file.source)


def _beyond(record: Record, source: Source) -> Iterator[Problem]:
    """Refuse texts that would take too long to render."""
    yield from _too_much(source, getattr(record, "text", ""), source.body_place)
    for index, addendum in enumerate(getattr(record, "addenda", ())):
        field = ("addenda", index, "text")
        yield from _too_much(source, addendum.text, partial(source.text_place, field))


def _too_much(
    source: Source, text: str, place: Callable[[int], Place]
) -> Iterator[Problem]:
    for find, refuse in _BOUNDS:
        line = find(text)
        if line:
            yield refuse(source, place(line))
            return


_BOUNDS = (
    (bounds.too_deep, faults.too_nested),
    (bounds.too_many_cells, faults.table_too_large),
    (effort.too_tangled, faults.too_tangled),
    (effort.too_much_work, faults.too_much_work),
)
"""What finds a line where a text goes too far, and what says so."""


def _register(note: NoteText) -> Iterator[Entry[Any] | Problem]:
    file: FileData = read_plain_yaml(note, limit=limits.REGISTER_BYTES)
    if file.problems:
        yield from file.problems
        return
    for key, value in file.data.items():
        source = replace(file.source, root=(key,))
        if note.stem in _WITH_PAGES and not is_slug(key):
            yield faults.bad_id(source, key)
            continue
        read = REGISTERS[note.stem].read(value, key, source)
        if isinstance(read, list):
            yield from read
        else:
            yield _entry(read, source)


def _entry(record: Record, source: Source) -> Entry[Any]:
    return Entry(
        record=record,
        source=source,
        prose=read_prose(getattr(record, "text", "")),
        addenda=tuple(read_prose(a.text) for a in getattr(record, "addenda", ())),
    )
