"""The walk over a web page: its blocks in the order they are read in.

The lines of a page are those of its file. Each has the words that begin on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from minutebook.importing import limits
from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.counting import roman, spreadsheet_letters
from minutebook.importing.formats.gathering import Gathering
from minutebook.importing.formats.into import Cell, Edge, Into
from minutebook.importing.formats.symbols import CROSSED_BOX, EMPTY_BOX
from minutebook.importing.formats.webpage_looks import Look, StyleSheet
from minutebook.importing.formats.xml import (
    Element,
    attribute,
    inner_text,
    line_of,
    local,
)
from minutebook.importing.inline import Run, is_safe_target
from minutebook.problems import Problem

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html"
    " legend li main menu nav ol optgroup option p pre section summary table tbody td"
    " tfoot th thead tr ul caption search".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CODE = frozenset({"script", "style", "template", "link", "base"})
_UNSHOWN = frozenset({"noscript", "datalist", "noframes", "rp"})
_EMBEDDED = frozenset(
    "iframe object embed video audio canvas svg applet math map".split()
)
_FURNITURE = frozenset({"navigation", "banner", "contentinfo", "search"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_OF_TABLES = frozenset({"tr", "thead", "tbody", "tfoot"})
_CONTENTS = re.compile(r"\b(?:toc|contents)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"title|description|author|creator|date|time|publish|modified|subject|keyword",
    re.IGNORECASE,
)
_BUTTONS = frozenset("submit button reset image file hidden password color range".split())
_WHITE = re.compile(r"[ \t\f]+")
_LARGEST_LINE = 65_535
"""Beyond this line, the parser counts no more: we count ourselves."""

_LONGEST_CODE = 120
_NUMBERS: dict[str, Callable[[int], str]] = {
    "a": spreadsheet_letters,
    "A": lambda n: spreadsheet_letters(n).upper(),
    "i": roman,
    "I": lambda n: roman(n).upper(),
}


@dataclass(slots=True)
class _Paragraph:
    """What stands since the last block began."""

    runs: list[Run] = field(default_factory=list)
    first: int = 0
    last: int = 0
    tight: bool = False


class Walk:
    """Walks through a page once."""

    def __init__(self, name: str, lines: int, root: Element) -> None:
        """Get ready to walk through a page of so many lines."""
        self._root = root
        self._gathering = Gathering(name)
        self._into: Into = self._gathering
        self._sheet = StyleSheet(root)
        self._words = [""] * lines
        self._line = 1
        self._now = _Paragraph()
        self._heading = 0
        self._item: tuple[str, int] | None = None
        self._depth = 0
        self._kept = False
        self._verbatim = False
        self._has_main = any(_is_main(node) for node in root.iter())

    def document(self) -> Document | Problem:
        """Walk, and make the document of what was found."""
        self._element(self._root, Look())
        self._flush()
        self._gathering.lines = [" ".join(words.split()) for words in self._words]
        return self._gathering.document()

    def _children(self, node: Element, look: Look) -> None:
        self._text(node.text, look)
        for inner in node:
            self._element(inner, look)
            self._text(inner.tail, look)

    def _element(self, node: Element, look: Look) -> None:
        self._follow(node)
        name = local(node)
        if not name:
            self._comment(node)
        elif name == "head":
            self._head(node)
        elif name in _CODE:
            self._left_out(node, Reason.CODE, name)
        elif name in _UNSHOWN or self._sheet.hides(node):
            self._left_out(node, Reason.HIDDEN)
        elif name == "del":
            self._left_out(node, Reason.DELETED)
        elif name in _EMBEDDED or name == "img":
            self._object(node, name)
        elif self._is_furniture(node, name):
            self._beside(node, look)
        elif name in _BLOCKS:
            self._block(node, name, self._sheet.look(node, look))
        else:
            self._inline(node, name, self._sheet.look(node, look))

    def _inline(self, node: Element, name: str, look: Look) -> None:
        if name == "br":
            self._break()
        elif name == "input":
            self._field(node, look)
        elif name == "a":
            to = node.get("href", "").strip()
            to = to if is_safe_target(to) else ""
            self._children(node, replace(look, target=to or None))
        else:
            self._children(node, look)

    def _block(self, node: Element, name: str, look: Look) -> None:
        self._flush()
        if name == "dd":
            self._now.tight = True
        if name in _HEADINGS:
            look = replace(look, strong=False)
            before, self._heading = self._heading, _HEADINGS[name]
            self._children(node, look)
            self._flush()
            self._heading = before
        elif name in _LISTS:
            self._list(node, name, look)
        elif name == "table":
            self._table(node, look)
        elif name == "pre":
            before_, self._verbatim = self._verbatim, True
            self._children(node, look)
            self._verbatim = before_
        elif _is_main(node):
            kept, self._kept = self._kept, True
            self._children(node, look)
            self._kept = kept
        else:
            self._children(node, look)
        if name == "p" and not inner_text(node):
            self._into.add(Kind.PARAGRAPH, ())
        self._flush()

    def _list(self, node: Element, name: str, look: Look) -> None:
        outer, self._item = self._item, None
        items = [inner for inner in node if local(inner) == "li"]
        step = -1 if name == "ol" and "reversed" in node.attrib else 1
        number = _number(node.get("start")) or (len(items) if step < 0 else 1)
        number = _number(node.get("start"), number)
        self._text(node.text, look)
        self._depth += 1
        for inner in node:
            if local(inner) == "li" and not self._sheet.hides(inner):
                number = _number(inner.get("value"), number)
                kind = inner.get("type") or node.get("type") or "1"
                marker = "•"
                if name == "ol":
                    marker = f"{_NUMBERS.get(kind, str)(number)}."
                    number += step
                self._item = marker, self._depth - 1
            self._element(inner, look)
            self._flush()
            self._item = None
            self._text(inner.tail, look)
        self._depth -= 1
        self._item = outer

    def _table(self, node: Element, look: Look) -> None:
        """Read a table; one that holds tables is there for the layout alone."""
        layout = node.get("role") in {"presentation", "none"} or any(
            local(inner) == "table" for inner in node.iterdescendants()
        )
        if (layout or isinstance(self._into, Edge)) and not isinstance(self._into, Cell):
            self._children(node, look)
            return
        self._into.table()
        self._rows(node, look, {})

    def _rows(self, node: Element, look: Look, below: dict[int, int]) -> None:
        """Read the rows of a table, and whatever else stands between them."""
        self._text(node.text, look)
        for inner in node:
            if self._sheet.hides(inner) or local(inner) not in _OF_TABLES:
                self._element(inner, look)
            elif local(inner) == "tr":
                self._row(inner, self._sheet.look(inner, look), below)
            else:
                self._rows(inner, self._sheet.look(inner, look), below)
            self._text(inner.tail, look)

    def _row(self, node: Element, look: Look, below: dict[int, int]) -> None:
        """Read a row; `below` tells how far cells of earlier rows reach down."""
        self._follow(node)
        into = self._into
        cells: list[Cell] = []
        self._text(node.text, look)
        for inner in node:
            if local(inner) not in {"td", "th"} or self._sheet.hides(inner):
                self._element(inner, look)
                self._text(inner.tail, look)
                continue
            while _takes(below, len(cells)):
                cells.append(Cell(into))
            cell = Cell(into)
            wide = min(max(1, _number(inner.get("colspan"), 1)), limits.WIDEST_SPAN)
            down = _number(inner.get("rowspan"), 1)
            for at in range(len(cells), len(cells) + wide):
                if down > 1:
                    below[at] = down - 1
            self._cell(inner, look, cell)
            cells += [cell, *(Cell(into) for _ in range(wide - 1))]
            self._text(inner.tail, look)
        self._flush()
        while _takes(below, len(cells)):
            cells.append(Cell(into))
        spans = [span for cell in cells for span in cell.spans]
        if spans:
            span = min(first for first, _ in spans), max(last for _, last in spans)
            into.row(cells, span)

    def _cell(self, node: Element, look: Look, cell: Cell) -> None:
        into, item, depth, heading = self._into, self._item, self._depth, self._heading
        self._into, self._item, self._depth, self._heading = cell, None, 0, 0
        self._element(node, look)
        self._flush()
        self._into, self._item, self._depth, self._heading = into, item, depth, heading

    def _beside(self, node: Element, look: Look) -> None:
        """Leave out what belongs to the site and not to the text on the page."""
        self._flush()
        told = " ".join(
            (node.get("id", ""), node.get("class", ""), node.get("aria-label", ""))
        )
        if _CONTENTS.search(told):
            self._left_out(node, Reason.CONTENTS)
            return
        into, kept = self._into, self._kept
        self._into, self._kept = Edge(into), True
        self._block(node, "div", self._sheet.look(node, look))
        self._into, self._kept = into, kept

    def _is_furniture(self, node: Element, name: str) -> bool:
        """Whether an element clearly belongs to the site."""
        if self._kept and name != "nav":
            return False
        role = node.get("role", "")
        if isinstance(self._into, Edge):
            return False
        if name == "nav" or role == "navigation":
            return True
        stands_around = name in {"header", "footer"} or role in _FURNITURE
        titles = any(local(inner) == "h1" for inner in node.iter())
        return stands_around and self._has_main and not titles

    def _head(self, node: Element) -> None:
        """Note what a page says of itself: it came out on another day than we met."""
        for inner in node:
            self._follow(inner)
            name = local(inner)
            if name == "title":
                self._aside(Reason.METADATA, inner_text(inner))
            elif name == "meta":
                told = attribute(inner, "property") or inner.get("name") or ""
                if _TOLD.search(told):
                    self._aside(Reason.METADATA, f"{told}: {inner.get('content', '')}")
            elif not name:
                self._comment(inner)
            elif name in _CODE and (inner.text or "").strip():
                self._left_out(inner, Reason.CODE, name)

    def _comment(self, node: Element) -> None:
        text = node.text or ""
        told = text.strip()
        code = told.startswith(("[if", "[endif", "?", "<!["))
        self._aside(
            Reason.CODE if code else Reason.HIDDEN, _short(told) if code else told
        )
        self._line = min(self._line + text.count("\n"), len(self._words))

    def _left_out(self, node: Element, reason: Reason, name: str = "") -> None:
        """Leave out an element with all that is in it."""
        words = inner_text(node)
        if name:
            words = f"{name}: {_short(words)}" if words else ""
        self._aside(reason, words)
        newlines = sum(str(part).count("\n") for part in node.itertext())
        self._line = min(self._line + newlines, len(self._words))

    def _object(self, node: Element, name: str) -> None:
        words = node.get("alt") or node.get("title") or node.get("aria-label") or ""
        told = inner_text(node)
        if name == "img" and node.get("alt") == "":
            return
        name = "picture" if name in {"img", "svg", "canvas"} else name
        self._aside(Reason.EMBEDDED, ": ".join(filter(None, (name, words, told))))

    def _field(self, node: Element, look: Look) -> None:
        kind = node.get("type", "text").casefold()
        if kind in {"checkbox", "radio"}:
            self._text(CROSSED_BOX if "checked" in node.attrib else EMPTY_BOX, look)
        elif kind == "hidden":
            self._aside(Reason.HIDDEN, node.get("value", ""))
        elif kind not in _BUTTONS:
            self._text(f" {node.get('value', '')} ".replace("\n", " "), look)

    def _aside(self, reason: Reason, text: str) -> None:
        if text.strip():
            self._words[self._line - 1] += f" {text} "
            self._into.aside(reason, text, self._line)

    def _follow(self, node: Element) -> None:
        """Go on to the line that an element is on, as the parser tells it."""
        line = line_of(node)
        if local(node) and self._line < line < _LARGEST_LINE:
            self._line = min(line, len(self._words))

    def _text(self, text: str | None, look: Look) -> None:
        """Take words, and follow the lines they stand on."""
        for number, part in enumerate((text or "").split("\n")):
            if number:
                self._line = min(self._line + 1, len(self._words))
                if self._verbatim:
                    self._break()
                else:
                    self._take(" ", look)
            self._take(part, look)

    def _take(self, part: str, look: Look) -> None:
        if not self._verbatim:
            part = _WHITE.sub(" ", part)
            if not self._now.runs or self._now.runs[-1].text.endswith(" "):
                part = part.lstrip(" ")
        if not part:
            return
        self._now.runs.append(
            Run(
                text=part,
                strong=look.strong,
                emphasis=look.emphasis,
                target=look.target,
            )
        )
        if part.strip():
            self._now.first = self._now.first or self._line
        # What is left out is told with one line: there, all its words stand.
        first = isinstance(self._into, Edge) and self._now.first
        self._words[(first or self._line) - 1] += part
        if part.strip():
            self._now.last = self._line

    def _break(self) -> None:
        """End a line within a paragraph; two in a row make a gap."""
        tight = bool(self._now.first)
        if not tight:
            self._into.add(Kind.PARAGRAPH, ())
        self._flush()
        self._now.tight = tight

    def _flush(self) -> None:
        """End a block, if there is one."""
        now, self._now = self._now, _Paragraph()
        self._words[self._line - 1] += " "
        if not now.first:
            self._now.tight = False
            return
        span = now.first, now.last
        marker, depth = self._item or ("", 0)
        kind = Kind.ITEM if self._item else Kind.PARAGRAPH
        if self._heading:
            kind, depth = Kind.HEADING, self._heading
        self._into.add(
            kind, now.runs, level=depth, marker=marker, tight=now.tight, span=span
        )
        self._item = None


def _is_main(node: Element) -> bool:
    return local(node) in {"main", "article"} or (
        bool(local(node)) and node.get("role") == "main"
    )


def _takes(below: dict[int, int], at: int) -> bool:
    """Whether a cell of an earlier row stands at a place; it reaches one row less."""
    left = below.pop(at, 0)
    if left > 1:
        below[at] = left - 1
    return left > 0


def _number(value: str | None, otherwise: int = 0) -> int:
    found = re.fullmatch(r"\s*(-?[0-9]{1,6})\s*", value or "")
    return int(found[1]) if found else otherwise


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_CODE else f"{text[:_LONGEST_CODE]}…"
