"""The records of a draft, as they stand in the inbox."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.reading import Reading
from minutebook.records import Action, Concern, Decision, Group, Meeting, Record, Theme

FOLDERS: dict[type[Record], str] = {
    Meeting: "meetings",
    Action: "actions",
    Decision: "decisions",
    Concern: "concerns",
    Theme: "themes",
    Group: "groups",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """One meeting, and what came of it."""

    meeting: Meeting
    actions: tuple[Action, ...]
    decisions: tuple[Decision, ...]
    concerns: tuple[Concern, ...]
    themes: tuple[Theme, ...]
    groups: tuple[Group, ...]


def drafts_in(reading: Reading) -> Drafts | None:
    """Sort what was read of a draft by its kind; None if there is not just one note."""
    records = [entry.record for entry in reading.entries]
    meetings = [one for one in records if isinstance(one, Meeting)]
    if len(meetings) != 1:
        return None
    return Drafts(
        meeting=meetings[0],
        actions=tuple(one for one in records if isinstance(one, Action)),
        decisions=tuple(one for one in records if isinstance(one, Decision)),
        concerns=tuple(one for one in records if isinstance(one, Concern)),
        themes=tuple(one for one in records if isinstance(one, Theme)),
        groups=tuple(one for one in records if isinstance(one, Group)),
    )


def path_of(record: Record) -> str:
    """Give the path at which a record stands in the notes."""
    return f"{FOLDERS[type(record)]}/{record.id}.md"
