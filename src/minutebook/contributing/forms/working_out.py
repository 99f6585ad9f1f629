"""From a form that was sent to a change that can be proposed, or all that is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from minutebook.book import Book
from minutebook.contributing.forms.asked import request_of
from minutebook.contributing.forms.meanwhile import changed_meanwhile
from minutebook.contributing.forms.sent import Sent, read_form
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import propose
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import GROUPS, THEMES
from minutebook.contributing.requests import NewRecord, Request
from minutebook.make import check_notes
from minutebook.problems import Problem
from minutebook.records import Concern, Meeting

Proposing = Callable[[Request, Path, dt.date], Proposal | tuple[Problem, ...]]
"""The way from a request to a proposal."""


def work_out(
    data: bytes, path: str, notes: Path, today: dt.date, proposing: Proposing = propose
) -> Proposal | tuple[Problem, ...]:
    """Work out what a form changes in the notes. `path` names it in messages."""
    sent = read_form(data, path)
    if not isinstance(sent, Sent):
        return sent
    request = request_of(sent)
    if isinstance(request, tuple):
        return request
    book = check_notes(notes).book
    meanwhile = changed_meanwhile(sent, book, today)
    if meanwhile:
        return (meanwhile,)
    named = _with_ids(request, book)
    worked = named if isinstance(named, tuple) else proposing(named, notes, today)
    if isinstance(worked, Proposal):
        return worked
    return tuple(_in_form(problem, sent) for problem in worked)


def _with_ids(request: Request, book: Book) -> Request | tuple[Problem, ...]:
    """Find the group and the themes that a new record names as people do."""
    if not isinstance(request, NewRecord):
        return request
    record = request.record
    if isinstance(record, Meeting) and record.group:
        group = find(book, GROUPS, record.group)
        if isinstance(group, Problem):
            return (group,)
        return NewRecord(record=replace(record, group=group.id))
    if isinstance(record, Concern):
        themes = [find(book, THEMES, theme) for theme in record.themes]
        problems = tuple(one for one in themes if isinstance(one, Problem))
        ids = tuple(one.id for one in themes if not isinstance(one, Problem))
        return problems or NewRecord(record=replace(record, themes=ids))
    return request


_ASKED = {
    ".": "record",
    "meetings": "meeting",
    "actions": "action",
    "concerns": "concern",
    "themes": "themes",
    "groups": "group",
}
"""Where something is looked for in vain, and the fields that ask for it."""


def _in_form(problem: Problem, sent: Sent) -> Problem:
    """Show the answer that names what the book has not, in place of where it would be."""
    folder = problem.place.path.removesuffix(".yml")
    asked = {field.id for field in sent.form.fields}
    name = _ASKED.get(folder)
    if name not in asked and folder in sent.form.offered_on:
        name = sent.form.record
    if name is None or name not in sent.answers:
        return problem
    place = sent.place_of(name)
    return replace(problem, place=place, excerpt=sent.note.line(place.line))
