"""Where a record came from: its file, and the line of each of its fields.

Places are found when they are asked for, by reading the fields once more: most records
are without fault, and nobody ever asks.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from minutebook.problems import Place, Problem, Severity
from minutebook.reading.text import NoteText
from minutebook.reading.yamltext import Path, YamlData, read_yaml

BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
"""The line above and below the fields of a Markdown file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text behind a record; it can point at any part of it."""

    path: str
    """The file, relative to the notes folder."""

    above: str
    """The file down to where its body begins; all of it, if it is plain YAML."""

    body: str | None = None
    """The body of a Markdown file; it is kept once, as the text of the record."""

    below: str = ""
    """The blank lines that the file ends with."""

    root: Path = ()
    """Where the record begins: the key of its entry, in a register."""

    @property
    def note(self) -> NoteText:
        """The whole file."""
        return _note(self.path, self.above, self.body or "", self.below)

    @property
    def yaml(self) -> YamlData:
        """The fields as they were typed, with their places."""
        return _yaml(self.path, self.above, in_markdown=self.body is not None)

    @property
    def body_line(self) -> int | None:
        """The line the body starts on, in a Markdown file."""
        return None if self.body is None else self.above.count("\n") + 1

    def place(self, field: Path) -> Place:
        """Find where a value stands; its nearest parent if it is absent."""
        values, path = self.yaml.values, (*self.root, *field)
        while path and path not in values:
            path = path[:-1]
        return values.get(path, Place(self.path))

    def key_place(self, field: Path) -> Place:
        """Find where the key that ends `field` stands."""
        return self.yaml.keys.get((*self.root, *field)) or self.place(field)

    def has_key(self, field: Path) -> bool:
        """Whether the key that ends `field` was written at all."""
        return (*self.root, *field) in self.yaml.keys

    @property
    def start(self) -> Place:
        """Where the record begins."""
        return self.yaml.keys.get(self.root) or Place(self.path)

    def body_place(self, line: int, column: int = 1) -> Place:
        """Turn a line of the body, counted from one, into a place in the file."""
        first = self.body_line
        if first is None:
            return self.text_place(("text",), line, column)
        return Place(self.path, first + line - 1, column)

    def text_place(self, field: Path, line: int, column: int = 1) -> Place:
        """Turn a line of a text that is a field, counted from one, into a place.

        Only text that begins with `|` keeps its lines; other text is one place.
        """
        start, note = self.place(field), self.note
        opening = note.line(start.line) or ""
        if opening[start.column - 1 : start.column] != "|":
            return start
        first = note.line(start.line + 1) or ""
        indent = len(first) - len(first.lstrip(" "))
        return Place(self.path, start.line + line, indent + column)

    def problem(
        self,
        code: str,
        where: Path | Place,
        summary: str,
        hint: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Make a problem about a field or a place of this record."""
        place = where if isinstance(where, Place) else self.place(where)
        return self.note.problem(code, place, summary, hint, severity)


@functools.lru_cache(maxsize=2)  # what is asked about one file is asked in a row
def _note(path: str, above: str, body: str, below: str) -> NoteText:
    return NoteText(path=path, text=above + body + below)


@functools.lru_cache(maxsize=2)
def _yaml(path: str, above: str, *, in_markdown: bool) -> YamlData:
    fields = BOUNDARY.split(above, 2)[1] if in_markdown else above
    return read_yaml(NoteText(path=path, text=above), fields, first_line=1)
