"""What the rules ask about a body, found in its HTML: links, headings, action lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from minutebook.reading.anchors import Anchors

_TAG = re.compile(r"<[^>]*>")
"""Sanitised HTML has `<` and `>` at the ends of a tag and nowhere else."""

_TAG_AND_TEXT = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>([^<]*)")
"""One tag (slash, name, attributes), and the text behind it."""

_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'<[^>]* id="([^"]+)"')
_LINK = re.compile(r"<(?:a|img)(?=[ >])([^>]*)>")
_TARGET = re.compile(r' (?:href|src)="([^"]+)"')
_MADE = (' id="', ' class="')
"""What a link of a footnote has, and one that was typed has not."""

_ACTION_LINE = re.compile(
    r"\W*action(?: point)?s?(?: \d+)?(?:\s*:|\s+[\u2013-]\s)\s*(?!none\b|nil\b|n/a\b)\w",
    re.IGNORECASE,
)
_ACTION_MAYBE = re.compile(
    r">(?:[^\w<&]|&[a-z]+;)*{}".format(r"(?:<[^>]*>)*".join("action")), re.IGNORECASE
)
"""The word at the beginning of a text behind a tag; there may be tags in it, too."""

_BEGINNING = 100
"""How much of a block tells whether it is an action line."""

_BLOCKS = frozenset(("p", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6"))
_LINKS = frozenset(("a", "img"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a body."""

    level: int
    anchor: str
    text: str


class Found(NamedTuple):
    """Something in a body, and the attributes of the tag that may tell its place."""

    text: str
    attributes: str


def links(safe: str) -> Iterator[Found]:
    """List the targets of links and pictures, as typed; empty for one that is gone."""
    for attributes in _LINK.findall(safe):
        if _is_typed(attributes):
            yield Found(_target(attributes), attributes)


def headings(safe: str) -> Iterator[Heading]:
    """List the headings, each with an anchor of its own."""
    named = Anchors()
    for level, inside in _HEADING.findall(safe):
        text = " ".join(html.unescape(_TAG.sub("", inside)).split())
        yield Heading(level=int(level), anchor=named.name(text), text=text)


def ids(safe: str) -> Iterator[str]:
    """List the ids that the engine gave."""
    if ' id="' in safe:
        yield from _ID.findall(safe)


class _Block:
    """A block that has begun: its own text, and whether it tracks an action."""

    __slots__ = ("place", "text", "tracked")

    def __init__(self, place: str) -> None:
        self.place = place
        self.text = ""
        self.tracked = False


def bare_actions(safe: str) -> Iterator[Found]:
    """List the blocks that begin `Action:` and link to no action record."""
    if _ACTION_MAYBE.search(safe) is None:
        return
    place, blocks = "", list[_Block]()
    for slash, tag, attributes, text in _TAG_AND_TEXT.findall(safe):
        if not slash:
            place = attributes if _tells_a_place(attributes) else place
            if tag in _LINKS and _tracks(attributes):
                for block in blocks:
                    block.tracked = True
            if tag in _BLOCKS:
                blocks.append(_Block(place))
        elif tag in _BLOCKS and blocks:
            block = blocks.pop()
            if not block.tracked and _ACTION_LINE.match(block.text):
                yield Found(" ".join(block.text.split()), block.place)
        if text and blocks and len(blocks[-1].text) < _BEGINNING:
            blocks[-1].text += html.unescape(text)[:_BEGINNING]


def _tells_a_place(attributes: str) -> bool:
    return " data-sourcepos=" in attributes


def _tracks(attributes: str) -> bool:
    """Whether a link leads to the record of an action."""
    return _is_typed(attributes) and "actions/" in _target(attributes)


def _is_typed(attributes: str) -> bool:
    return not any(made in attributes for made in _MADE)


def _target(attributes: str) -> str:
    match = _TARGET.search(attributes)
    return html.unescape(match[1]) if match else ""
