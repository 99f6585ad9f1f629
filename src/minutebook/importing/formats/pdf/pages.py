"""A PDF opened and read page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from minutebook.importing.formats.pdf.attached import Attached, attached_to
from minutebook.importing.formats.pdf.interpreter import Interpreter
from minutebook.importing.formats.pdf.marks import Box, Glyph, Page
from minutebook.importing.formats.pdf.paint import Painter, Stroke

MOST_PAGES = 500
_MOST_DOTS = 1_000


class TooManyPagesError(Exception):
    """A document of more pages than are read."""


class PageError(Exception):
    """A page that cannot be read."""


def open_pdf(data: bytes) -> PDFDocument:
    """Open a document. Raises what pdfminer raises."""
    return PDFDocument(PDFParser(BytesIO(data)), password="")


def pages_of(document: PDFDocument) -> Iterator[Page]:
    """Read one page after the other; a page that was read is not kept here.

    Raises `TooManyPagesError`, and what pdfminer raises.
    """
    resources = PDFResourceManager()
    for number, found in enumerate(PDFPage.create_pages(document), start=1):
        if number > MOST_PAGES:
            raise TooManyPagesError
        yield read_page(found, number, resources)
        for content in found.contents:
            _forget(content, document)


def _forget(content: object, document: PDFDocument) -> None:
    """Let go of the painting of a page, which is not needed again."""
    number = getattr(content, "objid", None)
    if isinstance(number, int):
        document._cached_objs.pop(number, None)  # noqa: SLF001 - there is no other way


def read_page(found: PDFPage, number: int, resources: PDFResourceManager) -> Page:
    """Follow the painting of one page."""
    painter = Painter(resources)
    Interpreter(resources, painter).process_page(found)
    attached = attached_to(found)
    return _Turned(painter).page(number, attached)


class _Turned:
    """Places on a page, turned so that most of its lines are level."""

    def __init__(self, painter: Painter) -> None:
        self.painter = painter
        self.across, self.up = painter.size
        counts = [0, 0, 0, 0]
        for stroke in painter.strokes:
            if stroke.turn >= 0 and stroke.text.strip():
                counts[stroke.turn] += 1
        self.turn = counts.index(max(counts))

    def page(self, number: int, attached: Attached) -> Page:
        """Give the page."""
        strokes = [s for s in self.painter.strokes if s.text]
        told = [(s, self.painter.is_seen(s)) for s in strokes]
        recognised = self._is_recognised(strokes)
        width, height = self.across, self.up
        page = Page(
            number=number,
            width=width if self.turn in {0, 2} else height,
            height=height if self.turn in {0, 2} else width,
            rules=[self._box(box) for box in self.painter.rules],
            dots=[self._box(box) for box in self.painter.dots[:_MOST_DOTS]],
            links=[replace(link, box=self._box(link.box)) for link in attached.links],
            comments=attached.comments,
            embedded=attached.embedded,
            pictured=self.painter.drawn,
            recognised=recognised,
        )
        for stroke, seen in told:
            glyph = self._glyph(stroke)
            if not seen or (stroke.unseen and not recognised):
                page.hidden.append(glyph)
            elif stroke.turn != self.turn:
                page.turned.append(glyph)
            else:
                page.glyphs.append(glyph)
        return page

    def _is_recognised(self, strokes: list[Stroke]) -> bool:
        """Whether unseen signs are what was recognised in a picture of the page."""
        words = [stroke for stroke in strokes if stroke.text.strip()]
        return (
            bool(words)
            and bool(self.painter.pictures)
            and all(stroke.unseen for stroke in words)
        )

    def _glyph(self, stroke: Stroke) -> Glyph:
        x, y = self._place(stroke.x, stroke.y)
        return Glyph(
            text=stroke.text,
            x0=x,
            x1=x + stroke.length,
            y=y,
            size=stroke.size,
            bold=stroke.look.bold,
            italic=stroke.look.italic,
            symbol=stroke.look.symbol,
            furniture=stroke.furniture,
        )

    def _place(self, x: float, y: float) -> tuple[float, float]:
        match self.turn:
            case 1:
                return y, x
            case 2:
                return self.across - x, y
            case 3:
                return self.up - y, self.across - x
            case _:
                return x, self.up - y

    def _box(self, box: Box) -> Box:
        (xa, ya), (xb, yb) = self._place(box[0], box[1]), self._place(box[2], box[3])
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
