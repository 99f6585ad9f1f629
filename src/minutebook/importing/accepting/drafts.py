"""The records of a draft, as they stand in the inbox."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.reading import Reading
from minutebook.records import Action, Concern, Decision, Group, Meeting, Theme


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
