"""Places in the text of fields: where a field ends, and where a new one belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from minutebook.reading.yaml_layout import (
    Form,
    Layout,
    Typed,
    line_end,
    line_start,
    start_of,
)
from minutebook.reading.yamltext import write_yaml

Order = Sequence[str]
"""The order in which fields are written: a new one is put where it belongs."""


def place_for(text: str, layout: Layout, key: str, order: Order) -> int:
    """Find the line for a new field: behind the one that comes before it in the order."""
    if not layout.fields:
        return layout.first
    before = order[: order.index(key)] if key in order else ()
    above = [field for field in map(layout.field, before) if field]
    if above:
        return _below_all(text, above[-1], layout.column)
    if key in order and any(field.key in order for field in layout.fields):
        return own_comments(text, layout.fields[0])
    return _below_all(text, layout.fields[-1], layout.column)


def _below_all(text: str, field: Typed, column: int) -> int:
    """Give the line below a field: a comment that is set in stays what it is."""
    return below_comments(text, line_end(text, field.end), column)


def below(text: str, field: Typed, column: int) -> int:
    """Give the line below a field: below the comments that are set in under it, too."""
    set_back = field.column - 1 if field.form is Form.LIST else column
    return below_comments(text, line_end(text, field.end), max(column, set_back))


def below_comments(text: str, index: int, column: int) -> int:
    """Give the line below the comments that are set in by more than some columns."""
    while index < len(text):
        line = text[index : line_end(text, index)]
        bare = line.lstrip(" ")
        if not bare.startswith("#") or len(line) - len(bare) <= column:
            break
        index += len(line)
    return index


def own_comments(text: str, field: Typed) -> int:
    """Give the beginning of the comments above the first field that are about it.

    One that tells an editor which schema the file follows is about the file.
    """
    index = line_start(text, field.start)
    while index:
        start = line_start(text, index - 1)
        line = text[start:index].strip()
        if not line.startswith("#") or "$schema" in line:
            break
        index = start
    return index


def put_lines(text: str, index: int, data: Any, column: int) -> str:  # noqa: ANN401 - plain data
    """Put data into a text, on lines of its own."""
    return _ended(text[:index]) + set_in(write_yaml(data), column) + text[index:]


def set_in(text: str, columns: int) -> str:
    """Set lines in; blank ones stay."""
    if not columns:
        return text
    lines = text.split("\n")
    return "\n".join(" " * columns + line if line.strip() else line for line in lines)


_HEAD = re.compile(r"([|>])[+-]?(\d?)[+-]?")


def _ended(text: str) -> str:
    """End the last line; a text below a `|` does not gain the line end by it."""
    if not text or text.endswith("\n"):
        return text
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    if scalars and scalars[-1].style in ("|", ">"):
        begin = start_of(scalars[-1])
        text = text[:begin] + _HEAD.sub(r"\1\2-", text[begin:], count=1)
    return f"{text}\n"
