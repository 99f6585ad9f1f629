"""What the post does to a form: lines are quoted, and things stand above and below."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_QUOTE = re.compile(r"(?:> ?)*")


def unquoted(
    lines: Sequence[str], begins: Callable[[str], bool]
) -> tuple[int, list[str]]:
    """Find the line with which a form begins, and take the quotation around it away.

    Gives how many lines stand before it, and those of the form; all of them if it begins
    nowhere. A quoted form ends with its last quoted line. A line in it that is not
    quoted was broken off the one before; it stays as it is.
    """
    for number, line in enumerate(lines):
        marks = _marks(line)
        if begins(line[len(marks) :]):
            depth = marks.count(">")
            return number, _inside(lines[number:], depth) if depth else [*lines[number:]]
    return len(lines), []


def _marks(line: str) -> str:
    found = _QUOTE.match(line)
    return found[0] if found else ""


def _inside(lines: Sequence[str], depth: int) -> list[str]:
    last = max(n for n, line in enumerate(lines) if line.startswith(">"))
    marks = re.compile(f"(?:> ?){{0,{depth}}}")
    return [marks.sub("", line, count=1) for line in lines[: last + 1]]
