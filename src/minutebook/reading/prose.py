"""Note bodies, read once: safe HTML, and what the rules ask about it."""

from __future__ import annotations

import functools
import html
import re
from dataclasses import dataclass
from typing import ClassVar

from minutebook.reading import walk
from minutebook.reading.markdown import to_safe_html
from minutebook.reading.packed import pack, unpack
from minutebook.reading.places import Places, places_of
from minutebook.reading.spot import Spot
from minutebook.reading.typed_html import html_typed
from minutebook.reading.walk import Heading

_CODE = re.compile(r"<(pre|code)[ >].*?</\1>", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|li|td|h[1-6])>")
_TAG = re.compile(r'<[^>"]*(?:"[^"]*"[^>"]*)*>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body, read once: safe HTML, and what the rules ask about it."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "ser_json_bytes": "base64",
        "val_json_bytes": "base64",
    }

    markdown: str = ""
    """The body as typed: the very text of the record, so it is in memory once."""

    packed: bytes = pack("", "")
    """The safe HTML, kept small."""

    links: tuple[str, ...] = ()
    """Targets of links and pictures, as typed.

    Empty for one that leads where notes may not lead; its target is gone.
    """

    headings: tuple[Heading, ...] = ()

    ids: tuple[str, ...] = ()
    """The ids of footnotes."""

    bare_actions: tuple[str, ...] = ()
    """Blocks that begin `Action:` and link to no action record."""

    html_typed: tuple[Spot, ...] = ()
    """HTML that was typed into the body, and is left out."""

    @property
    def html(self) -> str:
        """Sanitised. Links are as typed."""
        return _unpack(self.packed, self.markdown)

    @property
    def places(self) -> Places:
        """Where the links and bare actions stand. It takes a while to tell."""
        return places_of(self.markdown)

    @property
    def anchors(self) -> frozenset[str]:
        """Every id a link may end at."""
        return frozenset((*self.ids, *(heading.anchor for heading in self.headings)))

    @property
    def words(self) -> str:
        """The plain text, code left out."""
        shown = _BLOCK_END.sub("\n", _CODE.sub("", self.html))
        return html.unescape(_TAG.sub("", shown))


NO_PROSE = Prose()
"""What there is where nothing was written."""


def read_prose(markdown: str) -> Prose:
    """Read a body. Never raises: every text is some Markdown."""
    if not markdown:
        return NO_PROSE
    safe = to_safe_html(markdown)
    return Prose(
        markdown=markdown,
        packed=pack(safe.html, markdown),
        links=tuple(link.text for link in walk.links(safe.html)),
        headings=tuple(walk.headings(safe.html)),
        ids=tuple(walk.ids(safe.html)),
        bare_actions=tuple(found.text for found in walk.bare_actions(safe.html)),
        html_typed=tuple(html_typed(markdown)) if safe.html_left_out else (),
    )


_unpack = functools.lru_cache(maxsize=2)(unpack)  # one body is asked for again and again
