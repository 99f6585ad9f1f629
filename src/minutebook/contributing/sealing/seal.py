"""Whether the seals of a book hold: two versions of it, and what may not be so."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.book import Book
from minutebook.contributing.sealing.parts import (
    Version,
    added_addenda,
    changed_parts,
)
from minutebook.problems import Place, Problem
from minutebook.records import Correction, Meeting, NoteStatus


def broken_seals(before: Book, after: Book) -> Iterator[Problem]:
    """Say what changed in sealed notes and may not, from one version to the next.

    A note that could not be read in the later version is passed over: it has a problem
    of its own.
    """
    for was in before.meetings:
        if not was.status.is_sealed:
            continue
        now = after.meetings.get(was.id)
        if now is not None and now != was:
            yield from _broken(_version(before, was), _version(after, now))
        elif now is None and before.entry(was).source.path not in after.unread:
            yield _removed(before.entry(was).source.path)


def new_corrections(was: Meeting, now: Meeting) -> tuple[Correction, ...]:
    """Give the corrections that a later version of a note has more."""
    return now.corrections[len(was.corrections) :]


def keeps_corrections(was: Meeting, now: Meeting) -> bool:
    """Whether every correction that a note had still stands there as it was."""
    return now.corrections[: len(was.corrections)] == was.corrections


def _version(book: Book, meeting: Meeting) -> Version:
    return Version(book=book, entry=book.entry(meeting))


def _broken(before: Version, after: Version) -> Iterator[Problem]:
    """Say what is wrong with one note."""
    was, now = before.meeting, after.meeting
    if now.status is NoteStatus.DRAFT:
        yield _unsealed(after)
    if not keeps_corrections(was, now):
        yield _correction_changed(after)
    if not (keeps_corrections(was, now) and new_corrections(was, now)):
        yield from _changed(before, after)
    for number, addendum in added_addenda(before, after):
        if addendum.date is None or addendum.date.date is None:
            yield _undated(after, number)


def _changed(before: Version, after: Version) -> Iterator[Problem]:
    source, meeting = after.entry.source, after.meeting
    agreed = before.meeting.agreed_on
    on = f" on {agreed.date}" if agreed and agreed.date else ""
    for part in changed_parts(before, after):
        place = source.place((part.field,))
        if part.field == "text":
            place = source.body_place(_first_other_line(before, after))
        yield source.problem(
            "sealed-note-changed",
            place,
            f"the {part.name} of this note changed after it was agreed{on}",
            "put it back and add a dated addendum; or let readers see why it changed:"
            f' `minutebook reseal {meeting.id} --reason "..."`',
        )


def _first_other_line(before: Version, after: Version) -> int:
    """Find the first line of a text that is not as it was, counted from one."""
    was, now = before.meeting.text.split("\n"), after.meeting.text.split("\n")
    pairs = enumerate(zip(was, now, strict=False), start=1)
    end = max(1, min(len(was) + 1, len(now)))
    return next((number for number, (a, b) in pairs if a != b), end)


def _removed(path: str) -> Problem:
    return Problem(
        code="sealed-note-removed",
        place=Place(path),
        summary="this note was agreed, and is gone",
        hint="put the file back; a note that is no longer to be read is withdrawn, with"
        " `status: withdrawn` and `withdrawn_on:`",
    )


def _unsealed(after: Version) -> Problem:
    return after.entry.source.problem(
        "unsealed-note",
        ("status",),
        "this note was agreed, and is a draft again",
        "put the status back; correct the note with `minutebook reseal`, or withdraw it"
        " with `status: withdrawn`",
    )


def _correction_changed(after: Version) -> Problem:
    return after.entry.source.problem(
        "correction-changed",
        ("corrections",),
        "a correction of this note is no longer as it was",
        "put it back word for word, and add another one below it",
    )


def _undated(after: Version, number: int) -> Problem:
    return after.entry.source.problem(
        "addendum-without-date",
        ("addenda", number),
        "this addendum to an agreed note does not say from which day it is",
        "add a line `date:` with the day it was added, as in 2026-09-03",
    )
