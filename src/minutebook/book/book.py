"""The book: every record, linked both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from minutebook.book.attendance import Came, came_for
from minutebook.book.shelves import Shelves, gather
from minutebook.records import (
    Action,
    Concern,
    Decision,
    Group,
    Meeting,
    Organisation,
    Record,
    Theme,
)

R = TypeVar("R", bound=Record)

Index = dict[str, tuple[R, ...]]
"""Records by the id of a record they are linked to."""


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

    def actions_owed_by(self, organisation: Organisation) -> tuple[Action, ...]:
        """Give the actions an organisation owes, itself or by one of its people."""
        return self._actions_by_owner.get(organisation.id, ())

    def concerns_raised_by(self, organisation: Organisation) -> tuple[Concern, ...]:
        """Give the concerns an organisation raised, itself or by one of its people."""
        return self._concerns_by_raiser.get(organisation.id, ())

    def concerns_answered_by(self, organisation: Organisation) -> tuple[Concern, ...]:
        """Give the concerns an organisation answered, itself or by one of its people."""
        return self._concerns_by_answerer.get(organisation.id, ())

    def attendance_of(self, organisation: Organisation) -> tuple[Came, ...]:
        """Give the meetings people of an organisation came to or sent apologies.

        Oldest first.
        """
        return self._came_by_organisation.get(organisation.id, ())

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
    def _actions_by_owner(self) -> Index[Action]:
        return self._by_organisation((a, (a.owners,)) for a in self.actions)

    @cached_property
    def _concerns_by_raiser(self) -> Index[Concern]:
        return self._by_organisation((c, (r.by for r in c.raised)) for c in self.concerns)

    @cached_property
    def _concerns_by_answerer(self) -> Index[Concern]:
        return self._by_organisation(
            (c, (r.by for r in c.responses)) for c in self.concerns
        )

    @cached_property
    def _came_by_organisation(self) -> dict[str, tuple[Came, ...]]:
        return gather(
            found for m in self.meetings for found in came_for(m, self.organisation_of)
        )

    def _by_meeting(self, records: Iterable[tuple[R, Iterable[str]]]) -> Index[R]:
        return gather(
            (meeting.id, record)
            for record, references in records
            for meeting in self.meetings.some(references)
        )

    def _by_organisation(
        self, records: Iterable[tuple[R, Iterable[Iterable[str]]]]
    ) -> Index[R]:
        return gather(
            (organisation, record)
            for record, lists in records
            for organisation in dict.fromkeys(self._organisations(lists))
        )

    def _organisations(self, lists: Iterable[Iterable[str]]) -> Iterator[str]:
        """Find the ids of the organisations behind names."""
        for names in lists:
            for party in self.parties(names):
                organisation = self.organisation_behind(party)
                if organisation:
                    yield organisation.id
