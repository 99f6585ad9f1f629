"""What readers see of a text, word for word: what a seal holds."""

from __future__ import annotations

import html
import re

from minutebook.reading import Prose

_TAG = re.compile(r'<(/?[a-z0-9]+)((?:[^>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r' (alt|src|start|checked)="([^"]*)"')

_WITHIN_WORDS = frozenset("a /a em /em strong /strong code /code sup /sup".split())
"""Tags that may stand in the middle of a word."""


def visible(prose: Prose) -> tuple[str, ...]:
    """List the words of a text, and the few marks that change what words mean.

    Where a link leads, where a line ends and how a word is set off is left out. Words
    that are struck through, boxes that are ticked, pictures and the numbers of lists
    are not: `we did ~~not~~ agree` says something else without its marks.
    """
    return tuple(html.unescape(_TAG.sub(_mark, prose.html)).split())


def _mark(tag: re.Match[str]) -> str:
    name, attributes = tag[1], dict(_ATTRIBUTE.findall(tag[2]))
    if name in _WITHIN_WORDS:
        return ""
    match name:
        case "del" | "/del":
            return " ~~ "
        case "input":
            return " [x] " if "checked" in attributes else " [ ] "
        case "img":
            return f" ![{attributes.get('alt', '')}]({attributes.get('src', '')}) "
        case "ol" if "start" in attributes:
            return f" {attributes['start']}. "
    return " "
