"""The page `/edit/`: what stands on it before an editor is opened."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from minutebook.edition import Editing
from minutebook.editor.signing_in import asks_of, host_named, is_set_up

_PARTS = Path(__file__).parent / "parts"

_HERE = '<p data-door="here">The editor is starting.</p>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is around the editor."""

    name: str = ""
    """What the site is called."""

    site: str = ""
    """Its address."""

    forms: str = ""
    """The way to its forms for people without an account, if it has them."""

    contact: str = ""
    """The e-mail address that a change can be sent to."""

    takes_files: bool = False
    """Whether a change can be written here and sent by e-mail."""


def index(editing: Editing, around: Around) -> bytes:
    """Make the page."""
    template = Template((_PARTS / "index.html").read_text("utf-8"))
    title = f"Edit the notes: {around.name}" if around.name else "Edit the notes"
    page = template.substitute(
        title=escape(title),
        start=_start(editing, around),
        policy=_policy(editing),
    )
    return page.encode()


def _start(editing: Editing, around: Around) -> str:
    """Say what can be done here, and if it cannot be, what to do instead."""
    backend = dict(editing.backend)
    if backend.get("name") == "proxy":
        return _HERE
    by_file = _by_file(around) if around.takes_files else ""
    ways = (
        (_with_account(editing), by_file)
        if is_set_up(editing)
        else (by_file, _not_set_up(around), _to_set_up(editing))
    )
    return "\n".join((*ways, '<p><a href="../">Back to the notes</a></p>'))


def _with_account(editing: Editing) -> str:
    host = escape(host_named(dict(editing.backend)))
    after = (
        "What you save is kept as a draft. It becomes part of the notes when somebody has"
        " looked at it and agreed."
        if editing.workflow
        else "What you save becomes part of the notes at once."
    )
    return (
        f"<p>Here you can add and change records in a form. {after}</p>\n"
        f'<p><a class="mb-way" href="?door=host">Sign in with {host}</a></p>'
    )


def _not_set_up(around: Around) -> str:
    forms = (
        f'<p>You can <a href="{escape(around.forms)}">fill in a short form</a>;'
        " no account is needed.</p>\n"
        if around.forms
        else ""
    )
    return (
        "<h2>With an account</h2>\n"
        "<p>Signing in has not been set up for this site, so nothing can be saved from"
        " here at once.</p>\n"
        f"<h2>What you can do instead</h2>\n{forms}"
        "<p>Whoever has the notes on their own computer can open this editor there, with"
        " no account: <code>minutebook edit</code>.</p>"
    )


def _by_file(around: Around) -> str:
    to = escape(around.contact) or "the person who takes the minutes of your group"
    return (
        "<h2>Without an account</h2>\n"
        "<p>You can open any record that is shown whole, change it, and download your"
        f" change as a file. Send that file by e-mail to {to}. Nothing is changed"
        " until somebody has looked at it.</p>\n"
        '<p><a class="mb-way" href="?door=file">Write a change to e-mail</a></p>'
    )


def _to_set_up(editing: Editing) -> str:
    return (
        f"<h2>For those who look after the site</h2>\n<p>{escape(asks_of(editing))}</p>"
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
