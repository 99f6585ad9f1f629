"""A meeting and all that came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from minutebook.book import Book
from minutebook.book.attendance import everybody
from minutebook.reading import Heading, Prose
from minutebook.records import (
    Correction,
    Meeting,
    MeetingKind,
    NextMeeting,
    NoteStatus,
    SourceDocument,
    When,
)
from minutebook.views.cards import (
    ActionCard,
    ConcernCard,
    DecisionCard,
    MeetingRef,
    OwnerRef,
    Ref,
    action_cards,
    concern_cards,
    decision_cards,
    meeting_day,
    party_refs,
    ref_to,
)
from minutebook.views.excerpt import Excerpt, excerpt
from minutebook.views.matters import MatterView, matters_arising
from minutebook.views.people import (
    Delegation,
    Officer,
    chair,
    delegations,
    minute_taker,
)


class Reached(StrEnum):
    """How far a note has come on its path."""

    PASSED = "passed"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the path draft, agreed, published."""

    status: NoteStatus
    reached: Reached
    when: When | None


@dataclass(frozen=True, slots=True)
class AddendumView:
    """A clarification added later."""

    title: str
    when: When | None
    by: tuple[OwnerRef, ...]
    prose: Prose


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A numbered subject, and its parts."""

    heading: Heading
    parts: tuple[Heading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """What the page of a meeting shows."""

    ref: Ref
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    timezone: str | None
    venue: str | None
    kind: MeetingKind
    group: Ref | None
    status: NoteStatus
    withdrawn_on: When | None
    path: tuple[Step, ...]
    summary: str | None
    chair: Officer | None
    minute_taker: Officer | None
    present: tuple[Delegation, ...]
    officials: tuple[Delegation, ...]
    apologies: tuple[Delegation, ...]
    source: SourceDocument | None
    next_meetings: tuple[NextMeeting, ...]
    addenda: tuple[AddendumView, ...]
    corrections: tuple[Correction, ...]
    actions: tuple[ActionCard, ...]
    concerns: Excerpt[ConcernCard]
    matters: Excerpt[MatterView]
    """What was open when the group met."""

    decisions: tuple[DecisionCard, ...]
    agenda: tuple[AgendaItem, ...]
    """The headings of the minutes: subjects, and what was said under them."""

    previous: MeetingRef | None
    next: MeetingRef | None
    prose: Prose


def meeting_view(book: Book, meeting: Meeting, today: dt.date) -> MeetingView:
    """Gather what the page of `meeting` shows on the day `today`."""
    group = book.groups.get(meeting.group)
    before, after = book.meetings_around(meeting)
    official = {person.name for person in meeting.officials}
    return MeetingView(
        ref=ref_to(book, meeting),
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        timezone=meeting.timezone,
        venue=meeting.venue,
        kind=meeting.kind,
        group=ref_to(book, group) if group else None,
        status=meeting.status,
        withdrawn_on=meeting.withdrawn_on,
        path=_path(meeting),
        summary=meeting.summary,
        chair=chair(book, meeting),
        minute_taker=minute_taker(book, meeting),
        present=delegations(
            book, (p for p in everybody(meeting) if p.name not in official)
        ),
        officials=delegations(book, meeting.officials),
        apologies=delegations(book, meeting.apologies),
        source=meeting.source,
        next_meetings=meeting.next_meetings,
        addenda=_addenda(book, meeting),
        corrections=meeting.corrections,
        actions=action_cards(book, book.actions_of_meeting(meeting), today),
        concerns=excerpt(
            concern_cards(book, book.concerns_of_meeting(meeting)), at_most=200
        ),
        matters=matters_arising(book, meeting, today),
        decisions=decision_cards(book, book.decisions_of_meeting(meeting)),
        agenda=_agenda(book.entry(meeting).prose.headings),
        previous=meeting_day(book, before) if before else None,
        next=meeting_day(book, after) if after else None,
        prose=book.entry(meeting).prose,
    )


def _path(meeting: Meeting) -> tuple[Step, ...]:
    """Lay out the life of a note, with the day of each step that has one."""
    steps = [
        (NoteStatus.DRAFT, meeting.drafted_on),
        (NoteStatus.AGREED, meeting.agreed_on),
        (NoteStatus.PUBLISHED, meeting.published_on),
    ]
    if meeting.status is NoteStatus.WITHDRAWN:
        steps.append((NoteStatus.WITHDRAWN, meeting.withdrawn_on))
    here = [status for status, _ in steps].index(meeting.status)
    return tuple(
        Step(status, _reached(index, here), when)
        for index, (status, when) in enumerate(steps)
    )


def _reached(index: int, here: int) -> Reached:
    if index == here:
        return Reached.HERE
    return Reached.PASSED if index < here else Reached.AHEAD


def _agenda(headings: tuple[Heading, ...]) -> tuple[AgendaItem, ...]:
    """Take the two highest levels of headings, if there is more than one subject."""
    levels = sorted({heading.level for heading in headings})[:2]
    found: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == levels[0]:
            found.append((heading, []))
        elif heading.level in levels and found:
            found[-1][1].append(heading)
    items = tuple(AgendaItem(heading, tuple(parts)) for heading, parts in found)
    return items if len(items) > 1 else ()


def _addenda(book: Book, meeting: Meeting) -> tuple[AddendumView, ...]:
    rendered = book.entry(meeting).addenda
    return tuple(
        AddendumView(
            addendum.title,
            addendum.date,
            party_refs(book, (addendum.by,) if addendum.by else ()),
            prose,
        )
        for addendum, prose in zip(meeting.addenda, rendered, strict=True)
    )
