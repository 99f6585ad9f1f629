"""Files of the notes as an editor is given them.

What was typed around a record is kept by the file, and found again when it is saved.
"""

from __future__ import annotations

from minutebook.editor.records import as_json, file_of
from minutebook.reading.read import read_bytes


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
