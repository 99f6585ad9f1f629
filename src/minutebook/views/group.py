"""A group: what it is for, who leads it, when it met."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.reading import Prose
from minutebook.records import Group
from minutebook.views.cards import (
    ActionCard,
    MeetingCard,
    Ref,
    action_cards,
    meeting_cards,
    ref_to,
    refs_to,
)
from minutebook.views.people import Delegation, delegations


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """What the page of a group shows."""

    ref: Ref
    short: str | None
    parent: Ref | None
    parts: tuple[Ref, ...]
    officers: tuple[Delegation, ...]
    meetings: tuple[MeetingCard, ...]
    """Latest first."""

    actions: tuple[ActionCard, ...]
    prose: Prose


def group_view(book: Book, group: Group, today: dt.date) -> GroupView:
    """Gather what the page of `group` shows on the day `today`."""
    meetings = book.meetings_of_group(group)
    parent = book.groups.get(group.parent)
    agreed = (a for meeting in meetings for a in book.actions_of_meeting(meeting))
    return GroupView(
        ref=ref_to(book, group),
        short=group.short,
        parent=ref_to(book, parent) if parent else None,
        parts=refs_to(book, book.parts_of_group(group)),
        officers=delegations(book, group.officers),
        meetings=meeting_cards(book, meetings),
        actions=action_cards(book, agreed, today),
        prose=book.entry(group).prose,
    )
