"""Whether a record still says what somebody saw of it when they filled in a form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from minutebook.book import Book
from minutebook.book.standing import concern_status
from minutebook.contributing.forms.filled import shortly
from minutebook.contributing.forms.sent import Sent
from minutebook.contributing.proposing.anywhere import find_anywhere
from minutebook.forms import SEEN
from minutebook.problems import Problem
from minutebook.reading.mark import mark_of
from minutebook.records import Action, Concern, Meeting, Record, Visibility
from minutebook.views.audience import seen_by
from minutebook.words import count


def changed_meanwhile(sent: Sent, book: Book, today: dt.date) -> Problem | None:
    """Report that a record is no longer as somebody saw it, with what it says now.

    The answer is read by anybody: it tells what the public may read. A record that cannot
    be found is not for us to report.
    """
    answer = sent.answers.get(SEEN)
    record = _record(sent, book)
    if answer is None or record is None:
        return None
    shown = dict(_as_shown(record, book, today))
    if answer.text.strip().casefold() in map(mark_of, shown.values()):
        return None
    public = shown.get(Visibility.PUBLIC)
    now = f": it is now {_now(public, book)}" if public else ""
    return sent.problem(
        "form-changed-meanwhile",
        SEEN,
        f"this record has changed since you saw it{now}",
        "if what you wrote still holds, empty this field and send the form again",
    )


def _record(sent: Sent, book: Book) -> Record | None:
    """Find the record a form is about, if it is about one of the book."""
    name = sent.form.record
    answer = sent.answers.get(name) if name else None
    if answer is None:
        return None
    folders = {folder for folder, field in sent.form.offered_on.items() if field == name}
    only = f"{folders.pop()}/" if len(folders) == 1 else ""
    named = answer.text.strip()
    for tried in (named, f"{only}{named}"):
        found = find_anywhere(book, tried)
        if not isinstance(found, Problem):
            return found
    return None


def _as_shown(
    record: Record, book: Book, today: dt.date
) -> Iterator[tuple[Visibility, Record]]:
    """Give the record as each audience sees it today, if it does."""
    for audience in Visibility:
        for entry in seen_by(book, audience, today).entries_of(type(record)):
            if entry.record.id == record.id:
                yield audience, entry.record


def _now(record: Record, book: Book) -> str:
    """Tell in a few words what a record says now."""
    match record:
        case Action(updates=updates, standing=standing):
            told = updates[-1] if updates else None
            day = f", since {told.date}" if told and told.date else ""
            note = f" (`{shortly(told.note)}`)" if told and told.note else ""
            return f"{standing.value.replace('-', ' ')}{day}{note}"
        case Concern(responses=responses, raised=raised):
            said = f"{concern_status(record, book)}, raised {_times(len(raised))}"
            if not responses:
                return said
            return (
                f"{said}, with {count(len(responses), 'answer')},"
                f" the last `{shortly(responses[-1].answer)}`"
            )
        case Meeting(status=status, addenda=addenda):
            return f"{status}, with {count(len(addenda), 'addendum', 'addenda')}"
        case _:
            title = getattr(record, "title", None) or getattr(record, "name", record.id)
            return f"called `{shortly(title)}`"


def _times(number: int) -> str:
    return "once" if number == 1 else count(number, "time")
