"""Where pages and files of a site stand: fixed, whatever the notes hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages of one kind of record stand."""

    folder: str
    section: str
    """The address of the listing they hang under."""


RECORD_KINDS: Mapping[str, Place] = {
    "meeting": Place("meetings", "meetings/"),
    "action": Place("actions", "actions/"),
    "concern": Place("concerns", "concerns/"),
    "decision": Place("decisions", "decisions/"),
    "theme": Place("themes", "themes/"),
    "group": Place("groups", "meetings/"),
    "organisation": Place("organisations", "organisations/"),
}

_TABLES = ("meetings", "actions", "concerns", "decisions", "themes", "organisations")

DATA_FILES = tuple(
    f"data/{table}.{ending}" for table in _TABLES for ending in ("json", "schema.json")
)
"""The files of open data."""
