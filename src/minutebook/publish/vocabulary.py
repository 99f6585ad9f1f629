"""The words of a book, by which mistakes in a question are mended."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile("['\u2019]")
_OTHER = "0"
"""Where words stand that begin with none of a to z."""

LETTERS = "abcdefghijklmnopqrstuvwxyz" + _OTHER


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
            for word in _WORD.findall(plain(html.unescape(piece))):
                words[word] = max(words[word], pages)
        return words


def by_letter(words: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Give words by their first letter; each line is a word, a space and a number."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word, pages in sorted(words.items()):
        first = word[0] if word[0] in LETTERS else _OTHER
        lines[first].append(f"{word} {pages}\n")
    for letter in LETTERS:
        yield letter, "".join(lines[letter])


def plain(text: str) -> str:
    """Give a text in small letters, without accents and apostrophes."""
    apart = unicodedata.normalize("NFD", text.lower())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _APOSTROPHES.sub("", bare)
