"""The text of a file, changed in one place; all else stays byte for byte.

A file has its own line ends, comments, order of fields, quotes and spacing, and whoever
typed them finds them again. Whatever changes a file that stands goes through here.
They raise `Unusual` for a file whose fields cannot be read, but for `keeping`.
"""

from __future__ import annotations

from typing import Any

from minutebook.reading.keeping import kept_fields, says
from minutebook.reading.typed_file import TEXT, TypedFile
from minutebook.reading.write import plain
from minutebook.reading.yaml_edit import append_items, set_value, take_out
from minutebook.reading.yaml_plain import Unusual

__all__ = ["Unusual", "keeping", "with_body", "with_field", "with_item", "without_field"]


def with_item(text: str, path: str, field: str, item: Any) -> str:  # noqa: ANN401 - plain, or part of a record
    """Put one more item at the end of a list; a field that is not there yet is made."""
    file = TypedFile.of(text, path)
    new = plain(item)
    return file.with_fields(lambda typed: append_items(typed, field, [new], file.order))


def with_field(text: str, path: str, field: str, value: Any) -> str:  # noqa: ANN401 - see with_item
    """Set a field: in the place of the value it has, or where the field belongs.

    Items of a list that are in both keep their lines.
    """
    file = TypedFile.of(text, path)
    if field == TEXT and file.is_markdown:
        return with_body(text, path, value)
    new = plain(value)
    return file.with_fields(lambda typed: set_value(typed, field, new, file.order))


def without_field(text: str, path: str, field: str) -> str:
    """Take a field out. Comments above it stay."""
    file = TypedFile.of(text, path)
    if field == TEXT and file.is_markdown:
        return with_body(text, path, "")
    return file.with_fields(lambda typed: take_out(typed, field, file.order))


def with_body(text: str, path: str, body: str) -> str:
    """Put another text below the fields; in plain YAML, into the field `text`."""
    file = TypedFile.of(text, path)
    if not file.is_markdown:
        if not body:
            return without_field(text, path, TEXT)
        return with_field(text, path, TEXT, body)
    start, end = file.body
    new = body.strip().replace("\r\n", "\n").replace("\r", "\n")
    if new and start < end:
        return file.changed(new, start, end)
    if not new and start == end:
        return text
    return file.changed(f"\n\n{new}\n" if new else "\n", file.fence, len(file.text))


def keeping(before: str, after: str, path: str) -> str:
    """Give the record that `after` says, laid out as `before` where they say the same.

    Reading the result gives what reading `after` gives. If one of them cannot be read,
    `after` stays as it is.
    """
    try:
        old, new = TypedFile.of(before, path), TypedFile.of(after, path)
        wanted = says(new)
        fields = kept_fields(old, new)
        text = old.with_fields(lambda _: fields)
        if new.is_markdown:
            text = with_body(text, path, new.data[TEXT])
        return text if says(TypedFile.of(text, path)) == wanted else after
    except Unusual:
        return after
