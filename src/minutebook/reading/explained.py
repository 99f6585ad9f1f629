"""What each field of a record means, as its schema tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minutebook.reading.shapes import Shape

_DEEPEST = 2
"""Parts of parts; a person who has a role is told of in a line."""

_ONE_LINE = frozenset(("When", "Attendance", "NextMeeting"))
"""Parts that everybody writes as one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A field: its name, what it says, and what may be written there."""

    name: str
    says: str | None
    choices: tuple[str, ...] = ()
    """The words it takes, if it takes one of a few."""

    parts: tuple[Explained, ...] = ()
    """The fields it has itself."""

    is_needed: bool = False


def explained(shape: Shape[Any]) -> tuple[Explained, ...]:
    """Tell the fields of a kind of record, in their order."""
    schema = shape.schema()
    return tuple(_fields(schema, schema.get("$defs", {}), _DEEPEST))


def _fields(
    schema: dict[str, Any], definitions: dict[str, Any], depth: int
) -> Iterator[Explained]:
    needed = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        refers = next(_references(field), None)
        of = _object(definitions[refers]) if refers else {}
        has_parts = depth > 1 and refers not in _ONE_LINE
        yield Explained(
            name=name,
            says=field.get("description"),
            choices=tuple(of.get("enum", ())),
            parts=tuple(_fields(of, definitions, depth - 1)) if has_parts else (),
            is_needed=name in needed,
        )


def _references(schema: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any kind
    """Name the definitions a schema refers to."""
    if isinstance(schema, list):
        for item in schema:
            yield from _references(item)
    elif isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for key, value in schema.items():
            if key in {"anyOf", "items"}:
                yield from _references(value)


def _object(definition: dict[str, Any]) -> dict[str, Any]:
    """Give the long form of a part that may be written as one line as well."""
    forms = [definition, *definition.get("anyOf", ())]
    return next((form for form in forms if "properties" in form), definition)
