"""What was saved in an editor, to a change of the notes that is tried and then made."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from minutebook.changing.change import Change, Changed, make, new_among, tried
from minutebook.contributing.editing.paths import text_of
from minutebook.contributing.editing.refused import Refused, refuse_errors, sentence
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import propose
from minutebook.contributing.requests import NewRecord
from minutebook.contributing.sealing.seal import broken_seals
from minutebook.make import Checked, check_notes
from minutebook.reading import write_record, write_register
from minutebook.reading.read import read_bytes
from minutebook.reading.record_text import keeping

_CHANGED = (
    "{} was changed on disk since it was opened here. Nothing was saved: copy what you"
    " wrote, load the page again, and put it in once more."
)
_OPENLY = (
    "In this form, that is one more entry under Addenda, or one under Corrections beside"
    " the change."
)
_NOTHING_NEW = "This is not a new record."
_NEVER_SEEN = "There is a record of that name already: {}. Give yours another title."


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """One file as an editor has saved it."""

    path: str
    """In the notes."""

    raw: str
    slug: str
    seen: str | None
    """The digest of what the editor was given; None if there was nothing."""


class Desk(Protocol):
    """Where records are saved."""

    @property
    def notes(self) -> Path:
        """The folder of notes."""

    def day(self) -> dt.date:
        """Tell the day."""


def digest_of(text: str) -> str:
    """Tell one state of a file from another."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read(saved: str, path: str) -> list[Any]:
    """Read the records that an editor has saved. Raises Refused if there are faults."""
    found = read_bytes(saved.encode("utf-8", "replace"), path)
    refuse_errors(found.problems, path)
    return [entry.record for entry in found.entries]


def laid_out(before: str, records: list[Any], path: str) -> str:
    """Lay records out as their file was, wherever they say the same."""
    text = write_record(records[0]) if path.endswith(".md") else write_register(records)
    return keeping(before, text, path)


def refuse_old(before: str | None, saved: Saved) -> None:
    """Refuse what was written on a file that is no longer as the editor saw it."""
    if before is not None and saved.seen is None:
        raise Refused(_NEVER_SEEN.format(saved.path))
    is_gone = before is None and saved.seen is not None
    if is_gone or (before is not None and saved.seen != digest_of(before)):
        raise Refused(_CHANGED.format(saved.path))


def save(desk: Desk, saved: Saved) -> str:
    """Put what an editor has saved into the notes; give the file as it is now.

    Raises Refused when it brings a new error, or the file is not as the editor saw it.
    """
    before = text_of(desk.notes, saved.path)
    refuse_old(before, saved)
    change = change_of(desk, saved.path, before, saved.raw)
    carry_out(desk.notes, change, saved.path)
    return text_of(desk.notes, saved.path) or ""


def change_of(desk: Desk, path: str, before: str | None, saved: str) -> Change:
    """Work out what a saved record changes. Raises Refused if that cannot be."""
    records = read(saved, path)
    if before is not None:
        after = laid_out(before, records, path)
        return Change(edited={path: (before, after)} if after != before else {})
    if not path.endswith(".md"):
        return Change(added={path: write_register(records)})
    request = NewRecord(record=records[0], with_help=False)  # the form has told enough
    proposed = propose(request, desk.notes, desk.day())
    if not isinstance(proposed, Proposal):
        refuse_errors(proposed, path)
        raise Refused(_NOTHING_NEW)
    return proposed.change


def remove(notes: Path, path: str) -> None:
    """Take a record out of the notes. Raises Refused when others refer to it."""
    before = text_of(notes, path)
    if before is None:
        raise Refused(f"There is no {path}.")
    carry_out(notes, Change(removed={path: before}), path)


def refuse_what_is_wrong(before: Checked, after: Checked, path: str) -> None:
    """Refuse a change that brings a new error, or breaks the seal of an agreed note."""
    refuse_errors(new_among(after.problems, before.problems), path)
    broken = tuple(broken_seals(before.book, after.book))
    if broken:
        told = (sentence(one, path) for one in broken)
        raise Refused(*told, _OPENLY, problems=broken)


def carry_out(notes: Path, change: Change, path: str) -> None:
    """Try a change and make it. Raises Refused, and changes nothing, if it is wrong."""
    if change == Change():
        return
    refuse_what_is_wrong(check_notes(notes), tried(notes, change), path)
    try:
        make(notes, change)
    except (Changed, FileNotFoundError):
        raise Refused(_CHANGED.format(path)) from None
    except OSError as error:
        raise Refused(f"{path} could not be written: {error.strerror}.") from error
