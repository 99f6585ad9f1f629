"""Each kind of page: what it shows, and what search engines are told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook import words
from minutebook.book import Book
from minutebook.records import Action, Concern, Meeting, Record
from minutebook.views.action import action_view
from minutebook.views.cards import (
    decision_cards,
    meeting_cards,
    party_refs,
    refs,
)
from minutebook.views.concern import concern_view, register_view
from minutebook.views.decision import decision_view
from minutebook.views.group import group_view
from minutebook.views.meeting import meeting_view
from minutebook.views.organisation import organisation_view
from minutebook.views.theme import theme_cards, theme_view
from minutebook.views.tracker import tracker_view

Facts = dict[str, Any]
"""The names a template speaks of, and their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page that lists records."""

    title: str
    description: str
    facts: Callable[[Book, dt.date], Facts]


RECORDS: Mapping[str, Callable[[Book, Any, dt.date], Any]] = {
    "meeting": meeting_view,
    "action": action_view,
    "concern": concern_view,
    "decision": lambda book, decision, _today: decision_view(book, decision),
    "theme": theme_view,
    "group": group_view,
    "organisation": organisation_view,
}
"""What the page of one record shows, by the kind of record."""


LISTINGS: Mapping[str, Listing] = {
    "meetings": Listing(
        title="Meetings",
        description="Every meeting with a published note, the latest first.",
        facts=lambda book, _today: {
            "cards": meeting_cards(book, book.meetings),
            "groups": refs(book.groups),
        },
    ),
    "actions": Listing(
        title="Action tracker",
        description="What was agreed to be done, by whom and by when.",
        facts=lambda book, today: {"view": tracker_view(book, today), "today": today},
    ),
    "concerns": Listing(
        title="Concern register",
        description="Concerns, questions and suggestions, and what was answered.",
        facts=lambda book, _today: {"view": register_view(book)},
    ),
    "decisions": Listing(
        title="Decisions",
        description="What meetings resolved, and decisions they were told of.",
        facts=lambda book, _today: {"cards": decision_cards(book, book.decisions)},
    ),
    "themes": Listing(
        title="Themes",
        description="The subjects that meetings come back to.",
        facts=lambda book, _today: {"cards": theme_cards(book)},
    ),
    "organisations": Listing(
        title="Organisations",
        description="Who came to meetings, owes actions or raised concerns.",
        facts=lambda book, today: {
            "cards": tuple(
                organisation_view(book, o, today).card for o in book.organisations
            )
        },
    ),
    "glossary": Listing(
        title="Glossary",
        description="Acronyms and words that the notes use.",
        facts=lambda book, _today: {"terms": tuple(book.glossary)},
    ),
}
"""The listings in their order, by the name that is also their address."""


def described(book: Book) -> Iterator[tuple[str, Record, str]]:
    """Give each record that has a page: its kind, itself, and one plain sentence."""
    for meeting in book.meetings:
        yield "meeting", meeting, describe_meeting(meeting)
    for action in book.actions:
        yield "action", action, _of_action(book, action)
    for concern in book.concerns:
        yield "concern", concern, _of_concern(book, concern)
    for decision in book.decisions:
        yield "decision", decision, "A decision."
    for theme in book.themes:
        said = f"What meetings said about {theme.title}, and what came of it."
        yield "theme", theme, said
    for group in book.groups:
        yield "group", group, f"Meetings and actions of the {group.title}."
    for organisation in book.organisations:
        said = f"Meetings, actions and concerns of {organisation.name}."
        yield "organisation", organisation, said


def describe_meeting(meeting: Meeting) -> str:
    """Say in one plain sentence what a note is about."""
    return meeting.summary or f"Note of the meeting of {words.day(meeting.date)}."


def _of_action(book: Book, action: Action) -> str:
    owners = [owner.name for owner in party_refs(book, action.owners)]
    return f"An action of {words.series(owners)}."


def _of_concern(book: Book, concern: Concern) -> str:
    known = sum(book.meetings.get(r.meeting) is not None for r in concern.raised)
    times = words.count(known, "time")
    return f"A {words.kind(concern.kind)} raised {times}, and what was answered."
