"""Where a record came from: its file, and the line of each of its fields."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.problems import Place, Problem, Severity
from minutebook.reading.text import NoteText
from minutebook.reading.yamltext import Path, YamlData


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text behind a record; it can point at any part of it."""

    note: NoteText
    yaml: YamlData

    root: Path = ()
    """Where the record begins: the key of its entry, in a register."""

    body_line: int | None = None
    """The line the body starts on, in a Markdown file."""

    @property
    def path(self) -> str:
        """The file, relative to the notes folder."""
        return self.note.path

    def place(self, field: Path) -> Place:
        """Find where a value stands; its nearest parent if it is absent."""
        path = (*self.root, *field)
        while path and path not in self.yaml.values:
            path = path[:-1]
        return self.yaml.values.get(path, Place(self.path))

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
        if self.body_line is None:
            return self.text_place(("text",), line, column)
        return Place(self.path, self.body_line + line - 1, column)

    def text_place(self, field: Path, line: int, column: int = 1) -> Place:
        """Turn a line of a text that is a field, counted from one, into a place.

        Only text that begins with `|` keeps its lines; other text is one place.
        """
        start = self.place(field)
        opening = self.note.line(start.line) or ""
        if opening[start.column - 1 : start.column] != "|":
            return start
        first = self.note.line(start.line + 1) or ""
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
