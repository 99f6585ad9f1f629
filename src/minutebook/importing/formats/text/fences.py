"""Blocks of code in text: where their fences stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_FENCE = re.compile(r"\s{0,3}`{3,}\s*(?P<words>[^`]*)")


def fences_of(lines: Sequence[str]) -> Mapping[int, int]:
    """Find where blocks of code begin and end; one that does not end is none."""
    found: dict[int, int] = {}
    begun: int | None = None
    for n, line in enumerate(lines):
        fence = _FENCE.fullmatch(line)
        if fence and begun is None:
            begun = n
        elif fence and begun is not None and not fence["words"]:
            found[begun] = n
            begun = None
    return found
