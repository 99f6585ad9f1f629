"""Letters that a scanner read as figures: `Apo1ogies`, `M0nday`, `c1osed`."""

from __future__ import annotations

import re

_ONE = re.compile(r"(?<=[A-Za-z])1(?=[a-z])")
_NOUGHT = re.compile(r"(?<=[A-Za-z])0(?=[a-z])")


def as_meant(text: str) -> str:
    """Give the letters back that figures stand for; every sign keeps its place."""
    if "1" not in text and "0" not in text:
        return text
    return _NOUGHT.sub("o", _ONE.sub("l", text))
