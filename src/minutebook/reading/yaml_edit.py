"""Fields changed in the text they were typed in; all else stays as it was typed.

Comments, the order of keys, quotes, blank lines and unknown keys stay. Each change is
tried: what comes out has to say what was said before, and the change. A text of a kind
that nobody types (all fields between braces) is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from minutebook.reading.yaml_layout import (
    Form,
    Layout,
    layout_of,
    line_end,
    line_start,
)
from minutebook.reading.yaml_lists import relisted, with_more
from minutebook.reading.yaml_places import (
    Order,
    place_for,
    put_lines,
)
from minutebook.reading.yaml_plain import Unusual, plain_data
from minutebook.reading.yaml_values import put_in, put_in_one_line
from minutebook.reading.yamltext import write_yaml


def fields_in(text: str) -> dict[str, Any]:
    """Read fields. Raises Unusual for text that holds no fields, or cannot be read."""
    layout_of(text)  # refuses more
    data = plain_data(text) if text.strip() else None
    if data is not None and not isinstance(data, dict):
        raise Unusual
    return data or {}


def append_items(text: str, key: str, items: list[Any], order: Order = ()) -> str:
    """Put items at the end of the list under `key`, or of a new list if there is none.

    One item that stands without a list becomes the first of several.
    """
    data = fields_in(text)
    old = data.get(key)
    listed = old if isinstance(old, list) else [] if old is None else [old]
    value = [*listed, *items]
    layout = layout_of(text)
    field = layout.field(key)
    tries: Iterable[str] = ()
    if field and layout.is_plain and listed:
        tries = with_more(text, layout, field, items, value)
    right = _first_right(tries, {**data, key: value})
    return _replaced(text, key, value, order) if right is None else right


def set_value(text: str, key: str, value: Any, order: Order = ()) -> str:  # noqa: ANN401 - plain data
    """Give `key` another value, in the place of the one it has; or a place of its own.

    Items of a list that are in both keep their lines.
    """
    data = fields_in(text)
    if key in data and data[key] == value:
        return text
    old = data.get(key)
    if not (isinstance(old, list) and isinstance(value, list) and old and value):
        return _replaced(text, key, value, order)
    if value[: len(old)] == old:
        return append_items(text, key, value[len(old) :], order)
    layout = layout_of(text)
    field = layout.field(key)
    tries = relisted(text, layout, field, old, value) if field else ()
    right = _first_right(tries, {**data, key: value})
    return _replaced(text, key, value, order) if right is None else right


def take_out(text: str, key: str, order: Order = ()) -> str:
    """Take a field out. Comments above it stay: they may be about more than it."""
    data = fields_in(text)
    if key not in data:
        return text
    layout = layout_of(text)
    field = layout.field(key)
    wanted = {name: value for name, value in data.items() if name != key}
    tries: tuple[str, ...] = ()
    if field:
        above, rest = text[: line_start(text, field.start)], line_end(text, field.end)
        end = next((f.start for f in layout.fields if f.start > rest), len(text))
        end = line_start(text, end) if end < len(text) else end
        set_back = _set_back(text[rest:end], layout.column)
        tries = (
            above + text[rest:],
            above + set_back + text[end:],  # a comment is no part of the text above
            above + set_back.lstrip("\n") + text[end:],
        )
    return _settled(text, layout, tries, wanted, order)


def _set_back(comments: str, column: int) -> str:
    """Set comments back to the column of the keys."""
    return re.sub(r"^[ ]+(?=#)", " " * column, comments, flags=re.MULTILINE)


def over_fields(text: str, edits: Mapping[str, Callable[[str], str]]) -> str:
    """Change fields by what changes a text in which each of them stands alone.

    A register may hold thousands of entries: this reads it once.
    """
    layout = layout_of(text)
    if not layout.is_plain:
        raise Unusual
    for field in reversed(layout.fields):
        if field.key in edits:
            start, end = line_start(text, field.start), line_end(text, field.end)
            text = text[:start] + edits[field.key](text[start:end]) + text[end:]
    return text


def within(text: str, key: str, edit: Callable[[str], str]) -> str:
    """Change the fields that stand below a key, one a line, by what changes fields."""
    field = layout_of(text).field(key)
    if field is None or field.form is not Form.FIELDS:
        raise Unusual
    start, end = line_start(text, field.begin), line_end(text, field.end)
    if text[start : field.begin].strip(" "):
        raise Unusual
    return text[:start] + edit(text[start:end]) + text[end:]


def with_new(text: str, data: dict[str, Any]) -> str:
    """Put new fields below all others."""
    layout = layout_of(text)
    if not data:
        return text
    return put_lines(text, place_for(text, layout, "", ()), data, layout.column)


def _replaced(text: str, key: str, value: Any, order: Order) -> str:  # noqa: ANN401 - see above
    layout = layout_of(text)
    field = layout.field(key)
    if field:
        ways = (put_in, put_in_one_line)
        tries = [way(text, layout, field, value) for way in ways]
    else:
        place = place_for(text, layout, key, order)
        tries = [put_lines(text, place, {key: value}, layout.column)]
    wanted = {**fields_in(text), key: value}
    return _settled(text, layout, tries, wanted, order)


def _settled(
    text: str, layout: Layout, tries: Iterable[str], wanted: dict[str, Any], order: Order
) -> str:
    """Take the first try that says what is wanted; write it anew if none does."""
    right = _first_right(tries, wanted) if layout.is_plain else None
    if right is not None:
        return right
    first = layout.fields[0].start if layout.fields else 0
    lines = text[:first].split("\n")
    above = "".join(f"{line}\n" for line in lines if line.startswith("#"))
    places = {key: number for number, key in enumerate(order)}
    keys = sorted(wanted, key=lambda key: places.get(key, len(places)))
    return above + write_yaml({key: wanted[key] for key in keys})


def _first_right(tries: Iterable[str], wanted: dict[str, Any]) -> str | None:
    return next((one for one in tries if _says(one, wanted)), None)


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return fields_in(text) == wanted
    except Unusual:
        return False
