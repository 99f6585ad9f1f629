"""Where a file is edited in the web editor of the git host: worked out here alone."""

from __future__ import annotations

import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from minutebook.edition import PATH

_ANY = "mbprobe-any.md"
"""A file of the notes that does not exist."""


def lead_to_editor(config: MkDocsConfig, repository: str, branch: str) -> None:
    """Let files be edited in a repository, if the settings do not say where they are."""
    said = config.edit_uri_template or config.edit_uri
    if said or not repository:
        return
    home = Path(config.config_file_path).parent.resolve()
    way = posixpath.relpath(Path(config.docs_dir).resolve().as_posix(), home.as_posix())
    address = straight(f"{repository}/edit/{branch}/{way}")
    config.edit_uri_template = f"{address}/{PATH}"


def where_edited(config: MkDocsConfig, path: str) -> str:
    """Tell where a file is edited; nothing if nobody has said.

    `path` leads there from the folder of hand-written pages.
    """
    file = File("any.md", config.docs_dir, "", use_directory_urls=True)
    file.edit_uri = path
    return straight(Page(None, file, config).edit_url or "")


def edit_of_notes(config: MkDocsConfig, notes: Path) -> str:
    """Tell where any file of the notes is edited, with `{path}` in place of its path.

    Nothing if nobody has said, or if the host wants to know more than the path.
    """
    address = where_edited(config, f"{way_to(notes, Path(config.docs_dir))}/{_ANY}")
    return address.replace(_ANY, PATH) if _ANY in address else ""


def way_to(notes: Path, docs: Path) -> str:
    """Tell the way from the folder of hand-written pages to that of the notes."""
    return posixpath.relpath(notes.resolve().as_posix(), docs.resolve().as_posix())


def straight(address: str) -> str:
    """Follow the `..` in an address: that of a record's file leads out of `docs/`."""
    scheme, separator, way = address.partition("://")
    return scheme + separator + posixpath.normpath(way) if address else ""
