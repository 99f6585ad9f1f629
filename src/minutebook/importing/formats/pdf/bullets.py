"""Bullets that are drawn: small shapes straight before the first word of a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutebook.importing.formats.pdf.marks import Box
from minutebook.importing.formats.pdf.words import Row, Word, rows_of

_FARTHEST = 2.5
_LARGEST = 0.6
_HIGHEST = 0.85
"""In letters' heights: how far from the word, how large, how high above its line."""


def bullets_among(dots: Iterable[Box], words: Sequence[Word]) -> list[Word]:
    """Give the bullets among small shapes as words."""
    rows = rows_of(words)
    found = []
    for dot in dots:
        word = next(filter(None, (_word_behind(dot, row) for row in rows)), None)
        if word is not None:
            found.append(
                Word(
                    text="•",
                    x0=dot[0],
                    x1=dot[2],
                    y=word.y,
                    size=word.size,
                    symbol=True,
                )
            )
    return found


def _word_behind(dot: Box, row: Row) -> Word | None:
    middle = (dot[1] + dot[3]) / 2
    if not row.y - _HIGHEST * row.size <= middle <= row.y:
        return None
    if dot[2] - dot[0] > _LARGEST * row.size:
        return None
    before = [word for word in row.words if word.x0 < dot[0]]
    behind = [word for word in row.words if word.x0 >= dot[2] - 1]
    near = bool(behind) and behind[0].x0 - dot[2] <= _FARTHEST * row.size
    alone = not before or dot[0] - before[-1].x1 >= row.size
    return behind[0] if near and alone else None
