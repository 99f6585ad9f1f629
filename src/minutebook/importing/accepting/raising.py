"""A concern of the book, raised again: one more entry in its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from minutebook.book import Book
from minutebook.reading.write import fields_of
from minutebook.reading.yaml_append import append_item
from minutebook.records import Concern, Raising

_FRONT_MATTER = re.compile(
    r"\A(---[ \t]*\r?\n)(.*?)(^---[ \t]*\r?$)", re.DOTALL | re.MULTILINE
)


def raised_again(
    notes: Path,
    book: Book,
    concern: Concern,
    raising: Raising,
    edited: Mapping[str, tuple[str, str]],
) -> tuple[str, str, str]:
    """Give the path of a concern, its text before, and its text with one more raising.

    `edited` holds what is to become of files already: two drafts may be one concern.
    """
    entry = next(e for e in book.entries_of(Concern) if e.record.id == concern.id)
    path = entry.source.path
    before = (notes / path).read_bytes().decode("utf-8")
    standing = edited[path][1] if path in edited else before
    fields = _FRONT_MATTER.match(standing)
    text = fields[2] if fields else standing
    after = append_item(text, "raised", fields_of(raising))
    if fields:
        after = f"{standing[: fields.start(2)]}{after}{standing[fields.end(2) :]}"
    return path, before, after
