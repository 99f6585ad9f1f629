"""Plain data to records, and records to JSON Schema: the home of pydantic."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from minutebook.problems import Problem
from minutebook.reading.expand import SHORT_FORMS, Unreadable, expand
from minutebook.reading.nearest import did_you_mean
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

_LONGEST_SHOWN = 60
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Shape(Generic[R]):
    """How one kind of record is written down."""

    def __init__(self, kind: type[R]) -> None:
        """Learn the shape from the record class."""
        self.kind = kind
        self._adapter = TypeAdapter(kind)

    def read(self, data: Any, record_id: str, source: Source) -> R | list[Problem]:  # noqa: ANN401 - data is any
        """Make the record, or tell every reason why not."""
        expanded = expand(data, self.kind)
        if not isinstance(expanded, dict):
            return [_not_fields(source)]
        if "id" in expanded:
            return [_id_given(source, record_id)]
        try:
            return self._adapter.validate_python({**expanded, "id": record_id})
        except ValidationError as error:
            details = error.errors(include_url=False)
            return [_explain(detail, source, self.kind) for detail in details]

    def schema(self) -> dict[str, Any]:
        """Describe the fields for editors, in JSON Schema (draft 2020-12)."""
        schema: dict[str, Any] = _with_short_forms(self._adapter.json_schema())
        schema["properties"].pop("id")
        schema["required"].remove("id")
        return schema


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


def _explain(detail: ErrorDetails, source: Source, kind: type) -> Problem:
    """Turn one pydantic error into our words, at our place, with our hint."""
    path: Path = tuple(detail["loc"])
    name = str(next((key for key in reversed(path) if isinstance(key, str)), "record"))
    given = detail["input"]
    match detail["type"]:
        case "missing":
            return _missing(source, path, name)
        case "unexpected_keyword_argument":
            fields = [f for f in _fields_at(kind, path[:-1]) if _may_say(source, f)]
            return source.problem(
                "unknown-field",
                source.key_place(path),
                f"there is no field `{name}` here",
                did_you_mean(name, fields) or f"the fields are {', '.join(fields)}",
            )
        case "enum":
            choices = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
            listed = ", ".join(f"`{choice}`" for choice in choices)
            return source.problem(
                "bad-choice",
                path,
                f"`{_shown(given)}` is not a {name.replace('_', ' ')}",
                did_you_mean(str(given), choices) or f"use one of {listed}",
            )
        case "time_type":
            return source.problem(
                "bad-time",
                path,
                f"`{_shown(given)}` is not a time of day",
                "write hours:minutes on the 24-hour clock, as in 13:30",
            )
        case _ if isinstance(given, Unreadable):
            return source.problem(
                "bad-date",
                path,
                f"`{_shown(given)}` is not a date",
                "write year-month-day with a day that exists, as in 2026-03-31",
            )
        case other:
            one = "an entry of " if path and isinstance(path[-1], int) else ""
            return source.problem(
                "bad-value",
                path,
                f"{one}`{name}` cannot be {_what(given)}",
                _EXPECTED.get(other, "look at another record of the same kind"),
            )


def _missing(source: Source, path: Path, name: str) -> Problem:
    """Tell a field that was left out from one that was left empty."""
    if source.has_key(path):
        return source.problem(
            "missing-field",
            source.key_place(path),
            f"`{name}` is left empty",
            "write it after the colon, or below as a list",
        )
    return source.problem(
        "missing-field",
        source.start if len(path) == 1 else source.place(path[:-1]),
        f"`{name}` is missing",
        f"add a line `{name}: …`",
    )


def _may_say(source: Source, field: str) -> bool:
    """Whether a field may be written here: in Markdown, the text stands below."""
    return field != "text" or source.body_line is None


_EXPECTED = {
    "string_type": "write one line of text here; put quotes around it if in doubt",
    "tuple_type": "write a list here, one `- item` a line",
    "dataclass_type": "write fields here, one `name: value` a line, set in by two spaces",
    "bool_parsing": "write true or false",
}


def _what(given: object) -> str:
    match given:
        case dict():
            return "`name: value`; it is one line of text"
        case list():
            return "a list"
        case None:
            return "left empty"
        case _:
            return f"`{_shown(given)}`"


def _shown(given: object) -> str:
    text = given.text if isinstance(given, Unreadable) else str(given)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _fields_at(kind: type, path: Path) -> list[str]:
    """Name the fields of the record part that `path` leads to."""
    hints = TypeAdapter(kind).json_schema()
    definitions, here = hints.get("$defs", {}), hints
    for key in path:
        here = here["items"] if isinstance(key, int) else here["properties"][key]
        options = [here, *here.get("anyOf", ())]
        reference = next((o["$ref"] for o in options if "$ref" in o), None)
        if reference:
            here = definitions[reference.rpartition("/")[2]]
    return [name for name in here["properties"] if name != "id"]


def _id_given(source: Source, record_id: str) -> Problem:
    stands = "the word above it" if source.root else "the name of the file"
    return source.problem(
        "id-given",
        source.key_place(("id",)),
        "a record does not carry its own id",
        f"remove this line; the id is {stands}, `{record_id}`",
    )


def _not_fields(source: Source) -> Problem:
    return source.problem(
        "not-fields",
        (),
        "here should be fields, one a line, written `name: value`",
        "look at another record of the same kind",
    )


def describe(kind: type) -> dict[str, Any]:
    """Describe what a dataclass looks like as JSON, for those who read our data."""
    return TypeAdapter(kind).json_schema(mode="serialization")
