"""The book: every record, linked both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from minutebook.book.arising import Arising, arising_at
from minutebook.book.attendance import Came, came_for
from minutebook.book.names import Party, PartyKind
from minutebook.book.shelf import Shelf
from minutebook.book.shelves import Shelves, gather
from minutebook.records import (
    Action,
    Attendance,
    Concern,
    Decision,
    Group,
    Meeting,
    Organisation,
    Person,
    Record,
    Theme,
)

R = TypeVar("R", bound=Record)

Index = dict[str, tuple[R, ...]]
"""Records by the id of a record they are linked to."""

Owner = Organisation | Person
OwnerKey = tuple[PartyKind, str]


@dataclass(frozen=True, kw_only=True)
class Book(Shelves):
    """The linked whole. Made by `link`, never changed."""

    def actions_of_meeting(self, meeting: Meeting) -> tuple[Action, ...]:
        """Give the actions a meeting agreed."""
        return self._actions_by_meeting.get(meeting.id, ())

    def concerns_of_meeting(self, meeting: Meeting) -> tuple[Concern, ...]:
        """Give the concerns a meeting raised."""
        return self._concerns_by_meeting.get(meeting.id, ())

    def decisions_of_meeting(self, meeting: Meeting) -> tuple[Decision, ...]:
        """Give the decisions a meeting took or was told of."""
        return self._decisions_by_meeting.get(meeting.id, ())

    def actions_of_concern(self, concern: Concern) -> tuple[Action, ...]:
        """Give the actions about a concern, whichever of the two names the other."""
        return self._actions_by_concern.get(concern.id, ())

    def concerns_of_action(self, action: Action) -> tuple[Concern, ...]:
        """Give the concerns an action is about, whichever of the two names the other."""
        return self._concerns_by_action.get(action.id, ())

    def decisions_of_concern(self, concern: Concern) -> tuple[Decision, ...]:
        """Give the decisions that bear on a concern."""
        return self._decisions_by_concern.get(concern.id, ())

    def actions_of_theme(self, theme: Theme) -> tuple[Action, ...]:
        """Give the actions about a theme."""
        return self._actions_by_theme.get(theme.id, ())

    def concerns_of_theme(self, theme: Theme) -> tuple[Concern, ...]:
        """Give the concerns about a theme."""
        return self._concerns_by_theme.get(theme.id, ())

    def decisions_of_theme(self, theme: Theme) -> tuple[Decision, ...]:
        """Give the decisions about a theme."""
        return self._decisions_by_theme.get(theme.id, ())

    def meetings_of_group(self, group: Group | None) -> tuple[Meeting, ...]:
        """Give the meetings of a group, oldest first."""
        return self._meetings_by_group.get(group.id, ()) if group else ()

    def meetings_around(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """Give the meetings of the same group before and after a meeting."""
        return self._neighbours.get(meeting.id, (None, None))

    def parts_of_group(self, group: Group) -> tuple[Group, ...]:
        """Give the groups that belong to a group."""
        return self._groups_by_parent.get(group.id, ())

    def arising_at(self, meeting: Meeting) -> Arising:
        """Give the actions its group had agreed before and that were still open."""
        return self._arising.get(meeting.id) or Arising((), 0)

    def actions_owed_by(self, owner: Owner) -> tuple[Action, ...]:
        """Give the actions an owner owes; an organisation also those of its people."""
        return self._actions_by_owner.get(_key(owner), ())

    def concerns_raised_by(self, owner: Owner) -> tuple[Concern, ...]:
        """Give the concerns an owner raised; an organisation also by its people."""
        return self._concerns_by_raiser.get(_key(owner), ())

    def concerns_answered_by(self, owner: Owner) -> tuple[Concern, ...]:
        """Give the concerns an owner answered; an organisation also by its people."""
        return self._concerns_by_answerer.get(_key(owner), ())

    def attendance_of(self, owner: Owner) -> tuple[Came, ...]:
        """Give the meetings an owner, or its people, came to or sent apologies.

        Oldest first.
        """
        return self._came_by_owner.get(_key(owner), ())

    @cached_property
    def people_with_pages(self) -> Shelf[Person]:
        """The people something is recorded of; nobody, unless the book names people."""
        if not self.names_people:
            return self.people.only(())
        of_people = (
            self._actions_by_owner,
            self._concerns_by_raiser,
            self._concerns_by_answerer,
            self._came_by_owner,
        )
        return self.people.only(
            key for index in of_people for kind, key in index if kind is PartyKind.PERSON
        )

    @cached_property
    def made(self) -> defaultdict[str, dict[Hashable, Any]]:
        """What higher floors made of the book and share, by who made it and of what.

        It goes when the book goes.
        """
        return defaultdict(dict)

    @cached_property
    def _actions_by_meeting(self) -> Index[Action]:
        return self._by_meeting((a, (a.raised_in,)) for a in self.actions)

    @cached_property
    def _concerns_by_meeting(self) -> Index[Concern]:
        return self._by_meeting((c, (r.meeting for r in c.raised)) for c in self.concerns)

    @cached_property
    def _decisions_by_meeting(self) -> Index[Decision]:
        return self._by_meeting(
            (d, filter(None, (d.decided_in, d.reported_in))) for d in self.decisions
        )

    @cached_property
    def _actions_by_concern(self) -> Index[Action]:
        found: dict[str, dict[str, Action]] = defaultdict(dict)
        for action in self.actions:
            for concern in self.concerns.some(action.concerns):
                found[concern.id][action.id] = action
        for concern in self.concerns:
            for action in self.actions.some(concern.actions):
                found[concern.id][action.id] = action
        return {key: tuple(actions.values()) for key, actions in found.items()}

    @cached_property
    def _concerns_by_action(self) -> Index[Concern]:
        return gather(
            (a.id, c) for c in self.concerns for a in self.actions_of_concern(c)
        )

    @cached_property
    def _decisions_by_concern(self) -> Index[Decision]:
        return gather(
            (c.id, d) for d in self.decisions for c in self.concerns.some(d.concerns)
        )

    @cached_property
    def _actions_by_theme(self) -> Index[Action]:
        return gather((t.id, a) for a in self.actions for t in self.themes.some(a.themes))

    @cached_property
    def _concerns_by_theme(self) -> Index[Concern]:
        return gather(
            (t.id, c) for c in self.concerns for t in self.themes.some(c.themes)
        )

    @cached_property
    def _decisions_by_theme(self) -> Index[Decision]:
        return gather(
            (t.id, d) for d in self.decisions for t in self.themes.some(d.themes)
        )

    @cached_property
    def _meetings_by_group(self) -> Index[Meeting]:
        groups = ((self.groups.get(m.group), m) for m in self.meetings)
        return gather((group.id, m) for group, m in groups if group)

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Meeting | None, Meeting | None]]:
        return {
            meeting.id: (before, after)
            for meetings in self._meetings_by_group.values()
            for before, meeting, after in zip(
                (None, *meetings[:-1]), meetings, (*meetings[1:], None), strict=True
            )
        }

    @cached_property
    def _groups_by_parent(self) -> Index[Group]:
        parents = ((self.groups.get(g.parent), g) for g in self.groups)
        return gather((parent.id, g) for parent, g in parents if parent)

    @cached_property
    def _arising(self) -> dict[str, Arising]:
        return {
            meeting: arising
            for meetings in self._meetings_by_group.values()
            for meeting, arising in arising_at(
                meetings, self.actions_of_meeting, self.date_of
            )
        }

    @cached_property
    def _actions_by_owner(self) -> dict[OwnerKey, tuple[Action, ...]]:
        return self._by_owner((a, (a.owners,)) for a in self.actions)

    @cached_property
    def _concerns_by_raiser(self) -> dict[OwnerKey, tuple[Concern, ...]]:
        return self._by_owner((c, (r.by for r in c.raised)) for c in self.concerns)

    @cached_property
    def _concerns_by_answerer(self) -> dict[OwnerKey, tuple[Concern, ...]]:
        return self._by_owner((c, (r.by for r in c.responses)) for c in self.concerns)

    @cached_property
    def _came_by_owner(self) -> dict[OwnerKey, tuple[Came, ...]]:
        return gather(
            ((party.kind, party.id), came)
            for meeting in self.meetings
            for party, came in came_for(meeting, self._stands_for)
        )

    def _by_meeting(self, records: Iterable[tuple[R, Iterable[str]]]) -> Index[R]:
        return gather(
            (meeting.id, record)
            for record, references in records
            for meeting in self.meetings.some(references)
        )

    def _by_owner(
        self, records: Iterable[tuple[R, Iterable[Iterable[str]]]]
    ) -> dict[OwnerKey, tuple[R, ...]]:
        return gather(
            (owner, record)
            for record, lists in records
            for owner in dict.fromkeys(self._owners(lists))
        )

    def _owners(self, lists: Iterable[Iterable[str]]) -> Iterator[OwnerKey]:
        """Find the people behind names, and the organisations behind both."""
        for names in lists:
            for party in self.parties(names):
                organisation = self.organisation_behind(party)
                if organisation:
                    yield organisation.kind, organisation.id
                if party.kind is PartyKind.PERSON:
                    yield party.kind, party.id

    def _stands_for(self, attendance: Attendance) -> tuple[Party, ...]:
        """Tell whom somebody's coming counts for: their organisation, and themselves."""
        both = self.organisation_of(attendance), self.names.person(attendance.name)
        return tuple(party for party in both if party)


def _key(owner: Owner) -> OwnerKey:
    person = isinstance(owner, Person)
    return (PartyKind.PERSON if person else PartyKind.ORGANISATION), owner.id
