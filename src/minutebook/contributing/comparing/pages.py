"""Which pages change for readers, told from what they show."""

from __future__ import annotations

from collections.abc import Iterable

from minutebook.contributing.comparing.remarks import PageChange, Pages
from minutebook.contributing.comparing.wording import short
from minutebook.pages import Page, Site


def changed_pages(before: Site, after: Site, address: str) -> Pages:
    """Compare two sites page by page, by the digests of what the pages show.

    `address` is that of the site, or empty.
    """
    old = {page.address: page for page in before.pages}
    digests = {page.address: page.shown for page in before.pages}
    there = {page.address for page in after.pages}
    return Pages(
        new=_all((page for page in after.pages if page.address not in old), address),
        changed=_all(
            (
                page
                for page in after.pages
                if page.address in old and digests[page.address] != page.shown
            ),
            address,
        ),
        removed=_all(
            (page for page in before.pages if page.address not in there), address
        ),
    )


def _all(pages: Iterable[Page], address: str) -> tuple[PageChange, ...]:
    return tuple(
        PageChange(short(page.title), f"{address}{page.address}") for page in pages
    )
