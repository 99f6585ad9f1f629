"""The page `/edit/`: what stands on it before an editor is opened, and all its files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

from minutebook.book import Book
from minutebook.edition import Editing, Edition
from minutebook.editor.bundles import BUNDLES, SVELTIA, VENDOR
from minutebook.editor.config import config_of
from minutebook.editor.signing_in import asks_of, host_named, is_set_up
from minutebook.editor.suggestions import suggestions
from minutebook.pages import DataFile

_PARTS = Path(__file__).parent / "parts"

_HERE = '<p data-door="here">The editor is starting.</p>'


FOLDER = "edit"
"""Where the editor stands in a site."""

PAGE = f"{FOLDER}/index.html"
"""Its page, as hand-written pages link to it."""

File = Callable[[], bytes]
"""Makes what is in a file when it is asked for."""


def page_files(
    book: Book, editing: Editing, *, name: str = "", site: str = "", forms: str = ""
) -> Mapping[str, File]:
    """List the files of `/edit/` for a book that is cut to those who may see it.

    `name` is what the site is called, `site` its address, and `forms` the way to its
    forms for people without an account, if it has them.
    """
    theirs = {file: (VENDOR / file).read_bytes for file in BUNDLES[editing.cms].files}
    ours = {file: (_PARTS / file).read_bytes for file in ("edit.js", "edit.css")}
    return {
        **theirs,
        **ours,
        "index.html": partial(_index, editing, name, forms),
        "settings.json": partial(_settings, book, editing, site),
    }


def editor_files(book: Book, edition: Edition) -> Iterator[DataFile]:
    """List the files of the editor in a site, if it has one."""
    if edition.editing is None:
        return
    files = page_files(
        book,
        edition.editing,
        name=edition.name,
        site=edition.address,
        forms="../suggest/" if edition.takes_changes else "",
    )
    for name, file in files.items():
        yield DataFile(f"{FOLDER}/{name}", partial(_in_one_piece, file))


def _in_one_piece(file: File) -> Iterator[str]:
    yield file().decode("utf-8")


def _settings(book: Book, editing: Editing, site: str) -> bytes:
    """Write what the script of the page hands on to the editor."""
    settings: dict[str, Any] = {
        "script": BUNDLES[editing.cms].script,
        "config": config_of(book, editing, site=site),
    }
    if editing.cms != SVELTIA.name:
        known = suggestions(book)
        settings["suggestions"] = {str(what): found for what, found in known.items()}
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":")).encode()


def _index(editing: Editing, name: str, forms: str) -> bytes:
    template = Template((_PARTS / "index.html").read_text("utf-8"))
    title = f"Edit the notes: {name}" if name else "Edit the notes"
    page = template.substitute(
        title=escape(title),
        start=_start(editing, forms),
        policy=_policy(editing),
    )
    return page.encode()


def _start(editing: Editing, forms: str) -> str:
    """Say what can be done here, and if it cannot be, what to do instead."""
    backend = dict(editing.backend)
    if backend.get("name") == "proxy":
        return _HERE
    back = '<p><a href="../">Back to the notes</a></p>'
    if is_set_up(editing):
        host = escape(host_named(backend))
        after = (
            "What you save is kept as a draft. It becomes part of the notes when somebody"
            " has looked at it and agreed."
            if editing.workflow
            else "What you save becomes part of the notes at once."
        )
        return (
            f"<p>Here you can add and change records in a form. {after}</p>\n"
            f'<p><a class="mb-way" href="?door=host">Sign in with {host}</a></p>\n{back}'
        )
    return (
        "<p>Signing in has not been set up for this site, so nothing can be saved from"
        " here yet.</p>\n"
        "<h2>What you can do instead</h2>\n"
        f"{_forms(forms)}"
        "<p>Whoever has the notes on their own computer can open this editor there, with"
        " no account: <code>minutebook edit</code>.</p>\n"
        "<h2>For those who look after the site</h2>\n"
        f"<p>{escape(asks_of(editing))}</p>\n{back}"
    )


def _forms(forms: str) -> str:
    return (
        f'<p>You can <a href="{escape(forms)}">fill in a short form</a>; no account is'
        " needed.</p>\n"
        if forms
        else ""
    )


def _policy(editing: Editing) -> str:
    """Say what the page may load: nothing but what comes with the site.

    It may talk to the host of the notes. The editor compiles the rules for its settings,
    so it must be let to evaluate what it has made itself.
    """
    backend = dict(editing.backend)
    hosts = {
        f"{parts.scheme}://{parts.netloc}"
        for key in ("api_root", "base_url")
        if (parts := urlsplit(str(backend.get(key, "")))).netloc
    }
    if "api_root" not in backend and host_named(backend) == "GitHub":
        hosts.add("https://api.github.com")
    if "api_root" not in backend and host_named(backend) == "GitLab":
        hosts.add("https://gitlab.com")
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            " ".join(("connect-src 'self' blob: data:", *sorted(hosts))),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
