"""A record that is not in the book yet: a file of its own, or an entry of a register."""

from __future__ import annotations

from dataclasses import replace

from minutebook.changing.change import Change
from minutebook.changing.paths import path_of
from minutebook.changing.registers import with_entries
from minutebook.contributing.commented import commented, commented_entry, examples, plain
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.correcting import title_of
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.ids import id_for, refused_id
from minutebook.contributing.proposing.kinds import kind_of
from minutebook.contributing.proposing.meetings import with_meetings
from minutebook.contributing.proposing.mentioning import mentioned
from minutebook.contributing.proposing.tidying import tidy
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import NewRecord
from minutebook.problems import Place, Problem
from minutebook.records import Action, Meeting, Organisation, Person, Record, Term


def record_anew(request: NewRecord, desk: Desk) -> Worked:
    """Add a record to the book. One without an id is given the next that is free."""
    kind = kind_of(request.record)
    wording = Wording(
        place=Place(f"{kind.folder}.yml" if kind.is_register else kind.folder)
    )
    record = tidy(request.record, wording)
    if wording.problems:
        return tuple(wording.problems)
    found = with_meetings(record, desk.book)
    if isinstance(found, Problem):
        return (found,)
    new = replace(found, id=found.id or id_for(found, desk))
    refused = refused_id(new, desk)
    if refused:
        return (refused,)
    change = _change(new, desk, with_help=request.with_help)
    return Proposal(change=change, title=_title(new))


def _change(record: Record, desk: Desk, *, with_help: bool) -> Change:
    if isinstance(record, Organisation | Person | Term):
        return _entry(record, desk)
    schema = _schema(record, desk)
    if with_help:
        written = commented(record, examples(record, desk.book), schema)
    else:
        written = plain(record, schema)
    added = {path_of(record): written}
    edited = mentioned(record, desk) if isinstance(record, Action) else {}
    return Change(added=added, edited=edited)


def _entry(record: Organisation | Person | Term, desk: Desk) -> Change:
    """Add an entry to its register, as a new file or as more lines of the old."""
    written = commented_entry(record, examples(record, desk.book))
    found = with_entries(desk.notes, [record], written)
    if found is None:
        return Change()
    name, before, after = found
    if before is None:
        return Change(added={name: after})
    return Change(edited={name: (before, after)})


def _schema(record: Record, desk: Desk) -> str | None:
    """Say where an editor finds what fields mean, if the schemas stand by the notes."""
    name = f"schema/{kind_of(record).noun}.json"
    return f"../../{name}" if (desk.notes.parent / name).is_file() else None


def _title(record: Record) -> str:
    noun = kind_of(record).noun
    if isinstance(record, Meeting):
        return f"New meeting: {record.title}, {record.date}"
    if isinstance(record, Term):
        return f"New word: {record.id}"
    return f"New {noun}: {title_of(record)}"
