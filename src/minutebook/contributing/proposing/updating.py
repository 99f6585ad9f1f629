"""Where an action stands now: one more update at the end of its history."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.desk import Desk, Worked
from minutebook.contributing.proposing.finding import find
from minutebook.contributing.proposing.kinds import ACTIONS, MEETINGS
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import UpdateAction
from minutebook.problems import Place, Problem
from minutebook.reading.record_text import with_item, without_field
from minutebook.reading.write import fields_of
from minutebook.records import Action, ActionStatus, Meeting, Update

_NUMBER = re.compile(r"-(a\d+)\Z")


def update(request: UpdateAction, desk: Desk) -> Worked:
    """Add an update to an action. A `status` of its own gives way to it."""
    action = find(desk.book, ACTIONS, request.action)
    if isinstance(action, Problem):
        return (action,)
    told = _meeting(request.update, desk)
    if isinstance(told, Problem):
        return (told,)
    wording = Wording(place=desk.place_of(action))
    note = wording.maybe_text("the note", request.update.note, limits.NOTE)
    new = replace(
        request.update,
        note=note,
        date=_day(request.update, told, desk.today),
        reported_in=told.id if told else None,
    )
    day = new.date or (told.date if told else None)
    if day and day > desk.today:
        wording.problems.append(_to_come(day, wording.place))
    problems = (*wording.problems, *_refused(action, new, day, wording.place))
    if problems:
        return problems
    change = desk.edited(action, lambda text, path: _with_update(text, path, action, new))
    return Proposal(change=change, title=_title(action, new))


def _meeting(new: Update, desk: Desk) -> Meeting | Problem | None:
    return find(desk.book, MEETINGS, new.reported_in) if new.reported_in else None


def _day(new: Update, told: Meeting | None, today: dt.date) -> dt.date | None:
    """Tell the day of an update: the one given, or today.

    What a meeting was told needs no day of its own, unless it ends the action: then it
    is the day of the meeting.
    """
    if new.date or told is None:
        return new.date or today
    return told.date if new.status.is_closed else None


def _refused(
    action: Action, new: Update, day: dt.date | None, place: Place
) -> tuple[Problem, ...]:
    """Say why an update, of a day, cannot be the next one, if it cannot."""
    last = max((one.date for one in action.updates if one.date), default=None)
    if day and last and day < last:
        return (_older(day, last, place),)
    if new.status is action.standing and new.note is None:
        return (_nothing_new(action, place),)
    return ()


def _nothing_new(action: Action, place: Place) -> Problem:
    return Problem(
        code="change-says-nothing",
        place=place,
        summary=f"this says nothing new: the action is {said(action.standing)} already",
        hint="add a note that says what has happened, or choose another status",
    )


def _to_come(day: dt.date, place: Place) -> Problem:
    return Problem(
        code="change-in-future",
        place=place,
        summary=f"this update is of {day}, a day that is still to come",
        hint="give the day on which it happened; what is only promised needs no update",
    )


def _older(day: dt.date, last: dt.date, place: Place) -> Problem:
    return Problem(
        code="change-older",
        place=place,
        summary=f"this update, of {day}, is older than the last one, of {last}",
        hint="updates are added oldest first: check the day; if it is right, write the"
        " update into the file by hand, above the later ones",
    )


def _with_update(text: str, path: str, action: Action, new: Update) -> str:
    """Add an update; what `status` said becomes the first one, and is not lost."""
    if action.status:
        text = without_field(text, path, "status")
        if not action.updates and action.status is not ActionStatus.OPEN:
            first = fields_of(Update(status=action.status))
            text = with_item(text, path, "updates", first)
    return with_item(text, path, "updates", fields_of(new))


def said(status: ActionStatus) -> str:
    """Say a status as one does in a sentence."""
    return status.value.replace("-", " ")


def _title(action: Action, new: Update) -> str:
    number = _NUMBER.search(action.id)
    name = number[1].upper() if number else action.id
    if new.status is action.standing:
        news = f"is still {said(new.status)}"
    elif new.status is ActionStatus.DROPPED:
        news = "was dropped"
    elif new.status is ActionStatus.OPEN:
        news = "is open again"
    else:
        news = f"is {said(new.status)}"
    return f"{name} {news}: {action.title}"
