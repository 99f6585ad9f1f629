"""Plain text and Markdown: bytes to a document.

Both are read by one reader: people put Markdown's marks into text, and write Markdown
that is no more than text.
"""

from __future__ import annotations

import re

from minutebook.importing.document import Document
from minutebook.importing.formats.text.walk import Walk

TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|span|div|font|li|ul|ol)\b[^<>]*>", re.IGNORECASE
)
"""Marks of HTML that people leave in text."""

_QUOTED = re.compile(r"^ {0,3}(?:> ?)+")
"""The signs before the lines of a message that another one quotes."""


def read_plain(name: str, data: bytes) -> Document:
    """Read a text: in UTF-8, UTF-16 with its mark, or else in Windows-1252."""
    lines = re.split(r"\r\n|\r|\n|\x0b|\x85|\u2028|\u2029", text_of(data))
    while lines and not lines[-1].strip():
        lines.pop()
    walk = Walk(lines=[_QUOTED.sub("", line) for line in lines])
    walk.read()
    return Document(
        name=name,
        blocks=tuple(walk.blocks),
        lines=tuple(TAG.sub(" ", line).strip("\f\ufeff").rstrip() for line in lines),
        asides=tuple(walk.asides),
    )


def text_of(data: bytes) -> str:
    """Turn bytes into text; signs that nobody sees are left out."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    text = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]", "", text)
    return text.replace("\u00a0", " ").replace("\u202f", " ")
