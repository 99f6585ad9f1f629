"""Paragraphs and rows to a document: where the walks over all formats lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from minutebook.importing import limits
from minutebook.importing.document import Aside, Block, Document, Kind, Reason
from minutebook.importing.formats.faults import Refused, empty, too_large
from minutebook.importing.inline import Run, inline_of
from minutebook.importing.markers import counting_capitals, is_capital, marked
from minutebook.problems import Problem

_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s*)?\d{0,4}\s*(?:(?:of|/)\s*\d{0,4})?\W*", re.IGNORECASE
)

Span = tuple[int, int]
"""The first and the last line of something, counted from one."""


class Into(Protocol):
    """What a walk over a document hands its findings to."""

    def add(  # noqa: D102 - see the class
        self,
        kind: Kind,
        runs: Sequence[Run],
        *,
        level: int = 0,
        marker: str = "",
        tight: bool = False,
        span: Span | None = None,
    ) -> None: ...

    def row(self, cells: Sequence[Cell], span: Span | None = None) -> None:  # noqa: D102
        ...

    def aside(self, reason: Reason, text: str, line: int | None = None) -> None:  # noqa: D102
        ...

    def table(self) -> None:  # noqa: D102
        ...


def add_lines(
    into: Into, kind: Kind, runs: Iterable[Run], *, level: int = 0, marker: str = ""
) -> None:
    """Add a paragraph that may hold line breaks: after each begins a block of its own."""
    tight = False
    for line in _split(runs):
        if _said(line):
            into.add(kind, line, level=level, marker=marker, tight=tight)
            kind = Kind.HEADING if kind is Kind.HEADING else Kind.PARAGRAPH
            level, marker, tight = level if kind is Kind.HEADING else 0, "", True


@dataclass(slots=True)
class Cell:
    """Gathers what stands in one cell of a table, in the order it is read in."""

    outside: Into
    lines: list[list[Run]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    """Where its lines stand in the file, in formats that have lines."""

    def add(
        self,
        kind: Kind,  # noqa: ARG002 - a cell holds words, and no more
        runs: Sequence[Run],
        *,
        level: int = 0,  # noqa: ARG002
        marker: str = "",
        tight: bool = False,  # noqa: ARG002
        span: Span | None = None,
    ) -> None:
        """Add a line to the cell."""
        self.spans += [span] if span else []
        self.lines.append([Run(text=f"{marker} "), *runs] if marker else list(runs))

    def row(self, cells: Sequence[Cell], span: Span | None = None) -> None:  # noqa: ARG002
        """Add the cells of a table within the cell."""
        for cell in cells:
            self.lines += cell.lines
            self.spans += cell.spans

    def aside(self, reason: Reason, text: str, line: int | None = None) -> None:
        """Hand on what is left out."""
        self.outside.aside(reason, text, line)

    def table(self) -> None:
        """Count no table: one within a cell is none of its own."""

    @property
    def text(self) -> str:
        """The words, one paragraph a line."""
        said = (inline_of(map(_clean, line)).text for line in self.lines)
        return "\n".join(filter(None, said))


@dataclass(frozen=True, slots=True)
class Edge:
    """Leaves out what stands at the top or the foot of every page."""

    outside: Into

    def add(
        self,
        kind: Kind,  # noqa: ARG002 - only the words are told
        runs: Sequence[Run],
        *,
        level: int = 0,  # noqa: ARG002
        marker: str = "",
        tight: bool = False,  # noqa: ARG002
        span: Span | None = None,
    ) -> None:
        """Leave out a line."""
        text = f"{marker} {''.join(run.text for run in runs)}".strip()
        number = _PAGE_NUMBER.fullmatch(text)
        reason = Reason.PAGE_NUMBER if number else Reason.RUNNING_HEAD
        self.aside(reason, text, span[0] if span else None)

    def row(self, cells: Sequence[Cell], span: Span | None = None) -> None:
        """Leave out a row, cell by cell: one may hold the number of the page."""
        for line in (line for cell in cells for line in cell.lines):
            self.add(Kind.PARAGRAPH, line, span=span)

    def aside(self, reason: Reason, text: str, line: int | None = None) -> None:
        """Hand on what is left out."""
        self.outside.aside(reason, text, line)

    def table(self) -> None:
        """Tables do not count here."""


@dataclass(slots=True)
class Note:
    """Adds a note at the foot of a page: its first line has the number."""

    outside: Into
    marker: str

    def add(
        self,
        kind: Kind,  # noqa: ARG002 - a note is no heading, and heads nothing
        runs: Sequence[Run],
        *,
        level: int = 0,  # noqa: ARG002
        marker: str = "",
        tight: bool = False,
        span: Span | None = None,
    ) -> None:
        """Add a line of the note."""
        own = f"{self.marker} {marker}".strip()
        self.outside.add(Kind.PARAGRAPH, runs, marker=own, tight=tight, span=span)
        self.marker = ""

    def row(self, cells: Sequence[Cell], span: Span | None = None) -> None:
        """Add a row of a table in the note."""
        self.outside.row(cells, span)

    def aside(self, reason: Reason, text: str, line: int | None = None) -> None:
        """Hand on what is left out."""
        self.outside.aside(reason, text, line)

    def table(self) -> None:
        """Begin a table."""
        self.outside.table()


@dataclass(slots=True)
class Gathering:
    """Gathers the blocks, lines and asides of a document."""

    name: str
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _blocks: list[tuple[Block, tuple[Run, ...]]] = field(default_factory=list)
    _asides: list[Aside] = field(default_factory=list)
    _tables: int = 0
    _length: int = 0

    def add(
        self,
        kind: Kind,
        runs: Sequence[Run],
        *,
        level: int = 0,
        marker: str = "",
        tight: bool = False,
        span: Span | None = None,
    ) -> None:
        """Add one line of text; nothing, if it says nothing."""
        cleaned = tuple(map(_clean, runs))
        inline = inline_of(cleaned)
        if not inline.text:
            return
        if kind is Kind.HEADING and inline.strong == len(inline.text):
            plain = inline_of(replace(run, strong=False) for run in cleaned)
            inline = replace(inline, markdown=plain.markdown)
        line, end = span or self._next(f"{marker} {inline.text}".strip())
        block = Block(
            kind=kind,
            text=inline.text,
            line=line,
            end=end,
            level=level,
            marker=marker,
            strong=inline.strong,
            tight=tight,
            markdown=inline.markdown,
        )
        self._keep(block, cleaned)

    def row(self, cells: Sequence[Cell], span: Span | None = None) -> None:
        """Add a row of a table; nothing, if all its cells are empty."""
        said = tuple(cell.text for cell in cells)
        inline = inline_of(_joined(cells))
        if not any(said):
            return
        text = " | ".join(" ".join(cell.split()) for cell in said if cell)
        line, end = span or self._next(text)
        block = Block(
            kind=Kind.ROW,
            text=text,
            line=line,
            end=end,
            strong=min(inline.strong, len(text)),
            table=self._tables,
            cells=said,
        )
        self._keep(block, ())

    def table(self) -> None:
        """Begin a table: rows belong to it until the next one begins."""
        self._tables += 1

    def aside(self, reason: Reason, text: str, line: int | None = None) -> None:
        """Note what is left out; nothing, if it says nothing."""
        said = " ".join(_UNSEEN.sub("", text).split())
        if not said:
            return
        self._count(said)
        line = line or self._next(said)[0]
        self._asides.append(Aside(reason=reason, text=said, line=line))

    def document(self) -> Document | Problem:
        """Make the document of what was gathered; a problem, if there is no text."""
        if not self._blocks:
            return empty(self.name, "there is no text in this document")
        return Document(
            name=self.name,
            blocks=tuple(self._with_typed_marks()),
            lines=tuple(self.lines),
            asides=tuple(self._asides),
            problems=tuple(self.problems),
        )

    def _with_typed_marks(self) -> Iterator[Block]:
        """Cut off the marks of items that somebody typed: `- `, `3. `, `a) `."""
        typed = [marked(block.text) for block, _ in self._blocks]
        capitals = counting_capitals(mark.marker for mark in typed if mark)
        for (block, runs), mark in zip(self._blocks, typed, strict=True):
            name = mark and is_capital(mark.marker) and mark.marker not in capitals
            if not mark or not mark.marker or name or block.marker or not runs:
                yield block
                continue
            inline = inline_of(_after(runs, len(mark.marker)))
            yield replace(
                block,
                kind=Kind.HEADING if block.kind is Kind.HEADING else Kind.ITEM,
                text=inline.text,
                marker=mark.marker,
                strong=inline.strong,
                markdown=inline.markdown,
            )

    def _keep(self, block: Block, runs: tuple[Run, ...]) -> None:
        self._count(block.text)
        self._blocks.append((block, runs))

    def _count(self, text: str) -> None:
        self._length += len(text)
        if len(self._blocks) + len(self._asides) >= limits.BLOCKS:
            most = f"{limits.BLOCKS:,} paragraphs and rows"
        elif self._length > limits.TEXT_LENGTH:
            most = f"{limits.TEXT_LENGTH:,} letters"
        else:
            return
        raise Refused(too_large(self.name, f"this document has more than {most}"))

    def _next(self, text: str) -> Span:
        self.lines.append(text)
        return len(self.lines), len(self.lines)


def _clean(run: Run) -> Run:
    text = _UNSEEN.sub("", run.text)
    return run if text == run.text else replace(run, text=text)


def _said(runs: Iterable[Run]) -> bool:
    return any(_UNSEEN.sub("", run.text).strip() for run in runs)


def _split(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for other in others:
            yield line
            line = [replace(run, text=other)]
    yield line


def _joined(cells: Iterable[Cell]) -> list[Run]:
    """Put the cells of a row on one line, with bars between them."""
    runs: list[Run] = []
    for cell in cells:
        words = [
            run for line in cell.lines for run in (*map(_clean, line), Run(text=" "))
        ]
        if not _said(words):
            continue
        if runs:
            both = _strong_end(runs) and next(r for r in words if r.text.strip()).strong
            runs.append(Run(text=" | ", strong=both))
        runs += words
    return runs


def _strong_end(runs: Sequence[Run]) -> bool:
    return next((run.strong for run in reversed(runs) if run.text.strip()), False)


def _after(runs: Sequence[Run], length: int) -> Iterator[Run]:
    """Leave out the first signs of a text; white space before them does not count."""
    begun = False
    for run in runs:
        text = run.text if begun else run.text.lstrip()
        begun = begun or bool(text)
        cut = min(length, len(text))
        length -= cut
        yield replace(run, text=text[cut:])
