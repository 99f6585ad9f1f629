"""What bringing in old notes costs: many short documents, and long ones.

Documents are made of the corpus of this folder: the same words, as unequally frequent.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.corpus import Words
from benchmarks.measure import Cost, cost_of
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

_WORDS_OF_NOTE = 260
_WORDS_OF_PAGE = 380
_PEOPLE, _SUBJECTS = 6, 3
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats'
    '-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What importing some documents took."""

    texts: Cost
    word: Cost
    pdfs: tuple[tuple[int, Cost], ...]
    """Numbers of pages, and what a PDF of so many took."""


def costs_of_importing(scratch: Path, notes: int, pages: Sequence[int]) -> Costs:
    """Import so many notes of one page, as text and as Word, and PDFs of some pages."""
    chance = random.Random(1)  # noqa: S311 - no secrets here
    words = Words(chance)
    texts, word = scratch / "texts", scratch / "word"
    texts.mkdir(parents=True)
    word.mkdir(parents=True)
    for number in range(notes):
        lines = list(_note(words, number))
        (texts / f"note-{number:05}.txt").write_text("\n\n".join(lines), "utf-8")
        _write_word(word / f"note-{number:05}.docx", lines)
    pdfs = []
    for count in pages:
        file = scratch / f"pages-{count}.pdf"
        _write_pdf(file, words, count)
        pdfs.append((count, _cost(file)))
    return Costs(texts=_cost(texts), word=_cost(word), pdfs=tuple(pdfs))


def _cost(of: Path) -> Cost:
    """Import documents as a person does, into a folder that has no notes yet."""
    folder = of.with_name(f"{of.name}-imported")
    (folder / "notes").mkdir(parents=True)
    command = [sys.executable, "-m", "minutebook", "import", str(of)]
    return cost_of([*command, "--notes", str(folder / "notes")], folder)


def _note(words: Words, number: int) -> Iterator[str]:
    """Give the paragraphs of minutes of one page."""
    people = [" ".join(words.some(2)).title() for _ in range(_PEOPLE)]
    day = dt.date(1990, 1, 1) + dt.timedelta(days=number)
    yield f"Minutes of the {words.title()} committee"
    yield f"{day:%d %B %Y}, 19.30-21.00"
    yield f"Present: {', '.join(people)}"
    for subject in range(1, _SUBJECTS + 1):
        yield f"{subject}. {words.title()}"
        yield words.sentences(_WORDS_OF_NOTE // _SUBJECTS)
        yield f"Action: {people[subject]} to {' '.join(words.some(9))}."


def _write_word(path: Path, lines: list[str]) -> None:
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _RELATIONS)
        file.writestr("word/document.xml", document)


def _write_pdf(path: Path, words: Words, pages: int) -> None:
    """Set minutes of so many pages: each begins with a subject and is nearly full."""
    body = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=7
    )
    head = ParagraphStyle("head", parent=body, fontName="Times-Bold", fontSize=14)
    flow: list[Flowable] = [Paragraph(one, body) for one in list(_note(words, 0))[:3]]
    for page in range(1, pages + 1):
        flow += [Paragraph(f"{page}. {words.title()}", head)]
        flow += [Paragraph(words.sentences(_WORDS_OF_PAGE // 5), body) for _ in range(5)]
        flow += [PageBreak()] if page < pages else []
    SimpleDocTemplate(str(path), pagesize=A4).build(flow)
