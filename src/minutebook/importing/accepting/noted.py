"""A note that was sent whole: its organisations are registered and its actions tracked.

What somebody pastes into a form has lines such as `Action: Ben to ask for quotes`, as
minutes have. A book wants a record of each, as when a document is imported.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minutebook.book.attendance import everybody
from minutebook.changing.change import Change, copy_notes, make
from minutebook.changing.outcome import Accepted
from minutebook.importing.accepting.parties import Parties
from minutebook.importing.accepting.plan import register
from minutebook.importing.accepting.track import track
from minutebook.make import check_notes
from minutebook.records import Meeting
from minutebook.words import count


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A change that adds a note, with what follows from it."""

    change: Change
    notices: tuple[str, ...] = ()
    """What was decided on the way, each in a sentence without a full stop."""


def with_what_follows(notes: Path, change: Change, path: str) -> Noted:
    """Add to a change the organisations and actions of the note it adds at `path`.

    What cannot be made of a note is left as it is: the check tells.
    """
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "notes"
        copy_notes(notes, copy)
        make(copy, change)
        parties = _parties(copy, path)
        registered = _registered(copy, parties)
        make(copy, registered)
        tracked = track(copy, path, concerns=False)
        touched = (*change.edited, *registered.added, *registered.edited, *tracked.edited)
        paths = dict.fromkeys((*change.added, *tracked.added, *touched))
        after = {one: (copy / one).read_bytes().decode("utf-8") for one in paths}
    return Noted(change=_from(notes, after), notices=_told(parties, tracked))


def _told(parties: Parties, tracked: Accepted) -> tuple[str, ...]:
    """Say what a note has brought."""
    new = [f"{one.name} is new among the organisations" for one in parties.organisations]
    actions = sum(path.startswith("actions/") for path in tracked.added)
    if not actions:
        return tuple(new)
    followed = f"{count(actions, 'action')} of the note can be followed now"
    return (*new, followed, *tracked.notices)


def _parties(notes: Path, path: str) -> Parties:
    """Find the organisations of a note that nobody knows yet."""
    book = check_notes(notes).book
    parties = Parties(book=book)
    for entry in book.entries_of(Meeting):
        people = (*everybody(entry.record), *entry.record.apologies)
        for attendance in people if entry.source.path == path else ():
            if attendance.organisation:
                parties.organisation(attendance.organisation)
    return parties


def _registered(notes: Path, parties: Parties) -> Change:
    """Make the change that adds new organisations to their register."""
    added: dict[str, str] = {}
    edited: dict[str, tuple[str, str]] = {}
    register(notes, parties.organisations, added, edited)
    return Change(added=added, edited=edited)


def _from(notes: Path, after: Mapping[str, str]) -> Change:
    """Make a change of the texts that files are to have, in the order they came."""
    standing = {path: notes / path for path in after if (notes / path).exists()}
    return Change(
        added={path: text for path, text in after.items() if path not in standing},
        edited={
            path: (file.read_bytes().decode("utf-8"), after[path])
            for path, file in standing.items()
        },
    )
