"""What stands before the items of lists: bullets, numbers, letters, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BULLETS = "-*+•●▪■◆◦○‣⁃–—·∙➢➤►▶»→✓✔❖\uf0b7\uf0a7\uf0d8\uf076\uf02d\u2043\u25aa"
_BOX = r"\[[ xX✓✔]?\]|[☐☑☒✅❌⬜]"

_MARKER = re.compile(
    rf"""
      (?P<bullet>(?:[{re.escape(_BULLETS)}]|o)(?=\s))(?:\s+(?P<box>{_BOX})(?=\s))?
    | (?P<only_box>{_BOX})(?=\s)
    | (?P<numbered>(?:[A-Z]{{1,6}}[/-])?\d{{2,4}}/\d{{1,4}}[.)]?|\d\d-\d\d(?=\t|\s{{2,}})
        |\d{{1,3}}(?=\t|\s{{2,}}))(?=\s)
    | (?P<number>\(?\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}[.)]?(?:\([a-z]\))?)(?=\s)
    | (?P<letter>\(?(?:[a-zA-Z]|[ivx]{{2,5}}|[IVX]{{2,5}})[.)])(?=\s)
    """,
    re.VERBOSE,
)

_BARE_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line cut into what marks it and what it says."""

    marker: str
    rest: str


def marked(line: str) -> Marked | None:
    """Cut off the mark of an item; none for a line that has no mark.

    A number needs a stop or a bracket behind it (`3.`, `3)`, `4.1`): `12 people came` is
    no item. A box (`[x]`) belongs to what is said and stays there.
    """
    found = _MARKER.match(line)
    if not found or not line[found.end() :].strip():
        return None
    number = found["number"]
    if number and _BARE_NUMBER.fullmatch(number):
        return None
    if found["box"] or found["only_box"]:
        start = found.start("box") if found["box"] else 0
        return Marked(marker=found["bullet"] or "", rest=line[start:].strip())
    return Marked(marker=found.group().strip(), rest=line[found.end() :].strip())


def is_bullet(marker: str) -> bool:
    """Whether a mark counts nothing."""
    return bool(marker) and not any(sign.isalnum() and sign != "o" for sign in marker)


def is_capital(marker: str) -> bool:
    """Whether a mark is a capital and a stop, which may also begin a name: `A. Smith`."""
    return re.fullmatch(r"[A-Z]\.", marker) is not None


def counting_capitals(marks: Iterable[Marked]) -> frozenset[str]:
    """Tell which capitals count items: those that follow one another from `A.` on.

    `A. Smith` and `B. Jones` follow one another too: two are enough only if what stands
    behind them is no name.
    """
    counted: list[Marked] = []
    expected = "A"
    for mark in marks:
        if is_capital(mark.marker) and mark.marker[0] == expected:
            counted.append(mark)
            expected = chr(ord(expected) + 1)
    enough = len(counted) >= _FEWEST_COUNTED or any(
        _TITLE.match(mark.rest) for mark in counted
    )
    sure = enough and len(counted) > 1
    return frozenset(mark.marker for mark in counted if sure)


_TITLE = re.compile(r"\W*\w[\w'’-]*\s+(?:[a-z]|[A-Z]{4})")
"""Words that are a title and no surname: the second in small letters, or all capitals."""


_BARE = re.compile(r"(?P<number>\d{1,2})\s+(?P<rest>[A-Z].{2,70})")
_FEWEST_COUNTED = 3


def counted_lines(lines: Sequence[str]) -> frozenset[int]:
    """Find lines that count up from 1 with nothing behind the number: `3 Motions`.

    Three of them are enough, each after a gap; a single `12 Mill Lane` counts nothing.
    """
    found: list[int] = []
    gap = True
    for at, line in enumerate(lines):
        matched = _BARE.fullmatch(line.strip()) if gap else None
        if matched and int(matched["number"]) == len(found) + 1:
            found.append(at)
        gap = not line.strip()
    return frozenset(found if len(found) >= _FEWEST_COUNTED else ())


def split_number(line: str) -> Marked | None:
    """Cut the number off such a line."""
    matched = _BARE.fullmatch(line.strip())
    return Marked(marker=matched["number"], rest=matched["rest"]) if matched else None
