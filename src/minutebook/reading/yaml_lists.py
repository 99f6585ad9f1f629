"""Lists changed in the text they were typed in; items that stay keep their lines."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from minutebook.reading.yaml_layout import (
    Form,
    Layout,
    Span,
    Typed,
    line_end,
    line_start,
)
from minutebook.reading.yaml_places import below, put_lines, set_in
from minutebook.reading.yaml_values import put_in
from minutebook.reading.yamltext import write_in_brackets, write_yaml

_WIDEST = 100
"""A list in brackets that would be wider is written with one item a line."""

Items = list[Any]


def with_more(
    text: str, layout: Layout, field: Typed, items: Items, value: Items
) -> Iterator[str]:
    """Put items at the end of what stands in a field; `value` is what it comes to.

    The ways of doing it, best first; some only seem to be right.
    """
    match field.form:
        case Form.LIST:
            end = below(text, field, layout.column)
            yield put_lines(text, end, items, field.column)
        case Form.BRACKETS:
            yield from _into_brackets(text, layout, field, items, value)
        case Form.FIELDS:
            yield _below_fields(text, layout, field, items)
        case Form.TEXT if "\n" not in text[field.colon : field.end]:
            yield _below_text(text, layout, field, items)
        case _:
            return


def relisted(
    text: str, layout: Layout, field: Typed, old: Items, new: Items
) -> Iterator[str]:
    """Put a list in the place of another; items that are in both stay as typed."""
    if len(field.items) != len(old):
        return
    where = _where(old, new)
    if field.form is Form.LIST:
        start, end = line_end(text, field.colon), line_end(text, field.end)
        ends = [line_end(text, end) for _, end in field.items]
        typed = [text[a:b].rstrip("\n") + "\n" for a, b in pairwise([start, *ends])]
        if start <= field.begin:
            yield _in_lines(text, field, (start, end), typed, new, where)
        return
    if field.form is Form.BRACKETS and not field.is_commented:
        words = [text[a:b] for a, b in field.items]
        yield from _in_brackets(text, layout, field, words, new, where)


def _in_lines(
    text: str,
    field: Typed,
    span: Span,
    typed: list[str],
    new: Items,
    where: Iterable[int | None],
) -> str:
    """Put items between two places: lines that stood there, each with comments above."""
    pieces = (
        set_in(write_yaml([item]), field.column) if at is None else typed[at]
        for item, at in zip(new, where, strict=True)
    )
    return text[: span[0]] + "".join(pieces) + text[span[1] :]


def _in_brackets(
    text: str,
    layout: Layout,
    field: Typed,
    typed: list[str],
    new: Items,
    where: Iterable[int | None],
) -> Iterator[str]:
    """Put words between brackets, if they fit on the line."""
    words = [
        write_in_brackets(item) if at is None else typed[at]
        for item, at in zip(new, where, strict=True)
    ]
    inside = f"[{', '.join(words)}]"
    width = layout.column + len(field.key) + len(": ") + len(inside)
    if width <= _WIDEST and "\n" not in inside:
        yield text[: field.begin] + inside + text[field.end :]


def _where(old: Items, new: Items) -> list[int | None]:
    """Tell which of the old items each of the new ones is; each is used once."""
    places = defaultdict[str, deque[int]](deque)
    for index, item in enumerate(old):
        places[json.dumps(item)].append(index)
    found = (places.get(json.dumps(item)) for item in new)
    return [those.popleft() if those else None for those in found]


def _below_fields(text: str, layout: Layout, field: Typed, items: Items) -> str:
    """Make fields the first item of a list, by a dash before them."""
    dash, end = field.begin - len("- "), below(text, field, layout.column)
    if text[dash : field.begin] != "  ":
        return text
    listed = f"{text[:dash]}- {text[field.begin :]}"
    return put_lines(listed, end, items, field.column - len("- "))


def _below_text(text: str, layout: Layout, field: Typed, items: Items) -> str:
    """Make one line of text the first item of a list."""
    end = line_end(text, field.end)
    comment = text[field.end : end].rstrip()
    first = set_in(f"- {text[field.begin : field.end]}\n", layout.column)
    listed = f"{text[: field.colon]}{comment}\n{first}"
    return put_lines(listed + text[end:], len(listed), items, layout.column)


def _into_brackets(
    text: str, layout: Layout, field: Typed, items: Items, value: Items
) -> Iterator[str]:
    """Put items into brackets if they fit there, or there is a comment to be kept."""
    typed = text[field.begin : field.end]
    written = ", ".join(map(write_in_brackets, items))
    last = field.items[-1][1]
    line = text[line_start(text, last) : line_end(text, last)].rstrip("\n")
    fits = len(line) + len(written) + len(", ") <= _WIDEST
    are_short = all(isinstance(item, str) for item in items)
    inside = _inside(text, layout, field, written)
    if "#" in typed or (fits and are_short):
        yield inside
    yield put_in(text, layout, field, value)
    yield inside


def _inside(text: str, layout: Layout, field: Typed, written: str) -> str:
    last = field.items[-1][1]
    if "\n" not in text[last : field.end]:  # the bracket closes in this line
        return f"{text[:last]}, {written}{text[last:]}"
    start, end = line_start(text, last), line_end(text, last)
    line = text[start:end]
    pad = " " * max(len(line) - len(line.lstrip(" ")), layout.column + 2)
    comma = "" if text[last:end].lstrip().startswith(",") else ","
    return f"{text[:last]}{comma}{text[last:end]}{pad}{written}\n{text[end:]}"
