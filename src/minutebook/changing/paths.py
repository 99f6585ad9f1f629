"""Where records stand in the notes, and in a draft of them."""

from __future__ import annotations

from minutebook.records import Action, Concern, Decision, Group, Meeting, Record, Theme

_FOLDERS: dict[type[Record], str] = {
    Meeting: "meetings",
    Action: "actions",
    Decision: "decisions",
    Concern: "concerns",
    Theme: "themes",
    Group: "groups",
}


def path_of(record: Record) -> str:
    """Give the path at which a record stands in the notes."""
    return f"{_FOLDERS[type(record)]}/{record.id}.md"
