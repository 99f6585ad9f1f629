"""Lists changed in the text they were typed in; items that stay keep their lines."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from minutebook.reading.yaml_layout import Form, Layout, Typed, line_end, line_start
from minutebook.reading.yaml_places import below, put_lines, set_in
from minutebook.reading.yaml_values import put_in
from minutebook.reading.yamltext import write_in_brackets, write_yaml

_WIDEST = 100
"""A list in brackets that would be wider is written with one item a line."""

Items = list[Any]


def with_one_more(
    text: str,
    layout: Layout,
    field: Typed,
    item: Any,  # noqa: ANN401 - plain data
    value: Items,
) -> Iterator[str]:
    """Put an item at the end of what stands in a field; `value` is what it comes to.

    The ways of doing it, best first; some only seem to be right.
    """
    match field.form:
        case Form.LIST:
            end = below(text, field, layout.column)
            yield put_lines(text, end, [item], field.column)
        case Form.BRACKETS:
            yield from _into_brackets(text, layout, field, item, value)
        case Form.FIELDS:
            yield _below_fields(text, layout, field, item)
        case Form.TEXT if "\n" not in text[field.colon : field.end]:
            yield _below_text(text, layout, field, item)
        case _:
            return


def relisted(text: str, field: Typed, old: Items, new: Items) -> Iterator[str]:
    """Put a list in the place of one with dashes; items in both keep their lines."""
    if field.form is not Form.LIST:
        return
    chunks = _chunks(text, field)
    if len(chunks) != len(old):
        return
    pieces = [
        set_in(write_yaml([item]), field.column) if at is None else chunks[at]
        for item, at in zip(new, _where(old, new), strict=True)
    ]
    start, end = line_start(text, field.begin), line_end(text, field.end)
    if text[start : field.begin].strip(" "):
        return  # the first dash stands in the line of the key
    yield text[:start] + "".join(pieces) + text[end:]


def _chunks(text: str, field: Typed) -> list[str]:
    """Cut a list into its items, each with the comments above it."""
    ends = [line_end(text, end) for _, end in field.items]
    return [text[a:b] for a, b in pairwise([line_start(text, field.begin), *ends])]


def _where(old: Items, new: Items) -> Iterator[int | None]:
    """Tell which of the old items each of the new ones is, going down both."""
    places = defaultdict[str, list[int]](list)
    for index, item in enumerate(old):
        places[json.dumps(item)].append(index)
    reached = -1
    left = [json.dumps(item) for item in new]
    for word in left:
        found = places.get(word, [])
        at = bisect_right(found, reached)
        if at < len(found):
            reached = found[at]
            yield reached
        else:
            yield None


def _below_fields(text: str, layout: Layout, field: Typed, item: Any) -> str:  # noqa: ANN401 - see above
    """Make fields the first item of a list, by a dash before them."""
    dash, end = field.begin - len("- "), below(text, field, layout.column)
    if text[dash : field.begin] != "  ":
        return text
    listed = f"{text[:dash]}- {text[field.begin :]}"
    return put_lines(listed, end, [item], field.column - len("- "))


def _below_text(text: str, layout: Layout, field: Typed, item: Any) -> str:  # noqa: ANN401 - see above
    """Make one line of text the first item of a list."""
    end = line_end(text, field.end)
    comment = text[field.end : end].rstrip()
    first = set_in(f"- {text[field.begin : field.end]}\n", layout.column)
    listed = f"{text[: field.colon]}{comment}\n{first}"
    return put_lines(listed + text[end:], len(listed), [item], layout.column)


def _into_brackets(
    text: str,
    layout: Layout,
    field: Typed,
    item: Any,  # noqa: ANN401 - see above
    value: Items,
) -> Iterator[str]:
    """Put an item into brackets if it fits there, or there is a comment to be kept."""
    typed = text[field.begin : field.end]
    written = write_in_brackets(item)
    last = field.items[-1][1]
    line = text[line_start(text, last) : line_end(text, last)].rstrip("\n")
    fits = isinstance(item, str) and len(line) + len(written) + len(", ") <= _WIDEST
    inside = _inside(text, layout, field, written)
    if "#" in typed or fits:
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
