"""Records as an editor is given them: what they say, so that it cannot read it otherwise.

The fields are JSON, which is YAML too: a text that looks like a number stays a text, and
a list of one is a list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from minutebook.editor.collections import BODY
from minutebook.editor.fields import Field, fields_of
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.write import fields_of as what_it_says
from minutebook.records import Record

LISTED_BY = ("title", "date")
"""The fields by which an editor lists records."""

Said = dict[str, Any]
"""What a record says, by its fields; its text by the name editors have for it."""


def as_json(record: Record) -> Said:
    """Lay out what a record says as an editor has it: yes and no are no words."""
    found = _typed(what_it_says(record), _fields(type(record).__name__))
    if "text" in found:
        found[BODY] = found.pop("text")
    return found


def file_of(said: Mapping[str, Any], path: str) -> str:
    """Write a record, or the entries of a register, as a file for an editor."""
    if not path.endswith(".md"):
        return f"{_written(said)}\n"
    fields = {name: value for name, value in said.items() if name != BODY}
    return f"---\n{_written(fields)}\n---\n{said.get(BODY, '')}"


@cache
def _fields(kind: str) -> tuple[Field, ...]:
    every = (*FOLDERS.values(), *REGISTERS.values())
    shape = next(shape for shape in every if shape.kind.__name__ == kind)
    return tuple(fields_of(shape.kind, shape.explained()))


def _typed(said: Said, fields: Iterable[Field]) -> Said:
    found = dict(said)
    for field in fields:
        name, value = field["name"], said.get(field["name"])
        if field["widget"] == "boolean" and value is not None:
            found[name] = value == "true"
        elif isinstance(value, list) and "fields" in field:
            found[name] = [_typed(item, field["fields"]) for item in value]
    return found


def _written(fields: Mapping[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
