"""Plain words as Markdown: shown just as they are, whatever signs are in them."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;)|(?<!\w)_|_(?!\w))")
_AT_START = re.compile(r"(?:[-+#>=]|\d{1,9}[.)])(?=\s|$)|[-=]+\s*$|#+")


def escape(text: str) -> str:
    """Write plain words so that Markdown shows just these."""
    return not_a_mark(without_marks(text))


def without_marks(text: str) -> str:
    """Escape the signs that mean something within a line."""
    return _SPECIAL.sub(r"\\\1", text)


def not_a_mark(markdown: str) -> str:
    """Keep the beginning of a line from being read as a list, heading or quotation."""
    if not _AT_START.match(markdown):
        return markdown
    digits = re.match(r"\d+", markdown)
    at = digits.end() if digits else 0
    return f"{markdown[:at]}\\{markdown[at:]}"
