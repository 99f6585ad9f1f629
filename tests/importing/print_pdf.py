"""Manuscripts as PDF, in one column or more."""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
)
from reportlab.platypus import Paragraph as PdfParagraph

from importing.manuscript import Heading, Item, Paragraph, Piece, Table, Title, Words
from importing.print_webpage import marked_up

_MARGIN, _GUTTER = 64.0, 22.0
_SHY = "\N{SOFT HYPHEN}"
_SYLLABLE = re.compile(r"(?<=[a-z]{2}[aeiou])(?=[bcdfgklmnprstv][aeiouy][a-z]{2})")
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=13)
_SIZES = {0: 17.0, 1: 14.0, 2: 12.0, 3: 11.0}


def print_pdf(
    pieces: tuple[Piece, ...],
    *,
    paper: tuple[float, float],
    columns: int = 1,
    justified: bool = False,
    head: str = "",
    cover: str = "",
) -> bytes:
    """Set a manuscript; justified text has its words hyphenated at the ends of lines."""
    kept = BytesIO()
    wide, high = paper
    width = (wide - 2 * _MARGIN - _GUTTER * (columns - 1)) / columns
    frames = [
        Frame(_MARGIN + n * (width + _GUTTER), 72, width, high - 144, 0, 0, 0, 0)
        for n in range(columns)
    ]

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Times-Roman", 9)
        if head:
            canvas.drawString(_MARGIN, high - 40, head)
            canvas.drawCentredString(wide / 2, 34, f"Page {document.page}")
        else:
            canvas.drawCentredString(wide / 2, 34, str(document.page))

    document = BaseDocTemplate(kept, pagesize=paper, invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=around)])
    flow: list[Flowable] = [_set(cover, _body(justified=False))] if cover else []
    flow += [_flowable(piece, justified=justified) for piece in pieces]
    document.build(flow)
    return kept.getvalue()


def _flowable(piece: Piece, *, justified: bool) -> Flowable:
    match piece:
        case Title(text=text):
            return _set(escape(text), _heading(0))
        case Heading(level=level):
            return _set(escape(piece.full), _heading(level))
        case Paragraph(words=words):
            return _set(_written(words, justified=justified), _body(justified=justified))
        case Item(words=words):
            style = ParagraphStyle(
                "item",
                parent=_body(justified=justified),
                leftIndent=18,
                bulletIndent=5,
                spaceBefore=2,
            )
            return _set(_written(words, justified=justified), style, "•")
        case Table():
            raise AssertionError(piece)


def _set(text: str, style: ParagraphStyle, bullet: str | None = None) -> Flowable:
    return PdfParagraph(text, style, bulletText=bullet)


def _body(*, justified: bool) -> ParagraphStyle:
    return ParagraphStyle(
        "text",
        parent=_BODY,
        alignment=TA_JUSTIFY if justified else TA_LEFT,
        spaceBefore=7,
    )


def _heading(level: int) -> ParagraphStyle:
    size = _SIZES[level]
    return ParagraphStyle(
        "heading",
        fontName="Times-Bold",
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=size,
        keepWithNext=1,
    )


def _written(words: tuple[Words, ...], *, justified: bool) -> str:
    if justified:
        words = tuple(
            Words(_SYLLABLE.sub(_SHY, one.text), one.strong, one.emphasis)
            for one in words
        )
    return marked_up(words, "b", "i")
