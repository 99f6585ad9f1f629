"""What is written down on the way through a web page: paragraphs, and lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.gathering import Gathering
from minutebook.importing.formats.into import Edge, Into
from minutebook.importing.formats.webpage.looks import Look
from minutebook.importing.formats.xml import Element, line_of, local
from minutebook.importing.inline import Run
from minutebook.problems import Problem

_WHITE = re.compile(r"[ \t\f]+")
_LARGEST_LINE = 65_535
"""Beyond this line, the parser counts no more: we count ourselves."""


@dataclass(slots=True)
class _Paragraph:
    """What stands since the last block began."""

    runs: list[Run] = field(default_factory=list)
    first: int = 0
    last: int = 0
    tight: bool = False


class Writing:
    """Takes the words of a page, and makes blocks of them and lines."""

    def __init__(self, name: str, lines: int) -> None:
        """Get ready for a page of so many lines."""
        self._gathering = Gathering(name)
        self.into: Into = self._gathering
        self.heading = 0
        """The level of the heading that is being written; 0 within none."""

        self.item: tuple[str, int] | None = None
        """The marker and the depth of the item that begins next."""

        self.verbatim = False
        """Whether ends of lines count, as within `pre`."""

        self.depth = 0
        """How many lists stand around."""

        self._words = [""] * lines
        self._line = 1
        self._now = _Paragraph()

    def document(self) -> Document | Problem:
        """Make the document of what was written."""
        self.flush()
        self._gathering.lines = [" ".join(words.split()) for words in self._words]
        return self._gathering.document()

    def within(self, cell: Into, read: Callable[[], None]) -> None:
        """Write what is read into a cell, where lists and headings begin anew."""
        around, depth = (self.into, self.item, self.heading), self.depth
        self.into, self.item, self.heading, self.depth = cell, None, 0, 0
        read()
        self.flush()
        (self.into, self.item, self.heading), self.depth = around, depth

    def tighten(self) -> None:
        """Say that what comes stands straight below the last block."""
        self._now.tight = True

    def aside(self, reason: Reason, text: str) -> None:
        """Note what is left out here."""
        if text.strip():
            self._words[self._line - 1] += f" {text} "
            self.into.aside(reason, text, self._line)

    def follow(self, node: Element) -> None:
        """Go on to the line that an element is on, as the parser tells it."""
        line = line_of(node)
        if local(node) and self._line < line < _LARGEST_LINE:
            self._line = min(line, len(self._words))

    def text(self, text: str | None, look: Look) -> None:
        """Take words, and follow the lines they stand on."""
        for number, part in enumerate((text or "").split("\n")):
            if number:
                self._line = min(self._line + 1, len(self._words))
                if self.verbatim:
                    self.end_line()
                else:
                    self._take(" ", look)
            self._take(part, look)

    def _take(self, part: str, look: Look) -> None:
        if not self.verbatim:
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
        first = isinstance(self.into, Edge) and self._now.first
        self._words[(first or self._line) - 1] += part
        if part.strip():
            self._now.last = self._line

    def end_line(self) -> None:
        """End a line within a paragraph; two in a row make a gap."""
        tight = bool(self._now.first)
        if not tight:
            self.into.add(Kind.PARAGRAPH, ())
        self.flush()
        self._now.tight = tight

    def flush(self) -> None:
        """End a block, if there is one."""
        now, self._now = self._now, _Paragraph()
        self._words[self._line - 1] += " "
        if not now.first:
            self._now.tight = False
            return
        span = now.first, now.last
        marker, depth = self.item or ("", 0)
        kind = Kind.ITEM if self.item else Kind.PARAGRAPH
        if self.heading:
            kind, depth = Kind.HEADING, self.heading
        self.into.add(
            kind, now.runs, level=depth, marker=marker, tight=now.tight, span=span
        )
        self.item = None

    def skip(self, newlines: int) -> None:
        """Go on by some lines of which nothing is written."""
        self._line = min(self._line + newlines, len(self._words))
