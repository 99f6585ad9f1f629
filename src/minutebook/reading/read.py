"""The notes, read: files to records, or to the problems that kept them from being one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from minutebook.problems import Place, Problem
from minutebook.reading import bounds, limits
from minutebook.reading.faults import bad_id, table_too_large, too_nested
from minutebook.reading.folder import read_file, read_folder
from minutebook.reading.front_matter import FileData, read_markdown, read_plain_yaml
from minutebook.reading.prose import Prose, read_prose
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.source import Source
from minutebook.reading.text import NoteText, text_from_bytes
from minutebook.records import Record, is_slug

_WITH_PAGES = ("organisations", "people")
"""The registers whose keys become part of an address; glossary words do not."""

R_co = TypeVar("R_co", covariant=True, bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[R_co]):
    """A record with the text it came from and its body, rendered once."""

    record: R_co
    source: Source
    prose: Prose

    addenda: tuple[Prose, ...] = ()
    """The addenda of a note, rendered, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that could be read, and everything that could not."""

    entries: tuple[Entry[Any], ...]
    """In the order of their files; register entries as they stand."""

    attachments: frozenset[str]
    problems: tuple[Problem, ...]


def read_notes(root: Path) -> Reading:
    """Read a folder of notes. What is wrong with one record never hides another."""
    folder = read_folder(root)
    entries: list[Entry[Any]] = []
    problems: list[Problem] = list(folder.problems)
    for path in folder.files:
        for found in _found(read_file(root, path), path):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                entries.append(found)
    return Reading(
        entries=tuple(entries),
        attachments=folder.attachments,
        problems=tuple(problems),
    )


def _found(data: bytes, path: str) -> Iterator[Entry[Any] | Problem]:
    note = text_from_bytes(data, path)
    if isinstance(note, Problem):
        yield note
    else:
        yield from _records(note)


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
    deep, wide = bounds.too_deep(text), bounds.too_many_cells(text)
    if deep:
        yield too_nested(source, place(deep))
    if wide:
        yield table_too_large(source, place(wide))


def _register(note: NoteText) -> Iterator[Entry[Any] | Problem]:
    file: FileData = read_plain_yaml(note, limit=limits.REGISTER_BYTES)
    if file.problems:
        yield from file.problems
        return
    for key, value in file.data.items():
        source = replace(file.source, root=(key,))
        if note.stem in _WITH_PAGES and not is_slug(key):
            yield bad_id(source, key)
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
