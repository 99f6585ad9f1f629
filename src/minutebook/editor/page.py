"""The page `/edit/`: what stands on it before an editor is opened, and all its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

from minutebook.book import Book
from minutebook.edition import Editing
from minutebook.editor.bundles import BUNDLES, SVELTIA, VENDOR
from minutebook.editor.config import config_of
from minutebook.editor.signing_in import asks_of, host_named, is_set_up
from minutebook.editor.suggestions import suggestions

_PARTS = Path(__file__).parent / "parts"

_HERE = '<p data-door="here">The editor is starting.</p>'


def page_files(
    book: Book, editing: Editing, *, name: str = "", site: str = ""
) -> Mapping[str, bytes]:
    """Make the files of `/edit/` for a book that is cut to those who may see it.

    `name` is what the site is called, `site` its address.
    """
    bundle = BUNDLES[editing.cms]
    files = {file: (VENDOR / file).read_bytes() for file in bundle.files}
    for part in ("edit.js", "edit.css"):
        files[part] = (_PARTS / part).read_bytes()
    files["index.html"] = _index(editing, name, site).encode()
    files["settings.json"] = _settings(book, editing, site)
    return files


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


def _index(editing: Editing, name: str, site: str) -> str:
    template = Template((_PARTS / "index.html").read_text("utf-8"))
    title = f"Edit the notes of {name}" if name else "Edit the notes"
    return template.substitute(
        title=escape(title), start=_start(editing, site), policy=_policy(editing)
    )


def _start(editing: Editing, site: str) -> str:
    """Say what can be done here, and if it cannot be, what to do instead."""
    backend = dict(editing.backend)
    if backend.get("name") == "proxy":
        return _HERE
    back = f'<p><a href="{escape(site or "../")}">Back to the notes</a></p>'
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
        "<p>Whoever has the notes on their own computer can open this editor there, with"
        " no account: <code>minutebook edit</code>.</p>\n"
        "<h2>For those who look after the site</h2>\n"
        f"<p>{escape(asks_of(editing))}</p>\n{back}"
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
