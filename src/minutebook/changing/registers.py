"""New entries at the end of a register; what stands there already stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minutebook.reading import write_register
from minutebook.records import Organisation, Person, Term

_FILES = {
    Organisation: "organisations.yml",
    Person: "people.yml",
    Term: "glossary.yml",
}


def with_entries(
    notes: Path,
    entries: Sequence[Organisation | Person | Term],
    written: str | None = None,
) -> tuple[str, str | None, str] | None:
    """Give the path of a register, its text before and its text with new entries.

    The text before is None where there is no register yet. None if nothing is new. The
    entries are written as registers have them, unless they were `written` already.
    """
    if not entries:
        return None
    name = _FILES[type(entries[0])]
    path = notes / name
    before = path.read_bytes().decode("utf-8") if path.exists() else None
    standing, new = before or "", written or write_register(list(entries))
    ending = "\r\n" if "\r\n" in standing else "\n"
    if standing and not standing.endswith("\n"):
        standing += ending
    return name, before, standing + new.replace("\n", ending)
