"""What minutes say where they link to a record: the words that people remember it by."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator

from minutebook.book import Book, Leads, follow
from minutebook.records import Record

_BLOCK = re.compile(
    r"<(p|li|td)\b[^>]*>((?:(?!<(?:p|li|td)\b).)*?)(?=</\1>|<[uo]l)", re.DOTALL
)
_LINK = re.compile(r'<a href="([^"]*)"')
_SENTENCE_END = re.compile(r"(?<=[.?!;])\s+(?=[A-Z<\"'\u2018\u201c])")
_TAG = re.compile(r"<[^>]*>")

Key = tuple[type[Record], str]


def mentions_of(book: Book, record: Record) -> tuple[str, ...]:
    """Give what the minutes of meetings say where they link to `record`, oldest first.

    A whole paragraph, if it links to nothing else; otherwise the sentence.
    """
    made = book.made[__name__]
    if not made:
        made["all"] = _gathered(book)
    found: tuple[str, ...] = made["all"].get((type(record), record.id), ())
    return found


def _gathered(book: Book) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, dict[str, None]] = defaultdict(dict)
    for meeting in book.meetings:
        entry = book.entry(meeting)
        if entry.prose.links:
            for key, text in _in_text(book, entry.source.path, entry.prose.html):
                found[key][text] = None
    return {key: tuple(texts) for key, texts in found.items()}


def _in_text(book: Book, file: str, text: str) -> Iterator[tuple[Key, str]]:
    for match in _BLOCK.finditer(text):
        block = match[2]
        links = block.count("<a href=")
        for part in (block,) if links == 1 else _SENTENCE_END.split(block):
            for typed in _LINK.findall(part) if links else ():
                target = follow(book, file, html.unescape(typed))
                if target.leads is Leads.RECORD and target.record is not None:
                    said = " ".join(html.unescape(_TAG.sub("", part)).split())
                    yield (type(target.record), target.record.id), said
