"""What one entry of a list says of somebody."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.language.names import is_full_name
from minutebook.importing.recognising.people.ticks import Tick


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an entry of a list says of somebody."""

    name: str
    organisation: str | None = None
    role: str | None = None
    initials: str | None = None
    attended: Attended | None = None
    """What the entry itself says of it: `(part)`, `- apologies`, a tick."""

    tick: Tick | None = None

    is_bracketed: bool = False
    """Whether the organisation stands in brackets of its own, or behind `from`."""

    @property
    def is_certain(self) -> bool:
        """Whether this is a person for sure, and no organisation alone."""
        detailed = self.role or self.initials or self.organisation
        return is_full_name(self.name) or bool(detailed)
