"""Note bodies, read once: safe HTML, and what the rules ask about it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

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
_CODE = re.compile(r"(^|\n)(```|~~~).*?(\n\2|\Z)|`[^`\n]*`|<https?://[^>]*>", re.DOTALL)
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
    typed = _html_typed(markdown) if safe.html_left_out else ()
    return _Facts().take(safe.html, typed)


def _html_typed(markdown: str) -> tuple[Spot, ...]:
    """Find the HTML that the engine left out, one spot a line."""
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), markdown)
    spots: dict[int, Spot] = {}
    for match in _HTML_TAG.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        spots.setdefault(line, Spot(text=match[0], line=line, column=column))
    return tuple(spots.values())


@dataclass(slots=True)
class _Block:
    """A block that has begun: its own text, and whether it tracks an action."""

    tag: str
    spot: Spot
    text: str = ""
    tracked: bool = False


class _Facts:
    """Walks over safe HTML once and notes what is in it."""

    def __init__(self) -> None:
        self._links: list[Spot] = []
        self._refused: list[Spot] = []
        self._headings: list[Heading] = []
        self._anchors: set[str] = set()
        self._bare: list[Spot] = []
        self._words: list[str] = []
        self._blocks: list[_Block] = []
        self._heading: tuple[str, list[str]] | None = None
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
            self._here = Spot(text="", line=int(line), column=int(column))
        if attributes.get("id"):
            self._anchors.add(attributes["id"])
        if tag in _BLOCKS:
            self._blocks.append(_Block(tag=tag, spot=self._here))
        if tag in ("pre", "code"):
            self._in_code += 1
        if re.fullmatch("h[1-6]", tag):
            self._heading = (attributes.get("id", ""), [])
        if tag in ("a", "img") and "data-sourcepos" in attributes:
            self._link(
                html.unescape(attributes.get("href") or attributes.get("src") or "")
            )

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
        if self._blocks:
            self._blocks[-1].text += text
        if self._heading:
            self._heading[1].append(text)
        if not self._in_code:
            self._words.append(text)

    def _end(self, tag: str) -> None:
        if tag in ("pre", "code"):
            self._in_code -= 1
        if self._heading and re.fullmatch("h[1-6]", tag):
            anchor, texts = self._heading
            words = " ".join("".join(texts).split())
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
