"""What one text says, laid out as another wherever both say the same.

An editor in the browser writes a whole file anew, without its comments and in an order
of its own. Kept to the file that stood before, only what somebody changed is different.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from minutebook.reading.shapes import Shape
from minutebook.reading.source import Source
from minutebook.reading.typed_file import TEXT, TypedFile, order_of
from minutebook.reading.yaml_edit import (
    append_items,
    over_fields,
    set_value,
    take_out,
    with_new,
    within,
)
from minutebook.reading.yaml_plain import Unusual

Fields = dict[str, Any]

_ABSENT = object()


def kept_fields(old: TypedFile, new: TypedFile) -> str:
    """Give the fields that `new` says, laid out as they are in `old`.

    Raises Unusual for a file that cannot be read.
    """
    start, end = old.fields
    text = old.text[start:end]
    if old.register:
        return _register(text, old.register, old.data, new.data)
    before, after = old.data, new.data
    if old.is_markdown:
        before, after = ({**data, TEXT: ""} for data in (before, after))
    return _record(text, old.shape, before, after)


def says(file: TypedFile) -> Any:  # noqa: ANN401 - records, or plain data
    """Give what counts in a file: its records; plain data for what holds none."""
    data = file.data
    if file.register:
        return {key: read_as(file.register, data[key]) for key in data}
    return read_as(file.shape, data)


def read_as(shape: Shape[Any] | None, data: Any) -> Any:  # noqa: ANN401 - see says
    """Make the record that plain data say; the data themselves if they say none."""
    if shape is None:
        return data
    read = shape.read(data, "record", Source(path="", above=""))
    return data if isinstance(read, list) else read


def _register(text: str, shape: Shape[Any], before: Fields, after: Fields) -> str:
    edits: dict[str, Callable[[str], str]] = {}
    for key, old in before.items():
        new = after.get(key, _ABSENT)
        if new is _ABSENT:
            edits[key] = lambda _: ""
        elif read_as(shape, old) != read_as(shape, new):
            edits[key] = partial(_entry, shape, key, old, new)
    added = {key: value for key, value in after.items() if key not in before}
    return with_new(over_fields(text, edits), added)


def _entry(shape: Shape[Any], key: str, old: Any, new: Any, text: str) -> str:  # noqa: ANN401 - see says
    if isinstance(old, dict) and isinstance(new, dict):
        edit = partial(_record, shape=shape, before=old, after=new)
        try:
            return within(text, key, edit)
        except Unusual:
            pass  # the entry stands between braces
    return set_value(text, key, new)


def _record(text: str, shape: Shape[Any] | None, before: Fields, after: Fields) -> str:
    order = order_of(shape) if shape else ()
    for key, value in _changes(shape, before, after):
        if value is _ABSENT:
            text = take_out(text, key, order)
        elif isinstance(value, _More):
            text = append_items(text, key, list(value), order)
        else:
            text = set_value(text, key, value, order)
    return text


class _More(tuple[Any, ...]):
    """Items that came to the end of a list."""

    __slots__ = ()


def _changes(
    shape: Shape[Any] | None, before: Fields, after: Fields
) -> Iterator[tuple[str, Any]]:
    """List the fields that say something else, and what; `_ABSENT` for nothing more."""
    old, new = read_as(shape, before), read_as(shape, after)
    are_records = not (isinstance(old, dict) or isinstance(new, dict))
    for key in (*(key for key in before if key not in after), *after):
        value = after.get(key, _ABSENT)
        if not are_records:
            if value is _ABSENT or before.get(key, _ABSENT) != value:
                yield key, value
            continue
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            yield key, _in_old_words(was, before.get(key), now, value)


def _in_old_words(was: Any, typed: Any, now: Any, value: Any) -> Any:  # noqa: ANN401 - see says
    """Give the items of a list as they were typed before, if they say the same."""
    if not (isinstance(was, tuple) and was and isinstance(value, list)):
        return value
    if now[: len(was)] == was:
        return _More(value[len(was) :])
    if not isinstance(typed, list):
        return value
    words = dict(zip(was, typed, strict=True))
    return [words.get(item, given) for item, given in zip(now, value, strict=True)]
