"""Commands that write new records, and change those there are by one step."""

from __future__ import annotations

from collections.abc import Mapping

import click

from minutebook.cli.questions import AskingCommand


@click.group("new")
def new_command() -> None:
    """Write a new record, complete and with help in it.

    At a terminal you are asked for what is needed; otherwise tell it with flags.
    """


_NOTES: Mapping[str, str] = {
    "meeting": "Write a new note of a meeting, with the headings a meeting usually has.",
    "action": "Write a new action, and a line about it into the note of its meeting.",
    "concern": "Write a new concern, question or suggestion that a meeting raised.",
    "decision": "Write a new decision that a meeting took or was told of.",
}
_ENTRIES: Mapping[str, str] = {
    "theme": "Write a new theme: a subject that keeps coming back.",
    "group": "Write a new group: a body that meets.",
    "organisation": "Add an organisation to the register.",
    "person": "Add a person to the register.",
    "term": "Add an acronym, or a word that needs explaining, to the glossary.",
}
for _name, _says in _NOTES.items():
    new_command.add_command(AskingCommand(_name, "new_notes", _says))
for _name, _says in _ENTRIES.items():
    new_command.add_command(AskingCommand(_name, "new_entries", _says))

_CONCERN = "CONCERN is its id, its file, the address of its page, or its title."
_CHANGES: Mapping[str, tuple[str, str]] = {
    "update": (
        "Say where an action stands now. What was said before stays.",
        "ACTION is its id, its file, the address of its page, or `A1` with its meeting.",
    ),
    "respond": ("Add an answer to a concern.", _CONCERN),
    "raise": ("Record that a meeting raised a concern of the book again.", _CONCERN),
    "close": ("Record that a concern is resolved, or was taken back.", _CONCERN),
    "addendum": (
        "Add a dated clarification to a note that was agreed.",
        "MEETING is its id, its file, the address of its page, or its day.",
    ),
    "correct": (
        "Correct words of a record; in an agreed note, by an addendum.",
        "RECORD is its folder and id, its file, or the address of its page.",
    ),
}
CHANGES = tuple(
    AskingCommand(name, "of_changes", f"{says}\n\n{more}")
    for name, (says, more) in _CHANGES.items()
)
"""Commands that change a record of the book."""
