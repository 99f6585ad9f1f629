"""Near themes: the ones that share most records with a theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Action, Concern, Decision, Theme
from minutebook.views.cards import Ref, ref_to

_SHOWN = 5
_TOO_MANY = 12
"""A record of more themes than this says nothing of which are near to each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearTheme:
    """A theme, and how many records it has in common with another."""

    ref: Ref
    concerns: int
    actions: int
    decisions: int


def near_themes(book: Book, theme: Theme) -> tuple[NearTheme, ...]:
    """Find the themes that share most with `theme`: the nearest first, at most five."""
    concerns = _others(book, theme, book.concerns_of_theme(theme))
    actions = _others(book, theme, book.actions_of_theme(theme))
    decisions = _others(book, theme, book.decisions_of_theme(theme))
    common = concerns + actions + decisions
    found = [(other, n) for key, n in common.items() if (other := book.themes.get(key))]
    found.sort(key=lambda near: (-near[1], near[0].title.casefold(), near[0].id))
    return tuple(
        NearTheme(
            ref=ref_to(book, other),
            concerns=concerns[other.id],
            actions=actions[other.id],
            decisions=decisions[other.id],
        )
        for other, _ in found[:_SHOWN]
    )


def _others(
    book: Book, theme: Theme, records: Iterable[Concern | Action | Decision]
) -> Counter[str]:
    """Count the other themes of records."""
    return Counter(
        other.id
        for record in records
        if len(record.themes) <= _TOO_MANY
        for other in book.themes.some(record.themes)
        if other.id != theme.id
    )
