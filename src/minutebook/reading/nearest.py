"""Did you mean ...? The nearest of the words a writer may use."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

_MOST_LOOK_UPS = 200
"""A file with more wrong words than this is wrong in some other way."""

_LONGEST_WORD = 200


class Nearest:
    """Finds the nearest of some words. Each look-up takes a while, so they are few."""

    def __init__(self, choices: Iterable[str]) -> None:
        """Take the words to choose from."""
        self._by_fold = {choice.casefold(): choice for choice in sorted(set(choices))}
        self._found: dict[str, str | None] = {}

    def hint(self, word: str, as_written: Callable[[str], str] = str) -> str | None:
        """Suggest the choice that is nearest to `word`, if one is near.

        `as_written` tells how that choice is written where the hint is read.
        """
        if word not in self._found:
            if len(self._found) >= _MOST_LOOK_UPS or len(word) > _LONGEST_WORD:
                return None
            self._found[word] = self._look_up(word.casefold())
        near = self._found[word]
        return f"did you mean `{as_written(near)}`?" if near else None

    def _look_up(self, word: str) -> str | None:
        for spelt in (word.replace(" ", "-"), word):
            near = difflib.get_close_matches(spelt, self._by_fold, n=1)
            if near:
                return self._by_fold[near[0]]
        return None


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Suggest the choice that is nearest to `word`, if one is near."""
    return Nearest(choices).hint(word)
