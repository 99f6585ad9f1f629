"""Long lists cut to what a page can bear: some at once, some folded, the rest counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_AT_ONCE, _AT_MOST = 10, 50


@dataclass(frozen=True, slots=True)
class Excerpt(Generic[T]):
    """The beginning of a list, of which there may be more than a page shows."""

    first: tuple[T, ...]
    """What is seen at once."""

    more: tuple[T, ...]
    """What is folded below."""

    total: int

    @property
    def left(self) -> int:
        """How many are not on the page."""
        return self.total - len(self.first) - len(self.more)


def excerpt(
    items: Sequence[T], *, at_once: int = _AT_ONCE, at_most: int = _AT_MOST
) -> Excerpt[T]:
    """Cut a list: the first `at_once` are seen, up to `at_most` are on the page.

    One alone is never folded: the line that hides it would be as long.
    """
    seen = len(items) if len(items) == at_once + 1 else at_once
    return Excerpt(tuple(items[:seen]), tuple(items[seen:at_most]), len(items))
