"""How much work a text will be, told before anything is done with it.

A text of a megabyte is a few links or a million brackets. What takes long is not its
length but what the engine, the second wall, the rules and the page find in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

MOST_WORK = 700_000
"""Microseconds for a whole text. Minutes of 200,000 letters take about a sixth."""

MOST_SIGNS = 5_000
"""Signs of one paragraph or table that may open or close something."""

MOST_ADDRESSES = 1_000
"""At-signs of one paragraph: the engine goes a step deeper at each, and then falls."""

_COSTS = {
    b"@": 40,
    b"[]": 35,
    b"\n#|": 25,
    b"*_~`": 10,
    b'&<>"': 4,
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ": 3,
    b"'.:!=\\^$": 0.7,
}
"""Microseconds that each of these signs takes at worst, measured on a small machine."""

_COSTS_OF_WORDS = {b"://": 40, b"www.": 40, b"  ": 1}
_COST_OF_A_LETTER = 0.2

_PAIRED = b"*_~[]&<@"
"""Signs whose work grows with the square of how many stand in one paragraph."""

_SQUARE = 1 / 150
"""Microseconds for each pair of them."""

_SMALL = 15_000
"""Nothing of this length is too much work, unless it is tangled."""

_SHORT = 200
"""Pairs in a paragraph of this length are no work worth counting."""

_STEPS = 1_000
"""How exactly the end of what would do is found."""

_PARTS = re.compile(rb"\n[ \t]*\n|\n(?=[-*+] +\S)")
"""What surely ends a paragraph: a blank line, or an item of an outermost list."""


def too_tangled(markdown: str) -> int | None:
    """Find where a paragraph begins that has more than `MOST_SIGNS` or addresses."""
    text = markdown.encode()
    if _count(text, _PAIRED) <= MOST_ADDRESSES:
        return None
    if not any(map(_is_tangled, _PARTS.split(text))):
        return None
    start = next(start for start, part in _parts(text) if _is_tangled(part))
    return text.count(b"\n", 0, start) + 1


def _is_tangled(part: bytes) -> bool:
    if len(part) <= MOST_ADDRESSES:
        return False
    return part.count(b"@") > MOST_ADDRESSES or _count(part, _PAIRED) > MOST_SIGNS


def too_much_work(markdown: str) -> int | None:
    """Find the line down to which, or nearly, a text is as much work as it may be."""
    if len(markdown) <= _SMALL:
        return None
    text = markdown.encode()
    if _work(text) <= MOST_WORK:
        return None
    ends = range(0, len(text), len(text) // _STEPS)
    end = ends[bisect_left(ends, MOST_WORK, key=lambda end: int(_work(text[:end]))) - 1]
    return text.count(b"\n", 0, end) + 1


def _work(text: bytes) -> float:
    """Tell how many microseconds a text may take."""
    work = len(text) * _COST_OF_A_LETTER
    work += sum(_count(text, signs) * cost for signs, cost in _COSTS.items())
    work += sum(text.count(word) * cost for word, cost in _COSTS_OF_WORDS.items())
    long = [part for part in _PARTS.split(text) if len(part) > _SHORT]
    return work + sum(_count(part, _PAIRED) ** 2 for part in long) * _SQUARE


def _count(text: bytes, signs: bytes) -> int:
    return len(text) - len(text.translate(None, signs))


def _parts(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Cut a text where paragraphs surely end; each with where it starts."""
    start = 0
    for cut in _PARTS.finditer(text):
        yield start, text[start : cut.start()]
        start = cut.end()
    yield start, text[start:]
