"""What changes in an action: where it stands, when it is due, who owes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.book import Book
from minutebook.contributing.comparing.fields import other_fields
from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import day, names, short, told, when
from minutebook.records import Action, ActionStatus, Update


def label(action: Action) -> str:
    """Call an action as its meeting does: `A1`, or by its id if that is all its own."""
    ending = action.id.removeprefix(f"{action.raised_in}-")
    return ending.upper() if ending != action.id else action.id


def named(action: Action, book: Book) -> str:
    """Name an action by its title and the day it was agreed."""
    agreed = day(book.date_of(action.raised_in))
    return short(action.title) + (f", agreed {agreed}" if agreed else "")


def added(action: Action, book: Book) -> str:
    """Tell of an action that was not in the book."""
    due = f", due {when(action.due)}" if action.due else ""
    state = "" if action.standing is ActionStatus.OPEN else f" ({action.standing})"
    owners = names(book, action.owners)
    return f"New action {label(action)} for {owners}{due}: {named(action, book)}{state}"


def changed(pair: Pair[Action]) -> Iterator[str]:
    """Tell what has changed in an action: its steps first."""
    called = label(pair.now)
    yield from _steps(called, pair)
    was, now = pair.was, pair.now
    if was.due != now.due:
        before = f" (was {when(was.due)})" if was.due else ""
        if now.due:
            yield f"{called} is now due {when(now.due)}{before}"
        else:
            yield f"{called} is no longer due on a day{before}"
    if was.owners != now.owners:
        to, instead = names(pair.after, now.owners), names(pair.before, was.owners)
        yield f"{called} is now for {to} (was for {instead})"
    for said in other_fields(pair, ("status", "updates", "due", "owners")):
        yield f"{called}: {said[:1].lower()}{said[1:]}"


def _steps(called: str, pair: Pair[Action]) -> Iterator[str]:
    """Tell each update that is new, as a step from where the action stood."""
    was, now = pair.was, pair.now
    kept = now.updates[: len(was.updates)] == was.updates
    if not kept:
        yield f"{called}: an update that was there is not as it was"
    at = was.standing
    for update in _new(was.updates, now.updates):
        yield f"{called}: {_step(at, update.status)}{_in_brackets(_said(update))}"
        at = update.status
    if at is not now.standing:
        yield f"{called}: {_step(at, now.standing)}"


def _new(was: Sequence[Update], now: Sequence[Update]) -> list[Update]:
    there = list(was)
    found = []
    for update in now:
        if update in there:
            there.remove(update)
        else:
            found.append(update)
    return found


def _step(was: ActionStatus, now: ActionStatus) -> str:
    return f"still {now}" if was is now else f"{was} -> {now}"


def _said(update: Update) -> str:
    return told(update.note) if update.note else day(update.date)


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""
