"""What a form consists of."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from minutebook.language import N_


class Kind(StrEnum):
    """How a field is filled in, by the names that git hosts have for it."""

    LINE = "input"
    """One line of text."""

    TEXT = "textarea"
    """As many lines as somebody likes."""

    CHOICE = "dropdown"
    """One of some options."""

    BOXES = "checkboxes"
    """Any of some options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to choose."""

    value: str
    """What it stands for in a record, e.g. `in-progress`."""

    label: str
    """What somebody chooses, and what is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form."""

    id: str
    """Its name in an address that opens the form with some fields filled in."""

    label: str
    """The question. It stands above the answer in what is sent."""

    kind: Kind = Kind.LINE

    required: bool = False

    help: str
    """What to write, in a sentence or two of plain text."""

    placeholder: str = ""
    """An example that stands in the field while it is empty."""

    options: tuple[Option, ...] = ()

    exact: bool = False
    """Whether the text counts letter by letter: it is not to be taken as Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One thing that can be sent."""

    id: str
    """What it is called in addresses, for ever. A git host's form is named after it."""

    title: str
    """What somebody does with it."""

    about: str
    """When to use it, in a sentence."""

    fields: tuple[Field, ...]
    """The questions. The label of the first tells the form: no other form begins so."""

    record: str | None = None
    """The id of the field that names the record somebody has seen, if there is one."""

    offered_on: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The folders of the notes whose records' pages offer it, and for each the field
    that takes the record."""

    def field(self, name: str) -> Field:
        """Give a field by its id. Raises KeyError if there is none."""
        for one in self.fields:
            if one.id == name:
                return one
        raise KeyError(name)

    def filled_from(self, folder: str, record_id: str, seen: str) -> dict[str, str]:
        """Say what the page of a record fills in, by the ids of the fields.

        `seen` is the mark of the record as the page shows it. Raises KeyError if the
        form is not offered there.
        """
        name = self.offered_on[folder]
        if name != self.record:
            return {name: record_id}
        one_kind = list(self.offered_on.values()).count(name) == 1
        return {name: record_id if one_kind else f"{folder}/{record_id}", SEEN: seen}


SEEN = "seen"
"""The id of the field that tells which version of a record somebody saw."""

SEEN_FIELD = Field(
    id=SEEN,
    label=N_("Which version did you see?"),
    help=N_(
        "The page fills this in, so that nobody answers something that has changed"
        " meanwhile. Leave it as it is; empty is fine, too."
    ),
)


def day_field(label: str, help_text: str, *, required: bool = False) -> Field:
    """Ask for a day."""
    return Field(
        id="date",
        label=label,
        help=help_text,
        placeholder="2026-03-31",
        required=required,
    )
