"""Rules about days and times: nothing happens before it could."""

from __future__ import annotations

import itertools
import zoneinfo
from collections.abc import Iterator

from minutebook.book.book import Book
from minutebook.book.standing import raisings, response_date
from minutebook.problems import Problem, Severity
from minutebook.records import Action, ActionStatus, Concern, Meeting, NoteStatus


def due_before_meeting(book: Book) -> Iterator[Problem]:
    """An action is due on the day of the meeting that agreed it, or later."""
    for entry in book.entries_of(Action):
        agreed = book.date_of(entry.record.raised_in)
        due = entry.record.due.date if entry.record.due else None
        if agreed and due and due < agreed:
            yield entry.source.problem(
                "due-before-meeting",
                ("due",),
                f"this action is due before it was agreed, on {agreed}",
                "check the year of `due`, and that `raised_in` is the right meeting",
            )


def update_before_raised(book: Book) -> Iterator[Problem]:
    """Nothing is reported about an action before the meeting that agreed it."""
    for entry in book.entries_of(Action):
        agreed = book.date_of(entry.record.raised_in)
        for index, update in enumerate(entry.record.updates):
            if agreed and update.date and update.date < agreed:
                yield entry.source.problem(
                    "update-before-raised",
                    ("updates", index, "date"),
                    f"this update is older than the action, agreed on {agreed}",
                    "check the year of `date`, and that `raised_in` is the right meeting",
                )


def updates_out_of_order(book: Book) -> Iterator[Problem]:
    """The updates of an action stand oldest first: the last one tells where it stands."""
    for entry in book.entries_of(Action):
        dated = [
            (index, update.date)
            for index, update in enumerate(entry.record.updates)
            if update.date
        ]
        for (_, before), (index, after) in itertools.pairwise(dated):
            if after < before:
                yield entry.source.problem(
                    "updates-out-of-order",
                    ("updates", index, "date"),
                    f"this update is older than the one above it, of {before}",
                    "put the updates in the order they happened, oldest first",
                )


def done_without_date(book: Book) -> Iterator[Problem]:
    """An action that is done has the day it was done."""
    for entry in book.entries_of(Action):
        action = entry.record
        if action.standing is ActionStatus.DONE and action.closed_on is None:
            updates = len(action.updates)
            yield entry.source.problem(
                "done-without-date",
                ("updates", updates - 1) if updates else ("status",),
                "this action is done, but nothing says since when",
                "add the line `date:` to this update"
                if updates
                else "write an update instead, with `date`, `status: done` and a `note`",
            )


def status_conflict(book: Book) -> Iterator[Problem]:
    """Where an action has updates, its `status` field does not say otherwise."""
    for entry in book.entries_of(Action):
        action = entry.record
        if action.status and action.standing is not action.status:
            yield entry.source.problem(
                "status-conflict",
                ("status",),
                f"`status` says {action.status}, the last update {action.standing}",
                "remove the field `status`; the updates tell where the action stands",
            )


def ends_before_start(book: Book) -> Iterator[Problem]:
    """A meeting ends after it began."""
    for entry in book.entries_of(Meeting):
        meeting = entry.record
        if meeting.start and meeting.end and meeting.end <= meeting.start:
            yield entry.source.problem(
                "ends-before-start",
                ("end",),
                f"the meeting does not end after it began, at {meeting.start:%H:%M}",
                "write times on the 24-hour clock: 3 in the afternoon is 15:00",
            )


def unknown_time_zone(book: Book) -> Iterator[Problem]:
    """A time zone is one of the IANA time zone database."""
    for entry in book.entries_of(Meeting):
        zone = entry.record.timezone
        if zone and zone not in zoneinfo.available_timezones():
            yield entry.source.problem(
                "unknown-time-zone",
                ("timezone",),
                f"there is no time zone `{zone}`",
                _city(zone) or "write a continent and a city, as in Europe/London",
            )


def _city(name: str) -> str | None:
    """Find the zone of a city."""
    ending = "/" + name.replace(" ", "_").casefold()
    zones = sorted(zoneinfo.available_timezones())
    found = next((zone for zone in zones if zone.casefold().endswith(ending)), None)
    return f"did you mean `{found}`?" if found else None


def agreed_without_date(book: Book) -> Iterator[Problem]:
    """A note that was agreed says when; `not recorded` where nobody knows any more."""
    for entry in book.entries_of(Meeting):
        meeting = entry.record
        was_agreed = meeting.status in (NoteStatus.AGREED, NoteStatus.PUBLISHED)
        if was_agreed and meeting.agreed_on is None:
            yield entry.source.problem(
                "agreed-without-date",
                ("status",),
                "this note does not say when it was agreed",
                "add a line `agreed_on:` with the date,"
                " or `agreed_on: not recorded` if nobody knows",
                Severity.WARNING,
            )


def steps_out_of_order(book: Book) -> Iterator[Problem]:
    """A note is drafted, agreed, published and withdrawn in that order."""
    for entry in book.entries_of(Meeting):
        meeting = entry.record
        last, last_name = meeting.date, "the meeting"
        for name in ("drafted_on", "agreed_on", "published_on", "withdrawn_on"):
            when = getattr(meeting, name)
            day = when.date if when else None
            if day and day < last:
                yield entry.source.problem(
                    "steps-out-of-order",
                    (name,),
                    f"`{name}` is earlier than {last_name} ({last})",
                    "check these dates",
                )
            if day:
                last, last_name = day, f"`{name}`"


def answer_before_raised(book: Book) -> Iterator[Problem]:
    """A concern is answered when it was raised, or later."""
    for entry in book.entries_of(Concern):
        first = next(
            (book.date_of(raising.meeting) for raising in raisings(entry.record, book)),
            None,
        )
        for index, response in enumerate(entry.record.responses):
            day = response_date(response, book)
            if first and day and day < first:
                field = "date" if response.date else "meeting"
                yield entry.source.problem(
                    "answer-before-raised",
                    ("responses", index, field),
                    f"this answer is older than the concern, first raised on {first}",
                    "check the date, and the meetings under `raised`",
                )
