"""The contents list of a page, read off its body."""

from __future__ import annotations

import html
import re

from minutebook.reading import Heading

_HEADING = re.compile(r"<h([2-4])\b[^>]*?\bid=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def headings_of(body: str) -> tuple[Heading, ...]:
    """List the headings below the title that a link can end at."""
    return tuple(
        Heading(
            level=int(level),
            anchor=html.unescape(anchor),
            text=" ".join(html.unescape(_TAG.sub("", text)).split()),
        )
        for level, anchor, text in _HEADING.findall(body)
    )
