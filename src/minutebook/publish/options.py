"""What a book may set in `mkdocs.yml`, under the plugin `minutebook`."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from minutebook.edition import Editing, Edition
from minutebook.editor.bundles import BUNDLES
from minutebook.publish.editors import EditorBackend
from minutebook.records import Visibility, date_from_text

_REPOSITORY = re.compile(r"https://[\w.-]+(?::[0-9]+)?(?:/[\w.~-]+)+/?", re.ASCII)
_BRANCH = re.compile(r"(?!.*\.\.)[\w-][\w.-]*(?:/[\w-][\w.-]*)*", re.ASCII)
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,24}", re.ASCII | re.IGNORECASE
)
"""Mail to other addresses there may be is not worth a link that might not work."""


def _is_time_zone(name: str) -> bool:
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

    repository = option.Type(str, default="")
    """The web address of the repository of the notes, for links to it and to the issue
    forms of its host, which are those of GitHub and of hosts like it.

    Not `repo_url`, for which the theme asks the git host something on every page view.
    """

    branch = option.Type(str, default="main")
    """The branch of the repository that the site is made from."""

    contact = option.Type(str, default="")
    """The e-mail address that people without an account send a change to."""

    editor = option.Optional(option.Choice([*BUNDLES, "none"]))
    """The editor for records at `edit/`; `none` ships no file of one.

    Left out, it is Decap where there is somebody whom a change can be given to.
    """

    editor_backend = option.SubConfig(EditorBackend)
    """Where the editor keeps what is saved, and how somebody signs in."""

    people = option.Type(bool, default=False)
    """Whether each person in `people.yml` gets a page: what they owe, where they were.

    Such a page is a profile of somebody who only came to a meeting, so the people who
    run a book must want it and be able to say why (UK GDPR: legitimate interests).
    """

    today = option.Optional(option.Type(str))
    """The day the site tells of, year-month-day; the day of the build if left out."""

    def edition(
        self,
        *,
        language: str,
        name: str,
        address: str,
        contribute: str,
        edit: str,
        editing: Editing | None,
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
            repository=self.repository.rstrip("/"),
            edit=edit,
            editing=editing,
            contact=self.contact,
            address=address if not address or address.endswith("/") else f"{address}/",
        )

    def wrong(self) -> str | None:
        """Say what is wrong with the first option that means nothing, if one is."""
        if not _is_time_zone(self.time_zone):
            return f"time_zone: there is no time zone {self.time_zone!r}"
        if self.repository and not _REPOSITORY.fullmatch(self.repository):
            return (
                "repository: write the whole web address of the repository, such as"
                f" https://github.com/owner/name, and not {self.repository!r}"
            )
        if not _BRANCH.fullmatch(self.branch):
            return (
                "branch: write the name of a branch of the repository, such as main, and"
                f" not {self.branch!r}"
            )
        if self.contact and not _CONTACT.fullmatch(self.contact):
            return (
                "contact: write an e-mail address, such as notes@example.org, and not"
                f" {self.contact!r}"
            )
        return None

    def day(self) -> dt.date:
        """Tell which day it is: `mkdocs build` has no other way to say so."""
        if self.today:
            return date_from_text(self.today)
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
