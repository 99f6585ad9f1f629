from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from minutebook.reading import schema_files

ROOT = Path(__file__).parent.parent
FILES = schema_files()
NOTES = sorted((ROOT / "notes").rglob("*.md"))


@pytest.mark.parametrize("name", FILES)
def test_the_schemas_in_git_are_not_stale(
    name: str, golden: Callable[[Path, str], None]
) -> None:
    golden(ROOT / "schema" / f"{name}.json", FILES[name])


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (ROOT / "schema").iterdir()} == set(FILES)


def as_editor_sees(text: str) -> Any:  # noqa: ANN401
    """Read YAML as an editor does: true and null are typed, days and times are text."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers: ClassVar = {  # type: ignore[misc] # so in PyYAML
            sign: [(tag, rule) for tag, rule in rules if tag.endswith(("bool", "null"))]
            for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader=Loader)  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize("note", NOTES, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_wrong_with_the_notes(note: Path) -> None:
    fields = note.read_text("utf-8").split("---\n", 2)[1]
    line = fields.partition("\n")[0]
    assert line.startswith("# yaml-language-server: $schema=../../schema/")
    schema = (note.parent / line.partition("=")[2]).resolve()
    jsonschema.validate(as_editor_sees(fields), json.loads(schema.read_text("utf-8")))


@pytest.mark.parametrize("register", ["organisations", "people", "glossary"])
def test_an_editor_finds_nothing_wrong_with_the_registers(register: str) -> None:
    text = (ROOT / "notes" / f"{register}.yml").read_text("utf-8")
    schema = f"../schema/{register}.json"
    assert text.startswith(f"# yaml-language-server: $schema={schema}\n")
    jsonschema.validate(as_editor_sees(text), json.loads(FILES[register]))


def test_an_editor_marks_a_field_that_is_not_there() -> None:
    with pytest.raises(jsonschema.ValidationError, match="ownr"):
        jsonschema.validate({"ownr": "Clinks"}, json.loads(FILES["action"]))


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of any kind
    """List every mapping in a schema."""
    if isinstance(schema, dict):
        yield schema
    inside = schema.values() if isinstance(schema, dict) else schema
    for part in inside if isinstance(inside, (list, type({}.values()))) else ():
        yield from parts_of(part)


@pytest.mark.parametrize("name", FILES)
def test_an_editor_explains_every_field_and_every_word_that_may_be_chosen(
    name: str,
) -> None:
    for part in parts_of(json.loads(FILES[name])):
        fields = part.get("properties", {})
        assert [key for key, field in fields.items() if "description" not in field] == []
        meanings = part.get("enumDescriptions", ())
        assert len(meanings) == len(part.get("enum", ())), part["title"]
        assert all(meaning.endswith(".") for meaning in meanings)
