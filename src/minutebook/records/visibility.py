"""Who may read a record, and from which day."""

from __future__ import annotations

from enum import StrEnum


class Visibility(StrEnum):
    """The widest audience a record is meant for."""

    PUBLIC = "public"
    MEMBERS = "members"
    PRIVATE = "private"
