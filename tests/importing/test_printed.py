"""A document says the same however it was printed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from importing.manuscript import DOCUMENTS, TEXTS, manuscript_of
from importing.printing import PRINTS
from minutebook.importing import Imported, import_file
from minutebook.importing.drafting.draft import REVIEW
from minutebook.importing.drafting.drafting import draft_of
from minutebook.importing.findings import FoundMeeting
from minutebook.reading import read_notes
from minutebook.records import Meeting, Record

PRINTED = [
    pytest.param(text, form, id=f"{Path(text).stem}-{form}")
    for text in TEXTS
    for form in PRINTS
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("printed")


@cache
def from_print(text: str, form: str, shelf: Path) -> Imported:
    path = shelf / f"{Path(text).stem}-{form}"
    path.write_bytes(PRINTS[form](manuscript_of(text)))
    return import_file(path)


@cache
def from_text(text: str) -> Imported:
    return import_file(DOCUMENTS / text)


def without_places(value: Any) -> Any:  # noqa: ANN401 - all that a finding holds
    """Give a finding as plain values, without the lines it stands on."""
    if isinstance(value, tuple):
        return [without_places(one) for one in value]
    if is_dataclass(value):
        names = [one.name for one in fields(value) if one.name not in {"line", "place"}]
        return {name: without_places(getattr(value, name)) for name in names}
    return value


def facts_of(meeting: FoundMeeting) -> dict[str, Any]:
    found: dict[str, Any] = without_places(meeting)
    return found


def records_of(imported: Imported, folder: Path) -> list[Record]:
    """Read the records of a draft, without the running text of its note."""
    (part,) = imported.parts
    draft = draft_of(part)
    for name, text in draft.files.items():
        if name != REVIEW:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    reading = read_notes(folder)
    assert reading.problems == ()
    return [_without_print(entry.record) for entry in reading.entries]


def _without_print(record: Record) -> Record:
    """Leave out how a note is set and which file it came from: prints differ in these."""
    if isinstance(record, Meeting):
        return replace(record, text="", source=None)
    return record


@pytest.mark.parametrize(("text", "form"), PRINTED)
def test_a_printed_document_says_what_its_text_says(
    text: str, form: str, shelf: Path
) -> None:
    (printed,) = from_print(text, form, shelf).meetings
    (typed,) = from_text(text).meetings
    found, expected = facts_of(printed), facts_of(typed)

    for name, value in expected.items():
        assert found[name] == value, name
    assert from_print(text, form, shelf).problems == ()


@pytest.mark.parametrize(("text", "form"), PRINTED)
def test_a_printed_document_gives_the_same_records(
    text: str, form: str, shelf: Path, tmp_path: Path
) -> None:
    printed = records_of(from_print(text, form, shelf), tmp_path / "printed")
    typed = records_of(from_text(text), tmp_path / "typed")

    assert printed == typed


@pytest.mark.parametrize(("text", "form"), PRINTED)
def test_nothing_of_a_printed_document_is_left_unplaced(
    text: str, form: str, shelf: Path
) -> None:
    for part in from_print(text, form, shelf).parts:
        assert "## Not placed" not in draft_of(part).files[REVIEW]
