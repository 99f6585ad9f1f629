"""Records in short, as they stand in lists and beside other records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from minutebook.book import Book, Party, PartyKind
from minutebook.book.links import FOLDERS
from minutebook.book.standing import concern_status, raisings, unanswered
from minutebook.records import (
    Action,
    ActionStatus,
    Concern,
    ConcernKind,
    ConcernStatus,
    Decision,
    Meeting,
    NoteStatus,
    Organisation,
    Person,
    Record,
    When,
)
from minutebook.views.history import History, history_of
from minutebook.views.once import once


@dataclass(frozen=True, slots=True)
class Ref:
    """A record to link to, and the words for the link."""

    folder: str
    """What stands before the id in the record's address, e.g. `meetings`."""

    id: str
    title: str


class Standing(StrEnum):
    """The badge of an action: its status, or that it is late."""

    OVERDUE = "overdue"
    OPEN = "open"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCard:
    """An action in short."""

    ref: Ref
    standing: Standing
    owners: tuple[OwnerRef, ...]
    due: When | None
    meeting: MeetingRef | None
    themes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class OwnerRef:
    """An owner: a name, and the page about them if there is one."""

    name: str
    ref: Ref | None


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A meeting in a word: its day."""

    ref: Ref
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernCard:
    """A concern in short."""

    ref: Ref
    kind: ConcernKind
    status: ConcernStatus | None
    """None for good practice, which asks for no answer."""

    raised: tuple[MeetingRef, ...]
    """The meetings that raised it, oldest first."""

    waiting_since: dt.date | None
    """The first time it was raised with no answer after it."""

    history: History
    themes: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """A meeting in short."""

    ref: Ref
    date: dt.date
    group: Ref | None
    status: NoteStatus
    summary: str | None
    actions: int
    concerns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """A decision in short."""

    ref: Ref
    by: tuple[OwnerRef, ...]
    meeting: MeetingRef | None
    themes: tuple[Ref, ...]


def ref(record: Record) -> Ref:
    """Make a link to a record."""
    if isinstance(record, Organisation):
        return Ref("organisations", record.id, record.name)
    if isinstance(record, Person):
        return Ref("people", record.id, record.name)
    title = getattr(record, "title", record.id)
    return Ref(FOLDERS[type(record)], record.id, title)


def refs(records: Iterable[Record]) -> tuple[Ref, ...]:
    """Make links to records."""
    return tuple(map(ref, records))


@once
def ref_to(_book: Book, record: Record) -> Ref:
    """Make the link to a record that all cards share."""
    return ref(record)


def refs_to(book: Book, records: Iterable[Record]) -> tuple[Ref, ...]:
    """Make the links to records that all cards share."""
    return tuple(ref_to(book, record) for record in records)


@once
def party_ref(book: Book, party: Party) -> OwnerRef:
    """Name a party. Organisations and groups have pages, people only in some books."""
    match party.kind:
        case PartyKind.ORGANISATION:
            page = Ref("organisations", party.id, party.name)
        case PartyKind.GROUP:
            page = Ref("groups", party.id, party.name)
        case PartyKind.PERSON:
            person = book.people_with_pages.get(party.id)
            return OwnerRef(party.name, ref_to(book, person) if person else None)
    return OwnerRef(party.name, page)


def party_refs(book: Book, names: Iterable[str]) -> tuple[OwnerRef, ...]:
    """Name the parties that stand behind names; a person with their organisation."""
    return tuple(_with_organisation(book, party) for party in book.parties(names))


@once
def _with_organisation(book: Book, party: Party) -> OwnerRef:
    found = party_ref(book, party)
    if party.kind is not PartyKind.PERSON:
        return found
    organisation = book.organisation_behind(party)
    if organisation is None:
        return found
    page = found.ref or party_ref(book, organisation).ref
    return OwnerRef(f"{party.name}, {organisation.name}", page)


def meeting_ref(book: Book, meeting: str | None) -> MeetingRef | None:
    """Name a meeting by its day."""
    found = book.meetings.get(meeting)
    return meeting_day(book, found) if found else None


@once
def meeting_day(book: Book, meeting: Meeting) -> MeetingRef:
    """Name a meeting of the book by its day."""
    return MeetingRef(ref_to(book, meeting), meeting.date)


def standing(action: Action, today: dt.date) -> Standing:
    """Tell the badge of an action on the day `today`."""
    late = action.is_overdue(today)
    return Standing.OVERDUE if late else Standing(action.standing.value)


@once
def action_card(book: Book, action: Action, today: dt.date) -> ActionCard:
    """Put an action in short."""
    return ActionCard(
        ref=ref_to(book, action),
        standing=standing(action, today),
        owners=party_refs(book, action.owners),
        due=action.due,
        meeting=meeting_ref(book, action.raised_in),
        themes=refs_to(book, book.themes.some(action.themes)),
    )


def action_cards(
    book: Book, actions: Iterable[Action], today: dt.date
) -> tuple[ActionCard, ...]:
    """Put actions in short, in the order a chair wants to read them.

    Late ones first, then by the day they are due, those without a day after them,
    closed ones last.
    """
    ordered = sorted(
        actions,
        key=lambda a: (
            a.standing.is_closed,
            (a.due and a.due.date) or dt.date.max,
            a.standing is ActionStatus.DROPPED,
            a.id,
        ),
    )
    return tuple(action_card(book, action, today) for action in ordered)


@once
def concern_card(book: Book, concern: Concern) -> ConcernCard:
    """Put a concern in short."""
    status = concern_status(concern, book)
    raised = raisings(concern, book)
    meetings = (meeting_ref(book, r.meeting) for r in raised)
    waiting = unanswered(concern, book) if status is ConcernStatus.OPEN else ()
    asks = concern.kind is not ConcernKind.GOOD_PRACTICE
    return ConcernCard(
        ref=ref_to(book, concern),
        kind=concern.kind,
        status=status if asks else None,
        raised=tuple({meeting: None for meeting in meetings if meeting}),
        waiting_since=book.date_of(waiting[0].meeting) if waiting and asks else None,
        history=history_of(book, concern, raised, status),
        themes=refs_to(book, book.themes.some(concern.themes)),
    )


def concern_cards(book: Book, concerns: Iterable[Concern]) -> tuple[ConcernCard, ...]:
    """Put concerns in short: the most often raised first, then by title."""
    cards = (concern_card(book, concern) for concern in concerns)
    return tuple(
        sorted(cards, key=lambda c: (-len(c.raised), c.ref.title.casefold(), c.ref.id))
    )


@once
def meeting_card(book: Book, meeting: Meeting) -> MeetingCard:
    """Put a meeting in short."""
    group = book.groups.get(meeting.group)
    return MeetingCard(
        ref=ref_to(book, meeting),
        date=meeting.date,
        group=ref_to(book, group) if group else None,
        status=meeting.status,
        summary=meeting.summary,
        actions=len(book.actions_of_meeting(meeting)),
        concerns=len(book.concerns_of_meeting(meeting)),
    )


def meeting_cards(book: Book, meetings: Iterable[Meeting]) -> tuple[MeetingCard, ...]:
    """Put meetings in short, the latest first."""
    latest_first = sorted(meetings, key=lambda m: (m.date, m.id), reverse=True)
    return tuple(meeting_card(book, meeting) for meeting in latest_first)


@once
def decision_card(book: Book, decision: Decision) -> DecisionCard:
    """Put a decision in short."""
    return DecisionCard(
        ref=ref_to(book, decision),
        by=party_refs(book, decision.by),
        meeting=meeting_ref(book, decision.meeting),
        themes=refs_to(book, book.themes.some(decision.themes)),
    )


def decision_cards(book: Book, decisions: Iterable[Decision]) -> tuple[DecisionCard, ...]:
    """Put decisions in short, the latest meeting's first."""
    cards = (decision_card(book, decision) for decision in decisions)
    by_title = sorted(cards, key=lambda c: (c.ref.title.casefold(), c.ref.id))
    return tuple(
        sorted(
            by_title,
            key=lambda c: c.meeting.date if c.meeting else dt.date.min,
            reverse=True,
        )
    )
