"""Signs on a page to words, and words to rows.

A word ends with a space, or with a gap that is wide for its row. A part of a word that
looks different is a word of its own, glued to the one before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TypeVar

from minutebook.importing.formats.pdf.marks import Box, Glyph, Link, inside

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
SOFT_HYPHEN = "\u00ad"
_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SYMBOL_BULLETS = {"·", "§", "Ø", "ü", "v", "q", "n", "l", "u", "\ufffd"}
"""How a font of signs has its bullets when they are taken for letters."""

_BULLETS = {"\uf0b7", "\uf0a7", "\uf076", "\uf0d8", "\uf0fc", "\uf0a8"}
_WORD_GAP = 0.22
_SPACED_OUT = 1.6
_FEWEST_GAPS = 5
_MOST_LINKS = 300
_DOUBLED = 0.12
_MOVED = 0.05
_SAME_ROW, _RAISED = 0.4, 0.7
_SAME_SIZE, _LINE_BELOW = 0.1, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of one look where it stands; or a whole table, which is set like a word."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    symbol: bool = False
    glued: bool = False
    """Whether it stands straight behind the word before."""

    furniture: bool = False
    target: str | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table, which may be as wide or as high as several."""

    row: int
    column: int
    box: Box
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on one page."""

    box: Box
    columns: tuple[float, ...]
    """Where its columns begin, and where the last ends."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Words that stand on one level, from left to right."""

    words: tuple[Word, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)


def words_of(glyphs: Sequence[Glyph], links: Sequence[Link] = ()) -> list[Word]:
    """Put signs together to words, row by row."""
    clean = [glyph for glyph in map(_clean, _single(glyphs)) if glyph.text]
    if links:
        clean = [_linked(glyph, links[:_MOST_LINKS]) for glyph in clean]
    found: list[Word] = []
    for row in _levels(clean):
        found += _words_in(sorted(row, key=lambda glyph: glyph.x0))
    return found


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Gather the words that stand on one level, from the top down."""
    return [_row(level) for level in _levels(list(words))]


def text_of(words: Iterable[Word]) -> str:
    """Write words on one line."""
    text = "".join(word.text if word.glued else f" {word.text}" for word in words)
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _row(words: list[Word]) -> Row:
    ordered = tuple(sorted(words, key=lambda word: word.x0))
    main = max(ordered, key=lambda word: (word.size, len(word.text)))
    sizes: dict[float, int] = {}
    for word in ordered:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return Row(words=ordered, y=main.y, size=max(sizes, key=lambda size: sizes[size]))


_Mark = TypeVar("_Mark", Glyph, Word)


def _levels(marks: Sequence[_Mark]) -> list[list[_Mark]]:
    """Gather what stands on one level, raised and lowered signs as well.

    The large letters of a title may stand beside two lines of the next column: marks of
    one size that are a line apart are never on one level.
    """
    found: list[list[_Mark]] = []
    anchor: _Mark | None = None
    highest: dict[float, _Mark] = {}
    for mark in sorted(marks, key=lambda mark: mark.y):
        if (
            anchor is not None
            and mark.y - anchor.y <= _reach(anchor.size, mark.size)
            and not _is_line_below(mark, highest)
        ):
            found[-1].append(mark)
            if mark.size > anchor.size * 1.2 and mark.y - anchor.y < anchor.size:
                anchor = mark
        else:
            found.append([mark])
            anchor = mark
            highest.clear()
        highest.setdefault(round(mark.size, 1), mark)
    return found


def _is_line_below(mark: _Mark, highest: Mapping[float, _Mark]) -> bool:
    """Whether a mark stands a line below one of its size; `highest` has one of each."""
    return any(
        abs(other.size - mark.size) <= _SAME_SIZE * mark.size
        and mark.y - other.y >= _LINE_BELOW * mark.size
        for other in highest.values()
    )


def _reach(one: float, other: float) -> float:
    return min(_SAME_ROW * max(one, other), _RAISED * min(one, other))


def _words_in(row: Sequence[Glyph]) -> list[Word]:
    """Cut a row into words."""
    widest = _widest_gap(row)
    pieces: list[list[Glyph]] = []
    glued: list[bool] = []
    spaced = True
    for glyph in row:
        if glyph.text.isspace():
            spaced = True
            continue
        last = pieces[-1][-1] if pieces else None
        apart = spaced or last is None or _is_apart(last, glyph, widest)
        if last is None or apart or _look(last) != _look(glyph):
            pieces.append([])
            glued.append(not apart)
        pieces[-1].append(glyph)
        spaced = False
    return [_word(piece, glued=g) for piece, g in zip(pieces, glued, strict=True)]


def _is_apart(last: Glyph, glyph: Glyph, widest: float) -> bool:
    size = min(glyph.size, last.size)
    back = glyph.x0 < last.x0 - size
    return back or glyph.x0 - last.x1 > max(widest, _WORD_GAP * size)


def _widest_gap(row: Sequence[Glyph]) -> float:
    """Tell how wide a gap within words is, if letters are spaced out; else 0."""
    gaps = [
        after.x0 - before.x1
        for before, after in pairwise(row)
        if not before.text.isspace() and not after.text.isspace()
    ]
    return _SPACED_OUT * median(gaps) if len(gaps) >= _FEWEST_GAPS else 0.0


def _look(glyph: Glyph) -> tuple[object, ...]:
    return glyph.bold, glyph.italic, glyph.symbol, glyph.furniture, glyph.target


def _word(glyphs: Sequence[Glyph], *, glued: bool) -> Word:
    first = glyphs[0]
    main = max(glyphs, key=lambda glyph: glyph.size)
    text = unicodedata.normalize("NFC", "".join(glyph.text for glyph in glyphs))
    return Word(
        text="•" if text == "\ufffd" else text,
        x0=first.x0,
        x1=max(glyph.x1 for glyph in glyphs),
        y=main.y,
        size=round(main.size, 1),
        bold=first.bold,
        italic=first.italic,
        symbol=first.symbol,
        glued=glued,
        furniture=first.furniture,
        target=first.target,
    )


def _linked(glyph: Glyph, links: Sequence[Link]) -> Glyph:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - glyph.size * 0.3
    for link in links:
        if inside(link.box, x, y):
            return replace(glyph, target=link.target)
    return glyph


def _clean(glyph: Glyph) -> Glyph:
    """Write a sign as people do."""
    text = glyph.text
    if len(text) == 1 and " " < text < "\x7f" and not glyph.symbol:
        return glyph
    text = "".join(_LIGATURES.get(sign, sign) for sign in text)
    text = _NOTHING.sub("", re.sub(r"\s", " ", text))
    if glyph.symbol and text in _SYMBOL_BULLETS:
        text = "•"
    elif len(text) == 1 and "\ue000" <= text <= "\uf8ff":
        text = "•" if text in _BULLETS or glyph.symbol else "\ufffd"
    return glyph if text == glyph.text else replace(glyph, text=text)


def _single(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Take signs that were painted twice, to look bold, as one."""
    found: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[int]] = {}
    for glyph in glyphs:
        reach = _DOUBLED * glyph.size
        if glyph.text.isspace() or reach <= 0:
            found.append(glyph)
            continue
        column, level = round(glyph.x0 / 2), round(glyph.y / 2)
        near = (
            index
            for x in (column - 1, column, column + 1)
            for y in (level - 1, level, level + 1)
            for index in seen.get((glyph.text, x, y), ())
        )
        twin = next((n for n in near if _is_twin(found[n], glyph, reach)), None)
        if twin is None:
            seen.setdefault((glyph.text, column, level), []).append(len(found))
            found.append(glyph)
        elif abs(found[twin].x0 - glyph.x0) > _MOVED:
            found[twin] = replace(found[twin], bold=True)
    return found


def _is_twin(one: Glyph, other: Glyph, reach: float) -> bool:
    near = abs(one.x0 - other.x0) <= reach and abs(one.y - other.y) <= reach
    return near and abs(one.size - other.size) <= reach
