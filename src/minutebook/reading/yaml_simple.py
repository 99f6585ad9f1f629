"""The simplest of YAML to plain data, line by line: what nearly all records are.

It knows fields, lists in brackets, and lists of lines or fields below a field; every
value is on one line, has no quotes around it and consists of signs that mean nothing in
YAML. Of anything else it says that it does not know, and a YAML parser reads it.
"""

from __future__ import annotations

import re
import sys
from typing import Any

_KEY = r"[a-z][a-z0-9_-]{0,60}"
_START = r"A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6"
_SIGN = _START + r"!\"$-+./;<=@\\^_`|~\u00a1-\u00ac\u2010-\u2027\u20ac\-"
"""What may stand in a value, there being no `#` or `:`, and no sign of a list."""

_IN_LIST = rf"[{_START}][{_SIGN} ]*+(?<! )"
_ALONE = rf"[{_START}](?:[{_SIGN} ,?]++|:(?! |$))*+(?<! )"
_LINE = re.compile(
    rf"( *)(- )?(?:({_KEY}):(?: |$))?"
    rf"(?:\[({_IN_LIST}(?:, {_IN_LIST})*+)\]|({_ALONE}))?(?<! )"
)
"""Indentation, dash, key, items of a list in brackets, text."""

_COMMENTS = re.compile(r"\A(?:#[ -~]*\n)+")
"""Lines above the fields that a parser passes over."""

_NOTHING = "null"
_SHORT = 64
"""Shorter texts are mostly names and ids: one that returns is kept in memory once."""


def kept_once(text: str) -> str:
    """Give a text that may return, so that it is in memory once."""
    return sys.intern(text) if len(text) < _SHORT else text


def simple_data(text: str) -> dict[str, Any] | None:  # noqa: C901 - see _data in yaml_plain
    """Read fields if they are as simple as that; None if they are not."""
    fields: dict[str, Any] = {}
    items: list[Any] | None = None
    item: dict[str, Any] | None = None
    awaited, dashes, within = "", 0, 0
    lines = _COMMENTS.sub("", text.strip("\n"), count=1).split("\n")
    for line in map(_LINE.fullmatch, lines):
        if line is None:
            return None
        indent, dash, key, listed, alone = line.groups()
        value = _value(listed, alone)
        if key and not dash and not indent:
            if key in fields:
                return None
            fields[key], items, item = value, None, None
            awaited = "" if listed or alone else key
            continue
        if not (alone or (listed and key)):
            return None
        if dash:
            if awaited:
                items = fields[awaited] = []
                awaited, dashes = "", len(indent)
            if items is None or len(indent) != dashes:
                return None
            item, within = {key: value} if key else None, dashes + 2
            items.append(item or value)
        else:
            if awaited:
                item = fields[awaited] = {}
                awaited, within = "", len(indent)
            if item is None or not key or key in item or len(indent) != within:
                return None
            item[key] = value
    return fields


def _value(listed: str | None, alone: str | None) -> Any:  # noqa: ANN401 - text, list or None
    if listed:
        return [_text(item) for item in listed.split(", ")]
    return _text(alone) if alone else None


def _text(typed: str) -> str | None:
    return None if typed == _NOTHING else kept_once(typed)
