"""Did you mean ...? The nearest of the words a writer may use."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable


def did_you_mean(
    word: str, choices: Iterable[str], as_written: Callable[[str], str] = str
) -> str | None:
    """Suggest the choice that is nearest to `word`, if one is near."""
    by_fold = {choice.casefold(): choice for choice in sorted(choices)}
    near = difflib.get_close_matches(word.casefold().replace(" ", "-"), by_fold, n=1)
    near = near or difflib.get_close_matches(word.casefold(), by_fold, n=1)
    return f"did you mean `{as_written(by_fold[near[0]])}`?" if near else None
