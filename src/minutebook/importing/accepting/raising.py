"""A concern of the book, raised again: one more entry in its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from minutebook.book import Book
from minutebook.reading.record_text import with_item
from minutebook.records import Concern, Raising


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
    return path, before, with_item(standing, path, "raised", raising)
