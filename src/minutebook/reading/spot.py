"""Places in a body, counted in letters from one."""

from __future__ import annotations

from dataclasses import dataclass

_LONG_LINE = 10_000
"""Letters are not counted in longer lines: the place is about right, and soon found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Something in a body: its text, and where it stands. Lines count from one."""

    text: str
    line: int
    column: int


class Lines:
    """The lines of a body, split only when a place in them is asked for."""

    __slots__ = ("_lines", "_markdown")

    def __init__(self, markdown: str) -> None:
        """Take a body."""
        self._markdown = markdown
        self._lines: list[str] | None = None

    def spot(self, text: str, line: int, column: int) -> Spot:
        """Put `text` in its place; `column` is counted in bytes, as the engine does."""
        if self._lines is None:
            self._lines = self._markdown.split("\n")
        typed = self._lines[line - 1] if line <= len(self._lines) else ""
        if len(typed) < _LONG_LINE and not typed.isascii():
            column = len(typed.encode()[: column - 1].decode("utf-8", "ignore")) + 1
        return Spot(text=text, line=line, column=column)
