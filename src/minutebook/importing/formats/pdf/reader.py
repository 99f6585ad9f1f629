"""PDF to blocks.

pages: signs and rules ─▶ sheets: words, tables, columns ─▶ lines ─▶ paragraphs ─▶ blocks
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError

from minutebook.importing.document import Aside, Document, Reason
from minutebook.importing.formats.pdf.attached import embedded_in, scripts_in
from minutebook.importing.formats.pdf.blocks import Blocks
from minutebook.importing.formats.pdf.columns import Placed
from minutebook.importing.formats.pdf.hyphens import Vocabulary
from minutebook.importing.formats.pdf.lines import Line
from minutebook.importing.formats.pdf.marks import Page
from minutebook.importing.formats.pdf.measures import measure
from minutebook.importing.formats.pdf.pages import (
    MOST_PAGES,
    TooManyPagesError,
    open_pdf,
    pages_of,
)
from minutebook.importing.formats.pdf.paint import TooMuchError
from minutebook.importing.formats.pdf.rows import raw_rows
from minutebook.importing.formats.pdf.sheets import Left, Sheet, sheets_of
from minutebook.importing.formats.pdf.words import Word, text_of
from minutebook.problems import Place, Problem, Severity

_MOST_BYTES = 100_000_000
_MOST_SIGNS = 3_000_000
_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024

logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def read_pdf(name: str, data: bytes) -> Document | Problem:
    """Read a PDF, or say why it cannot be read."""
    if _HEADER not in data[:_HEADER_WITHIN]:
        return _damaged(name, "this is not a PDF, although its name ends like one")
    if len(data) > _MOST_BYTES:
        return _too_large(name)
    try:
        return _read(name, open_pdf(data))
    except PDFEncryptionError:
        return Problem(
            code="import-encrypted",
            place=Place(name),
            summary="this PDF is locked with a password",
            hint="open it with its password, save it without one, and import that",
        )
    except (TooMuchError, TooManyPagesError, MemoryError):
        return _too_large(name)
    except Exception:  # noqa: BLE001 - what pdfminer stumbles over, it raises as it comes
        return _damaged(name, "this PDF is damaged and cannot be read")


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Numbers the printed lines of a document as they come."""

    printed: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    without_text: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    signs: int = 0
    pages: int = 0

    def watched(self, pages: Iterator[Page]) -> Iterator[Page]:
        """Hand pages on, and notice those whose text cannot be read."""
        for page in pages:
            self.pages += 1
            self.signs += len(page.glyphs)
            if self.signs > _MOST_SIGNS:
                raise TooMuchError
            if not (page.glyphs or page.turned or page.hidden) and page.pictured:
                self.without_text.append(page.number)
            if page.recognised:
                self.recognised.append(page.number)
            yield page

    def add(self, sheet: Sheet) -> None:
        """Take down the lines of one page."""
        for left in sheet.above:
            self.leave_out(left, sheet.number)
        for placed in sheet.placed:
            self._print(placed, sheet)
        for left in sheet.below:
            self.leave_out(left, sheet.number)

    def leave_out(self, left: Left, page: int | None) -> None:
        """Take down what is left out of the blocks."""
        self.printed.append(left.text)
        line = len(self.printed)
        self.asides.append(
            Aside(reason=left.reason, text=left.text, line=line, page=page)
        )

    def _print(self, placed: Placed, sheet: Sheet) -> None:
        row = placed.row
        tables = [word for word in row.words if word.table]
        words = tuple(word for word in row.words if not word.table)
        for word in tables:
            if word.table is not None and raw_rows(word.table):
                line = self._line(placed, sheet, (word,))
                self.printed += raw_rows(word.table)
                self.lines.append(line)
        text = text_of(words)
        if text:
            self.lines.append(self._line(placed, sheet, words))
            self.printed.append(text)

    def _line(self, placed: Placed, sheet: Sheet, words: tuple[Word, ...]) -> Line:
        return Line(
            words=words,
            number=len(self.printed) + 1,
            page=sheet.number,
            y=placed.row.y,
            size=placed.row.size,
            x0=words[0].x0,
            x1=max(word.x1 for word in words),
            left=placed.left,
            right=placed.right,
            width=sheet.width,
            text=text_of(words),
            bold=all(word.bold for word in words),
            table=words[0].table,
        )


def _read(name: str, document: PDFDocument) -> Document | Problem:
    reader = _Reader()
    for sheet in sheets_of(reader.watched(pages_of(document))):
        reader.add(sheet)
    if reader.pages == 0:
        return _damaged(name, "this PDF has no pages that can be read")
    if reader.without_text and not reader.lines:
        return _scanned(name, reader.without_text, Severity.ERROR)
    for file in embedded_in(document):
        reader.leave_out(Left(reason=Reason.EMBEDDED, text=file), None)
    for script in scripts_in(document):
        reader.leave_out(Left(reason=Reason.CODE, text=script), None)
    blocks = Blocks(measures=measure(reader.lines), words=Vocabulary(reader.lines))
    blocks.read(reader.lines, reader.printed)
    return Document(
        name=name,
        blocks=tuple(blocks.blocks),
        lines=tuple(reader.printed),
        asides=tuple(sorted((*reader.asides, *blocks.asides), key=lambda a: a.line)),
        problems=tuple(_warnings(name, reader)),
    )


def _warnings(name: str, reader: _Reader) -> Iterator[Problem]:
    if reader.without_text:
        yield _scanned(name, reader.without_text, Severity.WARNING)
    if reader.recognised:
        yield Problem(
            code="import-recognised",
            place=Place(name),
            summary=f"{_pages(reader.recognised)} scanned, and a program has guessed "
            "the words",
            hint="compare names, dates and numbers with the pages themselves",
            severity=Severity.WARNING,
        )


def _scanned(name: str, pages: list[int], severity: Severity) -> Problem:
    return Problem(
        code="import-scanned",
        place=Place(name),
        summary=f"{_pages(pages)} a picture without text that can be read",
        hint="have the text recognised (OCR) by your scanner's program, and import that",
        severity=severity,
    )


def _pages(numbers: list[int]) -> str:
    """Name pages, and say `is` or `are` of them."""
    if len(numbers) == 1:
        return f"page {numbers[0]} is"
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    said = ["–".join(map(str, some)) for some in ranges]
    together = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"pages {together} are"


def _damaged(name: str, summary: str) -> Problem:
    return Problem(
        code="import-damaged",
        place=Place(name),
        summary=summary,
        hint="open it in the program it was made with, and save it as a PDF again",
    )


def _too_large(name: str) -> Problem:
    return Problem(
        code="import-too-large",
        place=Place(name),
        summary=f"this PDF has more than {MOST_PAGES} pages, or draws too much on one",
        hint="split it, and import the parts that are minutes",
    )
