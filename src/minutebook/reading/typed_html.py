"""HTML in a body: where it was typed, since nothing of it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.reading.spot import Spot

_HTML_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>?")
_CODE = re.compile(
    r"(^|\n)(```|~~~).*?(\n\2|\Z)|`[^`\n]*`|<https?://[^>\s]{0,2000}>", re.DOTALL
)


def html_typed(markdown: str) -> Iterator[Spot]:
    """Find the HTML that the engine left out, one spot a line."""
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), markdown)
    for number, line in enumerate(text.split("\n"), start=1):
        match = _HTML_TAG.search(line)
        if match:
            yield Spot(text=match[0], line=number, column=match.start() + 1)
    opened = text.rfind("<!--")
    if opened > text.rfind("-->"):
        above = text.count("\n", 0, opened)
        column = opened - text.rfind("\n", 0, opened)
        yield Spot(text="<!--", line=above + 1, column=column)
