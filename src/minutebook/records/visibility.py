"""Who may read a record, and from which day."""

from __future__ import annotations

from enum import StrEnum


class Visibility(StrEnum):
    """The widest audience a record is meant for."""

    PUBLIC = "public"
    """Everybody."""

    MEMBERS = "members"
    """Members, on a site that is made for them."""

    PRIVATE = "private"
    """Only those for whom a site of everything is made."""
