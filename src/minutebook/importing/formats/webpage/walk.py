"""The walk over a web page: its blocks in the order they are read in.

The lines of a page are those of its file. Each has the words that begin on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.counting import roman, spreadsheet_letters
from minutebook.importing.formats.into import Edge
from minutebook.importing.formats.symbols import CROSSED_BOX, EMPTY_BOX
from minutebook.importing.formats.webpage.left_out import (
    CODE,
    EMBEDDED,
    UNSHOWN,
    leave_out,
    note_comment,
    note_head,
    note_object,
)
from minutebook.importing.formats.webpage.looks import Look, StyleSheet
from minutebook.importing.formats.webpage.tables import Tables, number_in
from minutebook.importing.formats.webpage.writing import Writing
from minutebook.importing.formats.xml import (
    Element,
    inner_text,
    local,
)
from minutebook.importing.inline import is_safe_target
from minutebook.problems import Problem

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html"
    " legend li main menu nav ol optgroup option p pre section summary table tbody td"
    " tfoot th thead tr ul caption search".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FURNITURE = frozenset({"navigation", "banner", "contentinfo", "search"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CONTENTS = re.compile(r"\b(?:toc|contents)\b", re.IGNORECASE)
_BUTTONS = frozenset("submit button reset image file hidden password color range".split())
_NUMBERS: dict[str, Callable[[int], str]] = {
    "a": spreadsheet_letters,
    "A": lambda n: spreadsheet_letters(n).upper(),
    "i": roman,
    "I": lambda n: roman(n).upper(),
}


class Walk:
    """Walks through a page once."""

    def __init__(self, name: str, lines: int, root: Element) -> None:
        """Get ready to walk through a page of so many lines."""
        self._root = root
        self._writing = Writing(name, lines)
        self._sheet = StyleSheet(root)
        self._tables = Tables(self._writing, self._sheet, self._element)
        self._kept = False
        self._has_title = any(local(node) == "h1" for node in root.iter())
        self._titled = False
        self._has_main = any(_is_main(node) for node in root.iter())

    def document(self) -> Document | Problem:
        """Walk, and make the document of what was found."""
        self._element(self._root, Look())
        return self._writing.document()

    def _children(self, node: Element, look: Look) -> None:
        self._writing.text(node.text, look)
        for inner in node:
            self._element(inner, look)
            self._writing.text(inner.tail, look)

    def _element(self, node: Element, look: Look) -> None:
        self._writing.follow(node)
        name = local(node)
        if not name:
            note_comment(self._writing, node)
        elif name == "head":
            note_head(self._writing, node)
        elif name in CODE:
            leave_out(self._writing, node, Reason.CODE, name)
        elif name in UNSHOWN or self._sheet.hides(node):
            leave_out(self._writing, node, Reason.HIDDEN)
        elif name == "del":
            leave_out(self._writing, node, Reason.DELETED)
        elif name in EMBEDDED:
            note_object(self._writing, node, name)
        elif self._is_furniture(node, name):
            self._beside(node, look)
        elif name in _BLOCKS:
            self._block(node, name, self._sheet.look(node, look))
        else:
            self._inline(node, name, self._sheet.look(node, look))

    def _inline(self, node: Element, name: str, look: Look) -> None:
        if name == "br":
            self._writing.end_line()
        elif name == "input":
            self._field(node, look)
        elif name == "a":
            to = node.get("href", "").strip()
            to = to if is_safe_target(to) else ""
            self._children(node, replace(look, target=to or None))
        else:
            self._children(node, look)

    def _block(self, node: Element, name: str, look: Look) -> None:
        self._writing.flush()
        if name == "dd":
            self._writing.tighten()
        if name in _HEADINGS:
            self._titled = self._titled or name == "h1"
            look = replace(look, strong=False)
            before, self._writing.heading = self._writing.heading, _HEADINGS[name]
            self._children(node, look)
            self._writing.flush()
            self._writing.heading = before
        elif name in _LISTS:
            self._list(node, name, look)
        elif name == "table":
            self._table(node, look)
        elif name == "pre":
            before_, self._writing.verbatim = self._writing.verbatim, True
            self._children(node, look)
            self._writing.verbatim = before_
        elif _is_main(node):
            kept, self._kept = self._kept, True
            self._children(node, look)
            self._kept = kept
        else:
            self._children(node, look)
        if name == "p" and not inner_text(node):
            self._writing.into.add(Kind.PARAGRAPH, ())
        self._writing.flush()

    def _list(self, node: Element, name: str, look: Look) -> None:
        outer, self._writing.item = self._writing.item, None
        items = [inner for inner in node if local(inner) == "li"]
        step = -1 if name == "ol" and "reversed" in node.attrib else 1
        number = number_in(node.get("start")) or (len(items) if step < 0 else 1)
        number = number_in(node.get("start"), number)
        self._writing.text(node.text, look)
        self._writing.depth += 1
        for inner in node:
            if local(inner) == "li" and not self._sheet.hides(inner):
                number = number_in(inner.get("value"), number)
                kind = inner.get("type") or node.get("type") or "1"
                marker = "•"
                if name == "ol":
                    marker = f"{_NUMBERS.get(kind, str)(number)}."
                    number += step
                self._writing.item = marker, self._writing.depth - 1
            self._element(inner, look)
            self._writing.flush()
            self._writing.item = None
            self._writing.text(inner.tail, look)
        self._writing.depth -= 1
        self._writing.item = outer

    def _table(self, node: Element, look: Look) -> None:
        if self._tables.is_layout(node):
            self._children(node, look)
        else:
            self._tables.read(node, look)

    def _beside(self, node: Element, look: Look) -> None:
        """Leave out what belongs to the site and not to the text on the page."""
        self._writing.flush()
        told = " ".join(
            (node.get("id", ""), node.get("class", ""), node.get("aria-label", ""))
        )
        if _CONTENTS.search(told):
            leave_out(self._writing, node, Reason.CONTENTS)
            return
        into, kept = self._writing.into, self._kept
        self._writing.into, self._kept = Edge(into), True
        self._block(node, "div", self._sheet.look(node, look))
        self._writing.into, self._kept = into, kept

    def _is_furniture(self, node: Element, name: str) -> bool:
        """Whether an element clearly belongs to the site."""
        if self._kept and name != "nav":
            return False
        role = node.get("role", "")
        if isinstance(self._writing.into, Edge):
            return False
        if name == "nav" or role == "navigation":
            return True
        if name in _LISTS and self._is_way_about(node):
            return True
        stands_around = name in {"header", "footer"} or role in _FURNITURE
        titles = any(local(inner) == "h1" for inner in node.iter())
        return stands_around and self._has_main and not titles

    def _is_way_about(self, node: Element) -> bool:
        """Whether a list before the title is links alone, to the pages of the site."""
        follows = not self._titled and (self._has_main or self._has_title)
        items = [inner for inner in node if local(inner) == "li"]
        return follows and len(items) >= _FEWEST_LINKS and all(map(_is_link, items))

    def _field(self, node: Element, look: Look) -> None:
        kind = node.get("type", "text").casefold()
        if kind in {"checkbox", "radio"}:
            self._writing.text(
                CROSSED_BOX if "checked" in node.attrib else EMPTY_BOX, look
            )
        elif kind == "hidden":
            self._writing.aside(Reason.HIDDEN, node.get("value", ""))
        elif kind not in _BUTTONS:
            self._writing.text(f" {node.get('value', '')} ".replace("\n", " "), look)


def _is_link(item: Element) -> bool:
    """Whether an item of a list is one short link, and nothing besides."""
    links = [inner for inner in item.iter() if local(inner) == "a" and inner.get("href")]
    words = inner_text(item)
    alone = len(links) == 1 and inner_text(links[0]) == words
    return alone and 0 < len(words.split()) <= _WORDS_OF_LINK


_FEWEST_LINKS, _WORDS_OF_LINK = 2, 5


def _is_main(node: Element) -> bool:
    return local(node) in {"main", "article"} or (
        bool(local(node)) and node.get("role") == "main"
    )
