"""A long listing on several pages, so that each of them is light.

A page offers only what its own rows answer to, and tells at which place of all choices
each stands: whoever puts the pages together again has every choice, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from minutebook.views.listing import Filter, ListingView, Part, Row

C = TypeVar("C")

WHOLE = 500
"""Rows that fit on one page, if they hold little but names and days."""

PART = 250
"""Rows of a page, where there are more. Long names must find room on it as well."""


def parts_of(rows: int, whole: int) -> int:
    """Tell on how many pages so many rows stand, of which `whole` fit on one."""
    return 1 if rows <= whole else -(-rows // PART)


def part_of(view: ListingView[C], number: int, whole: int) -> ListingView[C]:
    """Cut out what stands on one page, counted from 1. A short listing stays whole."""
    last = parts_of(len(view.rows), whole)
    if last == 1:
        return view
    start = (number - 1) * PART
    rows = view.rows[start : start + PART]
    return replace(
        view,
        rows=rows,
        filters=tuple(_offered(view.filters, rows, everything=number == 1)),
        part=Part(number=number, last=last, start=start),
    )


def _offered(
    filters: tuple[Filter, ...], rows: tuple[Row[C], ...], *, everything: bool
) -> Iterator[Filter]:
    """Keep the choices that rows answer to, and on the first page the words."""
    for each in filters:
        slugs = {
            slug
            for row in rows
            for name, found in row.slugs
            if name == each.name
            for slug in found.split()
        }
        kept = [
            (choice, place)
            for place, choice in enumerate(each.choices)
            if choice.slug in slugs or (everything and not choice.name)
        ]
        yield Filter(
            name=each.name,
            choices=tuple(choice for choice, _ in kept),
            places=tuple(place for _, place in kept),
        )
