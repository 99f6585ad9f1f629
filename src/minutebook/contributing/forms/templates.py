"""The forms as a git host shows them to people with an account: issue forms.

What a host does not show it does not check either: a hand-written issue, or one that was
changed after it was sent, is read all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from minutebook.forms import FORMS, Field, Form, Kind

LABEL = "minutebook-form"
"""The label of an issue that was sent with a form."""

_FIRST = (
    "# Made by `minutebook forms`. The questions stand in src/minutebook/forms, and the"
    " program knows\n# them by their words: change them there.\n"
)
_PROPOSED = (
    "What you send is a proposal. A program makes the change, and a person looks at it"
    " before anything is published. Write nothing here that is not for everybody."
)
_CONFIG = "blank_issues_enabled: true\n"


def template_files() -> dict[str, str]:
    """Write the files of a folder ISSUE_TEMPLATE, by their names."""
    files = {template_name(form): _template(form) for form in FORMS}
    return {**files, "config.yml": _FIRST + _CONFIG}


def template_name(form: Form) -> str:
    """Name the file of a form, as the address that opens it does."""
    return f"{form.id}.yml"


def _template(form: Form) -> str:
    lines = [
        f"name: {_quoted(form.title)}",
        f"description: {_quoted(form.about)}",
        f"title: {_quoted(form.title)}",
        f"labels: [{_quoted(LABEL)}]",
        "body:",
        "  - type: markdown",
        "    attributes:",
        f"      value: {_quoted(_PROPOSED)}",
    ]
    for field in form.fields:
        lines += _element(field)
    return _FIRST + "\n".join(lines) + "\n"


def _element(field: Field) -> Iterator[str]:
    yield f"  - type: {field.kind}"
    yield f"    id: {field.id}"
    yield "    attributes:"
    yield f"      label: {_quoted(field.label)}"
    yield f"      description: {_quoted(field.help)}"
    if field.placeholder:
        yield f"      placeholder: {_quoted(field.placeholder)}"
    if field.exact:
        yield "      render: text"
    if field.options:
        yield "      options:"
    for option in field.options:
        key = "label: " if field.kind is Kind.BOXES else ""
        yield f"        - {key}{_quoted(option.label)}"
    if field.required:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    """Write text as YAML that no reader takes for a day, a number or a yes."""
    return json.dumps(text, ensure_ascii=False)
