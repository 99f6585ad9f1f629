"""What can be wrong with the notes, and how to say it.

A problem is a value, never an exception: reading goes on after the first one, so a
writer sees everything that is wrong in one run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_WIDEST_EXCERPT = 110
"""Longer lines are cut around the column, so that the caret stays in sight."""


class Severity(StrEnum):
    """How much a problem matters to the build."""

    ERROR = "error"
    """Nothing is published until it is mended."""

    WARNING = "warning"
    """The site is built; `--strict` turns this into an error."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a source file. Lines and columns count from one."""

    path: str
    """Relative to the notes folder, with forward slashes."""

    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing a writer should mend."""

    code: str
    """Short stable name, e.g. `unknown-owner`. The catalogue in docs lists them all."""

    place: Place

    summary: str
    """What is wrong, in one sentence without a full stop."""

    hint: str
    """What to do about it."""

    excerpt: str | None = None
    """The offending source line, as written."""

    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Render for a terminal: one clickable line, then excerpt and hint."""
        said = f"{self.place}: {self.severity}: {self.summary} [{self.code}]"
        lines = [_printable(said)]
        if self.excerpt is not None:
            shown, column = _cut(self.excerpt, self.place.column)
            gutter = f"{self.place.line:>5} | "
            lines.append(gutter + _printable(shown))
            lines.append(" " * (len(gutter) + column - 1) + "^")
        lines.append(f"      = hint: {_printable(self.hint)}")
        return "\n".join(lines)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems as a person mends them: by file, then from the top down."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.summary)))


def is_fatal(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems stop the site from being published."""
    return any(strict or p.severity is Severity.ERROR for p in problems)


def _printable(line: str) -> str:
    """Replace what could move a terminal's cursor; one sign for one sign."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


def _cut(line: str, column: int) -> tuple[str, int]:
    """Shorten a long line around `column`; return it with the column's new place."""
    if len(line) <= _WIDEST_EXCERPT:
        return line, column
    start = max(0, min(column - _WIDEST_EXCERPT // 2, len(line) - _WIDEST_EXCERPT))
    end = start + _WIDEST_EXCERPT
    before, after = "…" if start else "", "…" if end < len(line) else ""
    return before + line[start:end] + after, column - start + len(before)
