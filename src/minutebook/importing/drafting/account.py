"""The account of an import: that every line of the document is found again.

The rest of drafting is built so that nothing is lost; here it is counted. What could not
be found is told to the person who reviews the draft.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from minutebook.importing.drafting.places import words_of

_MARKS = re.compile(
    r"\s*(?:```.*|(?:o|[lI][.)])\s|(?:agenda\s+)?item\s+(?=\d))", re.IGNORECASE
)
"""A bullet that is a letter, a one misread as a letter, `ITEM` before its number, and the
language of a block of code: marks, not words."""


def lost_lines(lines: Sequence[str], texts: Iterable[str]) -> tuple[str, ...]:
    """List the lines that have a word which stands in none of the texts.

    A word counts as often as it stands: two lines that say the same need it twice.
    """
    there = Counter(word for text in texts for word in words_of(text))
    lost = []
    for line in lines:
        words = Counter(words_of(_without_marks(line)))
        if any(there[word] < times for word, times in words.items()):
            lost.append(line.strip())
        there.subtract(words)
    return tuple(lost)


def _without_marks(line: str) -> str:
    found = _MARKS.match(line)
    return line[found.end() :] if found else line
