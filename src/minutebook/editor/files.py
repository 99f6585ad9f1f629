"""All files of the editor: the page, its parts, its settings, and the editor itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from minutebook.book import Book
from minutebook.edition import EDITOR, Editing, Edition
from minutebook.editor.bundles import BUNDLES, DECAP, SVELTIA, VENDOR
from minutebook.editor.config import config_of
from minutebook.editor.offered import Offered
from minutebook.editor.page import Around, index
from minutebook.editor.suggestions import suggestions
from minutebook.pages import DataFile

PAGE = f"{EDITOR}/index.html"
"""Its page, as hand-written pages link to it."""

RECORDS = "records"
"""Where records are that somebody without an account can change: a list, and parts."""

_PARTS = Path(__file__).parent / "parts"

File = Callable[[], bytes]
"""Makes what is in a file when it is asked for."""


def page_files(
    book: Callable[[], Book], editing: Editing, around: Around | None = None
) -> Mapping[str, File]:
    """List the files of the editor of a book that is cut to those who may see it.

    The book is asked for by the one file that tells of it.
    """
    around = around or Around()
    theirs = {file: (VENDOR / file).read_bytes for file in BUNDLES[editing.cms].files}
    ours = {file: (_PARTS / file).read_bytes for file in ("edit.js", "edit.css")}
    return {
        **theirs,
        **ours,
        "index.html": partial(index, editing, around),
        "settings.json": partial(_settings, book, editing, around),
    }


def editor_files(seen: Book, whole: Book, edition: Edition) -> Iterator[DataFile]:
    """List the files of the editor in a site, if it has one.

    `seen` is the `whole` book cut to those who may see it.
    """
    editing = edition.editing
    if editing is None:
        return
    takes_files = editing.cms == DECAP.name and edition.takes_changes
    around = Around(
        name=edition.name,
        site=edition.address,
        forms="../suggest/" if edition.takes_changes else "",
        contact=edition.contact,
        takes_files=takes_files,
    )
    files = dict(page_files(lambda: seen, editing, around))
    if takes_files:
        files |= _records(Offered(seen=seen, whole=whole))
    for name, file in files.items():
        yield DataFile(f"{EDITOR}/{name}", partial(_in_one_piece, file))


def _records(offered: Offered) -> Mapping[str, File]:
    return {
        f"{RECORDS}.json": lambda: _json(offered.listed()),
        **{
            f"{RECORDS}/{number}.json": partial(_part, offered, number)
            for number in offered.parts()
        },
    }


def _part(offered: Offered, number: int) -> bytes:
    return _json(offered.part(number))


def _in_one_piece(file: File) -> Iterator[str]:
    yield file().decode("utf-8")


def _settings(ask: Callable[[], Book], editing: Editing, around: Around) -> bytes:
    """Write what the script of the page hands on to the editor."""
    book = ask()
    settings: dict[str, Any] = {
        "script": BUNDLES[editing.cms].script,
        "config": config_of(book, editing, site=around.site),
        "notes": editing.notes,
        "contact": around.contact,
    }
    if editing.cms != SVELTIA.name:
        known = suggestions(book)
        settings["suggestions"] = {str(what): found for what, found in known.items()}
    return _json(settings)


def _json(what: Any) -> bytes:  # noqa: ANN401 - JSON of any kind
    return json.dumps(what, ensure_ascii=False, separators=(",", ":")).encode()
