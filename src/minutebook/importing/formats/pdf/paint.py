"""The painting of one page, followed stroke by stroke.

What is painted is counted, so that no page can keep us busy for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFResourceManager,
    PDFStackT,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSLiteral
from pdfminer.utils import (
    Matrix,
    PathSegment,
    Point,
    apply_matrix_pt,
    apply_matrix_rect,
)

from minutebook.importing.formats.pdf.colours import shade_of
from minutebook.importing.formats.pdf.fonts import FontLook, look_of
from minutebook.importing.formats.pdf.marks import Box, inside
from minutebook.importing.formats.pdf.shapes import (
    THICKEST_RULE,
    WHITE,
    Fill,
    covers,
    is_dot,
    is_straight,
    largest,
    shapes_of,
)

_MOST_GLYPHS = 60_000
_MOST_PATHS = 200_000
_MOST_FORMS = 5_000
_DEEPEST_FORM = 12
_SHORTEST_RULE = 4.0
_SMALLEST = 1.0
"""Text of a smaller size than this is not for people."""

_UNSEEN_MODES = {3, 7}
_STROKED_TOO = 2
_CURVES = 100
"""A page without text but with so many drawn shapes may have its letters drawn."""


class TooMuchError(Exception):
    """A page that paints more than a page of a document does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One sign as it was painted, with what tells whether it is seen."""

    text: str
    x: float
    y: float
    """Where it begins, from the left and the foot of the page."""

    length: float
    size: float
    turn: int
    """How many quarters its line is turned to the left; -1 for other angles."""

    look: FontLook
    unseen: bool
    white: bool
    furniture: bool
    order: int

    @property
    def middle(self) -> Point:
        """A point in the midst of the sign."""
        along, up = self.length / 2, self.size * 0.3
        across = {1: (-up, along), 2: (-along, -up), 3: (up, -along)}
        dx, dy = across.get(self.turn, (along, up))
        return self.x + dx, self.y + dy


class Painter(PDFTextDevice):
    """Takes down what a page paints."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.strokes: list[Stroke] = []
        self.rules: list[Box] = []
        self.dots: list[Box] = []
        self.fills: list[Fill] = []
        self.pictures: list[Fill] = []
        self.box: Box = (0, 0, 0, 0)
        self.size: Point = (0, 0)
        self.opaque = True
        self._paths = self._forms = self._depth = self._order = 0
        self._mode = 0
        self._tags: list[bool] = []

    @property
    def drawn(self) -> bool:
        """Whether there are pictures, or so many shapes that they may be letters."""
        return bool(self.pictures) or self._paths > _CURVES

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Learn how large the page is and which part of it is shown."""
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self.size = (abs(x1 - x0), abs(y1 - y0))
        crop = apply_matrix_rect(ctm, page.cropbox)
        self.box = (
            max(0.0, crop[0]),
            max(0.0, crop[1]),
            min(self.size[0], crop[2]),
            min(self.size[1], crop[3]),
        )

    def begin_figure(self, name: str, bbox: Box, matrix: Matrix) -> None:  # noqa: ARG002 - as called
        """Count what is painted from elsewhere."""
        self._forms += 1
        self._depth += 1
        if self._forms > _MOST_FORMS or self._depth > _DEEPEST_FORM:
            raise TooMuchError

    def end_figure(self, name: str) -> None:  # noqa: ARG002 - as called
        """Come back from it."""
        self._depth -= 1

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        """Notice where the document says that a head or a foot of the page begins."""
        kind = props.get("Type") if isinstance(props, dict) else None
        within = bool(self._tags) and self._tags[-1]
        pagination = isinstance(kind, PSLiteral) and kind.name == "Pagination"
        self._tags.append(within or (tag.name == "Artifact" and pagination))

    def end_tag(self) -> None:
        """Notice where it ends."""
        if self._tags:
            self._tags.pop()

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002 - as called
        """Remember where a picture is."""
        assert self.ctm is not None  # noqa: S101 - set before anything is painted
        box = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        self._order += 1
        self.pictures.append(Fill(box=box, shade=None, opaque=True, order=self._order))
        self.pictures = largest(self.pictures)

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Notice in which way the signs are painted, then paint them."""
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(  # noqa: PLR0913, PLR0917 - as called
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Take down one sign."""
        self._order += 1
        if len(self.strokes) >= _MOST_GLYPHS:
            raise TooMuchError
        advance = font.char_width(cid) * fontsize * scaling
        a, b, c, d, _, _ = matrix
        x, y = apply_matrix_pt(matrix, (0, rise))
        size = abs(hypot(c, d) * fontsize)
        look = look_of(font)
        if self._mode == _STROKED_TOO:
            look = replace(look, bold=True)
        shade = shade_of(graphicstate.ncolor, ncs)
        stroke = Stroke(
            text=_unichr(font, cid),
            x=x,
            y=y,
            length=abs(advance) * hypot(a, b),
            size=size,
            turn=_turn(a * (fontsize or 1), b * (fontsize or 1)),
            look=look,
            unseen=self._mode in _UNSEEN_MODES,
            white=shade is not None and shade > WHITE,
            furniture=bool(self._tags) and self._tags[-1],
            order=self._order,
        )
        self.strokes.append(stroke)
        return advance

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,  # noqa: FBT001 - as called
        fill: bool,  # noqa: FBT001 - as called
        evenodd: bool,  # noqa: ARG002, FBT001 - as called
        path: Sequence[PathSegment],
    ) -> None:
        """Take down rules and coloured areas; other shapes are only counted."""
        self._order += 1
        for points in shapes_of(path):
            self._paths += 1
            if self._paths > _MOST_PATHS:
                raise TooMuchError
            if stroke or fill:
                self._shape(points, graphicstate, stroke=stroke, fill=fill)

    def _shape(
        self,
        points: list[Point],
        state: PDFGraphicState,
        *,
        stroke: bool,
        fill: bool,
    ) -> None:
        assert self.ctm is not None  # noqa: S101 - set before anything is painted
        placed = [apply_matrix_pt(self.ctm, point) for point in points]
        if not placed:
            return
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        box = (min(xs), min(ys), max(xs), max(ys))
        if is_dot(box):
            self.dots.append(box)
        if not is_straight(placed):
            return
        self._rule(box, placed, stroke=stroke)
        thin = min(box[2] - box[0], box[3] - box[1]) <= THICKEST_RULE
        if fill and not thin:
            shade = shade_of(state.ncolor, state.ncs)
            self.fills.append(
                Fill(box=box, shade=shade, opaque=self.opaque, order=self._order)
            )
            self.fills = largest(self.fills)

    def _rule(self, box: Box, placed: list[Point], *, stroke: bool) -> None:
        width, height = box[2] - box[0], box[3] - box[1]
        if max(width, height) < _SHORTEST_RULE:
            return
        if min(width, height) <= THICKEST_RULE:
            self.rules.append(box)
        elif stroke:
            for (x0, y0), (x1, y1) in pairwise(placed):
                self.rules.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def is_seen(self, stroke: Stroke) -> bool:
        """Whether a reader of the page would see a sign."""
        x, y = stroke.middle
        if stroke.size < _SMALLEST or not inside(self.box, x, y):
            return False
        if stroke.white and not self._is_on_colour(stroke, x, y):
            return False
        return not any(
            fill.order > stroke.order and covers(fill) and inside(fill.box, x, y)
            for fill in self.fills
        )

    def _is_on_colour(self, stroke: Stroke, x: float, y: float) -> bool:
        below = [
            fill
            for fill in (*self.fills, *self.pictures)
            if fill.order < stroke.order and inside(fill.box, x, y)
        ]
        top = max(below, key=lambda fill: fill.order, default=None)
        return top is not None and (top.shade is None or top.shade <= WHITE)


def _unichr(font: PDFFont, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return "\ufffd"
    return str(text)


def _turn(a: float, b: float) -> int:
    if abs(b) <= abs(a) * 0.05:
        return 0 if a >= 0 else 2
    if abs(a) <= abs(b) * 0.05:
        return 1 if b > 0 else 3
    return -1
