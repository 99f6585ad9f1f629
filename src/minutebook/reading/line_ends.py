"""The line ends of a file, put back after lines of it were changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

_ENDS = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEnds:
    """A text as it was typed, to put back what does not count: line ends, and a mark."""

    raw: str
    plain: str
    """The same with line feeds and without a mark."""

    @staticmethod
    def of(text: str) -> LineEnds:
        """Keep a text as it was typed."""
        return LineEnds(raw=text, plain=_ENDS.sub("\n", text.removeprefix(_MARK)))

    def put_back(self, changed: str) -> str:
        """Give lines that did not change their own ends, and the others the usual one."""
        if changed == self.plain:
            return self.raw
        if self.raw == self.plain:
            return changed
        mark = _MARK if self.raw.startswith(_MARK) else ""
        typed = _lines(self.raw.removeprefix(_MARK))
        lines = [f"{line}\n" for line in changed.split("\n")]
        lines[-1] = lines[-1][:-1]
        bare = [_ENDS.sub("\n", line) for line in typed]
        top = _alike(bare, lines)
        bottom = _alike(reversed(bare[top:]), reversed(lines[top:]))
        usual = _usual(self.raw)
        middle = "".join(lines[top : len(lines) - bottom]).replace("\n", usual)
        below = typed[len(typed) - bottom :]
        return mark + "".join(typed[:top]) + middle + "".join(below)


def _lines(text: str) -> list[str]:
    """Split a text into lines, each with its end; the last one has none."""
    lines = [found[0] for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)", text)]
    return [*lines, text[sum(map(len, lines)) :]]


def _alike(some: Iterable[str], others: Iterable[str]) -> int:
    """Count how many lines are the same before the first that is not."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _usual(text: str) -> str:
    """Give the line end that a text has most of."""
    counted = Counter(_ENDS.findall(text)).most_common(1)
    return counted[0][0] if counted else "\n"
