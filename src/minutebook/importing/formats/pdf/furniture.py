"""Running heads, running feet and page numbers.

They are at the edge of a page, and the same words stand at the same height of a page
nearby; numbers in them may count the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutebook.importing.document import Reason
from minutebook.importing.formats.pdf.words import Row, text_of

_EDGE_ROWS = 4
_EDGE = 0.2
_OUTER = 0.13
_LEVEL = 3.0
_GAP = 1.8
_NUMBER = re.compile(
    r"(?:(?:page|p\.|tudalen)\s*\d{1,4}(?:\s*(?:of|/|o)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\d{1,4}\s*(?:of|/)\s*\d{1,4}|\d{1,4}\s*\|\s*page)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}|[ivxl]{1,6}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A row near the edge of a page."""

    row: Row
    text: str
    top: bool
    distance: float
    """From the edge of the page that is nearer."""

    outermost: bool
    """Whether it stands at the very edge, with a gap between it and the rest."""


def edges_of(rows: Sequence[Row], height: float) -> list[Edge]:
    """Find the rows near the edges of a page, tables apart."""
    found = []
    for n, row in enumerate(rows):
        from_top, from_foot = row.y, height - row.y
        top = from_top < from_foot
        distance = from_top if top else from_foot
        near = n < _EDGE_ROWS if top else n >= len(rows) - _EDGE_ROWS
        if not near or distance > _EDGE * height or row.words[0].table:
            continue
        found.append(
            Edge(
                row=row,
                text=text_of(row.words),
                top=top,
                distance=distance,
                outermost=distance <= _OUTER * height and _is_outermost(rows, n, top=top),
            )
        )
    return found


def furniture_among(
    edges: Iterable[Edge], page: int, others: Iterable[tuple[int, Sequence[Edge]]]
) -> list[tuple[Row, Reason]]:
    """Tell which rows at the edges of a page are repeated on others, or count pages."""
    nearby = [(number, edge) for number, found in others for edge in found]
    all_of = list(edges)
    found = []
    for inwards in (
        [edge for edge in all_of if edge.top],
        [edge for edge in reversed(all_of) if not edge.top],
    ):
        for edge in inwards:
            certain = edge.outermost and (
                _NUMBER.fullmatch(edge.text) or edge.text == str(page)
            )
            if not (certain or any(_is_same(edge, page, e, n) for n, e in nearby)):
                break  # what is farther from the edge is text
            found.append((edge.row, reason_of(edge.text)))
    return found


def reason_of(text: str) -> Reason:
    """Tell a page number from a running head."""
    alone = _NUMBER.fullmatch(text) or _BARE.fullmatch(text)
    return Reason.PAGE_NUMBER if alone else Reason.RUNNING_HEAD


def marked_as_furniture(row: Row) -> Row | None:
    """Give the words of a row of which the document says that they are furniture."""
    words = tuple(word for word in row.words if word.furniture)
    return Row(words=words, y=row.y, size=row.size) if words else None


def _is_outermost(rows: Sequence[Row], n: int, *, top: bool) -> bool:
    if top:
        return n == 0 and (len(rows) == 1 or rows[1].y - rows[0].y > _GAP * rows[0].size)
    return n == len(rows) - 1 and (
        len(rows) == 1 or rows[n].y - rows[n - 1].y > _GAP * rows[n].size
    )


def _is_same(edge: Edge, page: int, other: Edge, number: int) -> bool:
    if edge.top != other.top or abs(edge.distance - other.distance) > _LEVEL:
        return False
    if re.sub(r"\d+", "#", edge.text) != re.sub(r"\d+", "#", other.text):
        roman = _BARE.fullmatch(edge.text) and _BARE.fullmatch(other.text)
        return bool(roman) and edge.outermost and other.outermost
    mine, theirs = (re.findall(r"\d+", e.text) for e in (edge, other))
    return all(
        a == b or int(a[-9:]) - int(b[-9:]) == page - number
        for a, b in zip(mine, theirs, strict=True)
    )
