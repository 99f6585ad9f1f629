"""Manuscripts as Word documents."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph as WordParagraph

from importing.builders import new_word, saved
from importing.manuscript import Heading, Item, Paragraph, Piece, Table, Title, Words

_OURS = "77"
"""The list that counts our headings."""

_LEVELS = (("decimal", "%1."), ("lowerLetter", "%2."))


def print_word(
    pieces: tuple[Piece, ...],
    *,
    counted: bool = False,
    head: str = "",
    cover: str = "",
) -> bytes:
    """Make a Word document; `counted` leaves numbers and letters to Word."""
    document = new_word()
    if counted:
        _add_counting(document)
    if head:
        _add_running_head(document, head)
    if cover:
        document.add_paragraph(cover)
    for piece in pieces:
        _print(document, piece, counted=counted)
    return saved(document)


def _print(document: WordDocument, piece: Piece, *, counted: bool) -> None:
    match piece:
        case Title(text=text):
            document.add_heading(text, 0)
        case Heading(text=text, level=level, number=number):
            by_word = counted and number
            made = document.add_heading(text if by_word else piece.full, level)
            if by_word:
                _count(made, 0 if number.isdigit() else 1)
        case Paragraph(words=words):
            _write(document.add_paragraph(), words)
        case Item(words=words):
            _write(document.add_paragraph(style="List Bullet"), words)
        case Table(rows=rows):
            table = document.add_table(0, len(rows[0]), style="Table Grid")
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text


def _write(paragraph: WordParagraph, words: tuple[Words, ...]) -> None:
    for one in words:
        run = paragraph.add_run(one.text)
        run.bold = one.strong or None
        run.italic = one.emphasis or None


def _add_counting(document: WordDocument) -> None:
    """Define a list of two levels: `1.`, and below it `a.`."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(_LEVELS)
    )
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_OURS}">'
            f"{levels}</w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{_OURS}">'
            f'<w:abstractNumId w:val="{_OURS}"/></w:num>'
        )
    )


def _count(paragraph: WordParagraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - it has no other way
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{_OURS}"/></w:numPr>'
        )
    )


def _add_running_head(document: WordDocument, head: str) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    foot._p.append(field)  # noqa: SLF001 - it has no other way
