"""A record as text, with help in it; it reads back as the same record."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from minutebook.reading.explained import Explained, explained
from minutebook.reading.shapes import FOLDERS, REGISTERS, Shape
from minutebook.reading.write import fields_of, write_record, write_register
from minutebook.reading.yamltext import write_yaml
from minutebook.records import Meeting, Organisation, Person, Record, Term

_WIDTH = 98
_SCHEMA = "# yaml-language-server: $schema="
_SHAPES: Mapping[type, Shape[Any]] = {
    shape.kind: shape for shape in (*FOLDERS.values(), *REGISTERS.values())
}
_FIRST_WORDS = (
    "Lines that begin with # are help. Readers never see them, and you can take them out."
    " `#` before the name of a field means that it is not used: take the sign away, and"
    " write your own words behind the colon. Put text that has a colon in it in quotes:"
    ' "Lift: three quotes".'
)
_ALWAYS: Mapping[type, tuple[str, ...]] = {Meeting: ("status",)}
"""Fields that are written even if they say what they would say anyway."""


def commented(record: Record, examples: Mapping[str, Any], schema: str | None) -> str:
    """Write a record as Markdown. `schema` is where an editor finds what fields mean.

    `examples` has for the fields that are not used something that could stand there.
    """
    lines = [f"{_SCHEMA}{schema}"] if schema else []
    lines += _wrapped(_FIRST_WORDS)
    fields = "\n".join(_fields(record, examples))
    text = getattr(record, "text", "")
    body = f"\n{text}\n" if text else ""
    return f"---\n{_joined(lines)}\n\n{fields}\n---\n{body}"


def plain(record: Record, schema: str | None) -> str:
    """Write a record as Markdown, without help but for what tells an editor of it."""
    first, rest = f"---\n{_SCHEMA}{schema}\n", write_record(record)
    return first + rest.partition("\n")[2] if schema else rest


def commented_entry(
    record: Organisation | Person | Term, examples: Mapping[str, Any]
) -> str:
    """Write an entry of a register."""
    key, _, _ = write_yaml({record.id: {"name": "of an entry"}}).partition("\n")
    if not key.endswith(":"):  # so long that it stands on lines of its own
        return write_register([record])
    fields = textwrap.indent("\n".join(_fields(record, examples)), "  ")
    return f"{key}\n{fields}\n"


def _fields(record: Record, examples: Mapping[str, Any]) -> Iterator[str]:
    said = fields_of(record)
    for name in _ALWAYS.get(type(record), ()):
        said.setdefault(name, str(getattr(record, name)))
    for field in explained(_SHAPES[type(record)]):
        if field.name == "text":
            continue
        is_used = field.name in said
        if is_used:
            written = write_yaml({field.name: said[field.name]})
        else:
            written = _not_used(field, examples)
        yield _joined([*_help(field, is_used=is_used), *written.rstrip("\n").split("\n")])


_PEOPLE = frozenset(("attendees", "officials", "apologies"))
_LAST_TIME = "The names are those of last time, or made up: keep whoever is right."


def _not_used(field: Explained, examples: Mapping[str, Any]) -> str:
    example = examples.get(field.name)
    if example is None:
        return f"# (Not used here: `{field.name}:`)"
    lines = write_yaml({field.name: example}).rstrip("\n").split("\n")
    return _joined([f"#{line}" for line in lines])


def _help(field: Explained, *, is_used: bool) -> list[str]:
    says = [field.says] if field.says else []
    says += [_LAST_TIME] if field.name in _PEOPLE and not is_used else []
    if field.choices:
        says.append(f"One of: {', '.join(field.choices)}.")
    lines = _wrapped(" ".join(says)) if says else []
    return [*lines, *(line for part in field.parts for line in _part(part))]


def _part(part: Explained) -> list[str]:
    """Tell of a field within a field."""
    choices = f"One of: {', '.join(part.choices)}." if part.choices else ""
    says = " ".join(filter(None, (part.says, choices)))
    return _wrapped(f"{part.name}: {says}" if says else part.name, "- ")


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=f"# {mark}",
        subsequent_indent="# ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _joined(lines: list[str]) -> str:
    return "\n".join(lines)
