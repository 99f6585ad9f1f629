"""One problem with the file it is in, and what is done about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from minutebook.book import Book
from minutebook.problems import Problem
from minutebook.reading.shapes import Shape
from minutebook.reading.text import NoteText
from minutebook.reading.typed_file import TypedFile
from minutebook.reading.yaml_plain import Unusual
from minutebook.reading.yaml_values import with_words
from minutebook.reading.yamltext import Path, YamlData, read_yaml


@dataclass(frozen=True, slots=True)
class Fix:
    """A file in which one mistake is put right."""

    text: str
    said: str
    """What was done, without a full stop."""

    moves: bool = False
    """Whether lines above the mistake were changed, too."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A problem, and all that is needed to put it right."""

    problem: Problem
    file: TypedFile
    book: Book

    @property
    def fields(self) -> str:
        """The fields of the file. Raises Unusual where nobody can tell them."""
        start, end = self.file.fields
        return self.file.text[start:end]

    @property
    def line(self) -> int:
        """The line of the fields it is in, from zero."""
        start, _ = self.file.fields
        return self.problem.place.line - 1 - self.file.text.count("\n", 0, start)

    @property
    def index(self) -> int:
        """Where in the fields it is."""
        lines = self.fields.split("\n")
        if not 0 <= self.line < len(lines):
            raise Unusual
        return sum(len(line) + 1 for line in lines[: self.line]) + (
            self.problem.place.column - 1
        )

    @cached_property
    def yaml(self) -> YamlData:
        """The fields as data with places, by the lines of the fields."""
        note = NoteText(path=self.file.path, text=self.fields)
        return read_yaml(note, self.fields, first_line=0)

    @property
    def value(self) -> tuple[Path, str]:
        """The path of the value it is about, and its words."""
        return self._found(keys=False)

    @property
    def key(self) -> tuple[Path, str]:
        """The path of the key it is about, and the key."""
        path, _ = self._found(keys=True)
        return path, str(path[-1])

    @property
    def shape(self) -> Shape[object]:
        """The kind of record it is in."""
        shape = self.file.shape or self.file.register
        if shape is None:
            raise Unusual
        return shape

    def within(self, path: Path) -> Path:
        """Give a path as it is within the record: an entry of a register is one."""
        return path[1:] if self.file.register else path

    def with_words(self, words: str, said: str) -> Fix:
        """Put other words where it is."""
        index = self.index
        text = self.file.with_fields(lambda fields: with_words(fields, index, words))
        return Fix(text, said)

    def _found(self, *, keys: bool) -> tuple[Path, str]:
        places = self.yaml.keys if keys else self.yaml.values
        column = self.problem.place.column
        for path, place in places.items():
            if (place.line, place.column) != (self.line, column):
                continue
            data = _at(self.yaml.data, path)
            if keys or isinstance(data, str):
                return path, str(data)
        raise Unusual


def _at(data: object, path: Path) -> object:
    for key in path:
        is_there = isinstance(data, dict) and key in data
        if isinstance(data, list):
            is_there = isinstance(key, int) and key < len(data)
        if not is_there:
            return None
        data = data[key]  # type: ignore[index] # it is one of the two
    return data
