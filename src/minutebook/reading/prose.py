"""Note bodies, read once: safe HTML, and what the rules ask about it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import ClassVar

from minutebook.reading.markdown import to_safe_html
from minutebook.reading.packed import pack, unpack
from minutebook.reading.spot import Spot
from minutebook.reading.typed_html import html_typed
from minutebook.reading.walk import Heading, Walk

TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)")
"""One tag (slash, name, attributes) or one run of text of sanitised HTML."""

ATTRIBUTE = re.compile(r"([a-z-]+)(?:=\"([^\"]*)\")?")
"""One attribute of a tag of sanitised HTML: name, and value still escaped."""

_PLACES = re.compile(r'(<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*?) data-sourcepos="[^"]*"')
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

    packed: bytes = pack("")
    """The safe HTML, kept small."""

    links: tuple[Spot, ...] = ()
    """Targets of links and pictures, as typed."""

    refused: tuple[Spot, ...] = ()
    """Links and pictures that lead where notes may not lead; their targets are gone."""

    headings: tuple[Heading, ...] = ()

    anchors: frozenset[str] = frozenset()
    """Every id a link may end at."""

    bare_actions: tuple[Spot, ...] = ()
    """Blocks that begin `Action:` and link to no action record."""

    html_typed: tuple[Spot, ...] = ()
    """HTML that was typed into the body, and is left out."""

    @property
    def html(self) -> str:
        """Sanitised. Links are as typed."""
        return unpack(self.packed)

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
    walk = Walk(markdown)
    walk.over(safe.html)
    return Prose(
        packed=pack("".join(_PLACES.split(safe.html))),
        links=tuple(walk.links),
        refused=tuple(walk.refused),
        headings=tuple(walk.headings),
        anchors=frozenset(walk.anchors),
        bare_actions=tuple(walk.bare_actions),
        html_typed=tuple(html_typed(markdown)) if safe.html_left_out else (),
    )
