"""Long texts, kept small: a book may hold many thousands of them at once.

What was made of a text mostly repeats it. So little more is kept than where it does
not; the text itself is at hand, and is needed again to unpack.
"""

from __future__ import annotations

import zlib

_LONG = 1000
"""Characters from which it is worth the while."""

_QUICK = 2
"""Level of compression: the quickest of those that find what is repeated."""

_PLAIN, _SMALLER = b"\0", b"\1"


def pack(made: str, of: str) -> bytes:
    """Make what was made of a text small, if it is long."""
    if len(made) < _LONG:
        return _PLAIN + made.encode()
    press = zlib.compressobj(_QUICK, zdict=of.encode())
    return b"".join((_SMALLER, press.compress(made.encode()), press.flush()))


def unpack(packed: bytes, of: str) -> str:
    """Give what was packed, with the text it was made of."""
    data = packed[1:]
    if packed[:1] == _SMALLER:
        data = zlib.decompressobj(zdict=of.encode()).decompress(data)
    return data.decode()
