"""Where the walks over documents lead: into the text, a cell, a note, or the margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from minutebook.importing.document import Kind, Reason
from minutebook.importing.inline import Run, inline_of

UNSEEN = re.compile(
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
    """Add a paragraph that may hold line breaks: after each begins a block of its own.

    A line that says nothing is added as well: it is a gap.
    """
    tight = False
    for line in _split(runs):
        into.add(kind, line, level=level, marker=marker, tight=tight)
        tight = says(line)
        if tight:
            kind = Kind.HEADING if kind is Kind.HEADING else Kind.PARAGRAPH
            level, marker = level if kind is Kind.HEADING else 0, ""


def says(runs: Iterable[Run]) -> bool:
    """Whether a line has anything that one sees."""
    return any(clean(run).text.strip() for run in runs)


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
        said = (inline_of(map(clean, line)).text for line in self.lines)
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
        if not says(runs):
            return
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


def clean(run: Run) -> Run:
    """Leave out signs that nobody sees."""
    text = UNSEEN.sub("", run.text)
    return run if text == run.text else replace(run, text=text)


def _split(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for other in others:
            yield line
            line = [replace(run, text=other)]
    yield line
