"""Files to data with places: the home of python-frontmatter.

A Markdown record has its fields between two `---` lines and its text below them; a
record in plain YAML has its text in the field `text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from minutebook.problems import Place, Problem
from minutebook.reading import limits
from minutebook.reading.faults import not_fields
from minutebook.reading.source import Source
from minutebook.reading.text import NoteText
from minutebook.reading.yamltext import YamlData, read_yaml

_NOTHING = YamlData(data={}, values={}, keys={}, problems=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FileData:
    """The fields of one file, and where they stand."""

    data: dict[str, Any]
    source: Source
    problems: tuple[Problem, ...]


class _PlacesHandler(BaseHandler):
    """Splits as python-frontmatter does, but reads with places and text scalars."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, note: NoteText) -> None:
        super().__init__()
        self._note = note
        self.yaml = _NOTHING
        self.fields = ""
        self.body_line = 1

    def split(self, text: str) -> tuple[str, str]:
        fields, content = super().split(text)
        blank = len(content) - len(content.lstrip())
        lines_above = fields.count("\n") + content[:blank].count("\n")
        self.fields, self.body_line = fields, lines_above + 1
        return fields, content

    def load(self, fm: str) -> dict[str, Any]:
        if len(fm.encode()) > limits.FRONT_MATTER_BYTES:
            return {}
        self.yaml = read_yaml(self._note, fm, first_line=1)
        return self.yaml.data if isinstance(self.yaml.data, dict) else {}


def read_markdown(note: NoteText) -> FileData:
    """Read a record in Markdown: fields, then the body as the field `text`."""
    handler = _PlacesHandler(note)
    if not handler.detect(note.text):
        return _without(note, _no_front_matter(note))
    fields, body = frontmatter.parse(note.text, handler=handler)
    if not handler.fields:
        return _without(note, _never_closed(note))
    source = Source(note=note, yaml=handler.yaml, body_line=handler.body_line)
    if len(handler.fields.encode()) > limits.FRONT_MATTER_BYTES:
        return _without(note, _fields_too_large(note))
    problems = list(handler.yaml.problems)
    if not (handler.yaml.problems or isinstance(handler.yaml.data, dict)):
        problems.append(not_fields(source))
    if "text" in fields:
        problems.append(_text_twice(source))
    return FileData(
        data={**fields, "text": body}, source=source, problems=tuple(problems)
    )


def read_plain_yaml(note: NoteText, *, limit: int) -> FileData:
    """Read a record, or a register, written as plain YAML."""
    if len(note.text.encode()) > limit:
        return _without(note, _fields_too_large(note))
    yaml = read_yaml(note, note.text, first_line=1)
    source = Source(note=note, yaml=yaml)
    problems = yaml.problems
    if not (problems or yaml.data is None or isinstance(yaml.data, dict)):
        problems = (not_fields(source),)
    data = yaml.data if isinstance(yaml.data, dict) else {}
    return FileData(data=data, source=source, problems=problems)


def _without(note: NoteText, problem: Problem) -> FileData:
    return FileData(data={}, source=Source(note=note, yaml=_NOTHING), problems=(problem,))


def _no_front_matter(note: NoteText) -> Problem:
    return note.problem(
        "no-front-matter",
        Place(note.path),
        "the fields of this record are missing",
        "the very first line is `---`, then come the fields, then another `---`",
    )


def _never_closed(note: NoteText) -> Problem:
    return note.problem(
        "front-matter-not-closed",
        Place(note.path),
        "the fields start here and never end",
        "put a line `---` after the last field, above the text",
    )


def _fields_too_large(note: NoteText) -> Problem:
    return note.problem(
        "front-matter-too-large",
        Place(note.path),
        f"the fields are larger than {limits.FRONT_MATTER_BYTES // 1024} KB",
        "move long text into the body of the note, below the second `---`",
    )


def _text_twice(source: Source) -> Problem:
    return source.problem(
        "text-twice",
        source.key_place(("text",)),
        "the text of this record is given as a field and again below",
        "keep it below the second `---` and remove the field",
    )
