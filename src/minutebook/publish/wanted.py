"""The frames a site needs: one page for each kind of record, and for each listing.

A listing that may be long has one more, for its pages after the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.language import Language
from minutebook.pages import FURTHER, LISTINGS, RECORDS
from minutebook.publish.probe import ID, SOURCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page for the renderer to make, from which a frame is learned."""

    kind: str
    address: str
    section: str
    """The address of the listing it hangs under; its own, for one at the top."""

    source: str | None
    """The file its link for editing leads to."""

    title: str | None
    """Of a listing, as the catalogue has it; None where a probe gives it."""

    description: str | None

    @property
    def is_listing(self) -> bool:
        """Whether the page itself is part of the site."""
        return ID not in self.address

    @property
    def is_below(self) -> bool:
        """Whether it hangs under a listing, and does not stand by itself."""
        return self.section != self.address

    @property
    def markdown(self) -> str:
        """The Markdown file that a renderer turns into this page."""
        return f"{self.address}index.md"

    @property
    def in_its_way(self) -> str:
        """What is said when a hand-written page has that name."""
        return f"docs/{self.markdown} stands where a page of the notes goes"

    def worded(self, language: Language) -> Wanted:
        """Give this frame with the title and description a language has for it."""
        if self.title is None or self.description is None:
            return self
        title, description = map(language.say, (self.title, self.description))
        return replace(self, title=title, description=description)


def wanted() -> Iterator[Wanted]:
    """List the frames a site needs."""
    for name, kind in RECORDS.items():
        yield Wanted(
            kind=name,
            address=f"{kind.folder}/{ID}/",
            section=kind.section,
            source=SOURCE,
            title=None,
            description=None,
        )
    for name, listing in LISTINGS.items():
        yield Wanted(
            kind=name,
            address=f"{name}/",
            section=listing.section or f"{name}/",
            source=None,
            title=listing.title,
            description=listing.description,
        )
        if listing.rows:
            yield Wanted(
                kind=f"{name}{FURTHER}",
                address=f"{name}{FURTHER}/{ID}/",
                section=f"{name}/",
                source=None,
                title=None,
                description=None,
            )
    yield Wanted(
        kind="form",
        address=f"suggest/{ID}/",
        section="suggest/",
        source=None,
        title=None,
        description=None,
    )


WANTED = {frame.address: frame for frame in wanted()}
"""The frames by the address of the page they are learned from."""
