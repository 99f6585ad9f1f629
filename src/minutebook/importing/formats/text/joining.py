"""Lines that belong together, and how they are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.markers import Marked, is_bullet, marked

_STOPS = frozenset(".?!")
_LABEL = re.compile(r"\s*[A-Z][^.:;?!]{2,50}:\s+\S")
"""Behind the end of a sentence, a label begins a line of its own."""

_FIELD = re.compile(r"\s*[a-z][a-z'’]*(?: [a-z'’]+){0,3}\s*[:=]\s+\S")

USUAL_WIDTH = 80
"""Signs of a line, where nothing tells how a text was wrapped."""

LONG = 60
"""Signs that a sentence has at least which goes on over a page."""


def begins_label(before: str, after: str) -> bool:
    """Whether a full sentence stands before a line that begins with a label."""
    return before.rstrip()[-1:] in _STOPS and _LABEL.match(after) is not None


def are_fields(before: str, after: str) -> bool:
    """Whether both lines begin with a label in small letters, as `there: ...`."""
    return bool(_FIELD.match(before) and _FIELD.match(after))


def indent_of(line: str) -> int:
    """Tell how far a line is set in."""
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def breaks_off(before: str, after: str) -> bool:
    """Whether one paragraph stops in mid-sentence, and the next ends one."""
    sentences = re.search(r"[.?!]\s+[A-Z]", before) and len(before) >= USUAL_WIDTH
    stops = before.rstrip()[-1:].isalpha() and not before.isupper()
    ends = after.rstrip().endswith(".") and len(after) >= LONG
    return bool(sentences and stops and ends)


def unbroken(words: Sequence[str]) -> str:
    """Join the lines of a paragraph, mending words that were broken at a hyphen."""
    joined = words[0]
    for word in words[1:]:
        joined = _joined(joined, word)
    return joined


def _joined(before: str, after: str) -> str:
    """Join two lines; a hyphen is kept, as nothing tells whether a word had one."""
    if before[-1:] == "-" and before[-2:-1].isalnum() and after[:1].islower():
        return f"{before}{after}"
    return f"{before} {after}"


def marked_within(line: str) -> Marked | None:
    """Cut off a number that is emphasised together with its text: `**3. Finance**`."""
    sign = next((sign for sign in ("**", "__") if line.startswith(sign)), "")
    found = marked(line.removeprefix(sign)) if sign else None
    if found is None or is_bullet(found.marker) or not found.marker:
        return None
    return Marked(marker=found.marker, rest=sign + found.rest)
