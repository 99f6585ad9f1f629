"""Anchors of headings: the names that links to a part of a note end in."""

from __future__ import annotations

import re

_LEFT_OUT = re.compile(r"[^\w\- ]")
_TAKEN = re.compile(r"__|mb-|fn-|fnref-|p-[0-9a-f]{8}(?![^-])")
"""How names begin that belong to the theme, to our own pages, footnotes, paragraphs."""


class Anchors:
    """Names the headings of one text, as the git host names them."""

    def __init__(self) -> None:
        """Begin with no heading named."""
        self._used: set[str] = set()
        self._last: dict[str, int] = {}

    def name(self, heading: str) -> str:
        """Name a heading: small letters, hyphens for spaces, a number if it repeats."""
        plain = _LEFT_OUT.sub("", heading.lower()).replace(" ", "-") or "section"
        plain = f"h-{plain}" if _TAKEN.match(plain) else plain
        name = plain
        while name in self._used:
            self._last[plain] = self._last.get(plain, 0) + 1
            name = f"{plain}-{self._last[plain]}"
        self._used.add(name)
        return name
