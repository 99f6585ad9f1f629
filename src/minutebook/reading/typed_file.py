"""A file as it was typed, and where its fields and its body stand in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from minutebook.reading.line_ends import LineEnds
from minutebook.reading.shapes import FOLDERS, REGISTERS, Shape
from minutebook.reading.source import BOUNDARY
from minutebook.reading.yaml_edit import fields_in
from minutebook.reading.yaml_plain import Unusual

TEXT = "text"
"""The field that stands below the others, in Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFile:
    """The text of a file, taken apart. What cannot be read raises `Unusual`."""

    path: str
    ends: LineEnds

    @staticmethod
    def of(text: str, path: str) -> TypedFile:
        """Take a file as it was typed; `path` tells what is in it."""
        return TypedFile(path=path, ends=LineEnds.of(text))

    @property
    def text(self) -> str:
        """All of it, with line feeds."""
        return self.ends.plain

    @property
    def is_markdown(self) -> bool:
        """Whether the fields stand above a body."""
        return self.path.endswith(".md")

    @property
    def name(self) -> str:
        """The id of the record; of a register, its name."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def shape(self) -> Shape[Any] | None:
        """The kind of record it holds; None for a register, or anything else."""
        return FOLDERS.get(self.path.rpartition("/")[0].rpartition("/")[2])

    @property
    def register(self) -> Shape[Any] | None:
        """The kind of record each of its entries is, in a register."""
        return None if self.shape or self.is_markdown else REGISTERS.get(self.name)

    @property
    def order(self) -> tuple[str, ...]:
        """The order in which its fields are written."""
        return order_of(self.shape) if self.shape else ()

    @property
    def data(self) -> dict[str, Any]:
        """Its fields as plain data; in Markdown, its body as the field `text`."""
        start, end = self.fields
        data = fields_in(self.text[start:end])
        if not self.is_markdown:
            return data
        start, end = self.body
        return {**data, TEXT: self.text[start:end]}

    @property
    def fields(self) -> tuple[int, int]:
        """Where its fields begin and end."""
        if not self.is_markdown:
            return 0, len(self.text)
        above, below = self._fences
        return min(above[1] + 1, below[0]), below[0]

    @property
    def body(self) -> tuple[int, int]:
        """Where its body begins and ends, without blank lines; in Markdown."""
        begin = self.fence
        content = self.text[begin:]
        stripped = content.strip()
        begin += len(content) - len(content.lstrip()) if stripped else 0
        return begin, begin + len(stripped)

    @property
    def fence(self) -> int:
        """Where the line between fields and body ends; in Markdown."""
        return self._fences[1][1]

    @property
    def _fences(self) -> tuple[tuple[int, int], tuple[int, int]]:
        first = BOUNDARY.match(self.text)
        second = BOUNDARY.search(self.text, first.end()) if first else None
        if not (first and second):
            raise Unusual
        return first.span(), second.span()

    def with_fields(self, edit: Callable[[str], str]) -> str:
        """Change its fields by what changes fields; give the whole file."""
        start, end = self.fields
        return self.changed(edit(self.text[start:end]), start, end)

    def changed(self, new: str, start: int, end: int) -> str:
        """Put other text between two places; give the whole file, as it was typed."""
        return self.ends.put_back(self.text[:start] + new + self.text[end:])


def order_of(shape: Shape[Any]) -> tuple[str, ...]:
    """Give the order in which the fields of a kind of record are written."""
    names = (field.name for field in dataclasses.fields(shape.kind))
    return tuple(name for name in names if name != "id")
