"""Rows of open data as JSON, written one at a time, a row to a line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter


def rows_as_json(rows: Iterable[object]) -> Iterator[str]:
    """Write frozen dataclasses as one list, a piece for each row.

    Raises TypeError for a value that has no place in open data.
    """
    before = "[\n"
    for row in rows:
        yield before + _encoder.encode(row)
        before = ",\n"
    yield "[]\n" if before.startswith("[") else "\n]\n"


def _as_plain(value: object) -> object:
    """Give what JSON has a word for: a day as text, a dataclass by its fields."""
    if isinstance(value, dt.date):
        return value.isoformat()
    names, values_of = _layout(type(value))  # type: ignore[arg-type] # a class can be hashed
    return dict(zip(names, values_of(value), strict=True))


@functools.cache
def _layout(
    kind: type[object],
) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """Lay out a class, once: its fields, and a way to their values."""
    try:
        names = tuple(field.name for field in dataclasses.fields(kind))  # type: ignore[arg-type] # told below
    except TypeError:
        raise TypeError(f"{kind.__name__} has no place in open data") from None
    if len(names) == 1:
        return names, lambda row: (getattr(row, names[0]),)
    return names, attrgetter(*names)


_encoder = json.JSONEncoder(ensure_ascii=False, default=_as_plain)
