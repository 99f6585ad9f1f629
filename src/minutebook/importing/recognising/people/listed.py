"""Somebody as one place of a document lists them."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.people.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry, and what the label over it or the sentence around it says."""

    entry: Entry
    attended: Attended
    line: int
    label: str = ""
    """The label it stands below, as printed."""

    role: str | None = None
    """What the label says they are: `Chair: Jo Lee`."""

    run: int = 0
    """Which list it stands in: entries of one list have one number."""

    said: bool = False
    """Whether it comes from a sentence, not from a list."""
