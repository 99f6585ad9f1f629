"""Organisations whose names are lists: `Department for Digital, Culture and Sport`.

A comma within such a name parts nobody from anybody.
"""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w'’-]*"
_LISTED = re.compile(
    r"\b(?:Department|Dept\.?|Ministry|Office|Institute|Institution|Association|Society|Union"
    r"|Centre|Directorate|Committee|School|Faculty|Council|College|Agency|Board)\s+(?:for|of)\s+"
    rf"(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,2}}(?:,\s+{_WORD}){{1,3}},?\s+(?:and|&)\s+{_WORD}"
)
"""Only single words stand before its `and`: behind a comma, two would be somebody."""

_KEPT = "\x1f"


def with_commas_kept(text: str) -> str:
    """Put another sign for the commas within the names of organisations."""
    return _LISTED.sub(lambda found: found.group().replace(",", _KEPT), text)


def with_commas_back(text: str) -> str:
    """Put the commas back."""
    return text.replace(_KEPT, ",")
