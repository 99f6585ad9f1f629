"""What changes in a concern: raised again, answered, brought to an end."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.book import Book
from minutebook.contributing.comparing.fields import other_fields
from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import (
    meeting,
    names,
    short,
    themes,
    told,
    when,
)
from minutebook.language import ENGLISH
from minutebook.records import Closing, Concern, ConcernKind, Raising, Response

_NEW = {
    ConcernKind.CONCERN: "New concern",
    ConcernKind.QUESTION: "New question",
    ConcernKind.SUGGESTION: "New suggestion",
    ConcernKind.GOOD_PRACTICE: "New example of good practice",
}


def named(concern: Concern, _book: Book) -> str:
    """Name a concern by its title."""
    return short(concern.title)


def added(concern: Concern, book: Book) -> str:
    """Tell of a concern that was not in the book."""
    under = ENGLISH.series(themes(book, concern.themes))
    where = f" under {under}" if under else ""
    return f"{_NEW[concern.kind]}{where}: {named(concern, book)}"


def changed(pair: Pair[Concern]) -> Iterator[str]:
    """Tell what has changed in a concern, in the order of its life."""
    was, now, book = pair.was, pair.now, pair.after
    raised = [one for one in now.raised if one not in was.raised]
    answers = [one for one in now.responses if one not in was.responses]
    yield from (_raised(one, book) for one in raised)
    yield from (_answered(one, book) for one in answers)
    if any(one not in now.raised for one in was.raised):
        yield "A time it was raised is not as it was"
    if any(one not in now.responses for one in was.responses):
        yield "An answer that was there is not as it was"
    yield from _closed("Resolved", was.resolved, now.resolved)
    yield from _closed("Withdrawn", was.withdrawn, now.withdrawn)
    yield from other_fields(pair, ("raised", "responses", "resolved", "withdrawn"))


def _raised(raising: Raising, book: Book) -> str:
    by = f" by {names(book, raising.by)}" if raising.by else ""
    said = f": {told(raising.said)}" if raising.said else ""
    return f"Raised again{by} ({meeting(book, raising.meeting)}){said}"


def _answered(response: Response, book: Book) -> str:
    by = f" by {names(book, response.by)}" if response.by else ""
    on = f" ({when(response.date)})" if response.date else ""
    how = "Told that an answer will come" if response.holding else "Answered"
    return f"{how}{by}{on}: {told(response.answer)}"


def _closed(how: str, was: Closing | None, now: Closing | None) -> Iterator[str]:
    if was == now:
        return
    if now is None:
        yield f"No longer {how.lower()}"
    else:
        again = "" if was is None else ", said otherwise"
        yield f"{how}{again}: {told(now.note)}"
