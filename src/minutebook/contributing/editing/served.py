"""Records as an editor is given them: what they say, so that it cannot read it otherwise.

The fields are JSON, which is YAML too: a text that looks like a number stays a text, and
a list of one is a list. What was typed around it is kept by the file, and found again
when the record is saved.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from minutebook.editor.collections import BODY
from minutebook.editor.fields import Field, fields_of
from minutebook.reading.read import read_bytes
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.write import fields_of as what_it_says


def served(text: str, path: str) -> str:
    """Write a record file, or a register, for an editor.

    One that has faults is given as it stands: it is the editor that has to mend it.
    """
    read = read_bytes(text.encode(), path)
    if read.problems:
        return text
    records = [entry.record for entry in read.entries]
    if path.endswith(".md"):
        fields = as_json(records[0])
        body = fields.pop(BODY, "")
        return f"---\n{_written(fields)}\n---\n{body}"
    return f"{_written({record.id: as_json(record) for record in records})}\n"


def as_json(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
    """Lay out what a record says as an editor has it: yes and no are no words."""
    shapes = {shape.kind: shape for shape in (*FOLDERS.values(), *REGISTERS.values())}
    fields = fields_of(type(record), shapes[type(record)].explained())
    found = _typed(what_it_says(record), fields)
    if "text" in found:
        found[BODY] = found.pop("text")
    return found


def _typed(said: dict[str, Any], fields: Iterable[Field]) -> dict[str, Any]:
    found = dict(said)
    for field in fields:
        name, value = field["name"], said.get(field["name"])
        if field["widget"] == "boolean" and value is not None:
            found[name] = value == "true"
        elif isinstance(value, list) and "fields" in field:
            found[name] = [_typed(item, field["fields"]) for item in value]
    return found


def _written(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
