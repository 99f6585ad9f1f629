"""Groups: bodies that meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from minutebook.records.attendance import Attendance


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A body that meets: a board, a special interest group."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "use_attribute_docstrings": True,
    }

    id: str
    """The file stem, for ever."""

    title: str
    """Its full name."""

    short: str | None = None
    """What people call it, e.g. `RR3`."""

    parent: str | None = None
    """The id of the group it belongs to."""

    officers: tuple[Attendance, ...] = ()
    """Chairs, sponsors and the like, as they stand in minutes."""

    aliases: tuple[str, ...] = ()
    """Other names; and earlier ids, whose addresses lead here."""

    text: str = ""
    """What the group is for, in Markdown."""
