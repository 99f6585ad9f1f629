"""Slugs: the words that ids, file names and addresses are made of."""

from __future__ import annotations

import re

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST = 150


def is_slug(text: str) -> bool:
    """Whether a text is small letters a-z, digits and single hyphens, and not too long.

    A web address and every file system can keep such a name as it is.
    """
    return len(text) <= _LONGEST and _SLUG.fullmatch(text) is not None
