"""The whole configuration of an editor, made from the classes of the records."""

from __future__ import annotations

from typing import Any

from minutebook.book import Book
from minutebook.edition import Editing
from minutebook.editor.bundles import SVELTIA
from minutebook.editor.collections import collections
from minutebook.editor.fields import LINE, LINES

Config = dict[str, Any]
"""A configuration as the editor takes it."""

OWN_WORDS = "minutebook"
"""English in which what is saved is saved, and nothing is published."""

_COMMITS = {
    "create": "{{collection}} {{slug}} is new",
    "update": "{{collection}} {{slug}} is changed",
    "delete": "{{collection}} {{slug}} is taken out",
    "uploadMedia": "{{path}} is new",
    "deleteMedia": "{{path}} is taken out",
    "openAuthoring": "{{message}}",
}
"""What becomes the subject of a commit, and the title of what is proposed."""


def config_of(book: Book, editing: Editing, *, site: str = "") -> Config:
    """Configure an editor for a book that is cut to those who may see it."""
    config: Config = {
        "load_config_file": False,
        "backend": {**dict(editing.backend), "commit_messages": _COMMITS},
        "publish_mode": "editorial_workflow" if editing.workflow else "simple",
        "locale": "en" if editing.workflow else OWN_WORDS,
        "show_preview_links": bool(site),
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "media_folder": f"{editing.notes}/attachments",
        "public_folder": "attachments",
        "collections": collections(book, editing.notes),
        **({"site_url": site, "display_url": site} if site else {}),
    }
    return _plain(config) if editing.cms == SVELTIA.name else config


def _plain(config: Config) -> Config:
    """Say it in the words of Sveltia, which has no widgets of ours."""
    theirs = {LINE: {"widget": "string"}, LINES: {"widget": "list"}}

    def replaced(value: Any) -> Any:  # noqa: ANN401 - JSON of any kind
        if isinstance(value, list):
            return [replaced(item) for item in value]
        if not isinstance(value, dict):
            return value
        found = {key: replaced(item) for key, item in value.items() if key != "suggests"}
        return found | theirs.get(found.get("widget", ""), {})

    plain: Config = replaced(config)
    del plain["locale"]  # it speaks the language of the browser
    plain["output"] = {"yaml": {"indent_sequences": False}}  # as we write lists
    if plain["backend"].get("name") == "forgejo":
        plain["backend"]["name"] = "gitea"  # which it takes for the same
    for collection in plain["collections"]:
        if "sortable_fields" in collection:
            collection["sortable_fields"] = [
                field["field"] for field in collection["sortable_fields"]
            ]
    return plain
