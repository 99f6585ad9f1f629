"""A run of people cut at its commas, and the name that each part begins with."""

from __future__ import annotations

import re

from minutebook.importing.recognising.people.listed_names import (
    with_commas_back,
    with_commas_kept,
)

LONGEST_RUN = 20_000
MOST_IN_RUN = 500
_AFTER_NAME = re.compile(
    r"\s*[(\[,]|\s+[-–—]\s+"
    r"|\s+(?:for\s+(?:the|items?|part)|from|until|till|joined|left|representing)\b"
)
PAIR = 2


def cut_outside_brackets(text: str, sign: str) -> list[str]:
    """Cut at a sign outside brackets."""
    parts, depth = [""], 0
    for letter in with_commas_kept(text):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter == sign and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [with_commas_back(part.strip()) for part in parts if part.strip()]


def name_of_part(part: str) -> str:
    """Give what a part of a run begins with: the name."""
    return _AFTER_NAME.split(part)[0].strip()
