"""What records say of one another: every reference, and the field it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from minutebook.records import (
    ANONYMOUS,
    Action,
    Attendance,
    Concern,
    Decision,
    Group,
    Meeting,
    Person,
    Record,
)

Path = tuple[str | int, ...]


class Refers(StrEnum):
    """What a reference names."""

    MEETING = "meeting"
    THEME = "theme"
    CONCERN = "concern"
    ACTION = "action"
    GROUP = "group"
    OWNER = "owner"
    NAME = "name"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Reference:
    """One name or id that stands for another record."""

    refers: Refers
    text: str
    path: Path


def references(record: Record) -> Iterator[Reference]:
    """List every reference a record makes, with the field it stands in."""
    match record:
        case Meeting():
            yield from _of_meeting(record)
        case Action():
            yield from _of_action(record)
        case Concern():
            yield from _of_concern(record)
        case Decision():
            yield from _of_decision(record)
        case Group():
            yield from _one(Refers.GROUP, record.parent, ("parent",))
            yield from _people(record.officers, "officers")
        case Person():
            yield from _one(Refers.ORGANISATION, record.organisation, ("organisation",))
        case _:
            return


def texts_of(records: Iterable[Record]) -> Mapping[Refers, frozenset[str]]:
    """List every different text that records refer with, by what it names."""
    found: dict[Refers, set[str]] = {refers: set() for refers in Refers}
    for record in records:
        for reference in references(record):
            found[reference.refers].add(reference.text)
    return {refers: frozenset(those) for refers, those in found.items()}


def people_of(meeting: Meeting) -> Iterator[tuple[Path, Attendance]]:
    """List everybody a meeting names, with the field they stand in."""
    for name in ("chair", "minute_taker"):
        person: Attendance | None = getattr(meeting, name)
        if person:
            yield (name,), person
    for name in ("attendees", "officials", "apologies"):
        listed: tuple[Attendance, ...] = getattr(meeting, name)
        for index, person in enumerate(listed):
            yield (name, index), person


def _of_meeting(meeting: Meeting) -> Iterator[Reference]:
    yield from _one(Refers.GROUP, meeting.group, ("group",))
    for path, person in people_of(meeting):
        yield from _person(person, path)
    for index, addendum in enumerate(meeting.addenda):
        yield from _one(Refers.NAME, addendum.by, ("addenda", index, "by"))


def _of_action(action: Action) -> Iterator[Reference]:
    yield from _one(Refers.MEETING, action.raised_in, ("raised_in",))
    yield from _each(Refers.OWNER, action.owners, ("owners",))
    yield from _each(Refers.THEME, action.themes, ("themes",))
    yield from _each(Refers.CONCERN, action.concerns, ("concerns",))
    for index, update in enumerate(action.updates):
        path = ("updates", index, "reported_in")
        yield from _one(Refers.MEETING, update.reported_in, path)


def _of_concern(concern: Concern) -> Iterator[Reference]:
    yield from _each(Refers.THEME, concern.themes, ("themes",))
    yield from _each(Refers.ACTION, concern.actions, ("actions",))
    for index, raising in enumerate(concern.raised):
        path: Path = ("raised", index)
        yield from _one(Refers.MEETING, raising.meeting, (*path, "meeting"))
        yield from _each(Refers.NAME, raising.by, (*path, "by"))
    for index, response in enumerate(concern.responses):
        path = ("responses", index)
        yield from _one(Refers.MEETING, response.meeting, (*path, "meeting"))
        yield from _each(Refers.NAME, response.by, (*path, "by"))
    for name, closing in (
        ("resolved", concern.resolved),
        ("withdrawn", concern.withdrawn),
    ):
        if closing:
            yield from _one(Refers.MEETING, closing.meeting, (name, "meeting"))


def _of_decision(decision: Decision) -> Iterator[Reference]:
    yield from _one(Refers.MEETING, decision.decided_in, ("decided_in",))
    yield from _one(Refers.MEETING, decision.reported_in, ("reported_in",))
    yield from _each(Refers.NAME, decision.by, ("by",))
    yield from _each(Refers.THEME, decision.themes, ("themes",))
    yield from _each(Refers.CONCERN, decision.concerns, ("concerns",))


def _people(people: tuple[Attendance, ...], field: str) -> Iterator[Reference]:
    for index, person in enumerate(people):
        yield from _person(person, (field, index))


def _person(person: Attendance, path: Path) -> Iterator[Reference]:
    yield from _one(Refers.ORGANISATION, person.organisation, (*path, "organisation"))


def _one(refers: Refers, text: str | None, path: Path) -> Iterator[Reference]:
    if text is not None and not (refers is Refers.NAME and text == ANONYMOUS):
        yield Reference(refers, text, path)


def _each(refers: Refers, texts: tuple[str, ...], path: Path) -> Iterator[Reference]:
    for index, text in enumerate(texts):
        yield from _one(refers, text, (*path, index))
