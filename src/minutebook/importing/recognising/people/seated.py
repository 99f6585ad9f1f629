"""An entry of a table of people, and what its place there says."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.people.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """An entry of a table, and what its place there says."""

    entry: Entry
    attended: Attended | None
    label: str = ""
    role: str | None = None
    line: int
