"""The words of a book, by which mistakes in a question are mended."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile("['\u2019]")
_RUN = 500
"""Words that are fetched together."""


@dataclass(slots=True)
class Vocabulary:
    """Counts on how many pages each word stands."""

    _pieces: Counter[str] = field(default_factory=Counter)
    """What stands between spaces, as it is: most of it comes again and again."""

    def add(self, page: str) -> None:
        """Count the words of a page in HTML."""
        self._pieces.update(set(_TAG.sub(" ", page).split()))

    def words(self) -> Counter[str]:
        """Give all words in their plain form, with the number of pages that have them."""
        words: Counter[str] = Counter()
        for piece, pages in self._pieces.items():
            for word in _words_in(piece):
                words[word] = max(words[word], pages)
        return words


@lru_cache(1 << 17)
def _words_in(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(html.unescape(piece))))


def by_run(words: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Give words in runs, each with its first; a line is a word, a space and a number."""
    known = sorted(words.items())
    for at in range(0, len(known), _RUN):
        run = known[at : at + _RUN]
        yield run[0][0], "".join(f"{word} {pages}\n" for word, pages in run)


def plain(text: str) -> str:
    """Give a text in small letters, without accents and apostrophes."""
    if text.isascii():
        return _APOSTROPHES.sub("", text.lower())
    apart = unicodedata.normalize("NFD", text.lower())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _APOSTROPHES.sub("", bare)
