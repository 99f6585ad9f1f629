"""Files read by the reader itself, which is not what is tried."""

from __future__ import annotations

from typing import Any

from minutebook.problems import Problem
from minutebook.reading.front_matter import read_markdown, read_plain_yaml
from minutebook.reading.shapes import FOLDERS
from minutebook.reading.text import NoteText, text_seen_before
from minutebook.records import Record


def note_of(text: str, path: str) -> NoteText:
    return text_seen_before(text.encode("utf-8"), path)


def fields_read(text: str, path: str) -> dict[str, Any]:
    """Read the fields of a file with the reader, not with what is tried here."""
    note = note_of(text, path)
    file = (
        read_markdown(note)
        if path.endswith(".md")
        else read_plain_yaml(note, limit=10**6)
    )
    assert file.problems == ()
    return file.data


def record_read(text: str, path: str) -> Record:
    note = note_of(text, path)
    file = (
        read_markdown(note)
        if path.endswith(".md")
        else read_plain_yaml(note, limit=10**6)
    )
    assert file.problems == ()
    record: Record | list[Problem] = FOLDERS[note.folder].read(
        file.data, note.stem, file.source
    )
    assert not isinstance(record, list)
    return record
