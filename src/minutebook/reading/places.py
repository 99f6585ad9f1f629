"""Where something in a body stands: asked of few bodies, namely those with faults.

The body is rendered once more, with places. What is in it is found in the same order.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from minutebook.reading import walk
from minutebook.reading.markdown import to_safe_html
from minutebook.reading.spot import Lines, Spot

_PLACE = re.compile(r' data-sourcepos="(\d+):(\d+)-')


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of what a `Prose` lists, in the order it lists them."""

    links: tuple[Spot, ...]
    bare_actions: tuple[Spot, ...]


@functools.lru_cache(maxsize=2)  # what is asked about one body is asked in a row
def places_of(markdown: str) -> Places:
    """Find the places of what is in a body."""
    safe = to_safe_html(markdown, places=True).html
    lines = Lines(markdown)
    return Places(
        links=tuple(_spot(lines, found) for found in walk.links(safe)),
        bare_actions=tuple(_spot(lines, found) for found in walk.bare_actions(safe)),
    )


def _spot(lines: Lines, found: walk.Found) -> Spot:
    match = _PLACE.search(found.attributes)
    line, column = match.groups() if match else (1, 1)
    return lines.spot(found.text, int(line), int(column))
