"""A group: what it is for, who leads it, when it met."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.reading import Prose
from minutebook.records import Group, NextMeeting
from minutebook.views.cards import (
    ActionCard,
    MeetingCard,
    Ref,
    Standing,
    action_cards,
    meeting_cards,
    ref_to,
    refs_to,
)
from minutebook.views.coming import still_announced
from minutebook.views.excerpt import Excerpt, excerpt
from minutebook.views.owner import CLOSED, Tally, tally
from minutebook.views.people import Delegation, delegations


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """What the page of a group shows."""

    ref: Ref
    short: str | None
    parent: Ref | None
    parts: tuple[Ref, ...]
    officers: tuple[Delegation, ...]
    next_meetings: tuple[NextMeeting, ...]
    """What it said last about the meetings to come, those gone by left out."""

    latest: MeetingCard | None
    earlier: Excerpt[MeetingCard]
    """The meetings before the latest, from the last one on."""

    tally: Tally
    late: Excerpt[ActionCard]
    open: Excerpt[ActionCard]
    prose: Prose


def group_view(book: Book, group: Group, today: dt.date) -> GroupView:
    """Gather what the page of `group` shows on the day `today`."""
    meetings = book.meetings_of_group(group)
    shown = meeting_cards(book, meetings)
    parent = book.groups.get(group.parent)
    agreed = (a for meeting in meetings for a in book.actions_of_meeting(meeting))
    cards = action_cards(book, agreed, today)
    return GroupView(
        ref=ref_to(book, group),
        short=group.short,
        parent=ref_to(book, parent) if parent else None,
        parts=refs_to(book, book.parts_of_group(group)),
        officers=delegations(book, group.officers),
        next_meetings=still_announced(meetings, today),
        latest=shown[0] if shown else None,
        earlier=excerpt(shown[1:]),
        tally=tally(cards),
        late=excerpt([c for c in cards if c.standing is Standing.OVERDUE]),
        open=excerpt([c for c in cards if c.standing not in (*CLOSED, Standing.OVERDUE)]),
        prose=book.entry(group).prose,
    )
