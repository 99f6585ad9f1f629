"""The way down the lines of a text, which gathers blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from minutebook.importing.document import Aside, Block, Kind, Reason
from minutebook.importing.formats.text.columns import is_rule
from minutebook.importing.formats.text.fences import fences_of
from minutebook.importing.formats.text.joining import (
    LONG,
    USUAL_WIDTH,
    are_fields,
    begins_label,
    breaks_off,
    indent_of,
    marked_within,
    unbroken,
)
from minutebook.importing.formats.text.tables import Row, table_at
from minutebook.importing.formats.text.wrapping import goes_on, width_of
from minutebook.importing.inline import Inline, dropped_targets, read_inline
from minutebook.importing.markers import (
    Marked,
    counted_lines,
    counting_capitals,
    is_capital,
    marked,
    split_number,
)

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*")
_WIKI_HEADING = re.compile(r"(={2,6})\s*([^=].*?)\s*\1\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,}|~{3,})\s*")
_PAGE_NUMBER = re.compile(
    r"\s*(?:page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–]\s*\d{1,4}\s*[-–]"
    r"|\d{1,4}\s*\|\s*page)\s*",
    re.IGNORECASE,
)
_TAGS_ONLY = re.compile(r"\s*(?:</?[a-zA-Z][^<>]*>\s*)+")
_LONGEST_UNDERLINED = 90
_WIDEST_GAP = 2
"""Empty lines in a sentence that goes on over a page."""

_LONGEST_FIELDS = 60
"""Lines of front matter at most."""


@dataclass(slots=True, kw_only=True)
class Walk:
    """Walks down the lines once and gathers blocks."""

    lines: Sequence[str]
    at: int = 0
    table: int = 0
    gap: bool = True
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    width: int = 0
    capitals: frozenset[str] = frozenset()
    counted: frozenset[int] = frozenset()
    fences: Mapping[int, int] = field(default_factory=dict)

    def read(self) -> None:
        """Read all lines."""
        self.width = width_of(self.lines)
        found = (marked(line.strip()) for line in self.lines)
        self.capitals = counting_capitals(mark for mark in found if mark)
        self.counted = counted_lines(self.lines)
        self.fences = fences_of(self.lines)
        self._targets()
        self._front_matter()
        while self.at < len(self.lines):
            self._next()

    def _targets(self) -> None:
        """Set aside where links led that lose their target."""
        for n, line in enumerate(self.lines):
            for target in dropped_targets(line) if "](" in line else ():
                aside = Aside(reason=Reason.TARGET, text=target, line=n + 1)
                self.asides.append(aside)

    def _front_matter(self) -> None:
        first = next((n for n, line in enumerate(self.lines) if line.strip()), None)
        if first is None or self.lines[first].strip() != "---":
            return
        for end in range(first + 1, min(len(self.lines), first + _LONGEST_FIELDS)):
            line = self.lines[end].strip()
            if line in {"---", "..."}:
                if end > first + 1:
                    for n in range(first, end + 1):
                        self._aside(Reason.METADATA, n)
                    self.at = end + 1
                return
            if line and not re.match(r"[\w-]+\s*:|- |#|[\w\"']", line):
                return

    def _next(self) -> None:
        line = self.lines[self.at]
        if "\f" in line and not line.strip():
            self.at += 1
        elif not line.strip():
            self.gap = True
            self.at += 1
        elif self.at in self.fences:
            self._fenced(self.fences[self.at])
        elif "<!--" in line and line.strip().startswith("<!--"):
            self._comment()
        elif _PAGE_NUMBER.fullmatch(line) and self._stands_alone():
            self._aside(Reason.PAGE_NUMBER, self.at)
            self.at += 1
        elif is_rule(line) or line.strip().startswith("```") or self._only_tags(line):
            self.gap = True
            self.at += 1
        else:
            self._words()

    def _fenced(self, end: int) -> None:
        """Read a block of code: each of its lines as it stands."""
        self.gap = True
        for n in range(self.at + 1, end):
            text = " ".join(self.lines[n].split())
            if text:
                self.blocks.append(_quoted(text, n, tight=not self.gap))
            self.gap = not text
        self.gap = True
        self.at = end + 1

    def _only_tags(self, line: str) -> bool:
        return _TAGS_ONLY.fullmatch(line) is not None and not read_inline(line).text

    def _words(self) -> None:
        line = self.lines[self.at]
        heading = _HEADING.fullmatch(line)
        wiki = _WIKI_HEADING.fullmatch(line.strip())
        if heading and heading[2] and line.strip()[:2] != "#!":
            self._heading(len(heading[1]), heading[2], 1)
        elif wiki:
            self._heading(len(wiki[1]) - 1, wiki[2], 1)
        elif self._underlined():
            level = 1 if self.lines[self.at + 1].strip()[0] == "=" else 2
            self._heading(level, line.strip(), 2)
        elif not self._table():
            self._prose()

    def _stands_alone(self) -> bool:
        around = (self.at - 1, self.at + 1)
        return all(not self.lines[n].strip() for n in around if 0 <= n < len(self.lines))

    def _underlined(self) -> bool:
        """Whether the line is a heading with a line drawn below it."""
        if self.at + 1 >= len(self.lines) or not self.gap:
            return False
        line, below = self.lines[self.at].strip(), self.lines[self.at + 1]
        mark = marked(line)
        bulleted = mark is not None and not any(sign.isalnum() for sign in mark.marker)
        short = len(line) <= _LONGEST_UNDERLINED and "|" not in line and not bulleted
        return short and _UNDERLINE.fullmatch(below) is not None

    def _heading(self, level: int, text: str, taken: int) -> None:
        mark = marked(text)
        inline = read_inline(mark.rest if mark and not self._is_name(mark) else text)
        marker = mark.marker if mark and not self._is_name(mark) else ""
        if inline.text:
            self._add(Kind.HEADING, inline, self.at, self.at, level=level, marker=marker)
        self.at += taken
        self.gap = True

    def _table(self) -> bool:
        """Read a table, if one begins here."""
        found = table_at(self.lines, self.at)
        if found is None:
            return False
        self.table += 1
        for row in found.rows:
            self._add_row(row)
        self.at = found.end
        return True

    def _prose(self) -> None:
        """Read an item or a paragraph, with the lines it goes on over."""
        first = self.at
        line = self.lines[first].replace("\f", "").strip()
        mark = marked(line) or marked_within(line)
        if first in self.counted:
            mark = split_number(line)
        if mark and self._is_name(mark):
            mark = None
        words = [mark.rest if mark else line]
        indent = indent_of(self.lines[first])
        while self._continues(mark, indent):
            self.at += 1
            words.append(self.lines[self.at].strip())
        inline = read_inline(unbroken(words))
        kind = Kind.ITEM if mark else Kind.PARAGRAPH
        if inline.text:
            marker = mark.marker if mark else ""
            self._add(kind, inline, first, self.at, level=indent // 2, marker=marker)
        self.at += 1

    def _continues(self, mark: Marked | None, indent: int) -> bool:
        """Whether the next line is the rest of this one."""
        if self.at + 1 >= len(self.lines):
            return False
        line, after = self.lines[self.at], self.lines[self.at + 1]
        if not after.strip():
            return self._over_a_page()
        if self._begins_something(after) or are_fields(line, after):
            return False
        if begins_label(line, after):
            return False
        if goes_on(line, after, self.width):
            return True
        hanging = mark is not None and indent_of(after) > indent and bool(mark.marker)
        full = len(line.rstrip()) >= (self.width or USUAL_WIDTH) * 0.6
        labelled = re.match(r"\s*[A-Z][\w ]{0,20}:(?:\s|$)", after)
        return hanging and full and not labelled

    def _over_a_page(self) -> bool:
        """Whether a sentence goes on after a gap, as text taken from pages has it."""
        n = self.at + 1
        while (
            n < len(self.lines)
            and not self.lines[n].strip()
            and n - self.at <= _WIDEST_GAP
        ):
            n += 1
        if n >= len(self.lines) or not self.lines[n].strip():
            return False
        before, after = self.lines[self.at], self.lines[n]
        if self._begins_something(after) or len(before.strip()) < LONG:
            return False
        if not (goes_on(before, after, 0) or breaks_off(before, after)):
            return False
        self.at = n - 1
        return True

    def _begins_something(self, line: str) -> bool:
        text = line.strip()
        mark = marked(text)
        return bool(
            (mark and not self._is_name(mark))
            or _HEADING.fullmatch(line)
            or is_rule(line)
            or text.startswith(("```", "|", "<"))
            or re.match(
                r"\[?(?:action|decision|resolved|agreed)\b.{0,30}[:\]]",
                text,
                re.IGNORECASE,
            )
        )

    def _is_name(self, mark: Marked) -> bool:
        return is_capital(mark.marker) and mark.marker not in self.capitals

    def _comment(self) -> None:
        """Leave out what a page of the web would not show."""
        while self.at < len(self.lines):
            done = "-->" in self.lines[self.at]
            self._aside(Reason.HIDDEN, self.at)
            self.at += 1
            if done:
                return

    def _aside(self, reason: Reason, n: int) -> None:
        text = " ".join(self.lines[n].split())
        if text:
            self.asides.append(Aside(reason=reason, text=text, line=n + 1))

    def _add_row(self, row: Row) -> None:
        if not any(row.cells):
            return
        self.blocks.append(
            Block(
                kind=Kind.ROW,
                text=" | ".join(cell.replace("\n", " ") for cell in row.cells if cell),
                line=row.first + 1,
                end=row.last + 1,
                tight=not self.gap,
                table=self.table,
                cells=row.cells,
            )
        )
        self.gap = False

    def _add(
        self,
        kind: Kind,
        inline: Inline,
        first: int,
        last: int,
        *,
        level: int = 0,
        marker: str = "",
    ) -> None:
        self.blocks.append(
            Block(
                kind=kind,
                text=inline.text,
                line=first + 1,
                end=last + 1,
                level=level if kind is not Kind.PARAGRAPH else 0,
                marker=marker,
                strong=inline.strong,
                tight=not self.gap,
                markdown=inline.markdown,
            )
        )
        self.gap = False


def _quoted(text: str, n: int, *, tight: bool) -> Block:
    return Block(
        kind=Kind.PARAGRAPH, text=text, line=n + 1, end=n + 1, tight=tight, quoted=True
    )
