"""Each kind of page: where it stands, what it shows, what is said of it in a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from minutebook.book import Book
from minutebook.book.shelf import Shelf
from minutebook.forms import FORMS
from minutebook.language import N_, NN_, Language
from minutebook.pages.searched import anchored
from minutebook.records import Action, Concern, ConcernKind, Meeting
from minutebook.views.action import action_view
from minutebook.views.cards import party_refs, refs
from minutebook.views.concern import concern_view
from minutebook.views.decision import decision_view
from minutebook.views.group import group_view
from minutebook.views.listings import (
    decision_listing,
    meeting_listing,
    register_listing,
    tracker_listing,
)
from minutebook.views.meeting import meeting_view
from minutebook.views.organisation import organisation_view, owners_view
from minutebook.views.parts import PART, WHOLE, parts_of
from minutebook.views.person import person_view
from minutebook.views.theme import theme_cards, theme_view
from minutebook.views.unanswered import unanswered_view

Facts = dict[str, Any]
"""The names a template speaks of, and their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The pages of one kind of record."""

    folder: str
    """What stands before the id in their addresses."""

    section: str
    """The address of the listing they hang under."""

    records: Callable[[Book], Shelf[Any]]
    view: Callable[[Book, Any, dt.date], object]
    """What the page of a record shows."""

    described: Callable[[Book, Any, Language], str]
    """One plain sentence for search engines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page that lists records. Its title and description are in the catalogue."""

    title: str
    description: str
    facts: Callable[[Book, dt.date], Facts]
    section: str | None = None
    """The address of the listing it hangs under; None if it stands by itself."""

    rows: Callable[[Book], Sized] | None = None
    """What its fact `view` lists, if a long list is laid out on several pages."""

    register: str | None = None
    """The one file of the notes that it is made from, if there is one."""

    whole: int = WHOLE
    """How many rows fit on one page."""

    def parts(self, book: Book) -> int:
        """Tell how many pages it has."""
        return parts_of(len(self.rows(book)), self.whole) if self.rows else 1


def _of_meeting(_book: Book, meeting: Meeting, language: Language) -> str:
    day = language.day(meeting.date)
    return meeting.summary or language.say("Note of the meeting of %(day)s.", day=day)


def _of_action(book: Book, action: Action, language: Language) -> str:
    owners = language.series([owner.name for owner in party_refs(book, action.owners)])
    return language.say("An action of %(owners)s.", owners=owners)


_RAISED: Mapping[ConcernKind, tuple[str, str]] = {
    ConcernKind.CONCERN: NN_(
        "A concern raised once, and what was answered.",
        "A concern raised %(num)s times, and what was answered.",
    ),
    ConcernKind.QUESTION: NN_(
        "A question raised once, and what was answered.",
        "A question raised %(num)s times, and what was answered.",
    ),
    ConcernKind.SUGGESTION: NN_(
        "A suggestion made once, and what was answered.",
        "A suggestion made %(num)s times, and what was answered.",
    ),
    ConcernKind.GOOD_PRACTICE: NN_(
        "Good practice, told of once.",
        "Good practice, told of %(num)s times.",
    ),
}


def _of_concern(book: Book, concern: Concern, language: Language) -> str:
    known = sum(book.meetings.get(r.meeting) is not None for r in concern.raised)
    return language.say_many(*_RAISED[concern.kind], known)


RECORDS: Mapping[str, Kind] = {
    "meeting": Kind(
        folder="meetings",
        section="meetings/",
        records=attrgetter("meetings"),
        view=meeting_view,
        described=_of_meeting,
    ),
    "action": Kind(
        folder="actions",
        section="actions/",
        records=attrgetter("actions"),
        view=action_view,
        described=_of_action,
    ),
    "concern": Kind(
        folder="concerns",
        section="concerns/",
        records=attrgetter("concerns"),
        view=concern_view,
        described=_of_concern,
    ),
    "decision": Kind(
        folder="decisions",
        section="decisions/",
        records=attrgetter("decisions"),
        view=lambda book, decision, _today: decision_view(book, decision),
        described=lambda _book, _decision, language: language.say("A decision."),
    ),
    "theme": Kind(
        folder="themes",
        section="themes/",
        records=attrgetter("themes"),
        view=theme_view,
        described=lambda _book, theme, language: language.say(
            "What meetings said about %(theme)s, and what came of it.", theme=theme.title
        ),
    ),
    "group": Kind(
        folder="groups",
        section="meetings/",
        records=attrgetter("groups"),
        view=group_view,
        described=lambda _book, group, language: language.say(
            "Meetings and actions of the %(group)s.", group=group.title
        ),
    ),
    "organisation": Kind(
        folder="organisations",
        section="organisations/",
        records=attrgetter("organisations"),
        view=organisation_view,
        described=lambda _book, organisation, language: language.say(
            "Meetings, actions and concerns of %(organisation)s.",
            organisation=organisation.name,
        ),
    ),
    "person": Kind(
        folder="people",
        section="organisations/",
        records=attrgetter("people_with_pages"),
        view=person_view,
        described=lambda _book, person, language: language.say(
            "Meetings, actions and concerns of %(person)s.", person=person.name
        ),
    ),
}
"""The kinds of records that have pages."""


LISTINGS: Mapping[str, Listing] = {
    "meetings": Listing(
        title=N_("Meetings"),
        description=N_("Every meeting with a published note, the latest first."),
        facts=lambda book, _today: {
            "view": meeting_listing(book),
            "groups": refs(book.groups),
        },
        rows=attrgetter("meetings"),
        whole=PART,  # a summary weighs as much as all the rest
    ),
    "actions": Listing(
        title=N_("Action tracker"),
        description=N_("What was agreed to be done, by whom and by when."),
        facts=lambda book, today: {"view": tracker_listing(book, today), "today": today},
        rows=attrgetter("actions"),
    ),
    "concerns": Listing(
        title=N_("Concern register"),
        description=N_("Concerns, questions and suggestions, and what was answered."),
        facts=lambda book, _today: {"view": register_listing(book)},
        rows=attrgetter("concerns"),
    ),
    "unanswered": Listing(
        title=N_("Unanswered"),
        description=N_("Concerns with no answer on record, oldest first."),
        facts=lambda book, today: {"view": unanswered_view(book, today)},
        section="concerns/",
    ),
    "decisions": Listing(
        title=N_("Decisions"),
        description=N_("What meetings resolved, and decisions they were told of."),
        facts=lambda book, _today: {"view": decision_listing(book)},
        rows=attrgetter("decisions"),
    ),
    "themes": Listing(
        title=N_("Themes"),
        description=N_("The subjects that meetings come back to."),
        facts=lambda book, _today: {"cards": theme_cards(book)},
    ),
    "organisations": Listing(
        title=N_("Organisations"),
        description=N_("Who came to meetings, owes actions or raised concerns."),
        facts=lambda book, today: {"view": owners_view(book, today)},
        register="organisations.yml",
    ),
    "glossary": Listing(
        title=N_("Glossary"),
        description=N_("Acronyms and words that the notes use."),
        facts=lambda book, _today: {"terms": tuple(anchored(book.glossary))},
        register="glossary.yml",
    ),
    "search": Listing(
        title=N_("Search"),
        description=N_("Find what was said, agreed and answered."),
        facts=lambda _book, _today: {},
    ),
    "suggest": Listing(
        title=N_("Suggest a change"),
        description=N_("Add to the notes or put them right, with no account anywhere."),
        facts=lambda _book, _today: {"forms": FORMS},
    ),
}
"""The listings in their order, by the name that is also their address."""

FOR_PEOPLE = ("search", "suggest", "form")
"""Kinds of pages with nothing on them to read. Not every site has them."""
