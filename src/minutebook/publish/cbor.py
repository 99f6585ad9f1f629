"""Numbers, texts and lists as Pagefind packs them: a little of CBOR."""

from __future__ import annotations

from typing import Any

ARRAY, TEXT, NEGATIVE = 0x80, 0x60, 0x20
"""What kind of thing begins, in the first three bits."""

_KIND, _SIZE = 0xE0, 0x1F
_SMALL, _BYTE = 24, 256
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}

UNKNOWN = "Pagefind writes its pages in a way that is not known here"


def read(piece: bytes) -> list[Any]:
    """Read a list. Raises ValueError when it is none, or IndexError."""
    found, end = _read(piece, 0)
    if end != len(piece):
        raise ValueError(UNKNOWN)
    return list(found)


def _read(piece: bytes, at: int) -> tuple[Any, int]:
    kind = piece[at] & _KIND
    if kind == TEXT:
        return read_text(piece, at)
    if kind in {0, NEGATIVE}:
        value, at = read_head(piece, at, kind)
        return (-1 - value if kind else value), at
    length, at = read_head(piece, at, ARRAY)
    things = []
    for _ in range(length):
        thing, at = _read(piece, at)
        things.append(thing)
    return things, at


def read_text(piece: bytes, at: int) -> tuple[str, int]:
    """Read a text, and where it ends."""
    length, at = read_head(piece, at, TEXT)
    return piece[at : at + length].decode(), at + length


def read_head(piece: bytes, at: int, kind: int) -> tuple[int, int]:
    """Read how a thing of some kind begins: its number, or how long it is."""
    if piece[at] & _KIND != kind:
        raise ValueError(UNKNOWN)
    short = piece[at] & _SIZE
    if short < _SMALL:
        return short, at + 1
    width = _WIDTHS[short]
    return int.from_bytes(piece[at + 1 : at + 1 + width], "big"), at + 1 + width


def value_of(written: bytes) -> int:
    """Read a number."""
    value, _ = read_head(written, 0, written[0] & NEGATIVE)
    return -1 - value if written[0] & NEGATIVE else value


def number(value: int) -> bytes:
    """Write a number."""
    return head(0, value) if value >= 0 else head(NEGATIVE, -1 - value)


def text(value: str) -> bytes:
    """Write a text."""
    written = value.encode()
    return head(TEXT, len(written)) + written


def head(kind: int, value: int) -> bytes:
    """Write how a thing of some kind begins: its number, or how long it is."""
    if value < _SMALL:
        return bytes((kind | value,))
    if value < _BYTE:  # as nearly all are
        return bytes((kind | _SMALL, value))
    short, width = next(
        (short, width) for short, width in _WIDTHS.items() if value < 1 << (8 * width)
    )
    return bytes((kind | short,)) + value.to_bytes(width, "big")
