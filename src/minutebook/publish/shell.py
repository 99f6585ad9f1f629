"""What a renderer makes: the hand-written pages, and frames for all the others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minutebook.pages import FOR_PEOPLE
from minutebook.publish.frame import Frames
from minutebook.publish.learning import Rendered, learn
from minutebook.publish.search import INDEXES, MKDOCS, Index
from minutebook.publish.sitemap import Sitemap, stamp, without_frames
from minutebook.publish.wanted import WANTED

SITEMAP = "sitemap.xml"
_NO_SITEMAP = Sitemap(text="", block=None, address="", when=None)


@dataclass(frozen=True, kw_only=True)
class Shell:
    """A site without records, in a folder, and the frames to put records in."""

    folder: Path
    frames: Mapping[str, Frames]
    index: Index
    """How the search index is laid out."""

    search: Mapping[str, Any]
    """The search index: its settings, and the entries of the hand-written pages."""

    sitemap: Sitemap


def shell_in(folder: Path, rendered: Mapping[str, Rendered]) -> Shell:
    """Take what a renderer left in `folder`, without the traces of the frames.

    Raises CannotLearn when the theme does what no frame can do.
    """
    found = (index for index in INDEXES if (folder / index.address).is_file())
    index = next(found, None)
    return Shell(
        folder=folder,
        frames={kind: learn(pages) for kind, pages in rendered.items()},
        index=index or MKDOCS,
        search=_search(folder, index) if index else {},
        sitemap=_sitemap(folder),
    )


def _search(folder: Path, index: Index) -> Mapping[str, Any]:
    search = json.loads((folder / index.address).read_text("utf-8"))
    search[index.entries] = [
        entry
        for entry in search[index.entries]
        if entry["location"].partition("#")[0] not in WANTED
    ]
    return dict(search)


def _sitemap(folder: Path) -> Sitemap:
    file, small = folder / SITEMAP, folder / f"{SITEMAP}.gz"
    if not file.is_file():
        return _NO_SITEMAP
    unlisted = [
        frame.address
        for frame in WANTED.values()
        if frame.kind in FOR_PEOPLE or not frame.is_listing
    ]
    when = stamp(small.read_bytes()) if small.is_file() else None
    return without_frames(file.read_text("utf-8"), unlisted, when)
