"""Markup to a tree of elements: the home of lxml.

Nothing is fetched, nothing is defined, nothing grows: a text with definitions of its own
is refused before a parser sees it.
"""

from __future__ import annotations

import functools
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from minutebook.importing import limits
from minutebook.importing.formats.faults import Refused, damaged, has_entities, too_deep

__all__ = [
    "Element",
    "attribute",
    "child",
    "inner_text",
    "line_of",
    "local",
    "parse_html",
    "parse_xml",
    "path",
]

_DEFINES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_xml(name: str, data: bytes) -> Element:
    """Parse a part of the document `name`, or raise `Refused`."""
    text = _decoded(name, data)
    if _DEFINES.search(text):
        raise Refused(has_entities(name))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        problem = too_deep(name) if deep else damaged(name, "its markup breaks off")
        raise Refused(problem) from None
    _check_depth(name, root)
    return root


def parse_html(name: str, text: str) -> Element | None:
    """Parse a page as browsers do, whatever its markup; None if it has nothing."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    try:
        # An empty page gives None, whatever the stubs say.
        page: Any = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refused(too_deep(name))
    root: Element | None = page
    if root is not None:
        _check_depth(name, root)
    return root


def local(node: Element) -> str:
    """Name an element without its namespace; empty for a comment and the like."""
    tag: Any = node.tag
    return _local(tag) if isinstance(tag, str) else ""


def line_of(node: Element) -> int:
    """Give the line on which an element of a page begins, as far as that is known."""
    line: Any = node.sourceline
    return int(line or 0)


def attribute(node: Element | None, name: str) -> str | None:
    """Give an attribute by its name without a namespace."""
    if node is None:
        return None
    end = f"}}{name}"
    for key, value in node.attrib.items():
        if key == name or str(key).endswith(end):
            return str(value)
    return None


def child(node: Element | None, name: str) -> Element | None:
    """Give the first child of a name."""
    for found in () if node is None else node:
        if local(found) == name:
            return found
    return None


def path(node: Element | None, *names: str) -> Element | None:
    """Go down from child to child."""
    for name in names:
        node = child(node, name)
    return node


def inner_text(node: Element) -> str:
    """Give all text in an element on one line."""
    return " ".join(" ".join(str(part) for part in node.itertext()).split())


@functools.lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _decoded(name: str, data: bytes) -> str:
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(damaged(name, "its letters cannot be read")) from None


def _check_depth(name: str, root: Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.DEPTH:
            raise Refused(too_deep(name))
