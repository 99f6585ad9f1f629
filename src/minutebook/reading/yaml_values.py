"""One value in the place of another, in the text of fields: comments around it stay."""

from __future__ import annotations

import re
from typing import Any

from minutebook.reading.yaml_layout import Form, Layout, Typed, line_end, line_start
from minutebook.reading.yaml_places import set_in
from minutebook.reading.yamltext import write_in_brackets, write_in_quotes, write_yaml

_HEADER = re.compile(r"[|>][-+\d]*")
_HEADER_COMMENT = re.compile(r"[|>][-+\d]*([ \t]+#[^\n]*)")
_COMMENT = re.compile(r"[ \t]*#[^\n]*")


def put_in(text: str, layout: Layout, field: Typed, value: Any) -> str:  # noqa: ANN401 - plain data
    """Put `value` in the place of the one that a field has."""
    dumped = write_yaml({field.key: value})
    name = f"{field.key}:"
    if not dumped.startswith(name):
        name, dumped = "key:", write_yaml({"key": value})
    first, _, rest = dumped[len(name) :].partition("\n")
    column = layout.column
    if isinstance(value, list) and rest.startswith("- ") and field.form is Form.LIST:
        column = field.column
    return _put(text, field, first.strip(" "), set_in(rest, column))


def put_in_one_line(text: str, layout: Layout, field: Typed, value: Any) -> str:  # noqa: ANN401 - plain data
    """Put it there on one line, which no blank line below can become a part of."""
    del layout
    written = (
        write_in_quotes(value) if isinstance(value, str) else write_in_brackets(value)
    )
    return _put(text, field, written, "")


def _put(text: str, field: Typed, first: str, rest: str) -> str:
    """Put a value there: what stands behind the colon, and the lines below."""
    comment, others = _comments(text, field)
    gap = text[field.colon : field.begin]
    space = gap if gap and not gap.strip(" ") else " "
    lines = [f"{space}{first}" if first else "", *rest.split("\n")[:-1]]
    ends = len(lines) - 1 if first and not _HEADER.fullmatch(first) else 0
    lines[ends] += comment
    start, end = line_start(text, field.start), line_end(text, field.end)
    pad = text[start : field.start]
    above = "".join(f"{pad}{other.strip()}\n" for other in others)
    last = "\n" if rest or text[:end].endswith("\n") else ""
    middle = "\n".join(lines)
    return f"{text[:start]}{above}{text[start : field.colon]}{middle}{last}{text[end:]}"


def _comments(text: str, field: Typed) -> tuple[str, list[str]]:
    """Give the comment beside a value, and others that stand around it."""
    gap = _COMMENT.findall(text[field.colon : field.begin])
    head = _HEADER_COMMENT.match(text, field.begin) if field.form is Form.LINES else None
    tail = text[field.end : line_end(text, field.end)].rstrip("\n")
    found = [*gap, *([head[1]] if head else []), *([tail] if "#" in tail else [])]
    return (found[-1], found[:-1]) if found else ("", [])
