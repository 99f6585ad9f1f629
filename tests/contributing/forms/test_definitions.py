"""The forms: what they ask, and the issue forms that are made of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from minutebook.cli import main
from minutebook.contributing.forms.templates import template_files
from minutebook.forms import FORMS, RAISE_CONCERN, SUGGEST_CORRECTION, UPDATE_ACTION, Form
from minutebook.forms.form import Kind
from minutebook.records import ActionStatus, ConcernKind

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
FILES = template_files()


def name_of(form: Form) -> str:
    return form.id


each_form = pytest.mark.parametrize("form", FORMS, ids=name_of)


# The definitions


@each_form
def test_no_two_questions_of_a_form_are_the_same(form: Form) -> None:
    assert max(Counter(field.label for field in form.fields).values()) == 1
    assert max(Counter(field.id for field in form.fields).values()) == 1


def test_a_form_is_told_by_its_first_question() -> None:
    first = [form.fields[0].label for form in FORMS]
    others = [field.label for form in FORMS for field in form.fields[1:]]

    assert len(set(first)) == len(FORMS)
    assert not set(first) & set(others)


@each_form
def test_the_last_question_takes_one_line_so_that_what_an_email_adds_is_told_apart(
    form: Form,
) -> None:
    assert form.fields[-1].kind is Kind.LINE


@each_form
def test_no_two_options_of_a_question_are_the_same(form: Form) -> None:
    for field in form.fields:
        assert len({option.label for option in field.options}) == len(field.options)
        assert bool(field.options) is (field.kind in (Kind.CHOICE, Kind.BOXES))


def test_every_status_of_an_action_can_be_chosen_and_every_kind_of_concern() -> None:
    statuses = {option.value for option in UPDATE_ACTION.field("status").options}
    kinds = {option.value for option in RAISE_CONCERN.field("kind").options}

    assert statuses == set(ActionStatus)
    assert kinds == set(ConcernKind)


@each_form
def test_what_a_page_fills_in_are_fields_of_the_form(form: Form) -> None:
    for folder in form.offered_on:
        filled = form.filled_from(folder, "some-record", "0123abcd")

        assert set(filled) <= {field.id for field in form.fields}


def test_a_page_fills_in_its_record_and_the_version_it_shows() -> None:
    assert UPDATE_ACTION.filled_from("actions", "2026-03-12-board-a1", "0123abcd") == {
        "action": "2026-03-12-board-a1",
        "seen": "0123abcd",
    }
    assert SUGGEST_CORRECTION.filled_from("themes", "building", "0123abcd") == {
        "record": "themes/building",
        "seen": "0123abcd",
    }


def test_a_page_of_a_meeting_that_raises_a_concern_has_seen_no_concern() -> None:
    filled = RAISE_CONCERN.filled_from("meetings", "2026-03-12-board", "0123abcd")

    assert filled == {"meeting": "2026-03-12-board"}


# The issue forms


@pytest.mark.parametrize("name", FILES)
def test_the_issue_forms_in_git_are_not_stale(
    name: str, golden: Callable[[Path, str], None]
) -> None:
    golden(TEMPLATES / name, FILES[name])


def test_no_issue_form_is_left_over() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == set(FILES)


def test_the_command_writes_them(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["forms", str(tmp_path / "templates")])

    assert result.exit_code == 0
    written = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*/*")}
    assert written == FILES


@each_form
def test_a_reader_of_yaml_finds_the_words_of_the_form(form: Form) -> None:
    read = yaml.safe_load(FILES[f"{form.id}.yml"])
    introduction, *elements = read["body"]

    assert introduction["type"] == "markdown"
    assert [one["id"] for one in elements] == [field.id for field in form.fields]
    for field, element in zip(form.fields, elements, strict=True):
        attributes = element["attributes"]
        options = attributes.get("options", [])
        assert element["type"] == field.kind
        assert attributes["label"] == field.label
        assert attributes["description"] == field.help
        assert attributes.get("placeholder", "") == field.placeholder
        assert [o["label"] if isinstance(o, dict) else o for o in options] == [
            option.label for option in field.options
        ]
        assert element.get("validations", {}).get("required", False) is field.required


@each_form
def test_an_issue_form_keeps_to_what_the_host_allows(form: Form) -> None:
    read = yaml.safe_load(FILES[f"{form.id}.yml"])

    assert all(len(read[key]) >= 3 for key in ("name", "description", "title"))
    for field in form.fields:
        assert re.fullmatch(r"[A-Za-z0-9_-]+", field.id)
        assert field.label == field.label.strip()
        assert not {option.label.casefold() for option in field.options} & {"none"}
