"""Documents made for tests: small, and pleasant to read where they are made.

A Word document and an OpenDocument text are put together from parts of their bodies; a
part that is plain text becomes a paragraph.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

import docx as python_docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

Parts = Mapping[str, str | bytes]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    f'{_W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_WORD_TYPE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{where}:1.0"'
    for name, where in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "form": "form",
        "svg": "svg-compatible",
    }.items()
)
_ODF += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
_ODF += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ODF_TYPE = "application/vnd.oasis.opendocument.text"


def run(text: str, properties: str = "") -> str:
    """Make a run of a Word paragraph, with what `rPr` holds."""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"


def paragraph(*parts: str, properties: str = "") -> str:
    """Make a Word paragraph of runs and of plain text."""
    inside = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(style: str, *parts: str) -> str:
    """Make a Word paragraph with a style."""
    return paragraph(*parts, properties=f'<w:pStyle w:val="{style}"/>')


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """Make a paragraph in a list that `numbering` defines."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    return paragraph(text, properties=f"<w:numPr>{place}</w:numPr>")


def level(
    at: int, form: str, text: str, *, start: int = 1, more: str = "", font: str = ""
) -> str:
    """Make a level of a list of Word."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{text}"/>{fonts}</w:lvl>'
    )


def numbering(*lists: str, more: str = "") -> str:
    """Make the part `numbering.xml` of lists, each of the levels that are given."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
        for at, levels in enumerate(lists)
    )
    used = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(lists))
    )
    return f"<w:numbering {_MORE}>{abstract}{used}{more}</w:numbering>"


def styles(*inside: str) -> str:
    """Make the part `styles.xml`."""
    return f"<w:styles {_MORE}>{''.join(inside)}</w:styles>"


def docx(*body: str, parts: Parts | None = None, links: Parts | None = None) -> bytes:
    """Make a Word document of paragraphs and tables, the least that is one.

    `parts` are further parts in the folder `word/`; each is related to the text by the
    name of its file. `links` are addresses outside, by their ids.
    """
    inside = "".join(part if part.startswith("<") else paragraph(part) for part in body)
    related = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{name.rstrip("0123456789")}"'
        f' Target="{name}.xml"/>'
        for name in parts or {}
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_RELATION}/hyperlink"'
        f' Target="{escape(str(to))}" TargetMode="External"/>'
        for key, to in (links or {}).items()
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/>'
                "</Types>"
            ),
            "_rels/.rels": (
                f'<Relationships xmlns="{relations}"><Relationship Id="rId1"'
                f' Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
                "</Relationships>"
            ),
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{relations}">{related}</Relationships>'
            ),
            "word/document.xml": (
                f"<w:document {_MORE}><w:body>{inside}</w:body></w:document>"
            ),
            **{f"word/{name}.xml": part for name, part in (parts or {}).items()},
        }
    )


def word_part(name: str, inside: str) -> str:
    """Make a part of a Word document: `hdr`, `ftr`, `comments`, `footnotes` ..."""
    return f"<w:{name} {_MORE}>{inside}</w:{name}>"


def saved(document: WordDocument) -> bytes:
    """Give the bytes of a document of python-docx."""
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def new_word() -> WordDocument:
    """Begin a document as Word's own template has it."""
    return python_docx.Document()


def add_to(document: WordDocument, markup: str) -> None:
    """Put markup at the end of a document of python-docx."""
    body = document.element.body
    wrapped = parse_xml(f"<w:body {_MORE}>{markup}</w:body>")
    for node in list(wrapped):
        body.insert(len(body) - 1, node)


def odt(
    *body: str,
    styles: str = "",
    automatic: str = "",
    pages: str = "",
    parts: Parts | None = None,
) -> bytes:
    """Make an OpenDocument text.

    `styles` are those of `styles.xml`, `automatic` those of `content.xml`, and `pages` is
    what stands within its master page.
    """
    inside = "".join(
        part if part.startswith("<") else f"<text:p>{escape(part)}</text:p>"
        for part in body
    )
    master = f'<style:master-page style:name="Standard">{pages}</style:master-page>'
    return zipped(
        {
            "mimetype": _ODF_TYPE,
            "content.xml": (
                f"<office:document-content {_ODF}>"
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{inside}</office:text></office:body>"
                "</office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {_ODF}>"
                f"<office:styles>{styles}</office:styles>"
                f"<office:master-styles>{master}</office:master-styles>"
                "</office:document-styles>"
            ),
            **(parts or {}),
        }
    )


def html(*body: str, head: str = "") -> bytes:
    """Make a web page; every part of the body stands on a line of its own, from 4 on."""
    inside = "\n".join(body)
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{inside}\n".encode()


def zipped(parts: Parts, *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts into a file, in their order; the first is not made smaller."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", packed) as file:
        for at, (name, part) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = packed if at else zipfile.ZIP_STORED
            file.writestr(entry, part)
    return kept.getvalue()
