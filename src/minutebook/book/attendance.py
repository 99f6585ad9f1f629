"""Who was at a meeting, and for which organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from minutebook.book.names import Party
from minutebook.records import Attendance, Meeting

Sides = tuple[list[Attendance], list[Attendance]]


@dataclass(frozen=True, slots=True)
class Came:
    """Who came to one meeting for an organisation, and who sent apologies."""

    meeting: Meeting
    present: tuple[Attendance, ...]
    apologies: tuple[Attendance, ...]


def everybody(meeting: Meeting) -> tuple[Attendance, ...]:
    """List those who were there: attendees, officials, and a chair not among them."""
    listed = (*meeting.attendees, *meeting.officials)
    names = {person.name for person in listed}
    tasks = (meeting.chair, meeting.minute_taker)
    return (*(p for p in tasks if p and p.name not in names), *listed)


def came_for(
    meeting: Meeting, stands_for: Callable[[Attendance], tuple[Party, ...]]
) -> Iterator[tuple[Party, Came]]:
    """Tell for each organisation and person who came for it, or whether they came."""
    sides: dict[Party, Sides] = {}
    for side, people in enumerate((everybody(meeting), meeting.apologies)):
        for person in people:
            for party in stands_for(person):
                sides.setdefault(party, ([], []))[side].append(person)
    for party, (present, apologies) in sides.items():
        yield party, Came(meeting, tuple(present), tuple(apologies))
