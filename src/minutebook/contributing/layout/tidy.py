"""One file laid out as we would write it; it says the same, and keeps its comments."""

from __future__ import annotations

from functools import partial
from typing import Any

from minutebook.reading.keeping import read_as, says
from minutebook.reading.record_text import Unusual
from minutebook.reading.shapes import Shape
from minutebook.reading.typed_file import TypedFile, order_of
from minutebook.reading.write import plain
from minutebook.reading.yaml_edit import over_fields, within
from minutebook.reading.yaml_places import set_in
from minutebook.reading.yaml_tidy import tidied

_SET_IN = 2
"""How far the fields of an entry are set in, in a register."""


def tidy(text: str, path: str) -> str:
    """Lay out the fields of a file; its body stays byte for byte.

    What cannot be laid out without changing what the file says stays as it was typed.
    Raises Unusual for a file whose fields cannot be read.
    """
    file = TypedFile.of(text, path)
    said, data = says(file), file.data
    for with_values in (True, False):
        if file.register:
            edit = partial(_register, file.register, data, with_values)
        elif file.shape and not isinstance(said, dict):
            edit = partial(_record, file.shape, data, with_values)
        else:
            return text
        laid_out = file.with_fields(edit)
        if says(TypedFile.of(laid_out, path)) == said:
            return laid_out
    return text


def _record(shape: Shape[Any], data: Any, with_values: bool, text: str) -> str:  # noqa: ANN401, FBT001 - plain data; bound above
    """Lay out the fields of one record; one that is left empty stays so."""
    record = read_as(shape, data)
    values = {
        key: plain(getattr(record, key))
        for key, value in data.items()
        if with_values and value is not None
    }
    return tidied(text, values, order_of(shape))


def _register(shape: Shape[Any], data: Any, with_values: bool, text: str) -> str:  # noqa: ANN401, FBT001 - see _record
    """Lay out the fields of each entry. Entries of one line, and their order, stay."""
    edits = {
        key: partial(_entry, shape, key, value, with_values)
        for key, value in data.items()
        if isinstance(value, dict) and not isinstance(read_as(shape, value), dict)
    }
    return over_fields(text, edits)


def _entry(
    shape: Shape[Any],
    key: str,
    data: Any,  # noqa: ANN401 - see _record
    with_values: bool,  # noqa: FBT001 - see _record
    text: str,
) -> str:
    def laid_out(inside: str) -> str:
        return set_in(_record(shape, data, with_values, inside), _SET_IN)

    try:
        return within(text, key, laid_out)
    except Unusual:
        return text  # it stands between braces
