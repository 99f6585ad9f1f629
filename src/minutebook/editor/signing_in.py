"""Signing in at the host of the notes: what has to be set up, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping

from minutebook.edition import Editing
from minutebook.editor.bundles import SVELTIA

HOSTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "github": ("GitHub", ("repo", "base_url")),
    "gitlab": ("GitLab", ("repo", "app_id")),
    "gitea": ("Gitea", ("repo", "app_id", "base_url", "api_root")),
    "forgejo": ("Forgejo", ("repo", "app_id", "base_url", "api_root")),
}
"""Hosts an editor can talk to: how they are called, and what has to be known of them."""

KNOWN = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
"""What runs at an address that many use."""

_WITHOUT_REVIEW = ("gitea",)
"""Hosts where the editors cannot let a change wait for a review."""

_WITH_A_TOKEN = ("repo",)
"""What has to be known where somebody can sign in with a token."""

_MEANING = {
    "repo": "the repository, as in owner/name",
    "base_url": "the address of the service that signs people in",
    "app_id": "the id of the application that was registered with the host",
    "api_root": "the address of the host's interface for programs",
}


def host_named(backend: Mapping[str, object]) -> str:
    """Give the name of a host."""
    return HOSTS.get(str(backend.get("name", "")), ("", ()))[0]


def missing(editing: Editing) -> tuple[str, ...]:
    """List what has not been said and is needed to sign in."""
    backend = dict(editing.backend)
    if backend.get("name") not in HOSTS:
        return ("name",)
    needed = HOSTS[str(backend["name"])][1]
    if editing.cms == SVELTIA.name:
        needed = _WITH_A_TOKEN
    return tuple(key for key in needed if not backend.get(key))


def can_wait(host: str) -> bool:
    """Tell whether what is saved at a host can wait for a review."""
    return host not in _WITHOUT_REVIEW


def is_set_up(editing: Editing) -> bool:
    """Tell whether somebody can sign in."""
    return not missing(editing)


def asks_of(editing: Editing) -> str:
    """Tell those who look after a site what is missing."""
    lacking = missing(editing)
    if lacking == ("name",):
        return (
            "Say in mkdocs.yml, under minutebook: editor_backend:, where the notes are"
            f" kept: name: {', '.join(HOSTS)}, and repo: owner/name."
        )
    told = "; ".join(f"{key}: {_MEANING[key]}" for key in lacking)
    return f"In mkdocs.yml, under minutebook: editor_backend:, this is missing. {told}."
