"""The meetings that a new record speaks of, by their ids."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from minutebook.book import Book
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import MEETINGS
from minutebook.problems import Problem
from minutebook.records import Action, Concern, Decision, Record


def with_meetings(record: Record, book: Book) -> Record | Problem:
    """Find the meetings a record names as people do, and name them by their ids."""
    wrong: list[Problem] = []

    def meeting(named: str | None) -> Any:  # noqa: ANN401 - the field says which
        found = find(book, MEETINGS, named) if named else None
        if isinstance(found, Problem):
            wrong.append(found)
            return named
        return found.id if found else None

    named: Record = record
    match record:
        case Action():
            named = replace(record, raised_in=meeting(record.raised_in))
        case Decision():
            decided, told = meeting(record.decided_in), meeting(record.reported_in)
            named = replace(record, decided_in=decided, reported_in=told)
        case Concern():
            raised = [replace(one, meeting=meeting(one.meeting)) for one in record.raised]
            named = replace(record, raised=tuple(raised))
    return wrong[0] if wrong else named
