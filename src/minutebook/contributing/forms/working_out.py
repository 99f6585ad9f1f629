"""From a form that was sent to a change that can be proposed, or all that is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from minutebook.book import Book
from minutebook.contributing.forms.asked import request_of
from minutebook.contributing.forms.change_file import is_change_file, work_out_change
from minutebook.contributing.forms.meanwhile import changed_meanwhile
from minutebook.contributing.forms.sent import MOST_BYTES, Sent, read_form
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import Completing, propose
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import GROUPS, THEMES
from minutebook.contributing.requests import NewRecord, Request
from minutebook.make import check_notes
from minutebook.problems import Place, Problem
from minutebook.records import Concern, Meeting


def work_out(
    data: bytes,
    path: str,
    notes: Path,
    today: dt.date,
    complete: Completing | None = None,
) -> Proposal | tuple[Problem, ...]:
    """Work out what a form changes in the notes. `path` names it in messages.

    A change that was written in the editor of a site comes as a file of its own.
    """
    if len(data) <= MOST_BYTES and is_change_file(data):
        return work_out_change(data, path, notes, today)
    sent = read_form(data, path)
    if not isinstance(sent, Sent):
        return sent
    request = request_of(sent)
    if isinstance(request, tuple):
        return request
    checked = check_notes(notes)
    book = checked.book
    meanwhile = changed_meanwhile(sent, book, today)
    if meanwhile:
        return (meanwhile,)
    named = _with_ids(request, book)
    if not isinstance(named, tuple):
        worked = propose(named, notes, today, checked, complete)
        if isinstance(worked, Proposal):
            return worked
        named = worked
    return tuple(_in_form(problem, sent) for problem in named)


def _with_ids(request: Request, book: Book) -> Request | tuple[Problem, ...]:
    """Find the group and the themes that a new record names as people do."""
    if not isinstance(request, NewRecord):
        return request
    record = request.record
    if isinstance(record, Meeting) and record.group:
        group = find(book, GROUPS, record.group)
        if isinstance(group, Problem):
            return (group,)
        return replace(request, record=replace(record, group=group.id))
    if isinstance(record, Concern):
        themes = [find(book, THEMES, theme) for theme in record.themes]
        problems = tuple(one for one in themes if isinstance(one, Problem))
        ids = tuple(one.id for one in themes if not isinstance(one, Problem))
        return problems or replace(request, record=replace(record, themes=ids))
    return request


_QUOTED = re.compile(r"`([^`]+)`")


def _in_form(problem: Problem, sent: Sent) -> Problem:
    """Show the line of the form that a problem is about, in place of where it led to."""
    quoted = _QUOTED.search(problem.summary)
    line = _line_with(quoted[1].rstrip("…"), sent) if quoted else None
    if line is None and problem.excerpt:
        line = _line_with(problem.excerpt.strip(), sent)
    if line is None:
        return problem
    place = Place(sent.note.path, line)
    if problem.code == "action-without-record":
        return sent.note.problem(
            "form-action-of-nobody",
            place,
            "it cannot be told from this line who is to do what",
            "write it as in `Action: Amina Khatun to ask for three quotes`; or take the"
            " word `Action` away, if nobody has to do anything",
        )
    return replace(problem, place=place, excerpt=sent.note.line(line))


def _line_with(words: str, sent: Sent) -> int | None:
    """Find the line of an answer that is some words, or else one that has them."""
    lines = list(_lines(sent))
    alike = [number for number, line in lines if line == words]
    within = [number for number, line in lines if words in line]
    return next(iter([*alike, *within]), None)


def _lines(sent: Sent) -> Iterator[tuple[int, str]]:
    for answer in sent.answers.values():
        for number, line in enumerate(answer.text.strip().split("\n"), answer.line):
            yield number, " ".join(line.split())
