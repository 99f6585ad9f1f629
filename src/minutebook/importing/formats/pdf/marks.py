"""What is painted on a page: signs with their places, rules, fills and pictures.

Positions are in points, from the left and the top of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One sign where it was painted."""

    text: str
    x0: float
    x1: float
    y: float
    """The line it stands on, as handwriting does."""

    size: float
    bold: bool = False
    italic: bool = False
    symbol: bool = False
    """Whether its font is one of signs, not of letters."""

    target: str | None = None
    """Where it leads, if it is part of a link."""

    furniture: bool = False
    """Whether the document says that it belongs to the head or the foot of pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A part of a page that leads somewhere."""

    box: Box
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that one page shows, and what it hides."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    hidden: list[Glyph] = field(default_factory=list)
    turned: list[Glyph] = field(default_factory=list)
    """Signs of lines that do not run as most of the page does."""

    rules: list[Box] = field(default_factory=list)
    """Thin lines, upright or level."""

    dots: list[Box] = field(default_factory=list)
    """Small round or square shapes, which may be bullets."""

    links: list[Link] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)
    pictured: bool = False
    """Whether it has pictures, or drawings that may be letters."""

    recognised: bool = False
    """Whether its words are those that a program recognised in a picture of the page."""


def inside(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
