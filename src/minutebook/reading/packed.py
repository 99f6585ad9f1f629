"""Long texts, kept small: a book may hold many thousands of them at once."""

from __future__ import annotations

import zlib

_LONG = 1000
"""Characters from which it is worth the while."""

_QUICK = 1
"""Level of compression: the quickest saves nearly as much as the best."""

_PLAIN, _SMALLER = b"\0", b"\1"


def pack(text: str) -> bytes:
    """Make a text small, if it is long."""
    data = text.encode()
    if len(text) < _LONG:
        return _PLAIN + data
    return _SMALLER + zlib.compress(data, _QUICK)


def unpack(packed: bytes) -> str:
    """Give the text that was packed."""
    data = packed[1:]
    return (zlib.decompress(data) if packed[:1] == _SMALLER else data).decode()
