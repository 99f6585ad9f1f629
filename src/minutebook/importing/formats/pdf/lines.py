"""Printed lines: rows of words with their places in the document."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.importing.formats.pdf.words import SOFT_HYPHEN, Table, Word

Frame = tuple[int, int, int]
"""The width of a page and the edges of a column on it, roughly."""

_ROUGHLY = 8
_ENDS = ".:;!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as it is printed, or a table."""

    words: tuple[Word, ...]
    number: int
    """Its number in the document; of a table, that of its first row."""

    page: int
    y: float
    size: float
    x0: float
    x1: float
    left: float
    right: float
    """The edges of its column."""

    width: float
    """Of the page."""

    text: str
    bold: bool
    """Whether all of it is bold."""

    table: Table | None = None

    @property
    def frame(self) -> Frame:
        """The column it stands in, the same on all pages."""
        return (
            round(self.width / _ROUGHLY),
            round(self.left / _ROUGHLY),
            round(self.right / _ROUGHLY),
        )

    @property
    def first_width(self) -> float:
        """How wide its first word is."""
        end = self.words[0].x1
        for word in self.words[1:]:
            if not word.glued:
                break
            end = word.x1
        return end - self.x0

    @property
    def begins_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[:1].islower()

    @property
    def is_open(self) -> bool:
        """Whether no sentence ends with it."""
        return self.text.rstrip("'\"’”)")[-1:] not in _ENDS

    @property
    def is_broken(self) -> bool:
        """Whether it ends within a word."""
        last = self.words[-1].text[-1:]
        before = self.text[-2:-1]
        return last == SOFT_HYPHEN or (self.text[-1:] in "-‐" and before.isalpha())
