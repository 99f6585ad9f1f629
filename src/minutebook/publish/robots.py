"""`robots.txt`: what search engines may read. One in `docs/` stays."""

from __future__ import annotations

from minutebook.edition import Edition
from minutebook.records import Visibility

ROBOTS = "robots.txt"


def robots(edition: Edition) -> str:
    """Write `robots.txt`. Only what is for the public is for search engines.

    They read it at the root of a host alone, so in a site below one it does nothing.
    """
    public = edition.audience is Visibility.PUBLIC
    rule = "Allow: /" if public else "Disallow: /"
    told = (
        f"Sitemap: {edition.address}sitemap.xml\n" if public and edition.address else ""
    )
    return f"User-agent: *\n{rule}\n{told}"
