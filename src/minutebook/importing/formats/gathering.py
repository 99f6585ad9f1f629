"""Paragraphs and rows to a document: where the walks over all formats end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from minutebook.importing import limits
from minutebook.importing.document import Aside, Block, Document, Kind, Reason
from minutebook.importing.formats.faults import Refused, empty, too_large
from minutebook.importing.formats.into import UNSEEN, Cell, Span, clean, says
from minutebook.importing.formats.mending import Entry, came_as_text, mended
from minutebook.importing.formats.text.columns import is_rule
from minutebook.importing.formats.text.reader import TAG
from minutebook.importing.inline import Run, inline_of
from minutebook.problems import Problem


@dataclass(slots=True)
class Gathering:
    """Gathers the blocks, lines and asides of a document."""

    name: str
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _blocks: list[Entry] = field(default_factory=list)
    _asides: list[Aside] = field(default_factory=list)
    _tables: int = 0
    _length: int = 0
    _gap: bool = True

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
        """Add one line of text; a gap, if it says nothing or only draws a line."""
        cleaned = tuple(map(clean, runs))
        inline = inline_of(cleaned)
        if not inline.text or is_rule(inline.text):
            self._gap = True
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
        said = " ".join(UNSEEN.sub("", text).split())
        if not said:
            return
        self._count(said)
        line = line or self._next(said)[0]
        self._asides.append(Aside(reason=reason, text=said, line=line))

    def document(self) -> Document | Problem:
        """Make the document of what was gathered; a problem, if there is no text."""
        if not self._blocks:
            return empty(self.name, "there is no text in this document")
        lines = self.lines
        if came_as_text(self._blocks):
            lines = [" ".join(TAG.sub(" ", line).split()) for line in lines]
        return Document(
            name=self.name,
            blocks=mended(self._blocks),
            lines=tuple(lines),
            asides=tuple(self._asides),
            problems=tuple(self.problems),
        )

    def _keep(self, block: Block, runs: tuple[Run, ...]) -> None:
        self._count(block.text)
        self._blocks.append(Entry(block, runs, gap=self._gap))
        self._gap = False

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


def _joined(cells: Iterable[Cell]) -> list[Run]:
    """Put the cells of a row on one line, with bars between them."""
    runs: list[Run] = []
    for cell in cells:
        words = [run for line in cell.lines for run in (*map(clean, line), Run(text=" "))]
        if not says(words):
            continue
        if runs:
            both = _strong_end(runs) and next(r for r in words if r.text.strip()).strong
            runs.append(Run(text=" | ", strong=both))
        runs += words
    return runs


def _strong_end(runs: Sequence[Run]) -> bool:
    return next((run.strong for run in reversed(runs) if run.text.strip()), False)
