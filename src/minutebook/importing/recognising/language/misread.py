"""Letters that a scanner read as figures: `Apo1ogies`, `M0nday`, `c1osed`."""

from __future__ import annotations

import re

_ONE = re.compile(r"(?<=[A-Za-z])1(?=[a-z])")
_NOUGHT = re.compile(r"(?<=[A-Za-z])0(?=[a-z])")
_LOUD_ONE = re.compile(r"(?<=[A-Z]{2})1(?=[A-Z]{2})")
_LOUD_NOUGHT = re.compile(r"(?<=[A-Z]{2})0(?=[A-Z]{2})")


def as_meant(text: str) -> str:
    """Give the letters back that figures stand for; every sign keeps its place."""
    if "1" not in text and "0" not in text:
        return text
    quiet = _NOUGHT.sub("o", _ONE.sub("l", text))
    return _LOUD_NOUGHT.sub("O", _LOUD_ONE.sub("I", quiet))
