"""One value in the place of another, in the text of fields: comments around it stay."""

from __future__ import annotations

import re
from typing import Any

from minutebook.reading.yaml_layout import (
    Form,
    Layout,
    Typed,
    line_end,
    line_start,
    scalar_at,
    words_of,
)
from minutebook.reading.yaml_places import set_in
from minutebook.reading.yaml_plain import Unusual
from minutebook.reading.yamltext import write_in_brackets, write_in_quotes, write_yaml

_HEADER = re.compile(r"[|>][-+\d]*")
_HEADER_COMMENT = re.compile(r"[|>][-+\d]*([ \t]+#[^\n]*)")
_COMMENT = re.compile(r"[ \t]*#[^\n]*")


def put_in(text: str, layout: Layout, field: Typed, value: Any) -> str:  # noqa: ANN401 - plain data
    """Put `value` in the place of the one that a field has."""
    first, rest = _dumped(field.key, value)
    column = layout.column
    if isinstance(value, list) and rest.startswith("- ") and field.form is Form.LIST:
        column = field.column
    return _put(text, field, first, set_in(rest, column))


def with_words(text: str, index: int, words: str) -> str:
    """Put other words in the place of those that begin at a position.

    They stand on one line. Raises Unusual if no value, and no key, begins there.
    """
    start, end = scalar_at(text, index)
    alone = write_yaml({"key": words}).removeprefix("key: ").rstrip("\n")
    for written in (alone, write_in_brackets(words)):
        changed = text[:start] + written + text[end:]
        try:
            if words_of(changed) == words_of(text, {index: words}):
                return changed
        except Unusual:
            continue
    raise Unusual


def put_in_one_line(text: str, layout: Layout, field: Typed, value: Any) -> str:  # noqa: ANN401 - plain data
    """Put it there on one line, which no blank line below can become a part of."""
    del layout
    written = (
        write_in_quotes(value) if isinstance(value, str) else write_in_brackets(value)
    )
    return _put(text, field, written, "")


def _put(text: str, field: Typed, first: str, rest: str) -> str:
    """Put a value there: what stands behind the colon, and the lines below."""
    comment, others = comments_of(text, field)
    gap = text[field.colon : field.begin]
    space = gap if gap and not gap.strip(" ") else " "
    first = f"{space}{first}" if first else ""
    middle = _beside(first, rest, comment)
    start, end = line_start(text, field.start), line_end(text, field.end)
    pad = text[start : field.start]
    above = "".join(f"{pad}{other.strip()}\n" for other in others)
    last = "\n" if rest or text[:end].endswith("\n") else ""
    return f"{text[:start]}{above}{text[start : field.colon]}{middle}{last}{text[end:]}"


def write_field(key: str, value: Any, comment: str) -> str:  # noqa: ANN401 - plain data
    """Write a field anew, and a comment beside its value."""
    name, (first, rest) = f"{key}:", _dumped(key, value)
    return f"{name}{_beside(f' {first}' if first else '', rest, comment)}\n"


def _dumped(key: str, value: Any) -> tuple[str, str]:  # noqa: ANN401 - plain data
    """Write a value: what stands behind the colon, and the lines below."""
    dumped, name = write_yaml({key: value}), f"{key}:"
    if not dumped.startswith(name):
        dumped, name = write_yaml({"key": value}), "key:"
    first, _, rest = dumped[len(name) :].partition("\n")
    return first.strip(" "), rest


def _beside(first: str, rest: str, comment: str) -> str:
    """Put a comment where it is one: behind a `|` or a colon, or else at the end."""
    lines = [first, *rest.split("\n")[:-1]]
    is_head = not first or _HEADER.fullmatch(first.strip())
    lines[0 if is_head else -1] += comment
    return "\n".join(lines)


def comments_of(text: str, field: Typed) -> tuple[str, list[str]]:
    """Give the comment beside a value, and others that stand around it."""
    gap = _COMMENT.findall(text[field.colon : field.begin])
    head = _HEADER_COMMENT.match(text, field.begin) if field.form is Form.LINES else None
    tail = text[field.end : line_end(text, field.end)].rstrip("\n")
    found = [*gap, *([head[1]] if head else []), *([tail] if "#" in tail else [])]
    return (found[-1], found[:-1]) if found else ("", [])
