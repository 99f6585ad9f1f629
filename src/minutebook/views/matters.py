"""Matters arising: what its group had still to do when a meeting began."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.book.arising import Matter
from minutebook.records import Meeting
from minutebook.views.cards import ActionCard, Standing, action_card
from minutebook.views.excerpt import Excerpt, excerpt


@dataclass(frozen=True, slots=True)
class MatterView:
    """An action that was open when its group met."""

    card: ActionCard
    """As it stands today."""

    then: Standing
    """As it stood on the day of the meeting."""


def matters_arising(book: Book, meeting: Meeting, today: dt.date) -> Excerpt[MatterView]:
    """Give what was open when `meeting` began; what was agreed last comes first.

    Only what the group itself had agreed: a part of it, or the group it belongs to,
    looks after its own.
    """
    arising = book.arising_at(meeting)
    found = excerpt([_matter(book, matter, meeting, today) for matter in arising.matters])
    return Excerpt(found.first, found.more, arising.count)


def _matter(book: Book, matter: Matter, meeting: Meeting, today: dt.date) -> MatterView:
    action = matter.action
    due = action.due.date if action.due else None
    late = due is not None and due < meeting.date
    then = Standing.OVERDUE if late else Standing(matter.status.value)
    return MatterView(action_card(book, action, today), then)
