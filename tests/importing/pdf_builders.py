"""PDFs for tests: pages painted line by line, flowing documents, and files by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

A4_BOX = "/MediaBox [0 0 595 842]"
LEFT, RIGHT = 72.0, A4[0] - 72.0


class Printer:
    """Paints pages line by line, from the top down."""

    def __init__(self, encrypt: StandardEncryption | None = None) -> None:
        self._kept = BytesIO()
        self.canvas = Canvas(self._kept, pagesize=A4, encrypt=encrypt, invariant=True)
        self.y = 90.0

    def line(
        self,
        text: str,
        *,
        x: float = LEFT,
        size: float = 11,
        bold: bool = False,
        gap: float = 0,
    ) -> Printer:
        """Paint a line straight below the last, or with a gap."""
        self.y += gap
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, A4[1] - self.y, text)
        self.y += size * 1.25
        return self

    def lines(self, *texts: str, x: float = LEFT) -> Printer:
        """Paint lines with no gap between them."""
        for text in texts:
            self.line(text, x=x)
        return self

    def at(self, x: float, y: float, text: str, *, font: str = "Helvetica") -> Printer:
        """Paint text at a place, counted from the top."""
        self.canvas.setFont(font, 11)
        self.canvas.drawString(x, A4[1] - y, text)
        return self

    def rule(self, y: float) -> Printer:
        """Draw a line across the page, counted from the top."""
        self.canvas.line(LEFT, A4[1] - y, RIGHT, A4[1] - y)
        return self

    def paint(self, stroke: Callable[[Canvas], object]) -> Printer:
        """Paint something else."""
        self.canvas.saveState()
        stroke(self.canvas)
        self.canvas.restoreState()
        return self

    def picture(self) -> Printer:
        """Cover the page with a picture."""
        return self.paint(
            lambda canvas: canvas.drawImage(ImageReader(_grey()), 0, 0, *A4)
        )

    def turn(self) -> Printer:
        """Begin a new page."""
        self.canvas.showPage()
        self.y = 90.0
        return self

    def done(self) -> bytes:
        """Give the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._kept.getvalue()


def _grey() -> BytesIO:
    """Give a small picture."""
    head = b"P5 4 4 255\n"
    return BytesIO(head + bytes([128] * 16))


def wrapped(
    text: str, width: float, size: float = 11, font: str = "Helvetica"
) -> list[str]:
    """Wrap a text as a program does."""
    style = ParagraphStyle("plain", fontName=font, fontSize=size)
    broken = Paragraph(escape(text), style).breakLines(width)
    return [" ".join(line[1]) for line in broken.lines]


Part = tuple[str, str | list[list[str]]]
"""`h` a heading, `p` a paragraph, `-` an item, `1` a numbered one, `t` a table."""


def flowing(
    parts: Sequence[Part],
    *,
    columns: int = 1,
    size: float = 10,
    justified: bool = False,
    foot: str = "",
) -> bytes:
    """Set a document in columns, over as many pages as it needs."""
    kept = BytesIO()
    width = (RIGHT - LEFT - 20 * (columns - 1)) / columns
    frames = [
        Frame(LEFT + n * (width + 20), 72, width, A4[1] - 144, 0, 0, 0, 0)
        for n in range(columns)
    ]

    def painted(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(A4[0] / 2, 30, f"{foot} {document.page}".strip())

    document = BaseDocTemplate(kept, pagesize=A4, invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=painted)])
    document.build(_flowables(parts, size, width, justified=justified))
    return kept.getvalue()


def _flowables(
    parts: Sequence[Part], size: float, width: float, *, justified: bool
) -> list[Flowable]:
    body = ParagraphStyle(
        "body",
        fontName="Times-Roman",
        fontSize=size,
        leading=size * 1.2,
        spaceAfter=size * 0.6,
        alignment=4 if justified else 0,
    )
    head = ParagraphStyle(
        "head",
        parent=body,
        fontName="Times-Bold",
        fontSize=size * 1.3,
        leading=size * 1.6,
    )
    item = ParagraphStyle("item", parent=body, leftIndent=16, bulletIndent=4)
    found: list[Flowable] = []
    number = 0
    for kind, said in parts:
        number = number + 1 if kind == "1" else 0
        if isinstance(said, list):
            found.append(_table(said, body, width))
        elif kind in {"-", "1"}:
            mark = f"{number}." if number else "\u2022"
            found.append(Paragraph(escape(said), item, bulletText=mark))
        else:
            found.append(Paragraph(escape(said), head if kind == "h" else body))
    return found


def _table(rows: list[list[str]], style: ParagraphStyle, width: float) -> Table:
    cells = [[Paragraph(escape(cell), style) for cell in row] for row in rows]
    table = Table(cells, colWidths=[width / len(rows[0])] * len(rows[0]), repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black)]))
    return table


def by_hand(
    *objects: str, catalog: str = "", page: str = "", text: str = "Hello"
) -> bytes:
    """Write a PDF of one page, with objects from number 6 on."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET"
    font = "/Resources << /Font << /F1 5 0 R >> >>"
    own = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {A4_BOX} /Contents 4 0 R {font} {page} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written = b"%PDF-1.7\n"
    places = []
    for number, told in enumerate((*own, *objects), start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{told}\nendobj\n".encode("latin-1")
    start = len(written)
    written += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        written += f"{place:010} 00000 n \n".encode()
    ends = f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return written + ends.encode()
