"""One more item at the end of a list in YAML, and everything else as it was typed."""

from __future__ import annotations

from typing import Any

import yaml

from minutebook.reading.yaml_plain import plain_data
from minutebook.reading.yamltext import write_yaml


def append_item(text: str, key: str, item: Any) -> str:  # noqa: ANN401 - plain data
    """Put `item` at the end of the list under `key`, or of a new list if there is none.

    Comments, the order of keys, quotes and blank lines stay. A list in brackets is
    written out with one item a line, as the new item may not fit between brackets.
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    for name, value in pairs:
        if name.value == key and isinstance(value, yaml.SequenceNode):
            return _appended(text, key, value, item)
    return f"{text}{'' if text.endswith(chr(10)) else chr(10)}{write_yaml({key: [item]})}"


def _appended(text: str, key: str, value: yaml.SequenceNode, item: Any) -> str:  # noqa: ANN401 - see above
    if value.flow_style:
        data = [*plain_data(text)[key], item]
        before, after = text[: value.start_mark.index], text[value.end_mark.index :]
        return f"{before.rstrip()}\n{_indented(write_yaml(data), 2)}".rstrip() + after
    lines = text.splitlines(keepends=True)
    end = min(value.end_mark.line, len(lines))
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip()[0] == "#"):
        end -= 1
    if end and not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    new = _indented(write_yaml([item]), value.start_mark.column)
    return "".join((*lines[:end], new, *lines[end:]))


def _indented(text: str, columns: int) -> str:
    return "".join(
        " " * columns + line if line.strip() else line
        for line in text.splitlines(keepends=True)
    )
