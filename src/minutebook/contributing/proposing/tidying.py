"""A whole record made fit for the book: each of its texts, whatever part it stands in."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from minutebook.contributing import limits
from minutebook.contributing.proposing.wording import Wording
from minutebook.records import Record, Term

R = TypeVar("R", bound=Record)

_LONG: Mapping[str, int] = {
    "text": limits.BODY,
    "said": limits.ANSWER,
    "answer": limits.ANSWER,
    "summary": limits.NOTE,
    "about": limits.NOTE,
    "note": limits.NOTE,
    "explanation": limits.NOTE,
}
"""Fields that may have several lines; every other is one line."""


def tidy(record: R, wording: Wording) -> R:
    """Bring the texts of a record to their form, and note what is wrong with them."""
    made: R = _part(record, wording)
    if not isinstance(record, Term):
        return made
    return dataclasses.replace(made, id=wording.line("the word", record.id))


def _part(part: Any, wording: Wording) -> Any:  # noqa: ANN401 - a record, or a part of one
    changes = {
        field.name: _value(field, getattr(part, field.name), wording)
        for field in dataclasses.fields(part)
        if field.name != "id"
    }
    return dataclasses.replace(part, **changes)


def _value(field: dataclasses.Field[object], value: object, wording: Wording) -> object:
    if isinstance(value, tuple):
        if all(isinstance(one, str) for one in value):
            return wording.names(f"`{field.name}`", value)
        return tuple(_value(field, one, wording) for one in value)
    if type(value) is str:
        return _text(field, value, wording)
    return _part(value, wording) if dataclasses.is_dataclass(value) else value


def _text(field: dataclasses.Field[object], text: str, wording: Wording) -> str | None:
    """Take one text. What is left empty falls back to what the field is otherwise."""
    what, longest = f"`{field.name}`", _LONG.get(field.name)
    is_needed = field.default is dataclasses.MISSING
    if not (text.strip() or is_needed):
        return None if field.default is None else ""
    if longest is None:
        return wording.line(what, text)
    return wording.text(what, text, longest)
