"""A change that somebody wrote in the editor without an account, sent as a file.

It says for each field what it was when they saw it, and what it is to be. Where the
record still says the first, it takes the second; where it does not, nothing is changed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutebook.changing.change import Change, tried
from minutebook.contributing.editing.paths import ROOT, record_at, text_of
from minutebook.contributing.editing.refused import Refused
from minutebook.contributing.editing.saving import change_of, refuse_what_is_wrong
from minutebook.contributing.proposal import Proposal
from minutebook.editor.collections import BODY
from minutebook.editor.records import as_json, file_of
from minutebook.make import check_notes
from minutebook.problems import Place, Problem
from minutebook.reading.read import read_bytes
from minutebook.reading.typed_file import TEXT
from minutebook.words import count

KIND = "change"
_FIELDS = {"minutebook", "record", "is_new", "fields"}
_SENT_AS_IT_IS = "send the file as it was downloaded from the editor of the site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a change file says."""

    record: str
    """The path of the record, or of the register, in the notes."""

    is_new: bool
    fields: Mapping[str, tuple[Any, Any]]
    """What each field was, and what it is to be; None where it is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    notes: Path
    on: dt.date

    def day(self) -> dt.date:
        return self.on


def is_change_file(data: bytes) -> bool:
    """Tell a change file from a form: it is JSON."""
    return data.lstrip()[:1] == b"{"


def work_out_change(
    data: bytes, path: str, notes: Path, today: dt.date
) -> Proposal | tuple[Problem, ...]:
    """Work out what a change file changes. `path` names it in messages.

    Nothing is written.
    """
    try:
        written = _written(data, path)
        desk = _Desk(notes=notes, on=today)
        change = _change(written, desk, path)
        refuse_what_is_wrong(check_notes(notes), tried(notes, change), written.record)
    except Refused as refused:
        return refused.problems or (_problem(path, *refused.sentences),)
    return Proposal(change=change, title=_title(written))


def _written(data: bytes, path: str) -> Written:
    """Read a change file. Raises Refused for anything else."""
    try:
        said = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise _no_change(path, "it is not the JSON that the editor writes") from None
    if not isinstance(said, dict) or set(said) != _FIELDS or said["minutebook"] != KIND:
        raise _no_change(path, "its fields are not those that the editor writes")
    fields, is_new = said["fields"], said["is_new"]
    if not isinstance(fields, dict) or not fields or not isinstance(is_new, bool):
        raise _no_change(path, "it changes no field")
    for change in fields.values():
        if not isinstance(change, dict) or set(change) != {"before", "after"}:
            raise _no_change(path, "it does not say what a field was and is to be")
    return Written(
        record=record_at(f"{ROOT}/{said['record']}"),
        is_new=is_new,
        fields={
            BODY if name == TEXT and said["record"].endswith(".md") else name: (
                change["before"],
                change["after"],
            )
            for name, change in fields.items()
        },
    )


def _change(written: Written, desk: _Desk, path: str) -> Change:
    """Work out the change of the files. Raises Refused if the record is another now."""
    before = text_of(desk.notes, written.record)
    if written.is_new and before is not None:
        raise _meanwhile(path, f"there is a {written.record} already")
    if not written.is_new and before is None:
        raise _meanwhile(path, f"there is no {written.record} any more")
    said = {} if before is None else _said(before, written.record)
    for name, (was, now) in written.fields.items():
        if said.get(name) != was:
            raise _meanwhile(
                path, f"`{name}` of {written.record} is no longer as you saw it"
            )
        if now is None:
            said.pop(name, None)
        else:
            said[name] = now
    return change_of(desk, written.record, before, file_of(said, written.record))


def _said(text: str, path: str) -> dict[str, Any]:
    """Lay out what a file says. Raises Refused if it has faults."""
    read = read_bytes(text.encode(), path)
    if read.problems:
        raise Refused(problems=tuple(read.problems))
    records = [entry.record for entry in read.entries]
    if path.endswith(".md"):
        return as_json(records[0])
    return {record.id: as_json(record) for record in records}


def _title(written: Written) -> str:
    if written.is_new:
        return f"New: {written.record}"
    return f"{count(len(written.fields), 'change')} of {written.record}"


def _problem(path: str, *sentences: str) -> Problem:
    return Problem(
        code="form-not-a-change",
        place=Place(path),
        summary=" ".join(sentences).rstrip("."),
        hint=_SENT_AS_IT_IS,
    )


def _no_change(path: str, why: str) -> Refused:
    problem = _problem(path, f"this is no change that the editor of a site wrote: {why}")
    return Refused(problems=(problem,))


def _meanwhile(path: str, what: str) -> Refused:
    problem = Problem(
        code="form-changed-meanwhile",
        place=Place(path),
        summary=what,
        hint="look at its page again; if your change is still wanted, write it once more",
    )
    return Refused(problems=(problem,))
