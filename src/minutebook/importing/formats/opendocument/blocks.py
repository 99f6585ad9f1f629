"""The walk over an OpenDocument text: paragraphs, headings, lists, tables, sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from minutebook.importing import limits
from minutebook.importing.document import Kind, Reason
from minutebook.importing.formats.into import Cell, Into, add_lines
from minutebook.importing.formats.opendocument.styles import (
    LEVELS,
    Level,
    Styles,
    marker,
    number_of,
)
from minutebook.importing.formats.opendocument.text import Words, comment
from minutebook.importing.formats.xml import Element, attribute, inner_text, local

_LISTS_OF_CONTENTS = frozenset(
    "table-of-content illustration-index table-index object-index user-index".split()
)
_PASSED_OVER = frozenset(
    "forms sequence-decls variable-decls user-field-decls dde-connection-decls"
    " text-box-decls index-title-template table-of-content-source section-source"
    " soft-page-break title desc alphabetical-index-source bibliography-source"
    " glue-point shapes image enhanced-geometry event-listeners".split()
)
_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})


@dataclass(slots=True)
class _List:
    """Where the walk is in a list."""

    style: str
    depth: int
    counts: dict[int, int]
    """How many items were counted on each level, from one."""

    marker: str = ""
    """What stands before the next paragraph."""


@dataclass(slots=True)
class Walk:
    """Walks through blocks, in the order they are read in."""

    styles: Styles
    controls: Mapping[str, str]
    notes: list[Element] = field(default_factory=list)
    """Notes that were referred to."""

    _headings: dict[int, int] = field(default_factory=dict)
    _lists: dict[str, dict[int, int]] = field(default_factory=dict)
    """What was counted in earlier lists, by their ids and by their styles."""

    def blocks(self, node: Element, into: Into, within: _List | None = None) -> None:
        """Go through paragraphs, lists and tables, one after the other."""
        for inner in node:
            name = local(inner)
            if name in {"p", "h"}:
                self._paragraph(inner, name, into, within)
            elif name == "list":
                self._list(inner, into, within)
            elif name == "table":
                self._table(inner, into)
            elif name == "frame":
                self._beside(inner, into)
            elif name == "numbered-paragraph":
                self._numbered(inner, into)
            elif name not in _PASSED_OVER and not _left_out(inner, name, into):
                self.blocks(inner, into, within)

    def _paragraph(
        self, node: Element, name: str, into: Into, within: _List | None
    ) -> None:
        style = attribute(node, "style-name")
        words = Words(self.styles, self.controls)
        words.read(node, list(self.styles.chain("paragraph", style)))
        heading = self._heading_level(node, style) if name == "h" else 0
        heading = heading or self.styles.heading_level(style)
        mark = within.marker if within else ""
        if name == "h" and not mark:
            mark = self._heading_number(node, style, heading)
        if within:
            within.marker = ""
        kind, level = Kind.PARAGRAPH, 0
        if heading:
            kind, level = Kind.HEADING, heading
        elif mark:
            kind, level = Kind.ITEM, within.depth - 1 if within else 0
        if words.hidden:
            into.aside(Reason.HIDDEN, "".join(run.text for run in words.runs))
        else:
            add_lines(into, kind, words.runs, level=level, marker=mark)
        for reason, text in words.asides:
            into.aside(reason, text)
        self.notes += words.notes
        for box in words.boxes:
            self.blocks(box, into)

    def _beside(self, node: Element, into: Into) -> None:
        """Take a frame that stands between paragraphs."""
        words = Words(self.styles, self.controls)
        words.frame(node)
        for reason, text in words.asides:
            into.aside(reason, text)
        for box in words.boxes:
            self.blocks(box, into)

    def _heading_level(self, node: Element, style: str | None) -> int:
        level = number_of(attribute(node, "outline-level"))
        return level or self.styles.heading_level(style) or 1

    def _heading_number(self, node: Element, style: str | None, depth: int) -> str:
        """Count a heading, if the headings of this text are numbered."""
        level = self.styles.outline.get(depth)
        unnumbered = attribute(node, "is-list-header") == "true"
        if level is None or unnumbered or self.styles.list_style(style) == "":
            return ""
        if not (level.form or level.bullet or level.pattern):
            return ""
        start = number_of(attribute(node, "start-value"))
        _count(self._headings, depth, level, start)
        return marker(self.styles.outline, depth, self._headings)

    def _list(self, node: Element, into: Into, within: _List | None) -> None:
        named = attribute(node, "style-name")
        style = named or (within.style if within else "") or _style_inside(self, node)
        depth = min(within.depth + 1 if within else 1, LEVELS)
        counts = within.counts if within else self._counts(node, style)
        here = _List(style, depth, counts)
        levels = self.styles.levels(style)
        for item in node:
            if local(item) not in {"list-item", "list-header"}:
                continue
            here.marker = ""
            paragraph = any(local(inner) in {"p", "h"} for inner in item)
            if local(item) == "list-item" and paragraph:
                start = number_of(attribute(item, "start-value"))
                _count(counts, depth, levels.get(depth, Level()), start)
                here.marker = marker(levels, depth, counts)
            self.blocks(item, into, here)

    def _counts(self, node: Element, style: str) -> dict[int, int]:
        """Begin to count a list, or carry on with an earlier one."""
        before = attribute(node, "continue-list")
        if before and f"#{before}" in self._lists:
            counts = self._lists[f"#{before}"]
        elif attribute(node, "continue-numbering") == "true":
            counts = self._lists.get(style, {})
        else:
            counts = {}
        self._lists[style] = counts
        own = attribute(node, "id")
        if own:
            self._lists[f"#{own}"] = counts
        return counts

    def _numbered(self, node: Element, into: Into) -> None:
        """Take a paragraph that is an item of a list by itself."""
        style = attribute(node, "style-name") or ""
        key = f"#{attribute(node, 'list-id') or style}"
        counts = self._lists.setdefault(key, {})
        depth = min(number_of(attribute(node, "level")) or 1, LEVELS)
        levels = self.styles.levels(style)
        start = number_of(attribute(node, "start-value"))
        _count(counts, depth, levels.get(depth, Level()), start)
        here = _List(style, depth, counts, marker(levels, depth, counts))
        self.blocks(node, into, here)

    def _table(self, node: Element, into: Into) -> None:
        into.table()
        for row in _rows(node):
            if attribute(row, "visibility") in {"collapse", "filter"}:
                into.aside(Reason.HIDDEN, inner_text(row))
                continue
            cells: list[Cell] = []
            for node_of_cell in row:
                cells += self._cells(node_of_cell, into)
            times = number_of(attribute(row, "number-rows-repeated")) or 1
            says = any(cell.text for cell in cells)
            for _ in range(min(times, limits.BLOCKS + 1) if says else 1):
                into.row(cells)

    def _cells(self, node: Element, into: Into) -> list[Cell]:
        """Give a cell as often as it is repeated."""
        kind = local(node)
        if kind not in {"table-cell", "covered-table-cell"}:
            return []
        cell = Cell(into)
        if kind == "table-cell":
            self.blocks(node, cell)
        else:
            into.aside(Reason.HIDDEN, inner_text(node))
        times = number_of(attribute(node, "number-columns-repeated")) or 1
        return [cell] * min(times, limits.WIDEST_SPAN)


def _left_out(node: Element, name: str, into: Into) -> bool:
    """Leave out what is no part of the text, and tell whether it is none."""
    if name in _LISTS_OF_CONTENTS:
        for line in (inner for inner in node.iter() if local(inner) == "p"):
            into.aside(Reason.CONTENTS, inner_text(line))
    elif name == "tracked-changes":
        for struck in (inner for inner in node.iter() if local(inner) == "deletion"):
            for inner in (n for n in struck if local(n) != "change-info"):
                into.aside(Reason.DELETED, inner_text(inner))
    elif name == "annotation":
        into.aside(Reason.COMMENT, comment(node))
    elif name == "section" and _is_hidden(node):
        into.aside(Reason.HIDDEN, inner_text(node))
    else:
        return False
    return True


def _rows(node: Element) -> Iterator[Element]:
    for inner in node:
        if local(inner) == "table-row":
            yield inner
        elif local(inner) in _ROWS:
            yield from _rows(inner)


def _style_inside(walk: Walk, node: Element) -> str:
    """Find the list style that the first paragraph of a list names."""
    first = next((n for n in node.iter() if local(n) in {"p", "h"}), None)
    return walk.styles.list_style(attribute(first, "style-name")) or ""


def _count(counts: dict[int, int], depth: int, level: Level, start: int | None) -> None:
    """Count one more item, and begin anew below it."""
    if start is None:
        start = counts[depth] + 1 if depth in counts else level.start
    counts[depth] = start
    for below in [at for at in counts if at > depth]:
        del counts[below]


def _is_hidden(node: Element) -> bool:
    display = attribute(node, "display")
    if display == "condition":
        return attribute(node, "is-hidden") == "true"
    return display == "none"
