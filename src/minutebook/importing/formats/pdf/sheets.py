"""Pages to sheets: what of a page is text, what is a table and what is left out.

A page is set when those after it are known, for running heads are told by their like on
other pages; so no more than a few pages are held at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutebook.importing.document import Reason
from minutebook.importing.formats.pdf.aligned import with_tables
from minutebook.importing.formats.pdf.bullets import bullets_among
from minutebook.importing.formats.pdf.columns import Placed, in_reading_order
from minutebook.importing.formats.pdf.furniture import (
    Edge,
    edges_of,
    furniture_among,
    marked_as_furniture,
    reason_of,
)
from minutebook.importing.formats.pdf.marks import Page
from minutebook.importing.formats.pdf.tables import tables_in
from minutebook.importing.formats.pdf.words import Row, Word, rows_of, text_of, words_of

_AROUND = 2
"""Running heads are looked for on so many pages before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A text that is left out of the blocks."""

    reason: Reason
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page, ready to be read."""

    number: int
    width: float
    above: tuple[Left, ...]
    placed: tuple[Placed, ...]
    below: tuple[Left, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Half:
    """A page in words, before it is known what of it is furniture."""

    page: Page
    words: tuple[Word, ...]
    edges: tuple[Edge, ...]


def sheets_of(pages: Iterable[Page]) -> Iterator[Sheet]:
    """Set one page after the other."""
    near: deque[_Half] = deque()
    waiting: deque[_Half] = deque()
    known: list[float] = []
    for page in pages:
        half = _half(page)
        near.append(half)
        waiting.append(half)
        if len(waiting) > _AROUND:
            yield _sheet(waiting.popleft(), near, known)
        while len(near) > 2 * _AROUND + 1 or (
            waiting and near[0].page.number < waiting[0].page.number - _AROUND
        ):
            near.popleft()
    while waiting:
        yield _sheet(waiting.popleft(), near, known)


def _half(page: Page) -> _Half:
    words = words_of(page.glyphs, page.links)
    words += bullets_among(page.dots, words)
    left, tables = tables_in(words, page.rules)
    left += [
        Word(
            text="",
            x0=table.box[0],
            x1=table.box[2],
            y=table.box[1],
            size=1.0,
            table=table,
        )
        for table in tables
    ]
    edges = edges_of(rows_of(left), page.height)
    return _Half(page=page, words=tuple(left), edges=tuple(edges))


def _sheet(half: _Half, near: Iterable[_Half], known: list[float]) -> Sheet:
    page = half.page
    others = [(o.page.number, o.edges) for o in near if o.page.number != page.number]
    furniture = furniture_among(half.edges, page.number, others)
    taken = {id(word) for row, _ in furniture for word in row.words}
    declared = [word for word in half.words if word.furniture and id(word) not in taken]
    for row in rows_of(declared):
        mine = marked_as_furniture(row)
        if mine is not None:
            furniture.append((mine, reason_of(text_of(mine.words))))
            taken.update(id(word) for word in mine.words)
    words = [word for word in half.words if id(word) not in taken]
    heads = [(row, reason) for row, reason in furniture if row.y < page.height / 2]
    feet = [(row, reason) for row, reason in furniture if row.y >= page.height / 2]
    return Sheet(
        number=page.number,
        width=page.width,
        above=tuple(_left(heads)),
        placed=tuple(with_tables(in_reading_order(words, page.width, known))),
        below=(*_left(feet), *_others(page)),
    )


def _left(rows: list[tuple[Row, Reason]]) -> Iterator[Left]:
    for row, reason in sorted(rows, key=lambda found: found[0].y):
        yield Left(reason=reason, text=text_of(row.words))


def _others(page: Page) -> Iterator[Left]:
    """Tell what else is left out of a page."""
    for row in rows_of(words_of(page.hidden)):
        yield Left(reason=Reason.HIDDEN, text=text_of(row.words))
    turned = " ".join("".join(glyph.text for glyph in page.turned).split())
    if turned:
        yield Left(reason=Reason.HIDDEN, text=turned)
    for comment in page.comments:
        yield Left(reason=Reason.COMMENT, text=comment)
    for name in page.embedded:
        yield Left(reason=Reason.EMBEDDED, text=name)
