"""Files of the notes as an editor is given them.

What was typed around a record is kept by the file, and found again when it is saved.
"""

from __future__ import annotations

from minutebook.editor.records import LISTED_BY, as_json, file_of
from minutebook.problems import Problem
from minutebook.reading.front_matter import read_markdown
from minutebook.reading.read import read_bytes
from minutebook.reading.text import text_from_bytes


def served(text: str, path: str) -> str:
    """Write a record file, or a register, for an editor.

    One that has faults is given as it stands: it is the editor that has to mend it.
    """
    read = read_bytes(text.encode(), path)
    if read.problems:
        return text
    records = [entry.record for entry in read.entries]
    if path.endswith(".md"):
        return file_of(as_json(records[0]), path)
    return file_of({record.id: as_json(record) for record in records}, path)


def listed(text: str, path: str) -> str:
    """Write of a record file what an editor lists it by.

    One that has faults is given as it stands.
    """
    note = text_from_bytes(text.encode(), path)
    if isinstance(note, Problem):
        return text
    data = read_markdown(note).data
    if not isinstance(data, dict):
        return text
    shown = {name: data[name] for name in LISTED_BY if isinstance(data.get(name), str)}
    return file_of(shown, path)
