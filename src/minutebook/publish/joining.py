"""The indexes of all sheaves put together into one, in pieces of which few are loaded."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path

from minutebook.publish.cbor import ARRAY, head, text
from minutebook.publish.postings import SIGNED, Postings, joined
from minutebook.publish.sheaves import Sheaf

_ENOUGH = 24_000
"""Bytes of a piece of the index before it is packed: about 10,000 are left of them."""

_PACKED = 6
"""How hard to pack: harder takes twice the time and saves one byte in a hundred."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBER_LENGTH = 4

_LEVELS = "".join(map(chr, range(35, 127))).replace("\\", "")
_RATIO = 1.15
"""From one level of length to the next: ranks come out the same, in half the room."""

_Found = tuple[str, str, int, Postings]
"""A word, its form, the sheaf in which it stands, and where."""


def write_fragments(sheaf: Sheaf, first: int, folder: Path) -> None:
    """Write what is shown of the pages of a sheaf, the first of which has a number."""
    for number, fragment in enumerate(sheaf.fragments, start=first):
        (folder / f"{written(number)}.pf_fragment").write_bytes(fragment)


def write_words(sheaves: Sequence[Sheaf], folder: Path) -> list[str]:
    """Write the words of all sheaves; give the first word of each piece."""
    bases = [0, *accumulate(len(sheaf.pages) for sheaf in sheaves)]
    firsts = []
    for number, (first, words) in enumerate(_pieces(_words(sheaves, bases))):
        piece = b"".join((SIGNED, b"\x81", head(ARRAY, len(words)), *words))
        packed = gzip.compress(piece, _PACKED, mtime=0)
        (folder / f"{number}.pf_index").write_bytes(packed)
        firsts.append(first)
    return firsts


def _words(sheaves: Sequence[Sheaf], bases: Sequence[int]) -> Iterator[tuple[str, bytes]]:
    """Give all words in order, each with its pages in all sheaves, as Pagefind would."""
    found = merge(*(_found(sheaf, place) for place, sheaf in enumerate(sheaves)))
    for word, group in groupby(found, itemgetter(0)):
        plain, forms = b"\x80", []
        for form, parts in groupby(group, itemgetter(1)):
            pages = joined((bases[place], part) for _, _, place, part in parts)
            if form:
                forms.append(b"\x82" + text(form) + pages)
            else:
                plain = pages
        others = head(ARRAY, len(forms))
        yield word, b"".join((b"\x83", text(word), plain, others, *forms))


def _found(sheaf: Sheaf, place: int) -> Iterator[_Found]:
    for part in sheaf.words():
        yield part.word, part.form, place, part


def _pieces(words: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, list[bytes]]]:
    """Part words into pieces, each with its first word."""
    first, piece, size = "", list[bytes](), 0
    for word, packed in words:
        if piece and size + len(packed) > _ENOUGH:
            yield first, piece
            piece, size = [], 0
        first = first if piece else word
        piece.append(packed)
        size += len(packed)
    if piece:
        yield first, piece


def lengths(counts: Iterable[int]) -> str:
    """Write how many words pages have, roughly: one sign for each page."""
    return "".join(
        _LEVELS[min(len(_LEVELS) - 1, round(math.log(max(1, count), _RATIO)))]
        for count in counts
    )


def written(number: int) -> str:
    """Write the number of a page as its fragment is called."""
    digits = ""
    for _ in range(_NUMBER_LENGTH):
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits
