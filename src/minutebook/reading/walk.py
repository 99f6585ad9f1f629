"""One walk over the HTML of a body: its links, headings, ids and action lines."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from minutebook.reading.anchors import Anchors
from minutebook.reading.spot import Lines, Spot

_TAG = re.compile(
    r"""<(/?)([a-z][a-z0-9]*)([^>"]*(?:"[^"]*"[^>"]*)*)>([^<]*)""",
)
"""One tag of sanitised HTML (slash, name, attributes), and the text behind it."""

_PLACE = re.compile(r' data-sourcepos="(\d+):(\d+)-')
_ID = re.compile(r' id="([^"]+)"')
_TARGET = re.compile(r' (?:href|src)="([^"]+)"')

_ACTION_LINE = re.compile(
    r"\W*action(?: point)?s?(?: \d+)?(?:\s*:|\s+[\u2013-]\s)\s*(?!none\b|nil\b|n/a\b)\w",
    re.IGNORECASE,
)
_BEGINNING = 100
"""How much of a block tells whether it is an action line."""

_BLOCKS = frozenset(("p", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINKS = frozenset(("a", "img"))
_START = ' data-sourcepos="1:1-'


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a body."""

    level: int
    anchor: str
    text: str


class _Block:
    """A block that has begun: its own text, and whether it tracks an action."""

    __slots__ = ("place", "text", "tracked")

    def __init__(self, place: str) -> None:
        self.place = place
        self.text = ""
        self.tracked = False


class Walk:
    """Walks over safe HTML once and notes what is in it."""

    def __init__(self, markdown: str) -> None:
        """Take the body that the HTML was made from."""
        self.links: list[Spot] = []
        self.refused: list[Spot] = []
        self.headings: list[Heading] = []
        self.anchors: set[str] = set()
        self.bare_actions: list[Spot] = []
        self._lines = Lines(markdown)
        self._named = Anchors()
        self._blocks: list[_Block] = []
        self._heading: list[str] | None = None

    def over(self, safe: str) -> None:
        """Note what is in sanitised HTML with places."""
        place, blocks = _START, self._blocks
        for slash, tag, attributes, text in _TAG.findall(safe):
            if slash:
                if tag in _BLOCKS:
                    self._end(tag)
            else:
                if attributes:
                    place = self._attributes(tag, attributes) or place
                if tag in _BLOCKS:
                    blocks.append(_Block(place))
                    self._heading = [] if tag in _HEADINGS else self._heading
            if text and blocks:
                if len(blocks[-1].text) < _BEGINNING:
                    blocks[-1].text += html.unescape(text)[:_BEGINNING]
                if self._heading is not None:
                    self._heading.append(html.unescape(text))

    def _attributes(self, tag: str, attributes: str) -> str | None:
        """Note what the attributes of a tag say; give them if they tell a place."""
        if ' id="' in attributes:
            self.anchors.update(_ID.findall(attributes))
        if " data-sourcepos=" not in attributes:
            return None
        if tag in _LINKS:
            self._link(attributes)
        return attributes

    def _spot(self, text: str, place: str) -> Spot:
        match = _PLACE.search(place)
        line, column = match.groups() if match else (1, 1)
        return self._lines.spot(text, int(line), int(column))

    def _link(self, attributes: str) -> None:
        match = _TARGET.search(attributes)
        if match is None:
            self.refused.append(self._spot("", attributes))
            return
        target = html.unescape(match[1])
        self.links.append(self._spot(target, attributes))
        if "actions/" in target:
            for block in self._blocks:
                block.tracked = True

    def _end(self, tag: str) -> None:
        if self._heading is not None and tag in _HEADINGS:
            words = " ".join("".join(self._heading).split())
            anchor = self._named.name(words)
            self.anchors.add(anchor)
            self.headings.append(Heading(level=int(tag[1]), anchor=anchor, text=words))
            self._heading = None
        if self._blocks:
            block = self._blocks.pop()
            if block.text and _ACTION_LINE.match(block.text) and not block.tracked:
                text = " ".join(block.text.split())
                self.bare_actions.append(self._spot(text, block.place))
