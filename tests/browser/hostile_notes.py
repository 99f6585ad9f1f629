"""The corpus of hostile notes, written out as a book: each vector a record of its own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutebook.make import check_notes
from minutebook.problems import Problem, Severity

VECTORS = Path(__file__).parents[1] / "hostile" / "vectors.json"
HOST = "2026-01-10-host"
KINDS = ("meetings", "actions", "concerns", "decisions", "themes", "groups")
REGISTERS = ("organisations", "people", "glossary")
ADDENDA_A_NOTE = 20

_NAMES = ("name", "aliases", "initials", "short")
"""Fields whose values must be unique in the book, whatever they hold."""

_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "meetings": {
        "date": "2026-01-11",
        "group": "board",
        "status": "published",
        "agreed_on": "not recorded",
    },
    "actions": {"owners": ["acme"], "raised_in": HOST},
    "concerns": {"raised": [{"meeting": HOST}], "themes": ["building"]},
    "decisions": {"decided_in": HOST, "by": ["acme"]},
    "themes": {},
    "groups": {},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One hostile text: a body, or the values of fields."""

    id: str
    kind: str
    """The folder or register its record stands in."""

    fields: Mapping[str, Any]
    body: str
    key: str | None

    @property
    def stem(self) -> str:
        return self.id.replace("_", "-")

    @property
    def is_body(self) -> bool:
        return not self.fields

    @property
    def register_key(self) -> str:
        return self.key or (self.stem.upper() if self.kind == "glossary" else self.stem)


def vectors() -> tuple[Vector, ...]:
    """Read the corpus; bodies take turns among the kinds of record."""
    return tuple(
        Vector(
            id=given["id"],
            kind={"body": KINDS[index % len(KINDS)], "frontmatter": "meetings"}.get(
                given["cat"], given["cat"]
            ),
            fields=given["fm"] or {},
            body=given["body"],
            key=given.get("key"),
        )
        for index, given in enumerate(json.loads(VECTORS.read_text("utf-8")))
    )


def write_book(notes: Path, given: Iterable[Vector]) -> dict[tuple[str, int], str]:
    """Write a book of these vectors; tell whose each file, or line of a register, is.

    A file belongs to its vector as a whole, which is written as line 0.
    """
    texts, owners = _host(), {}
    lines: dict[str, list[str]] = defaultdict(list)
    for vector in given:
        if vector.kind in REGISTERS:
            lines[vector.kind].append(_entry(vector))
            last = _host().get(f"{vector.kind}.yml", "").count("\n")
            last += len(lines[vector.kind]) * len(("key", "value"))
            for line in (last - 1, last):
                owners[f"{vector.kind}.yml", line] = vector.id
        for path, text in _files(vector):
            texts[path] = text
            owners[path, 0] = vector.id
    for name, register in lines.items():
        texts[f"{name}.yml"] = texts.get(f"{name}.yml", "") + "".join(register)
    for path, text in texts.items():
        (notes / path).parent.mkdir(parents=True, exist_ok=True)
        (notes / path).write_text(text, "utf-8")
    return owners


def refused(
    notes: Path, owners: Mapping[tuple[str, int], str]
) -> dict[str, list[Problem]]:
    """Tell which vectors the check refuses, and why."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in check_notes(notes).problems:
        if problem.severity is Severity.ERROR:
            place = problem.place
            line = 0 if (place.path, 0) in owners else place.line
            found[owners[place.path, line]].append(problem)
    return dict(found)


def write_addenda(notes: Path, given: Iterable[Vector]) -> None:
    """Write the same bodies once more, many to a page, as addenda of notes."""
    bodies = [vector for vector in given if vector.is_body]
    for number, at in enumerate(range(0, len(bodies), ADDENDA_A_NOTE)):
        some = bodies[at : at + ADDENDA_A_NOTE]
        addenda = [{"title": v.id, "text": v.body} for v in some]
        fields = {"title": f"Addenda {number}", "addenda": addenda}
        path = notes / "meetings" / f"addenda-{number}.md"
        path.write_text(_record("meetings", fields, "The meeting."), "utf-8")


def _host() -> dict[str, str]:
    return {
        f"meetings/{HOST}.md": _record("meetings", {"title": "Host"}, ""),
        "groups/board.md": _record("groups", {"title": "Board"}, ""),
        "themes/building.md": _record("themes", {"title": "Building"}, ""),
        "organisations.yml": "acme: Acme\n",
    }


def _files(vector: Vector) -> Iterator[tuple[str, str]]:
    """Write the record of a vector; for a register entry, one that speaks of it."""
    key = vector.register_key
    match vector.kind:
        case "glossary":
            fields = {"title": f"Vector {vector.id}"}
            text = _record("meetings", fields, f"The {key} and the {key}.")
            yield f"meetings/{vector.stem}.md", text
        case "organisations" | "people":
            fields = {"title": f"Vector {vector.id}"}
            text = _record("actions", fields | {"owners": [key]}, "Text.")
            yield f"actions/{vector.stem}.md", text
            raised = [{"meeting": HOST, "by": [key], "said": "x"}]
            text = _record("concerns", fields | {"raised": raised}, "Text.")
            yield f"concerns/{vector.stem}.md", text
        case kind:
            fields = {"title": f"Vector {vector.id}"} | _unique(vector)
            yield f"{kind}/{vector.stem}.md", _record(kind, fields, vector.body)


def _record(kind: str, fields: Mapping[str, Any], body: str) -> str:
    """Write a record; JSON is YAML, and cannot be typed wrong."""
    lines = [f"{_json(k)}: {_json(v)}\n" for k, v in {**_FIELDS[kind], **fields}.items()]
    return f"---\n{''.join(lines)}---\n\n{body}\n"


def _entry(vector: Vector) -> str:
    """Write an entry of a register on two lines: its key, its value."""
    return f"? {_json(vector.register_key)}\n: {_json(_unique(vector))}\n"


def _unique(vector: Vector) -> dict[str, Any]:
    """Make names unique, so that they are judged by their signs alone."""
    names = (*_NAMES, "title") if vector.kind == "groups" else _NAMES
    return {
        key: _marked(value, vector.id) if key in names else value
        for key, value in vector.fields.items()
    }


def _marked(value: Any, mark: str) -> Any:  # noqa: ANN401 - one name or several
    if isinstance(value, list):
        return [f"{item} {index} {mark}" for index, item in enumerate(value)]
    return f"{value} {mark}"


def _json(value: object) -> str:
    return json.dumps(value)
