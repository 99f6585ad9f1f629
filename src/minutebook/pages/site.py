"""The whole site of a book: a page for every record and listing, data, redirects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from minutebook.book import Book, Leads, follow
from minutebook.pages import words
from minutebook.pages.data import data_files
from minutebook.pages.headings import headings_of
from minutebook.pages.page import Page, Redirect, Site
from minutebook.pages.templates import Renderer
from minutebook.records import Meeting, Record, is_slug
from minutebook.views.action import action_view
from minutebook.views.cards import decision_cards, meeting_cards, ref, refs
from minutebook.views.concern import concern_view, register_view
from minutebook.views.decision import decision_view
from minutebook.views.group import group_view
from minutebook.views.home import home_view
from minutebook.views.meeting import meeting_view
from minutebook.views.organisation import organisation_view
from minutebook.views.theme import theme_cards, theme_view
from minutebook.views.tracker import tracker_view


def site_of(book: Book, today: dt.date, time_zone: str) -> Site:
    """Make everything that `book`, already cut to its audience, puts on the site."""
    press = _Press(book, today)
    return Site(
        pages=(*press.records(), *press.listings()),
        files=data_files(book, today, time_zone),
        redirects=tuple(_redirects(book)),
        attachments=tuple(sorted(_attachments(book))),
        home=press.home(),
    )


class _Press:
    """Prints pages: a view, a template and what the frame needs to know."""

    def __init__(self, book: Book, today: dt.date) -> None:
        self._book = book
        self._today = today
        self._renderer = Renderer(book, today)

    def home(self) -> str:
        view = home_view(self._book, self._today)
        return self._renderer.render("home.html", "", view=view)

    def records(self) -> Iterator[Page]:
        book, today = self._book, self._today
        for meeting in book.meetings:
            meeting_shown = meeting_view(book, meeting, today)
            description = (
                meeting.summary or f"Note of the meeting of {words.day(meeting.date)}."
            )
            yield self._record("meeting", meeting, meeting_shown, description)
        for action in book.actions:
            shown = action_view(book, action, today)
            owners = words.series([owner.name for owner in shown.card.owners])
            yield self._record("action", action, shown, f"An action of {owners}.")
        for concern in book.concerns:
            concern_shown = concern_view(book, concern, today)
            times = words.count(len(concern_shown.raised), "time")
            description = (
                f"A {words.kind(concern.kind)} raised {times}, and what was answered."
            )
            yield self._record("concern", concern, concern_shown, description)
        for decision in book.decisions:
            yield self._record(
                "decision", decision, decision_view(book, decision), "A decision."
            )
        for theme in book.themes:
            description = f"What meetings said about {theme.title}, and what came of it."
            yield self._record(
                "theme", theme, theme_view(book, theme, today), description
            )
        for group in book.groups:
            description = f"Meetings and actions of the {group.title}."
            yield self._record(
                "group", group, group_view(book, group, today), description, "meetings/"
            )
        for organisation in book.organisations:
            description = f"Meetings, actions and concerns of {organisation.name}."
            yield self._record(
                "organisation",
                organisation,
                organisation_view(book, organisation, today),
                description,
            )

    def listings(self) -> Iterator[Page]:
        book, today = self._book, self._today
        yield self._listing(
            "meetings",
            "Meetings",
            "Every meeting with a published note, the latest first.",
            cards=meeting_cards(book, book.meetings),
            groups=refs(book.groups),
        )
        yield self._listing(
            "actions",
            "Action tracker",
            "What was agreed to be done, by whom and by when.",
            view=tracker_view(book, today),
        )
        yield self._listing(
            "concerns",
            "Concern register",
            "Concerns, questions and suggestions, and what was answered.",
            view=register_view(book),
        )
        yield self._listing(
            "decisions",
            "Decisions",
            "What meetings resolved, and decisions they were told of.",
            cards=decision_cards(book, book.decisions),
        )
        yield self._listing(
            "themes",
            "Themes",
            "The subjects that meetings come back to.",
            cards=theme_cards(book),
        )
        yield self._listing(
            "organisations",
            "Organisations",
            "Who came to meetings, owes actions or raised concerns.",
            cards=[organisation_view(book, o, today).card for o in book.organisations],
        )
        yield self._listing(
            "glossary",
            "Glossary",
            "Acronyms and words that the notes use.",
            terms=tuple(book.glossary),
        )

    def _record(
        self,
        kind: str,
        record: Record,
        view: Any,  # noqa: ANN401 - each kind has its own view
        description: str,
        section: str | None = None,
    ) -> Page:
        named = ref(record)
        address = f"{named.folder}/{named.id}/"
        source = self._book.entry(record).source.path
        html = self._renderer.render(f"{kind}.html", address, view=view, source=source)
        return Page(
            address=address,
            title=named.title,
            description=description,
            html=html,
            headings=headings_of(html),
            section=section or f"{named.folder}/",
            source=source,
        )

    def _listing(self, name: str, title: str, description: str, **view: Any) -> Page:  # noqa: ANN401 - see _record
        address = f"{name}/"
        html = self._renderer.render(f"{name}.html", address, **view)
        return Page(
            address=address,
            title=title,
            description=description,
            html=html,
            headings=headings_of(html),
            section=address,
            source=None,
        )


def _redirects(book: Book) -> Iterator[Redirect]:
    """Keep the earlier address of every record that has one."""
    shelves = (
        book.meetings,
        book.actions,
        book.concerns,
        book.decisions,
        book.themes,
        book.groups,
        book.organisations,
    )
    for shelf in shelves:
        for alias, record in shelf.aliases():
            now = ref(record)
            if is_slug(alias):
                yield Redirect(f"{now.folder}/{alias}/", f"{now.folder}/{now.id}/")


def _attachments(book: Book) -> Iterator[str]:
    """Find the attachments that something shown links to; no others are published."""
    for entry in book.entries:
        for prose in (entry.prose, *entry.addenda):
            for spot in prose.links:
                target = follow(book, entry.source.path, spot.text)
                if target.leads is Leads.ATTACHMENT:
                    yield target.path
        source = entry.record.source if isinstance(entry.record, Meeting) else None
        if source and source.file in book.attachments:
            yield source.file
