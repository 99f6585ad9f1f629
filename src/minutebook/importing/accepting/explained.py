"""Acronyms that a text explains itself: `Ministry of Justice (MoJ)`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from minutebook.records import Term

_EXPLAINED = re.compile(
    r"(?P<words>(?:[\w’'&-]+\s+){1,9})\((?P<short>[A-Z][A-Za-z0-9]{1,7}?)s?\)"
)
_SMALL = frozenset("a an and at by for from in of on or the to with".split())


def terms_in(text: str, known: Collection[str]) -> Iterator[Term]:
    """Find the acronyms whose letters are those of the words before them."""
    seen = set(known)
    for found in _EXPLAINED.finditer(text):
        short = found["short"]
        meaning = _meaning(found["words"].split(), short)
        if meaning and short not in seen:
            seen.add(short)
            yield Term(id=short, meaning=meaning)


def _meaning(words: list[str], short: str) -> str | None:
    """Take as many words as the acronym has letters; small words need not count."""
    letters = [letter.casefold() for letter in short if letter.isalnum()]
    for start in range(len(words) - 1, -1, -1):
        taken = words[start:]
        if taken[0].casefold() in _SMALL:
            continue
        parts = _split(taken)
        every = [letter for word in parts for letter in _letters(word)]
        large = [
            letter
            for word in parts
            if word.casefold() not in _SMALL
            for letter in _letters(word)
        ]
        if letters in (every, large):
            return " ".join(taken)
    return None


def _letters(word: str) -> str:
    """Give the letters a word lends to an acronym: its first; of `HM`, both."""
    return word.casefold() if word.isupper() and word.isalpha() else word[0].casefold()


def _split(words: list[str]) -> list[str]:
    return [part for word in words for part in word.split("-") if part]
