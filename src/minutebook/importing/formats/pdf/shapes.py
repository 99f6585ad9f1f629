"""Shapes that are drawn: rules, dots and coloured areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pdfminer.utils import PathSegment, Point

from minutebook.importing.formats.pdf.marks import Box

_MOST_FILLS = 200
"""So many of the largest coloured areas are remembered."""

_SMALLEST_DOT, _LARGEST_DOT, _UNEVEN = 1.4, 7.0, 0.25
THICKEST_RULE = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """An area in one colour, or a picture."""

    box: Box
    shade: float | None
    """From 0, black, to 1, white; none if that is not known."""

    opaque: bool
    order: int


WHITE = 0.98
_BLACK = 0.15


def covers(fill: Fill) -> bool:
    """Whether nothing can be read under it: black or white, and not sheer."""
    dull = fill.shade is not None and not _BLACK < fill.shade <= WHITE
    return fill.opaque and dull


def largest(fills: list[Fill]) -> list[Fill]:
    """Keep the largest areas only, if there are many."""
    if len(fills) <= 2 * _MOST_FILLS:
        return fills
    return sorted(fills, key=lambda fill: -_area(fill.box))[:_MOST_FILLS]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def shapes_of(path: Sequence[PathSegment]) -> list[list[Point]]:
    """Cut a path into its shapes; of bends only the ends are kept."""
    found: list[list[Point]] = []
    for step in path:
        if step[0] == "m" or not found:
            found.append([])
        if step[0] == "h":
            found[-1].extend(found[-1][:1])
        elif len(step) > 2:  # noqa: PLR2004 - a sign and a point
            found[-1].append((float(step[-2]), float(step[-1])))
    return found


def is_dot(box: Box) -> bool:
    """Whether a shape may be a bullet."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        min(width, height) >= _SMALLEST_DOT
        and max(width, height) <= _LARGEST_DOT
        and abs(width - height) <= _UNEVEN * max(width, height)
    )


def is_straight(points: list[Point]) -> bool:
    """Whether a shape is one level or upright line, or a rectangle of such."""
    if not 2 <= len(points) <= 6:  # noqa: PLR2004 - a line, or a rectangle closed twice
        return False
    return all(
        abs(x0 - x1) < THICKEST_RULE / 2 or abs(y0 - y1) < THICKEST_RULE / 2
        for (x0, y0), (x1, y1) in pairwise(points)
    )
