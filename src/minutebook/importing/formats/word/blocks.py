"""The walk over a part of a Word document: its paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from minutebook.importing import limits
from minutebook.importing.document import Kind, Reason
from minutebook.importing.formats.into import Cell, Into, add_lines
from minutebook.importing.formats.word.numbers import Numbers
from minutebook.importing.formats.word.package import Relation
from minutebook.importing.formats.word.styles import Styles, numbered_of
from minutebook.importing.formats.word.text import (
    AROUND,
    REMOVED,
    Field,
    Words,
    first_way,
    removed_text,
)
from minutebook.importing.formats.xml import Element, attribute, child, local, path

_CONTENTS = re.compile(r"toc (?:[1-9]|heading)|table of (?:figures|authorities)")
_DEEPER_LIST = re.compile(r"list (?:bullet|number) ([2-5])")
_GALLERY = "table of contents"
_OFF = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Walk:
    """Walks through the blocks of one part, in the order they are read in."""

    styles: Styles
    numbers: Numbers
    links: Mapping[str, Relation]
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes that were referred to: which part, and the id there."""

    _fields: list[Field] = field(default_factory=list)

    def blocks(self, node: Element, into: Into, *, contents: bool = False) -> None:
        """Go through paragraphs and tables, one after the other."""
        for inner in node:
            name = local(inner)
            if name == "p":
                self._paragraph(inner, into, contents=contents)
            elif name == "tbl":
                self._table(inner, into)
            elif name in REMOVED:
                into.aside(Reason.DELETED, removed_text(inner))
            elif name == "altChunk":
                into.aside(Reason.EMBEDDED, "another document")
            elif name in AROUND:
                listed = contents or (name == "sdt" and _is_contents(inner))
                self.blocks(inner, into, contents=listed)
            elif name == "AlternateContent":
                for way in first_way(inner):
                    self.blocks(way, into, contents=contents)

    def _paragraph(self, node: Element, into: Into, *, contents: bool) -> None:
        properties = child(node, "pPr")
        style = self.styles.of_paragraph(properties)
        words = Words(self.styles, self.links, self._fields, style)
        words.read(node)
        said = "".join(run.text for run in words.runs).strip()
        marker, depth = "", 0
        gone = path(properties, "rPr", "del") is not None and not said
        place = self.numbers.place(numbered_of(properties), self.styles.numbered(style))
        if place and not gone:
            depth = place[1]
            marker = self.numbers.next(*place)
            depth = max(depth, self._depth_by_name(style))
        if contents or _CONTENTS.fullmatch(self.styles.name(style)):
            into.aside(Reason.CONTENTS, f"{marker} {said}".strip())
        else:
            heading = self.styles.heading_level(style, properties)
            kind = Kind.ITEM if marker else Kind.PARAGRAPH
            if heading:
                kind, depth = Kind.HEADING, heading
            add_lines(
                into,
                kind,
                words.runs,
                level=depth if marker or heading else 0,
                marker=marker,
            )
        for reason, text in words.asides:
            into.aside(reason, text)
        self.notes += words.notes
        for box in words.boxes:
            self.blocks(box, into)

    def _depth_by_name(self, style: str | None) -> int:
        """Tell how deep Word's own styles for lists go, which are lists of their own."""
        found = _DEEPER_LIST.fullmatch(self.styles.name(style))
        return int(found[1]) - 1 if found else 0

    def _table(self, node: Element, into: Into) -> None:
        into.table()
        for row in _inside(node, "tr", into):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                into.aside(Reason.DELETED, removed_text(row))
            elif _is_on(child(properties, "hidden")):
                into.aside(Reason.HIDDEN, removed_text(row))
            else:
                before = _span(child(properties, "gridBefore"), least=0)
                cells = [Cell(into) for _ in range(before)]
                for cell in _inside(row, "tc", into):
                    cells += self._cells(cell, into)
                into.row(cells)

    def _cells(self, node: Element, into: Into) -> Iterator[Cell]:
        """Give a cell, and empty ones for the columns that it stands across as well."""
        properties = child(node, "tcPr")
        cell = Cell(into)
        if _goes_on(child(properties, "vMerge")) or _goes_on(child(properties, "hMerge")):
            into.aside(Reason.HIDDEN, removed_text(node))
        elif child(properties, "cellDel") is not None:
            into.aside(Reason.DELETED, removed_text(node))
        else:
            self.blocks(node, cell)
        yield cell
        for _ in range(_span(child(properties, "gridSpan"), least=1) - 1):
            yield Cell(into)


def _inside(node: Element, name: str, into: Into) -> Iterator[Element]:
    """Find the rows of a table or the cells of a row, also in what stands around them."""
    for inner in node:
        if local(inner) == name:
            yield inner
        elif local(inner) in REMOVED:
            into.aside(Reason.DELETED, removed_text(inner))
        elif local(inner) in AROUND:
            yield from _inside(inner, name, into)


def _is_contents(node: Element) -> bool:
    gallery = path(node, "sdtPr", "docPartObj", "docPartGallery")
    return (attribute(gallery, "val") or "").casefold() == _GALLERY


def _goes_on(node: Element | None) -> bool:
    """Whether a cell only carries on the one above it, or the one before."""
    return node is not None and (attribute(node, "val") or "continue") == "continue"


def _is_on(node: Element | None) -> bool:
    return node is not None and attribute(node, "val") not in _OFF


def _span(node: Element | None, *, least: int) -> int:
    value = attribute(node, "val") or ""
    number = int(value) if re.fullmatch(r"[0-9]{1,4}", value) else least
    return max(least, min(number, limits.WIDEST_SPAN))
