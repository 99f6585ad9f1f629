"""The account of an import: that every line of the document is found again.

The rest of drafting is built so that nothing is lost; here it is counted. What could not
be found is told to the person who reviews the draft.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from minutebook.importing.drafting.places import words_of

_MARKS = re.compile(
    r"\s*(?:```.*|(?:o|[lI][.)])\s|(?:agenda\s+)?item\s+(?=\d))", re.IGNORECASE
)
"""A bullet that is a letter, a one misread as a letter, `ITEM` before its number, and the
language of a block of code: marks, not words."""


_CUT = re.compile(r"([^\W\d_]+)[-‐]\Z")
_REST = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"([^\W\d_]+)[-‐](?=([^\W\d_]+))")
_REACH = 4
"""How many lines on the rest of a word may stand: a page may have ended between."""


def lost_lines(lines: Sequence[str], texts: Iterable[str]) -> tuple[str, ...]:
    """List the lines that have a word which stands in none of the texts.

    A word counts as often as it stands: two lines that say the same need it twice. A word
    that was cut at the end of a line counts where it begins.
    """
    said = "\n".join(texts)
    there = Counter(words_of(said))
    lost = []
    for line, mended in zip(lines, _with_whole_words(lines, said, there), strict=True):
        words = Counter(words_of(_without_marks(mended)))
        if any(there[word] < times for word, times in words.items()):
            lost.append(line.strip())
        there.subtract(words)
    return tuple(lost)


def _with_whole_words(
    lines: Sequence[str], said: str, there: Mapping[str, int]
) -> list[str]:
    """Put words together that were cut at the ends of lines and are whole in a text."""
    mended = [line.strip() for line in lines]
    parted = {(a, b) for a, b in _PARTED.findall(said.casefold())}
    for at, line in enumerate(mended):
        cut = _CUT.search(line)
        if cut is None:
            continue
        for below in range(at + 1, min(at + 1 + _REACH, len(mended))):
            rest = _REST.match(mended[below])
            whole = f"{cut[1]}{rest[0]}".casefold() if rest else ""
            if rest is None or whole not in there:
                continue
            if (cut[1].casefold(), rest[0].casefold()) not in parted:
                mended[at] = f"{line[: cut.start()]}{whole}"
                mended[below] = mended[below][rest.end() :]
            break
    return mended


def _without_marks(line: str) -> str:
    found = _MARKS.match(line)
    return line[found.end() :] if found else line
