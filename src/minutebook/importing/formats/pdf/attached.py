"""What is attached to a page or a document: links, comments, files, scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import apply_matrix_rect, decode_text

from minutebook.importing.formats.pdf.marks import Box, Link
from minutebook.importing.inline import is_safe_target

_MOST = 2_000
"""More things than these are not attached to one page."""

_DEEPEST = 8
_BOX = 4
_LONGEST = 2_000
_MARKED = {
    "Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret",
    "Stamp", "Ink", "Square", "Circle", "Line", "Polygon", "PolyLine",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What is attached to one page."""

    links: list[Link] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)


def attached_to(page: PDFPage) -> Attached:
    """Find what is attached to a page."""
    found = Attached()
    notes = resolve1(page.annots)
    for note in (notes if isinstance(notes, list) else [])[:_MOST]:
        fields = _fields(note)
        kind = _name(fields.get("Subtype"))
        if kind == "Link":
            link = _link(fields, page)
            found.links.extend([link] if link else [])
        elif kind in _MARKED and _text(fields.get("Contents")):
            found.comments.append(_text(fields.get("Contents")))
        elif kind in {"FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D"}:
            said = _file_name(_fields(fields.get("FS")))
            found.embedded.append(said or _text(fields.get("Contents")) or kind)
    return found


def embedded_in(document: PDFDocument) -> list[str]:
    """Name the files that a document has in it."""
    names = _fields(document.catalog.get("Names"))
    found = []
    for name, value in _leaves(names.get("EmbeddedFiles")):
        found.append(_file_name(_fields(value)) or name or "a file")
    return found


def scripts_in(document: PDFDocument) -> list[str]:
    """Tell of what a document would do by itself when it is opened."""
    found = []
    names = _fields(document.catalog.get("Names"))
    for name, value in _leaves(names.get("JavaScript")):
        found.append(f"{name or 'script'}: {_script(_fields(value))}".strip(" :"))
    action = _fields(document.catalog.get("OpenAction"))
    kind = _name(action.get("S"))
    if kind and kind not in {"GoTo", "GoToR", "Named"}:
        found.append(f"{kind} when it is opened: {_script(action)}".strip(" :"))
    if _fields(document.catalog.get("AA")):
        found.append("actions when something is done with the document")
    return found


def _link(fields: Mapping[str, object], page: PDFPage) -> Link | None:
    action = _fields(fields.get("A"))
    target = _text(action.get("URI")).strip()
    box = _box(fields.get("Rect"), page)
    if _name(action.get("S")) != "URI" or box is None or not is_safe_target(target):
        return None
    return Link(box=box, target=target)


def _box(value: object, page: PDFPage) -> Box | None:
    """Give a box from the left and the foot of the page, turned as the page is."""
    found = resolve1(value)
    if not isinstance(found, list) or len(found) != _BOX:
        return None
    sides = [resolve1(side) for side in found]
    if not all(isinstance(side, int | float) for side in sides):
        return None
    x0, y0, x1, y1 = page.mediabox
    turned = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }.get(page.rotate, (1, 0, 0, 1, -x0, -y0))
    return apply_matrix_rect(turned, (sides[0], sides[1], sides[2], sides[3]))


def _leaves(tree: object, depth: int = 0) -> Iterator[tuple[str, object]]:
    """Walk through a tree of names."""
    node = _fields(tree)
    names = resolve1(node.get("Names"))
    if isinstance(names, list):
        pairs = names[: 2 * _MOST]
        for name, value in zip(pairs[::2], pairs[1::2], strict=False):
            yield _text(name), value
    kids = resolve1(node.get("Kids"))
    if isinstance(kids, list) and depth < _DEEPEST:
        for kid in kids[:_MOST]:
            yield from _leaves(kid, depth + 1)


def _file_name(fields: Mapping[str, object]) -> str:
    return _text(fields.get("UF")) or _text(fields.get("F"))


def _script(fields: Mapping[str, object]) -> str:
    return _text(fields.get("JS")) or _text(fields.get("URI")) or _text(fields.get("F"))


def _fields(value: object) -> Mapping[str, object]:
    """Give a dictionary, or an empty one for what is none or leads nowhere."""
    try:
        found = resolve1(value)
    except PDFException:
        return {}
    if isinstance(found, PDFStream):
        found = found.attrs
    return found if isinstance(found, dict) else {}


def _name(value: object) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _text(value: object) -> str:
    """Give a text on one line."""
    found = resolve1(value)
    if isinstance(found, PDFStream):
        found = found.get_data()
    if isinstance(found, bytes):
        found = decode_text(found[: 2 * _LONGEST])
    text = found if isinstance(found, str) else ""
    return " ".join(text[:_LONGEST].split())
