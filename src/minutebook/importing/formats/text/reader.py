"""Plain text and Markdown: lines to blocks.

Both are read by one reader: people put Markdown's marks into text, and write Markdown
that is no more than text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from minutebook.importing.document import Aside, Block, Document, Kind, Reason
from minutebook.importing.formats.text.columns import is_rule
from minutebook.importing.formats.text.fences import fences_of
from minutebook.importing.formats.text.tables import Row, table_at
from minutebook.importing.formats.text.wrapping import goes_on, width_of
from minutebook.importing.inline import Inline, dropped_targets, read_inline
from minutebook.importing.markers import (
    Marked,
    counted_lines,
    counting_capitals,
    is_bullet,
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
TAG = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|span|div|font|li|ul|ol)\b[^<>]*>", re.IGNORECASE
)
"""Marks of HTML that people leave in text."""

_TAGS_ONLY = re.compile(r"\s*(?:</?[a-zA-Z][^<>]*>\s*)+")
_LONGEST_UNDERLINED = 90
_STOPS = frozenset(".?!")
_LABEL = re.compile(r"\s*[A-Z][^.:;?!]{2,50}:\s+\S")
"""Behind the end of a sentence, a label begins a line of its own."""

_USUAL_WIDTH = 80
_WIDEST_GAP, _LONG = 2, 60
"""Empty lines in a sentence that goes on over a page, and how long its first part is."""

_LONGEST_FIELDS = 60
"""Lines of front matter at most."""


def read_plain(name: str, data: bytes) -> Document:
    """Read a text: in UTF-8, UTF-16 with its mark, or else in Windows-1252."""
    lines = re.split(r"\r\n|\r|\n|\x0b|\x85|\u2028|\u2029", text_of(data))
    while lines and not lines[-1].strip():
        lines.pop()
    reader = _Reader(lines=[_QUOTED.sub("", line) for line in lines])
    reader.read()
    return Document(
        name=name,
        blocks=tuple(reader.blocks),
        lines=tuple(TAG.sub(" ", line).strip("\f\ufeff").rstrip() for line in lines),
        asides=tuple(reader.asides),
    )


_QUOTED = re.compile(r"^ {0,3}(?:> ?)+")
"""The signs before the lines of a message that another one quotes."""


def text_of(data: bytes) -> str:
    """Turn bytes into text; signs that nobody sees are left out."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    text = re.sub("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]", "", text)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@dataclass(slots=True, kw_only=True)
class _Reader:
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
        mark = marked(line) or _marked_within(line)
        if first in self.counted:
            mark = split_number(line)
        if mark and self._is_name(mark):
            mark = None
        words = [mark.rest if mark else line]
        indent = _indent(self.lines[first])
        while self._continues(mark, indent):
            self.at += 1
            words.append(self.lines[self.at].strip())
        inline = read_inline(_unbroken(words))
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
        if self._begins_something(after) or _are_fields(line, after):
            return False
        if line.rstrip()[-1:] in _STOPS and _LABEL.match(after):
            return False
        if goes_on(line, after, self.width):
            return True
        hanging = mark is not None and _indent(after) > indent and bool(mark.marker)
        full = len(line.rstrip()) >= (self.width or _USUAL_WIDTH) * 0.6
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
        if self._begins_something(after) or len(before.strip()) < _LONG:
            return False
        if not (goes_on(before, after, 0) or _breaks_off(before, after)):
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


def _marked_within(line: str) -> Marked | None:
    """Cut off a number that is emphasised together with its text: `**3. Finance**`."""
    sign = next((sign for sign in ("**", "__") if line.startswith(sign)), "")
    found = marked(line.removeprefix(sign)) if sign else None
    if found is None or is_bullet(found.marker) or not found.marker:
        return None
    return Marked(marker=found.marker, rest=sign + found.rest)


def _quoted(text: str, n: int, *, tight: bool) -> Block:
    return Block(
        kind=Kind.PARAGRAPH, text=text, line=n + 1, end=n + 1, tight=tight, quoted=True
    )


_FIELD = re.compile(r"\s*[a-z][a-z'’]*(?: [a-z'’]+){0,3}\s*[:=]\s+\S")


def _are_fields(before: str, after: str) -> bool:
    """Whether both lines begin with a label in small letters, as `there: ...`."""
    return bool(_FIELD.match(before) and _FIELD.match(after))


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _breaks_off(before: str, after: str) -> bool:
    """Whether one paragraph stops in mid-sentence, and the next ends one."""
    sentences = re.search(r"[.?!]\s+[A-Z]", before) and len(before) >= _USUAL_WIDTH
    stops = before.rstrip()[-1:].isalpha() and not before.isupper()
    ends = after.rstrip().endswith(".") and len(after) >= _LONG
    return bool(sentences and stops and ends)


def _unbroken(words: Sequence[str]) -> str:
    """Join the lines of a paragraph, mending words that were broken at a hyphen."""
    joined = words[0]
    for word in words[1:]:
        joined = _joined(joined, word)
    return joined


def _joined(before: str, after: str) -> str:
    """Join two lines; a hyphen is kept, as nothing tells whether a word had one."""
    if before[-1:] == "-" and before[-2:-1].isalnum() and after[:1].islower():
        return f"{before}{after}"
    return f"{before} {after}"
