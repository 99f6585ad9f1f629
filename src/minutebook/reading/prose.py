"""Note bodies, read once: safe HTML, and what the rules ask about it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.reading.anchors import Anchors
from minutebook.reading.markdown import to_safe_html

TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)")
"""One tag (slash, name, attributes) or one run of text of sanitised HTML."""

ATTRIBUTE = re.compile(r"([a-z-]+)(?:=\"([^\"]*)\")?")
"""One attribute of a tag of sanitised HTML: name, and value still escaped."""

_ACTION_LINE = re.compile(
    r"\W*action(?: point)?s?(?: \d+)?(?:\s*:|\s+[\u2013-]\s)\s*(?!none\b|nil\b|n/a\b)\w",
    re.IGNORECASE,
)
_HTML_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>?")
_CODE = re.compile(
    r"(^|\n)(```|~~~).*?(\n\2|\Z)|`[^`\n]*`|<https?://[^>\s]{0,2000}>", re.DOTALL
)
_BEGINNING = 100
"""How much of a block tells whether it is an action line."""

_LONG_LINE = 10_000
"""Letters are not counted in longer lines: the place is about right, and soon found."""

_BLOCKS = {"p", "li", "td", "h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Something in a body: its text, and where it stands. Lines count from one."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a body."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body, read once: safe HTML, and what the rules ask about it."""

    html: str
    """Sanitised. Links are as typed; `data-sourcepos` still tells their place."""

    links: tuple[Spot, ...]
    """Targets of links and pictures, as typed."""

    refused: tuple[Spot, ...]
    """Links and pictures that lead where notes may not lead; their targets are gone."""

    headings: tuple[Heading, ...]

    anchors: frozenset[str]
    """Every id a link may end at."""

    bare_actions: tuple[Spot, ...]
    """Blocks that begin `Action:` and link to no action record."""

    html_typed: tuple[Spot, ...]
    """HTML that was typed into the body, and is left out."""

    words: str
    """The plain text, code left out."""


def read_prose(markdown: str) -> Prose:
    """Read a body. Never raises: every text is some Markdown."""
    safe = to_safe_html(markdown)
    typed = tuple(_html_typed(markdown)) if safe.html_left_out else ()
    return _Facts(markdown).take(safe.html, typed)


def _html_typed(markdown: str) -> Iterator[Spot]:
    """Find the HTML that the engine left out, one spot a line."""
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), markdown)
    for number, line in enumerate(text.split("\n"), start=1):
        match = _HTML_TAG.search(line)
        if match:
            yield Spot(text=match[0], line=number, column=match.start() + 1)
    opened = text.rfind("<!--")
    if opened > text.rfind("-->"):
        above = text.count("\n", 0, opened)
        column = opened - text.rfind("\n", 0, opened)
        yield Spot(text="<!--", line=above + 1, column=column)


@dataclass(slots=True)
class _Block:
    """A block that has begun: its own text, and whether it tracks an action."""

    tag: str
    spot: Spot
    text: str = ""
    tracked: bool = False


class _Facts:
    """Walks over safe HTML once and notes what is in it."""

    def __init__(self, markdown: str) -> None:
        self._lines = markdown.split("\n")
        self._named = Anchors()
        self._links: list[Spot] = []
        self._refused: list[Spot] = []
        self._headings: list[Heading] = []
        self._anchors: set[str] = set()
        self._bare: list[Spot] = []
        self._words: list[str] = []
        self._blocks: list[_Block] = []
        self._heading: list[str] | None = None
        self._in_code = 0
        self._here = Spot(text="", line=1, column=1)

    def take(self, safe: str, typed: tuple[Spot, ...]) -> Prose:
        for slash, tag, attributes, text in TOKEN.findall(safe):
            if text:
                self._text(html.unescape(text))
            elif slash:
                self._end(tag)
            else:
                self._start(tag, dict(ATTRIBUTE.findall(attributes)))
        return Prose(
            html=safe,
            links=tuple(self._links),
            refused=tuple(self._refused),
            headings=tuple(self._headings),
            anchors=frozenset(self._anchors),
            bare_actions=tuple(self._bare),
            html_typed=typed,
            words="".join(self._words),
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if "data-sourcepos" in attributes:
            start = attributes["data-sourcepos"].partition("-")[0]
            line, _, column = start.partition(":")
            self._here = self._spot(int(line), int(column))
        if attributes.get("id"):
            self._anchors.add(attributes["id"])
        if tag in _BLOCKS:
            self._blocks.append(_Block(tag=tag, spot=self._here))
        if tag in ("pre", "code"):
            self._in_code += 1
        if re.fullmatch("h[1-6]", tag):
            self._heading = []
        if tag in ("a", "img") and "data-sourcepos" in attributes:
            self._link(
                html.unescape(attributes.get("href") or attributes.get("src") or "")
            )

    def _spot(self, line: int, column: int) -> Spot:
        """Tell a place in letters; the engine counts bytes."""
        typed = self._lines[line - 1] if line <= len(self._lines) else ""
        if len(typed) < _LONG_LINE and not typed.isascii():
            column = len(typed.encode()[: column - 1].decode("utf-8", "ignore")) + 1
        return Spot(text="", line=line, column=column)

    def _link(self, target: str) -> None:
        if not target:
            self._refused.append(self._here)
            return
        self._links.append(
            Spot(text=target, line=self._here.line, column=self._here.column)
        )
        if "actions/" in target:
            for block in self._blocks:
                block.tracked = True

    def _text(self, text: str) -> None:
        if self._blocks and len(self._blocks[-1].text) < _BEGINNING:
            self._blocks[-1].text += text[:_BEGINNING]
        if self._heading is not None:
            self._heading.append(text)
        if not self._in_code:
            self._words.append(text)

    def _end(self, tag: str) -> None:
        if tag in ("pre", "code"):
            self._in_code -= 1
        if self._heading is not None and re.fullmatch("h[1-6]", tag):
            words = " ".join("".join(self._heading).split())
            anchor = self._named.name(words)
            self._anchors.add(anchor)
            self._headings.append(Heading(level=int(tag[1]), anchor=anchor, text=words))
            self._heading = None
        if tag in _BLOCKS and self._blocks:
            block = self._blocks.pop()
            self._words.append("\n")
            if _ACTION_LINE.match(block.text) and not block.tracked:
                self._bare.append(
                    Spot(
                        text=" ".join(block.text.split()),
                        line=block.spot.line,
                        column=block.spot.column,
                    )
                )
