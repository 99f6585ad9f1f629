"""Addresses of paragraphs: names that follow from their words, so that they last.

A paragraph keeps its name when others are added, moved or reworded, and when its own
links, emphasis or line ends change. Of several with the same words, the later ones are
numbered.
"""

from __future__ import annotations

import html
import re
from zlib import crc32

NAMED = r" id=\"p-[0-9a-f]{8}(?:-[0-9]+)?\""
"""What is added to a tag, as a pattern."""

_BEGINS = re.compile(r"<(p|li)>(?!\n<p>)")
"""The beginning of a paragraph, or of an item that holds none."""

_BLOCK = re.compile(r"</?(?:p|li|ul|ol|blockquote|pre|table|div|section|h[1-6])\b")
_TAG = re.compile(r"<[^>]*>")


def named_paragraphs(safe: str) -> str:
    """Give each paragraph and list item of a body an `id`: `p-` and eight hex digits.

    `safe` comes from `reading.prose`, where nothing else is called that.
    """
    used: dict[str, int] = {}
    before, *parts = _BEGINS.split(safe)
    out = [before]
    for tag, text in zip(parts[::2], parts[1::2], strict=True):
        plain = _words(text)
        if not plain:
            out += "<", tag, ">", text
            continue
        name = f"p-{crc32(plain.encode()):08x}"
        if name in used:
            used[name] += 1
            out += "<", tag, f' id="{name}-{used[name]}">', text
        else:
            used[name] = 1
            out += "<", tag, ' id="', name, '">', text
    return "".join(out)


def _words(text: str) -> str:
    """Give the words at the beginning of a text, up to where a block begins or ends."""
    words = text[: text.find("<")]
    if not text.startswith(("</p>", "</li>"), len(words)):
        block = _BLOCK.search(text)
        words = _TAG.sub("", text[: block.start()] if block else text)
    words = html.unescape(words) if "&" in words else words
    return words.replace("\n", " ").strip()
