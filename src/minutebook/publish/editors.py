"""Which editor a site has, and where it keeps what is saved: from the settings alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from minutebook.edition import EDITOR, PATH, Editing
from minutebook.editor.signing_in import HOSTS, KNOWN, can_wait

if TYPE_CHECKING:
    from minutebook.publish.options import Options

_SECURE = re.compile(r"https://[\w.-]+(?::[0-9]+)?(?:/[\w.~-]+)*/?", re.ASCII)
_REPO = re.compile(r"[\w.-]+(?:/[\w.-]+)+", re.ASCII)
_PATH = re.compile(r"(?!\.)[\w.-]+(?:/(?!\.)[\w.-]+)*", re.ASCII)

_OURS = frozenset(("folder", "review"))
"""What is not handed on to the editor."""


class EditorBackend(Config):  # type: ignore[no-untyped-call] # see Options
    """Where what is saved is kept; what is left out follows from `repository`."""

    name = option.Optional(option.Choice(list(HOSTS)))
    """What runs at the host."""

    repo = option.Type(str, default="")
    """Owner and name of the repository."""

    folder = option.Type(str, default="")
    """The folder of the notes in the repository."""

    review = option.Type(bool, default=True)
    """Whether what is saved waits until somebody has looked at it."""

    base_url = option.Type(str, default="")
    """The address of the service that signs people in."""

    auth_endpoint = option.Type(str, default="")
    auth_type = option.Type(str, default="")
    auth_scope = option.Type(str, default="")
    app_id = option.Type(str, default="")
    site_domain = option.Type(str, default="")

    api_root = option.Type(str, default="")
    """The address of the host's interface for programs, if it is not the usual one."""

    open_authoring = option.Type(bool, default=False)
    """Whether people who may not write to the repository can propose from a copy."""

    always_fork = option.Type(bool, default=False)
    squash_merges = option.Type(bool, default=False)

    def wrong(self) -> str | None:
        """Say what is wrong with the first setting that means nothing, if one is."""
        for key in ("base_url", "api_root"):
            if self[key] and not _SECURE.fullmatch(self[key]):
                return f"{key}: write a whole address that begins with https://"
        if self.repo and not _REPO.fullmatch(self.repo):
            return "repo: write the owner and the name of the repository: owner/name"
        if self.folder and not _PATH.fullmatch(self.folder):
            return "folder: write where the notes stand in the repository, such as notes"
        return None


def editing_of(options: Options, edit: str, docs: Path) -> Editing | str | None:
    """Tell how records are edited; None if they are not; what is wrong, in a sentence.

    A site has an editor if a change can be given to somebody. `edit` is where a file of
    the notes is edited at the host, with `{path}` in it.
    """
    given = options.editor_backend
    if wrong := given.wrong():
        return f"editor_backend: {wrong}"
    cms = options.editor or ("decap" if options.repository or options.contact else "none")
    if cms == "none":
        return None
    for page in (f"{EDITOR}.md", f"{EDITOR}/index.md"):
        if (docs / page).exists():
            return f"docs/{page} stands where the editor goes; with `editor: none` it may"
    parts = urlsplit(options.repository)
    name = given.name or KNOWN.get(parts.netloc, "")
    backend: dict[str, str | bool] = {
        "name": name,
        "repo": given.repo or (parts.path.strip("/") if name else ""),
        "branch": options.branch,
        **({"auth_type": "pkce"} if given.app_id and name == "gitlab" else {}),
        **{key: value for key, value in given.items() if value and key not in _OURS},
    }
    return Editing(
        cms=cms,
        backend=tuple((key, value) for key, value in backend.items() if value),
        notes=given.folder or _folder(options, edit),
        workflow=given.review and can_wait(name),
    )


def _folder(options: Options, edit: str) -> str:
    """Find the folder of the notes in the repository by where its files are edited."""
    start = f"{options.repository.rstrip('/')}/edit/{options.branch}/"
    folder = edit.removeprefix(start).removesuffix(f"/{PATH}")
    return folder if _PATH.fullmatch(folder) else options.notes.strip("/")
