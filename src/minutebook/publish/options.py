"""What a book may set in `mkdocs.yml`, under the plugin `minutebook`."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from minutebook.edition import Edition
from minutebook.records import Visibility, date_from_text


def known_time_zone(name: str) -> bool:
    """Tell whether there is a time zone of a name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


class Options(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """The plugin's few options."""

    notes = option.Type(str, default="notes")
    """The folder of records, relative to `mkdocs.yml`."""

    audience = option.Choice([v.value for v in Visibility], default="public")
    """For whom the site is built."""

    time_zone = option.Type(str, default="Europe/London")
    """Where meetings are held that name no time zone of their own."""

    search = option.Choice(["pagefind", "material"], default="pagefind")
    """What finds the pages: `material` for a book that is read from a folder."""

    people = option.Type(bool, default=False)
    """Whether each person in `people.yml` gets a page: what they owe, where they were.

    Such a page is a profile of somebody who only came to a meeting, so the people who
    run a book must want it and be able to say why (UK GDPR: legitimate interests).
    """

    today = option.Optional(option.Type(str))
    """The day the site tells of, year-month-day; the day of the build if left out."""

    def edition(
        self, *, language: str, name: str, address: str, contribute: str
    ) -> Edition:
        """Tell how the book is published; the rest comes from other settings."""
        return Edition(
            audience=Visibility(self.audience),
            language=language,
            time_zone=self.time_zone,
            search=self.search,
            people=self.people,
            name=name,
            contribute=contribute,
            address=address if not address or address.endswith("/") else f"{address}/",
        )

    def day(self) -> dt.date:
        """Tell which day it is: `mkdocs build` has no other way to say so."""
        if self.today:
            return date_from_text(self.today)
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
