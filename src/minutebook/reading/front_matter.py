"""Files to data with places: the home of python-frontmatter.

A Markdown record has its fields between two `---` lines and its text below them; a
record in plain YAML has its text in the field `text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from minutebook.problems import Place, Problem
from minutebook.reading import limits
from minutebook.reading.faults import not_fields
from minutebook.reading.source import BOUNDARY, Source
from minutebook.reading.text import NoteText
from minutebook.reading.yaml_plain import Unusual, plain_data
from minutebook.reading.yamltext import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class FileData:
    """The fields of one file, and where they stand."""

    data: dict[str, Any]
    source: Source
    problems: tuple[Problem, ...]


class _TextHandler(BaseHandler):
    """Splits as python-frontmatter does, but takes every scalar as text."""

    FM_BOUNDARY = BOUNDARY
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, note: NoteText) -> None:
        super().__init__()
        self._note = note
        self.fields = ""
        self.above = 0
        """How long the file is down to its body."""

        self.data: Any = None
        self.problems: tuple[Problem, ...] = ()

    def split(self, text: str) -> tuple[str, str]:
        self.fields, content = super().split(text)
        self.above = len(text) - len(content.lstrip())
        return self.fields, content

    def load(self, fm: str) -> dict[str, Any]:
        if not _too_large(fm, limits.FRONT_MATTER_BYTES):
            self.data, self.problems = _read(self._note, fm)
        return self.data if isinstance(self.data, dict) else {}


def read_markdown(note: NoteText) -> FileData:
    """Read a record in Markdown: fields, then the body as the field `text`."""
    handler = _TextHandler(note)
    if not handler.detect(note.text):
        return _without(note, _no_front_matter(note))
    fields, body = frontmatter.parse(note.text, handler=handler)
    if not handler.fields:
        return _without(note, _never_closed(note))
    if _too_large(handler.fields, limits.FRONT_MATTER_BYTES):
        return _without(note, _fields_too_large(note))
    source = Source(
        path=note.path,
        above=note.text[: handler.above],
        body=body,
        below=note.text[handler.above + len(body) :],
    )
    problems = list(handler.problems)
    if not (handler.problems or isinstance(handler.data, dict)):
        problems.append(not_fields(source))
    if "text" in fields:
        problems.append(_text_twice(source))
    return FileData(
        data={**fields, "text": body}, source=source, problems=tuple(problems)
    )


def read_plain_yaml(note: NoteText, *, limit: int) -> FileData:
    """Read a record, or a register, written as plain YAML."""
    if _too_large(note.text, limit):
        return _without(note, _fields_too_large(note))
    data, problems = _read(note, note.text)
    source = Source(path=note.path, above=note.text)
    if not (problems or data is None or isinstance(data, dict)):
        problems = (not_fields(source),)
    fields = data if isinstance(data, dict) else {}
    return FileData(data=fields, source=source, problems=problems)


def _read(note: NoteText, fields: str) -> tuple[Any, tuple[Problem, ...]]:
    """Read fields; look closer, with places, only if something is wrong with them."""
    try:
        return plain_data(fields), ()
    except Unusual:
        yaml = read_yaml(note, fields, first_line=1)
        return yaml.data, yaml.problems


def _too_large(text: str, limit: int) -> bool:
    """Whether a text has more bytes than the limit; most are far from it."""
    return 4 * len(text) > limit and len(text.encode()) > limit


def _without(note: NoteText, problem: Problem) -> FileData:
    return FileData(
        data={}, source=Source(path=note.path, above=note.text), problems=(problem,)
    )


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
