"""What changes in a meeting and its note."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.book import Book
from minutebook.contributing.comparing.fields import other_fields
from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import (
    SAME_WORDS,
    day,
    short,
    told,
    when,
    words_changed,
)
from minutebook.contributing.sealing.parts import Version, added_addenda
from minutebook.contributing.sealing.seal import keeps_corrections, new_corrections
from minutebook.records import Addendum, Meeting, NoteStatus, When

_STEPS = {
    NoteStatus.DRAFT: "The note is a draft again",
    NoteStatus.AGREED: "Note agreed",
    NoteStatus.PUBLISHED: "Note published",
    NoteStatus.WITHDRAWN: "Note withdrawn",
}
_DAYS = ("agreed_on", "published_on", "withdrawn_on")


def named(meeting: Meeting, _book: Book) -> str:
    """Name a meeting by its title and day."""
    return f"{short(meeting.title)}, {day(meeting.date)}"


def added(meeting: Meeting, book: Book) -> str:
    """Tell of a meeting that was not in the book."""
    state = {
        NoteStatus.DRAFT: "a draft",
        NoteStatus.AGREED: "its note is agreed",
        NoteStatus.PUBLISHED: "its note is published",
        NoteStatus.WITHDRAWN: "its note is withdrawn",
    }[meeting.status]
    return f"New meeting: {named(meeting, book)} ({state})"


def changed(pair: Pair[Meeting]) -> Iterator[str]:
    """Tell what has changed in a meeting: its note's way first, then its words."""
    was, now = pair.was, pair.now
    if was.status is not now.status:
        yield f"{_STEPS[now.status]}{_in_brackets(_day_of(now))}"
    yield from _addenda(pair)
    if keeps_corrections(was, now):
        for correction in new_corrections(was, now):
            on, reason = day(correction.date), told(correction.reason)
            yield f"Corrected after it was agreed: {on}, {reason}"
    else:
        yield "A correction that was there is not as it was"
    if was.text != now.text:
        words = words_changed(pair.entry_before.prose, pair.entry_after.prose)
        is_mended = was.status.is_sealed and words == SAME_WORDS
        yield f"Text: {words}{', which is allowed' if is_mended else ''}"
    moved_on = _DAYS if was.status is not now.status else ()
    yield from other_fields(pair, ("status", "text", "addenda", "corrections", *moved_on))


def _addenda(pair: Pair[Meeting]) -> Iterator[str]:
    """Tell of addenda that are new, and that others are no longer as they were."""
    before = Version(book=pair.before, entry=pair.entry_before)
    after = Version(book=pair.after, entry=pair.entry_after)
    new = [addendum for _, addendum in added_addenda(before, after)]
    yield from (f"Addendum added: {_addendum(addendum)}" for addendum in new)
    if len(pair.now.addenda) - len(new) < len(pair.was.addenda):
        yield "An addendum that was there is not as it was"


def _addendum(addendum: Addendum) -> str:
    said = [f"by {short(addendum.by)}"] if addendum.by else []
    said += [when(addendum.date)] if addendum.date else []
    return short(addendum.title) + _in_brackets(", ".join(said))


def _day_of(meeting: Meeting) -> str:
    """Tell the day of the step a note has come to."""
    given: When | None = {
        NoteStatus.AGREED: meeting.agreed_on,
        NoteStatus.PUBLISHED: meeting.published_on,
        NoteStatus.WITHDRAWN: meeting.withdrawn_on,
    }.get(meeting.status)
    return day(given.date) if given and given.date else ""


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""
