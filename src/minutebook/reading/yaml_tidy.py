"""Fields laid out as we write them: keys in their order, values in our form.

Every comment stays: one on a line of its own goes with the field below it, one beside a
value stays beside it. A value with comments in it stays as it was typed, and so does one
with a text below a `>`: whoever wrote it chose where its lines end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from minutebook.reading.yaml_layout import Layout, Typed, layout_of, line_end, line_start
from minutebook.reading.yaml_places import Order, below, own_comments
from minutebook.reading.yaml_values import comments_of, write_field


def tidied(text: str, values: Mapping[str, Any], order: Order) -> str:
    """Lay out fields in their order, with `values` in our form; others as typed.

    Raises Unusual for text that cannot be read.
    """
    layout = layout_of(text)
    if not (layout.fields and layout.is_plain):
        return _unfolded(text, layout, values, order)
    if layout.column:
        text = re.sub(rf"^ {{1,{layout.column}}}", "", text, flags=re.MULTILINE)
        layout = layout_of(text)
    if not text.endswith("\n"):
        text += "\n"
    places = {key: number for number, key in enumerate(order)}
    pieces = sorted(
        _pieces(text, layout, values), key=lambda piece: places.get(piece[0], len(places))
    )
    start = own_comments(text, layout.fields[0])
    end = below(text, layout.fields[-1], layout.column)
    return text[:start] + "".join(piece for _, piece in pieces) + text[end:]


def _unfolded(text: str, layout: Layout, values: Mapping[str, Any], order: Order) -> str:
    """Write fields that stand between braces one a line, if there is no comment there."""
    keys = [field.key for field in layout.fields]
    if not keys or "#" in text or not all(key in values for key in keys):
        return text
    return "".join(write_field(key, values[key], "") for key in order if key in keys)


def _pieces(
    text: str, layout: Layout, values: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Cut fields apart, each with the comments above it, and write their values."""
    index = own_comments(text, layout.fields[0])
    for field in layout.fields:
        start, end = line_start(text, field.start), below(text, field, layout.column)
        above = [line.strip() for line in text[index:start].split("\n") if line.strip()]
        piece = _piece(text, field, end, values)
        yield field.key, "".join(f"{line}\n" for line in above) + piece
        index = end


def _piece(text: str, field: Typed, end: int, values: Mapping[str, Any]) -> str:
    start = line_start(text, field.start)
    comment, others = comments_of(text, field)
    is_commented = (
        field.is_commented
        or others
        or "#" in text[field.colon : field.begin].partition("\n")[2]
        or end > line_end(text, field.end)
    )
    if field.key not in values or is_commented or field.has_lines:
        return text[start:end]
    space = "" if comment.startswith(" ") or not comment else " "
    return write_field(field.key, values[field.key], space + comment.rstrip())
