from __future__ import annotations

import json
from collections.abc import Callable
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
