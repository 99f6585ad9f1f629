"""Rows of open data as JSON, written one at a time, a field to a line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode
_PLAIN = (str, int, bool, type(None))


def rows_as_json(rows: Iterable[object]) -> Iterator[str]:
    """Write frozen dataclasses as one list, a piece for each row.

    Reads as `json.dumps` with an indent of one would have it. Raises TypeError for a
    value that has no place in open data.
    """
    before = "[\n "
    for row in rows:
        yield before + _row(row, 1)
        before = ",\n "
    yield "[]\n" if before.startswith("[") else "\n]\n"


def _row(row: Any, depth: int) -> str:  # noqa: ANN401 - of any kind
    keys, values_of = _layout(type(row), depth)  # type: ignore[arg-type] # a class can be hashed
    values = values_of(row)
    written = [key + _value(v, depth + 1) for key, v in zip(keys, values, strict=True)]
    return f"{{{','.join(written)}\n{' ' * depth}}}"


@functools.cache
def _layout(
    kind: type, depth: int
) -> tuple[tuple[str, ...], Callable[[Any], tuple[object, ...]]]:
    """Lay out a class, once: its keys as they are written, and a way to its values."""
    try:
        names = [field.name for field in dataclasses.fields(kind)]
    except TypeError:
        raise TypeError(f"{kind.__name__} has no place in open data") from None
    keys = tuple(f"\n{' ' * (depth + 1)}{_plain(name)}: " for name in names)
    if len(names) == 1:
        return keys, lambda row: (getattr(row, names[0]),)
    return keys, attrgetter(*names)


def _value(value: Any, depth: int) -> str:  # noqa: ANN401 - as above
    kind = type(value)
    if kind in _PLAIN:
        return _plain(value)
    if kind is dt.date:
        return _plain(str(value))
    if isinstance(value, tuple):
        return _list(value, depth)
    return _row(value, depth)


def _list(values: tuple[object, ...], depth: int) -> str:
    if not values:
        return "[]"
    line = f"\n{' ' * (depth + 1)}"
    written = ",".join(line + _value(value, depth + 1) for value in values)
    return f"[{written}\n{' ' * depth}]"
