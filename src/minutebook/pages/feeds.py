"""Feeds of what is new (Atom, RFC 4287): of everything, each theme, each organisation.

The standard library writes the XML. Days become midnights of the site's time zone, so a
feed says the same on every machine; no clock is read.
"""

from __future__ import annotations

import datetime as dt
import functools
import html
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET  # we write, and parse nothing
from zoneinfo import ZoneInfo

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.language import N_, Language
from minutebook.pages.page import DataFile
from minutebook.records import ActionStatus, ConcernKind, NoteStatus
from minutebook.views.cards import Ref, ref_to
from minutebook.views.feed import news, news_of_organisation, news_of_theme
from minutebook.views.news import Happened, News

FEED = "feed.xml"
"""The name of every feed, beside the page it tells of."""

_NEVER = dt.date(1970, 1, 1)
"""When a feed that tells of nothing was last brought up to date."""

_TITLES: Mapping[Happened, str] = {
    Happened.NOTE_WITHDRAWN: N_("Note withdrawn: %(title)s"),
    Happened.AGREED: N_("Action agreed: %(title)s"),
    Happened.DECIDED: N_("Decision: %(title)s"),
    Happened.ANSWERED: N_("Answered: %(title)s"),
    Happened.RESOLVED: N_("Resolved: %(title)s"),
    Happened.TAKEN_BACK: N_("Concern withdrawn: %(title)s"),
}
_NOTES: Mapping[object, str] = {
    NoteStatus.DRAFT: N_("Draft note: %(title)s"),
    NoteStatus.AGREED: N_("Note agreed: %(title)s"),
    NoteStatus.PUBLISHED: N_("Note published: %(title)s"),
}
_UPDATES: Mapping[object, str] = {
    ActionStatus.OPEN: N_("Action open: %(title)s"),
    ActionStatus.IN_PROGRESS: N_("Action in progress: %(title)s"),
    ActionStatus.DONE: N_("Action done: %(title)s"),
    ActionStatus.DROPPED: N_("Action dropped: %(title)s"),
}
_RAISED: Mapping[object, str] = {
    ConcernKind.CONCERN: N_("Concern raised: %(title)s"),
    ConcernKind.QUESTION: N_("Question raised: %(title)s"),
    ConcernKind.SUGGESTION: N_("Suggestion made: %(title)s"),
    ConcernKind.GOOD_PRACTICE: N_("Good practice: %(title)s"),
}
_HOLDING = N_("Answer promised: %(title)s")


def feeds(
    book: Book, today: dt.date, edition: Edition, language: Language
) -> Iterator[DataFile]:
    """Make the feeds; none, if nobody has said where the site will stand."""
    if not edition.address:
        return
    writer = _Writer(edition, language)
    yield writer.file(None, lambda: news(book, today))
    for theme in book.themes:
        told = functools.partial(news_of_theme, book, theme, today)
        yield writer.file(ref_to(book, theme), told)
    for organisation in book.organisations:
        told = functools.partial(news_of_organisation, book, organisation, today)
        yield writer.file(ref_to(book, organisation), told)


class _Writer:
    """Writes feeds. What several of them tell is written once."""

    def __init__(self, edition: Edition, language: Language) -> None:
        self._written: dict[tuple[str, str, str], str] = {}
        self._edition = edition
        self._language = language
        self._zone = ZoneInfo(edition.time_zone)
        self._name = edition.name or language.say("Meeting notes")

    def file(self, about: Ref | None, told: Callable[[], tuple[News, ...]]) -> DataFile:
        """Make the feed of one page, or of everything."""
        folder = f"{about.folder}/{about.id}/" if about else ""
        title = f"{about.title} – {self._name}" if about else self._name  # noqa: RUF001 - an en dash
        return DataFile(f"{folder}{FEED}", lambda: self._feed(folder, title, told()))

    def _feed(self, folder: str, title: str, told: tuple[News, ...]) -> Iterator[str]:
        page = self._edition.address + folder
        latest = max((each.day for each in told), default=_NEVER)
        feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
        _add(feed, "id", page + FEED)
        _add(feed, "title", title)
        _add(feed, "updated", self._midnight(latest))
        _add(feed, "link", rel="self", type="application/atom+xml", href=page + FEED)
        _add(feed, "link", rel="alternate", type="text/html", href=page)
        _add(feed, "generator", "Minutebook")
        _add(_add(feed, "author"), "name", self._name)
        head = ET.tostring(feed, encoding="unicode").removesuffix("</feed>")
        yield f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n'
        for each in told:
            yield self._entry_once(each)
        yield "</feed>\n"

    def _entry_once(self, told: News) -> str:
        key = told.ref.folder, told.ref.id, told.mark
        if key not in self._written:
            self._written[key] = f"{self._entry(told)}\n"
        return self._written[key]

    def _entry(self, told: News) -> str:
        page = f"{self._edition.address}{told.ref.folder}/{told.ref.id}/"
        entry = ET.Element("entry")
        _add(entry, "id", f"{page}#{told.mark}" if told.mark else page)
        _add(entry, "title", self._say(_title_of(told), title=told.ref.title))
        _add(entry, "updated", self._midnight(told.day))
        _add(entry, "link", rel="alternate", type="text/html", href=page)
        _add(entry, "category", term=told.ref.folder)
        if summary := self._summary(told):
            _add(entry, "summary", summary)
        return ET.tostring(entry, encoding="unicode")

    def _summary(self, told: News) -> str:
        """Say what the note says; of an action, whose it is and until when as well."""
        said = [told.words] if told.words else []
        if told.owners:
            owners = self._language.series(list(told.owners))
            said.append(self._say(N_("By %(names)s."), names=owners))
        if told.due:
            due = self._language.when(told.due)
            said.append(self._say(N_("Due: %(day)s."), day=due))
        return "\n".join(said)

    def _say(self, message: str, **values: str) -> str:
        """Give a message as plain text; XML escapes in its own way."""
        return html.unescape(self._language.say(message, **values))

    def _midnight(self, day: dt.date) -> str:
        return dt.datetime.combine(day, dt.time(), tzinfo=self._zone).isoformat()


def _title_of(told: News) -> str:
    match told.happened:
        case Happened.NOTE:
            return _NOTES[told.status]
        case Happened.UPDATED:
            return _UPDATES[told.status]
        case Happened.RAISED:
            return _RAISED[told.kind]
        case Happened.ANSWERED if told.holding:
            return _HOLDING
        case happened:
            return _TITLES[happened]


def _add(
    to: ET.Element, tag: str, text: str | None = None, **attributes: str
) -> ET.Element:
    added = ET.SubElement(to, tag, attributes)
    added.text = text
    return added
