"""The words of an index as Pagefind packs them, read and written again.

For each word there are the pages that have it, each counted from the one before, and its
places there. They are taken apart only as far as it takes to put several indexes
together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from minutebook.publish import cbor
from minutebook.publish.cbor import ARRAY, UNKNOWN, number, read_head, read_text

SIGNED = b"pagefind_dcd"
"""Begins everything that Pagefind has packed."""

_NUMBER = (
    rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4}|[\x1b\x3b].{8})"
)
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a.{4})"
_NUMBERS = rb"%b%b*+" % (_LIST, _NUMBER)
_PAGE = re.compile(rb"\x83(%b)(%b)(%b)" % (_NUMBER, _NUMBERS, _NUMBERS), re.DOTALL)
_PAGES = re.compile(rb"(?:\x83%b%b%b)*+" % (_NUMBER, _NUMBERS, _NUMBERS), re.DOTALL)
_ONE_NUMBER = re.compile(_NUMBER, re.DOTALL)
_HEAD = re.compile(_LIST, re.DOTALL)

_NOTHING = b"\x80"
_THREE, _TWO = b"\x83", b"\x82"

_Page = tuple[bytes, bytes, bytes]

_value = cache(cbor.value_of)


class Postings(NamedTuple):
    """The pages that have a word, or one way in which it is written."""

    word: str
    form: str
    """As it is written, where that differs by accents; else empty."""

    pages: int
    first: int
    """The number of the first page that has it."""

    last: int
    packed: bytes
    """All of it but for how it begins, with the number of the first page."""


def joined(parts: Iterable[tuple[int, Postings]]) -> bytes:
    """Write as one list what stands in several, each with what its numbers begin at."""
    before = pages = 0
    written: list[bytes] = []
    for base, part in parts:
        written += (_THREE, number(base + part.first - before), part.packed)
        before = base + part.last
        pages += part.pages
    return cbor.head(ARRAY, pages) + b"".join(written)


def words_in(piece: bytes, fields: Sequence[int]) -> Iterator[Postings]:
    """Read a piece of an index.

    `fields` are new numbers for what is told of a page, by the old; none if they stay.
    Raises ValueError, or IndexError, when it is none.
    """
    at = len(SIGNED) + 1
    if not piece.startswith(SIGNED + b"\x81"):
        raise ValueError(UNKNOWN)
    words, at = read_head(piece, at, ARRAY)
    for _ in range(words):
        word, at = read_text(piece, _past(piece, at, _THREE))
        found, at = _pages(piece, at, (word, ""), fields)
        if found.pages:
            yield found
        forms, at = read_head(piece, at, ARRAY)
        for _ in range(forms):
            form, at = read_text(piece, _past(piece, at, _TWO))
            found, at = _pages(piece, at, (word, form), fields)
            yield found
    if at != len(piece):
        raise ValueError(UNKNOWN)


def _pages(
    piece: bytes, at: int, word: tuple[str, str], fields: Sequence[int]
) -> tuple[Postings, int]:
    """Read a list of pages, and where it ends."""
    pages, at = read_head(piece, at, ARRAY)
    found, end = _found(piece, at, pages)
    if not found:
        return Postings(*word, 0, 0, 0, b""), end
    first = found[0][0]
    last = sum([_value(step) for step, _, _ in found])
    packed = piece[at:end] if not fields else b"".join(_told(found, fields))
    return Postings(*word, pages, _value(first), last, packed[1 + len(first) :]), end


def _found(piece: bytes, at: int, pages: int) -> tuple[list[_Page], int]:
    """Take so many pages apart: what they are counted on by, places, what is told."""
    if pages == 1 and (one := _PAGE.match(piece, at)):  # as for most words
        return [one.groups()], one.end()  # type: ignore[list-item] # three of them
    end = at if (many := _PAGES.match(piece, at)) is None else many.end()
    found = _PAGE.findall(piece, at, end)
    if len(found) != pages:
        raise ValueError(UNKNOWN)
    return found, end


def _told(pages: Iterable[_Page], fields: Sequence[int]) -> Iterator[bytes]:
    """Write pages again, what is told of them numbered anew."""
    for step, places, told in pages:
        yield _THREE
        yield step
        yield places
        yield told if told == _NOTHING else _renumbered(told, fields)


def _renumbered(told: bytes, fields: Sequence[int]) -> bytes:
    """Give fields new numbers: those below zero are fields, others are places in one."""
    beginning = _HEAD.match(told)
    if beginning is None:
        raise ValueError(UNKNOWN)
    numbers = map(_value, _ONE_NUMBER.findall(told, beginning.end()))
    return beginning[0] + b"".join(
        number(one if one >= 0 else -1 - fields[-1 - one]) for one in numbers
    )


def _past(piece: bytes, at: int, expected: bytes) -> int:
    if piece[at : at + 1] != expected:
        raise ValueError(UNKNOWN)
    return at + 1
