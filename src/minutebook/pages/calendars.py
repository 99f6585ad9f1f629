"""Calendars (iCalendar, RFC 5545): meetings, and days on which actions are due.

The home of icalendar, which knows how lines are folded and how a time zone is described.
What bears a time bears its time zone with it, so it is right on both sides of a change of
the clocks. No clock is read: an entry is as old as what was recorded.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from urllib.parse import urlsplit

from icalendar import Calendar, Component, Event, Timezone

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.language import N_, Language
from minutebook.pages.page import DataFile
from minutebook.records import Group
from minutebook.views.calendar import Announced, Due, Held, announced, due, held
from minutebook.views.cards import Ref, Standing, ref_to

MEETINGS = "meetings.ics"
ACTIONS = "actions.ics"

_ANY_YEAR = 2000
"""A time zone is described for this year where it is needed for none."""

_A_DAY = dt.timedelta(days=1)

_DUE: Mapping[Standing, str] = {
    Standing.OVERDUE: N_("Overdue: %(title)s"),
    Standing.OPEN: N_("Due: %(title)s"),
    Standing.IN_PROGRESS: N_("Due: %(title)s (in progress)"),
}

Told = Held | Announced | Due


def calendars(
    book: Book, today: dt.date, edition: Edition, language: Language
) -> Iterator[DataFile]:
    """Make the calendars; none, if nobody has said where the site will stand.

    There is one of all meetings, one for each group that met, and one of the days on
    which its actions are due for each organisation that was ever given one.
    """
    if not edition.address:
        return
    writer = _Writer(edition, language)
    yield writer.file(None, MEETINGS, partial(_meetings, book, today, edition))
    for group in book.groups:
        if book.meetings_of_group(group):
            told = partial(_meetings, book, today, edition, group)
            yield writer.file(ref_to(book, group), MEETINGS, told)
    for organisation in book.organisations:
        if book.actions_owed_by(organisation):
            days = partial(due, book, organisation, today)
            yield writer.file(ref_to(book, organisation), ACTIONS, days)


def _meetings(
    book: Book, today: dt.date, edition: Edition, group: Group | None = None
) -> Iterator[Told]:
    met = book.meetings_of_group(group) if group else book.meetings
    yield from held(book, met, edition.time_zone)
    yield from announced(book, today, group)


class _Writer:
    """Writes calendars. What several of them tell is written once."""

    def __init__(self, edition: Edition, language: Language) -> None:
        self._written: dict[tuple[type, str], str] = {}
        self._address = edition.address
        self._time_zone = edition.time_zone
        self._host = urlsplit(edition.address).hostname or "minutebook"
        self._language = language
        self._name = edition.name or language.say("Meeting notes")

    def file(
        self, about: Ref | None, name: str, told: Callable[[], Iterable[Told]]
    ) -> DataFile:
        """Make a calendar that stands beside a page, or at the root."""
        folder = f"{about.folder}/{about.id}/" if about else ""
        title = f"{about.title} – {self._name}" if about else self._name  # noqa: RUF001 - an en dash
        return DataFile(f"{folder}{name}", lambda: self._calendar(title, tuple(told())))

    def _calendar(self, title: str, told: tuple[Told, ...]) -> Iterator[str]:
        calendar = Calendar()
        calendar.add("prodid", "-//Minutebook//Minutebook//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", title)
        end = "END:VCALENDAR\r\n"
        yield _text(calendar).removesuffix(end)
        for zone, years in sorted(self._zones(told).items()):
            yield _described(zone, min(years), max(years))
        for each in told:
            yield self._entry_once(each)
        yield end

    def _zones(self, told: Iterable[Told]) -> Mapping[str, set[int]]:
        """Find the time zones of entries, and the years they are needed for.

        That of the site is always there: a calendar may not be empty.
        """
        found: dict[str, set[int]] = {}
        for each in told:
            if isinstance(each, Held) and isinstance(each.starts, dt.datetime):
                zone = str(each.starts.tzinfo)
                found.setdefault(zone, set()).add(each.starts.year)
        return found or {self._time_zone: {_ANY_YEAR}}

    def _entry_once(self, told: Told) -> str:
        key = type(told), _path(told)
        if key not in self._written:
            self._written[key] = _text(self._entry(told))
        return self._written[key]

    def _entry(self, told: Told) -> Event:
        event = Event()
        event.add("uid", f"{_path(told)}@{self._host}")
        event.add("dtstamp", dt.datetime.combine(told.told_on, dt.time(), tzinfo=dt.UTC))
        match told:
            case Held():
                self._held(event, told)
            case Announced():
                self._announced(event, told)
            case Due():
                self._due(event, told)
        return event

    def _held(self, event: Event, told: Held) -> None:
        event.add("summary", told.ref.title)
        event.add("dtstart", told.starts)
        if told.ends:
            event.add("dtend", told.ends)
        elif not isinstance(told.starts, dt.datetime):
            event.add("dtend", told.starts + _A_DAY)
        if told.venue:
            event.add("location", told.venue)
        if told.summary:
            event.add("description", told.summary)
        event.add("url", self._page(told.ref))

    def _announced(self, event: Event, told: Announced) -> None:
        name = told.group.title if told.group else told.told_in.title
        event.add("summary", self._say(N_("Next meeting: %(title)s"), title=name))
        self._whole_day(event, told.day)
        if told.about:
            event.add("description", told.about)
        event.add("url", self._page(told.told_in))

    def _due(self, event: Event, told: Due) -> None:
        event.add("summary", self._say(_DUE[told.standing], title=told.ref.title))
        self._whole_day(event, told.day)
        owners = self._language.series(list(told.owners))
        event.add("description", self._say(N_("By %(names)s."), names=owners))
        event.add("url", self._page(told.ref))

    def _whole_day(self, event: Event, day: dt.date) -> None:
        """Put an entry on a day without taking up anybody's time."""
        event.add("dtstart", day)
        event.add("dtend", day + _A_DAY)
        event.add("transp", "TRANSPARENT")

    def _page(self, to: Ref) -> str:
        return f"{self._address}{to.folder}/{to.id}/"

    def _say(self, message: str, **values: str) -> str:
        """Give a message as plain text; a calendar escapes in its own way."""
        return html.unescape(self._language.say(message, **values))


def _path(told: Told) -> str:
    """Name what an entry tells of, for ever."""
    if isinstance(told, Announced):
        teller = told.group or told.told_in
        return f"{teller.folder}/{teller.id}/{told.day}"
    return f"{told.ref.folder}/{told.ref.id}"


@lru_cache(maxsize=64)
def _described(zone: str, first: int, last: int) -> str:
    """Describe a time zone for some years, and one more for a meeting past midnight."""
    described = Timezone.from_tzid(
        zone, first_date=dt.date(first, 1, 1), last_date=dt.date(last + 1, 12, 31)
    )
    del described["COMMENT"]
    return _text(described)


def _text(component: Component) -> str:
    return str(component.to_ical(), "utf-8")
