"""Entries to bytes and back: what reading made of a file, for the next run.

The file itself is read on every run, so nothing of its text is kept twice: its body is
cut out of the file again.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Any

from minutebook.reading.entry import Entry
from minutebook.reading.prose import NO_PROSE, Prose
from minutebook.reading.shapes import FOLDERS, REGISTERS, JsonForm
from minutebook.reading.source import Source
from minutebook.reading.text import NoteText
from minutebook.records import Record


@dataclass(frozen=True, slots=True)
class _Body:
    """Where the body of a Markdown file begins and ends, in characters."""

    start: int
    end: int


def entries_to_bytes(note: NoteText, entries: list[Entry[Any]]) -> bytes:
    """Write down what reading made of a file."""
    return _form(_name(note)).write([_row(entry) for entry in entries])


def entries_from_bytes(note: NoteText, kept: bytes) -> list[Entry[Any]] | None:
    """Give what reading made of this very file; None if that cannot be told."""
    rows = _form(_name(note)).read(kept)
    return None if rows is None else [_entry(note, *row) for row in rows]


def _row(entry: Entry[Any]) -> tuple[Any, ...]:
    record, source = entry.record, entry.source
    body = None
    if source.body is not None:
        start = len(source.above)
        body = _Body(start, start + len(source.body))
        record = replace(record, text="")
    addenda = [_without_text(prose) for prose in entry.addenda]
    return record, body, _without_text(entry.prose), addenda


def _without_text(prose: Prose) -> Prose | None:
    return replace(prose, markdown="") if prose.markdown else None


def _with_text(prose: Prose | None, text: str) -> Prose:
    if prose is None:
        return NO_PROSE
    _add(prose, markdown=text)
    return prose


def _add(to: Record | Prose, **text: str) -> None:
    """Put a text in its place: values do not change, but nobody has seen this one yet."""
    for name, value in text.items():
        object.__setattr__(to, name, value)


def _entry(
    note: NoteText,
    record: Any,  # noqa: ANN401 - a record of any kind
    body: _Body | None,
    prose: Prose | None,
    addenda: list[Prose | None],
) -> Entry[Any]:
    if body is not None:
        text = note.text[body.start : body.end]
        source = Source(
            path=note.path,
            above=note.text[: body.start],
            body=text,
            below=note.text[body.end :],
        )
        _add(record, text=text)
    else:
        root = () if note.folder else (record.id,)
        source = Source(path=note.path, above=note.text, root=root)
    texts = [addendum.text for addendum in getattr(record, "addenda", ())]
    return Entry(
        record=record,
        source=source,
        prose=_with_text(prose, getattr(record, "text", "")),
        addenda=tuple(map(_with_text, addenda, texts)),
    )


def _name(note: NoteText) -> str:
    return note.folder or note.stem


@functools.cache
def _form(name: str) -> JsonForm[list[tuple[Any, ...]]]:
    """Find the form of a row: it depends on the folder, or the register."""
    shape = FOLDERS.get(name) or REGISTERS[name]
    return JsonForm(
        list[tuple[shape.kind, _Body | None, Prose | None, list[Prose | None]]]  # type: ignore[name-defined] # known at run time only
    )
