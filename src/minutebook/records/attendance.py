"""People as they stand in minutes: name, organisation, role."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at a meeting, in the words of its note."""

    name: str
    """As it stands in the note."""

    organisation: str | None = None
    """Whom they came for: a name, alias or id from the register of organisations."""

    role: str | None = None
    """What they were there as, e.g. `chair` or `RR3 permanent member`."""

    def has_role(self, role: str) -> bool:
        """Whether `role` is one of the roles given, e.g. `chair` of `chair, trustee`."""
        given = re.split(r"[,;/]|\band\b", (self.role or "").casefold())
        return role.casefold().replace("-", " ") in {
            part.replace("-", " ").strip() for part in given
        }


def attendance_from_text(text: str) -> Attendance:
    """Read `Helen Dyson, Nacro (RR3 permanent member and SIG co-sponsor)`.

    The name ends at the first comma, the role stands in the last brackets, and what
    is between them is the organisation. Both may be missing.
    """
    rest, role = text.strip(), None
    if rest.endswith(")"):
        before, bracket, inside = rest[:-1].rpartition("(")
        if bracket:
            rest, role = before.strip(), inside.strip() or None
    name, _, organisation = rest.partition(",")
    if not name.strip():
        return Attendance(name=text.strip())
    return Attendance(
        name=name.strip(), organisation=organisation.strip() or None, role=role
    )
