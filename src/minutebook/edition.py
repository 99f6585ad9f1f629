"""How a book is published: for whom, where, and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from minutebook.records import Visibility

PATH = "{path}"
"""Stands for the path of a file in the address at which it is edited."""

EDITOR = "edit"
"""Where the editor stands in a site that has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """How records are edited in a browser."""

    cms: str = "decap"
    """Which editor the site has: `decap` or `sveltia`."""

    backend: tuple[tuple[str, str | bool], ...] = ()
    """Where the records are kept and how somebody signs in, in the editor's own words.

    Nothing if nobody has said.
    """

    notes: str = "notes"
    """The folder of the notes in the repository."""

    workflow: bool = True
    """Whether what is saved waits for a review before it becomes part of the book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One way to publish a book. What a page shows may depend on all of it."""

    audience: Visibility = Visibility.PUBLIC
    """Who may read it."""

    language: str = "en"
    """Of the words around the notes, e.g. `cy`. The notes stay as they were written."""

    time_zone: str = "Europe/London"
    """Where meetings are held that name no time zone of their own."""

    search: str = "pagefind"
    """What finds its pages: `pagefind`, or `material` for a book read from a folder."""

    name: str = ""
    """What the site is called."""

    address: str = ""
    """Where the site will stand, ending in `/`; empty if nobody has said."""

    contribute: str = ""
    """The address of its own page on how to contribute; empty if it has none."""

    repository: str = ""
    """The web address of the repository of its notes; empty if no page leads there."""

    edit: str = ""
    """Where a file of the notes is edited, with `{path}` in place of the file's path;
    empty if nobody has said."""

    contact: str = ""
    """The e-mail address that a change can be sent to; empty if nobody has said."""

    people: bool = False
    """Whether each person has a page of their own.

    Off unless somebody decides otherwise: what many notes say of one person, put
    together on one page that search engines find, is a profile of them.
    """

    editing: Editing | None = None
    """How its records are edited in a browser; None if they are not."""

    @property
    def takes_changes(self) -> bool:
        """Whether a reader is told whom a change can be given to."""
        return bool(self.repository or self.contact)

    def edit_address(self, path: str) -> str:
        """Give the address at which a file of the notes is edited, if there is one.

        `path` is relative to the notes folder.
        """
        return self.edit.replace(PATH, quote(path)) if self.edit else ""
