"""Paragraphs to blocks: what is a heading, an item, a row of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutebook.importing.document import Aside, Block, Kind
from minutebook.importing.formats.pdf.hyphens import Vocabulary
from minutebook.importing.formats.pdf.lines import Line
from minutebook.importing.formats.pdf.measures import Measures
from minutebook.importing.formats.pdf.paragraphs import (
    Gatherer,
    Paragraph,
    capitals_of,
)
from minutebook.importing.formats.pdf.rows import Rows
from minutebook.importing.formats.pdf.runs import runs_of, without
from minutebook.importing.inline import Inline, inline_of

_LARGER = 1.07
_LONGEST_LARGE, _LONGEST_BOLD = 250, 100
_BARE = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_MONTH = re.compile(
    r"\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_TAB = 0.7
_DEEPER = 0.6
_LAST_LEVEL = 9


@dataclass(slots=True, kw_only=True)
class Blocks:
    """Makes blocks of the lines of a document."""

    measures: Measures
    words: Vocabulary
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    _indents: list[float] = field(default_factory=list)
    _levels: list[tuple[float, bool]] = field(default_factory=list)

    def read(self, lines: Sequence[Line], printed: list[str]) -> None:
        """Read all lines; rows of tables are written into `printed`."""
        gatherer = Gatherer(measures=self.measures, capitals=capitals_of(lines))
        paragraphs = gatherer.gather(lines)
        self._levels = self._ranks(paragraphs)
        rows = Rows(measures=self.measures, words=self.words, printed=printed)
        for n, paragraph in enumerate(paragraphs):
            table = paragraph.first.table
            if table is not None:
                self.asides += rows.read(paragraph.first, table, self.blocks)
                self._indents.clear()
                continue
            rows.interrupt()
            self.blocks.append(self._block(paragraph, paragraphs, n))

    def _block(self, paragraph: Paragraph, all_of: Sequence[Paragraph], n: int) -> Block:
        runs = runs_of(paragraph.lines, self.words, plain=self.measures.bold)
        inline = inline_of(runs)
        marker = paragraph.mark.text if paragraph.mark else ""
        if marker and inline.text.startswith(marker):
            rest = inline.text[len(marker) :].lstrip()
            inline = without(runs, len(inline.text) - len(rest))
        heading = self._is_heading(paragraph, inline) and not (
            self._is_crowded(all_of, n) and not self._is_large(paragraph)
        )
        if heading and not marker:
            bare = self._bare_number(paragraph, inline)
            if bare:
                marker = bare
                inline = without(runs, len(bare) + 1)
        block = Block(
            kind=Kind.HEADING if heading else Kind.ITEM if marker else Kind.PARAGRAPH,
            text=inline.text,
            line=paragraph.first.number,
            end=paragraph.last.number,
            page=paragraph.first.page,
            marker=marker,
            strong=inline.strong,
            tight=paragraph.tight,
            markdown=inline.markdown,
        )
        return replace(block, level=self._level(paragraph, block))

    def _level(self, paragraph: Paragraph, block: Block) -> int:
        if block.kind is Kind.HEADING:
            self._indents.clear()
            return min(_LAST_LEVEL, self._levels.index(_look(paragraph)) + 1)
        first = paragraph.first
        indent = first.x0 - self.measures.left(first)
        em = first.size
        while self._indents and indent < self._indents[-1] - _DEEPER * em:
            self._indents.pop()
        if block.kind is not Kind.ITEM:
            if self._indents and indent <= self._indents[0] + _DEEPER * em:
                self._indents.clear()
            return 0
        if not self._indents or indent > self._indents[-1] + _DEEPER * em:
            self._indents.append(indent)
        return len(self._indents) - 1

    def _ranks(self, paragraphs: Sequence[Paragraph]) -> list[tuple[float, bool]]:
        """Put the looks of headings in order, the highest first."""
        looks = {_look(p) for p in paragraphs if p.first.table is None}
        return sorted(looks, reverse=True)

    def _is_large(self, paragraph: Paragraph) -> bool:
        return paragraph.first.size >= self.measures.size * _LARGER

    def _is_heading(self, paragraph: Paragraph, inline: Inline) -> bool:
        if paragraph.mark and not any(sign.isalnum() for sign in paragraph.mark.text):
            return False
        if not any(sign.isalpha() for sign in inline.text):
            return False
        if self._is_large(paragraph):
            return len(inline.text) <= _LONGEST_LARGE
        if self.measures.bold or not paragraph.bold:
            return False
        if paragraph.first.size < self.measures.size / _LARGER:
            return False
        ends = inline.text.rstrip("'\"’”)")[-1:]
        short = len(inline.text) <= _LONGEST_BOLD and len(paragraph.lines) <= 2  # noqa: PLR2004
        return short and ends not in {".", ";", ","} and not inline.text[0].islower()

    def _is_crowded(self, paragraphs: Sequence[Paragraph], n: int) -> bool:
        """Whether bold lines stand straight above and below, as in a bold list."""
        bold = [
            p.bold and p.first.table is None and p.first.size == paragraphs[n].first.size
            for p in paragraphs[max(0, n - 1) : n + 2]
        ]
        after = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        above = n > 0 and paragraphs[n].tight and bold[0]
        below = after is not None and after.tight and bold[-1]
        return above or below

    def _bare_number(self, paragraph: Paragraph, inline: Inline) -> str:
        """Give a number without a stop that stands apart before a heading."""
        found = _BARE.match(inline.text)
        words = paragraph.first.words
        if not found or _MONTH.match(inline.text) or len(words) == 1:
            return ""
        apart = words[1].x0 - words[0].x1 > _TAB * paragraph.first.size
        return found[1] if apart and words[0].text == found[1] else ""


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    return round(paragraph.first.size * 2) / 2, paragraph.bold
