"""The editor over a folder of notes, on one's own computer and with no account.

`serving.py` hands out the page and takes what it asks for, `actions.py` answers it,
`saving.py` turns what was saved into a change that is tried before it is made.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from pathlib import Path

from minutebook.contributing.editing.actions import Desk
from minutebook.contributing.editing.drafts import Drafts
from minutebook.contributing.editing.paths import ROOT
from minutebook.contributing.editing.repository import Repository
from minutebook.contributing.editing.serving import Server
from minutebook.edition import Editing
from minutebook.editor.files import page_files
from minutebook.editor.page import Around
from minutebook.make import check_notes

__all__ = ["drafts_of", "server_for"]


def drafts_of(notes: Path) -> Drafts | None:
    """Find where records of some notes can wait; None if they are in no repository."""
    repository = Repository.around(notes)
    return Drafts(notes=notes, repository=repository) if repository else None


def server_for(
    notes: Path,
    today: Callable[[], dt.date],
    *,
    port: int = 0,
    drafts: Drafts | None = None,
) -> Server:
    """Make a server for the editor of some notes. Raises OSError if the port is taken.

    `today` tells the day whenever it is asked: a server may run through midnight.
    """
    desk = Desk(notes=notes, day=today, drafts=drafts)
    server = Server(port, secrets.token_urlsafe(24), desk)
    editing = Editing(
        cms="decap",
        backend=(("name", "proxy"), ("proxy_url", server.api), ("branch", "main")),
        notes=ROOT,
        workflow=drafts is not None,
    )
    around = Around(name=notes.absolute().parent.name)
    server.pages = page_files(lambda: check_notes(notes).book, editing, around)
    return server
