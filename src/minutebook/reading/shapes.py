"""Plain data to records, and records to JSON Schema: the home of pydantic."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from minutebook.problems import Problem
from minutebook.reading.choices import CHOICES, meanings_of
from minutebook.reading.expand import SHORT_FORMS, expand
from minutebook.reading.faults import explain, id_given, not_fields
from minutebook.reading.source import Source
from minutebook.reading.yamltext import Path
from minutebook.records import (
    Action,
    Concern,
    Decision,
    Group,
    Meeting,
    Organisation,
    Person,
    Term,
    Theme,
)

R = TypeVar("R")

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Shape(Generic[R]):
    """How one kind of record is written down."""

    def __init__(self, kind: type[R]) -> None:
        """Learn the shape from the record class."""
        self.kind = kind
        self._adapter = TypeAdapter(kind)
        self._described = self._adapter.json_schema()

    def read(self, data: Any, record_id: str, source: Source) -> R | list[Problem]:  # noqa: ANN401 - data is any
        """Make the record, or tell every reason why not."""
        expanded = expand(data, self.kind)
        if not isinstance(expanded, dict):
            return [not_fields(source)]
        if "id" in expanded:
            return [id_given(source, record_id)]
        try:
            return self._adapter.validate_python({**expanded, "id": record_id})
        except ValidationError as error:
            return [
                explain(dict(detail), source, self._fields_at(tuple(detail["loc"])[:-1]))
                for detail in error.errors(include_url=False)
            ]

    def _fields_at(self, path: Path) -> list[str]:
        """Name the fields of the part of a record that `path` leads to."""
        properties = self._described_at(path).get("properties", ())
        return [name for name in properties if name != "id"]

    def fields_at(self, path: Path) -> tuple[str, ...]:
        """Name the fields that may stand there; none, if the path leads nowhere."""
        try:
            return tuple(self._fields_at(path))
        except KeyError:
            return ()

    def choices_at(self, path: Path) -> tuple[str, ...]:
        """Name the words of which one may stand there; none, if it may be any."""
        try:
            return tuple(self._described_at(path).get("enum", ()))
        except KeyError:
            return ()

    def _described_at(self, path: Path) -> dict[str, Any]:
        definitions, here = self._described.get("$defs", {}), self._described
        for key in path:
            here = here["items"] if isinstance(key, int) else here["properties"][key]
            options = [here, *here.get("anyOf", ())]
            reference = next((o["$ref"] for o in options if "$ref" in o), None)
            if reference:
                here = definitions[reference.rpartition("/")[2]]
        return here

    def schema(self) -> dict[str, Any]:
        """Describe the fields for editors, in JSON Schema (draft 2020-12)."""
        schema: dict[str, Any] = _with_short_forms(self._adapter.json_schema())
        schema["properties"].pop("id")
        schema["required"].remove("id")
        return _with_meanings(schema)

    def explained(self) -> dict[str, dict[str, str]]:
        """Give what each field means, by the class it stands in and its name."""
        parts = {self.kind.__name__: self._described, **self._described.get("$defs", {})}
        return {
            name: {
                field: described["description"]
                for field, described in part.get("properties", {}).items()
                if "description" in described
            }
            for name, part in parts.items()
        }


class JsonForm(Generic[R]):
    """Values of one type as JSON that only this program reads: short, and quick."""

    def __init__(self, hint: Any) -> None:  # noqa: ANN401 - a type of any kind
        """Learn the form from a type."""
        self._adapter = TypeAdapter[R](hint)

    def write(self, value: R) -> bytes:
        """Write a value; what is as it would be anyway is left out."""
        return self._adapter.dump_json(value, exclude_defaults=True)

    def read(self, data: bytes) -> R | None:
        """Read what was written; None for anything else."""
        try:
            return self._adapter.validate_json(data)
        except ValidationError:
            return None


MEETING = Shape(Meeting)
ACTION = Shape(Action)
CONCERN = Shape(Concern)
DECISION = Shape(Decision)
THEME = Shape(Theme)
GROUP = Shape(Group)
ORGANISATION = Shape(Organisation)
PERSON = Shape(Person)
TERM = Shape(Term)

FOLDERS: Mapping[str, Shape[Any]] = {
    "meetings": MEETING,
    "actions": ACTION,
    "concerns": CONCERN,
    "decisions": DECISION,
    "themes": THEME,
    "groups": GROUP,
}
"""Which folder holds which kind of record."""

REGISTERS: Mapping[str, Shape[Any]] = {
    "organisations": ORGANISATION,
    "people": PERSON,
    "glossary": TERM,
}
"""Which register holds which kind of record."""


def _with_meanings(schema: dict[str, Any]) -> dict[str, Any]:
    """Explain each word that may be chosen, as editors show it (`enumDescriptions`)."""
    meanings = {kind.__name__: meanings_of(kind) for kind in CHOICES}
    for name, definition in schema.get("$defs", {}).items():
        if name in meanings:
            definition["enumDescriptions"] = [
                meanings[name][word] for word in definition["enum"]
            ]
    return schema


def schema_files() -> dict[str, str]:
    """Write the schema of every kind of file, by the name it goes by."""
    records = {shape.kind.__name__.lower(): shape.schema() for shape in FOLDERS.values()}
    registers = {name: _register(shape) for name, shape in REGISTERS.items()}
    return {
        name: json.dumps({"$schema": _DRAFT, **schema}, indent=2, ensure_ascii=False)
        + "\n"
        for name, schema in (records | registers).items()
    }


def _register(shape: Shape[Any]) -> dict[str, Any]:
    entry = shape.schema()
    definitions = entry.pop("$defs", {})
    return {
        "type": "object",
        "additionalProperties": {"anyOf": [{"type": "string"}, entry]},
        **({"$defs": definitions} if definitions else {}),
    }


def _with_short_forms(schema: Any) -> Any:  # noqa: ANN401 - JSON of any kind
    """Let a schema accept one line for a mapping, and one item for a list."""
    if isinstance(schema, list):
        return [_with_short_forms(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "time":
        return {"type": "string", "pattern": r"^([01]?\d|2[0-3])[:.][0-5]\d$"}
    walked = {key: _with_short_forms(value) for key, value in schema.items()}
    if walked.get("type") == "array" and "items" in walked:
        items = walked.pop("items")
        kept = {
            key: walked.pop(key) for key in ("description", "default") & walked.keys()
        }
        return {
            **dict(sorted(kept.items())),
            "anyOf": [{**walked, "items": items}, items],
        }
    short = {kind.__name__ for kind in SHORT_FORMS}
    for name, definition in walked.get("$defs", {}).items():
        if name in short:
            walked["$defs"][name] = {"anyOf": [{"type": "string"}, definition]}
    return walked


def describe(kind: type) -> dict[str, Any]:
    """Describe what a dataclass looks like as JSON, for those who read our data."""
    return TypeAdapter(kind).json_schema(mode="serialization")
