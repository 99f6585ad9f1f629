"""The frames a site needs: one page for each kind of record, and one for each listing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutebook.pages import LISTINGS, RECORD_KINDS
from minutebook.publish.probe import ID, SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page for the renderer to make, from which a frame is learned."""

    kind: str
    address: str
    section: str
    """The address of the listing it hangs under; its own, for a listing."""

    source: str | None
    """The file its link for editing leads to."""

    title: str | None
    """Of a listing, which has its own; None where a probe gives it."""

    description: str | None

    @property
    def is_listing(self) -> bool:
        """Whether the page itself is part of the site."""
        return self.source is None

    @property
    def markdown(self) -> str:
        """The Markdown file that a renderer turns into this page."""
        return f"{self.address}index.md"

    def edit_path(self, notes: Path, docs: Path) -> str:
        """Tell the way from the folder of hand-written pages to the record's file."""
        way = posixpath.relpath(notes.resolve().as_posix(), docs.resolve().as_posix())
        return f"{way}/{self.source}"


def wanted() -> Iterator[Wanted]:
    """List the frames a site needs."""
    for kind, place in RECORD_KINDS.items():
        yield Wanted(
            kind=kind,
            address=f"{place.folder}/{ID}/",
            section=place.section,
            source=SOURCE,
            title=None,
            description=None,
        )
    for name, listing in LISTINGS.items():
        yield Wanted(
            kind=name,
            address=f"{name}/",
            section=f"{name}/",
            source=None,
            title=listing.title,
            description=listing.description,
        )


WANTED = {frame.address: frame for frame in wanted()}
"""The frames by the address of the page they are learned from."""
