"""What can be measured on all lines together: how far they reach and are apart.

This tells which line goes on in the next. A program that wraps breaks a line where its
next word would not have fitted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutebook.importing.formats.pdf.lines import Frame, Line

_SPACE, _DOUBT = 0.25, 0.15
"""Between words; and by how much programs differ from us in measuring them."""

_OFTEN = 3
_LOW_SHARE = 0.2
_CLOSEST, _LOOSEST = 0.9, 2.3
_TYPICAL = 1.2
_TIGHTEST, _LOOSE = 0.95, 1.45
_GUTTER = 12.0
_HALF = 0.5
_SLACK = 0.25
"""How much farther than usual a line of a paragraph may be, in letters' heights."""

_MIDDLE = 0.6
_INDENTED = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What was measured."""

    size: float
    """Of most letters."""

    bold: bool
    """Whether most letters are bold, so that it means nothing."""

    edges: dict[Frame, tuple[float, float]]
    """Where lines begin and how far they reach, for each column."""

    leadings: dict[tuple[Frame, float], float]
    ratio: float

    def left(self, line: Line) -> float:
        """Tell where lines begin where this one stands."""
        return self.edges.get(line.frame, (line.left, line.right))[0]

    def right(self, line: Line) -> float:
        """Tell how far lines may reach where this one stands."""
        return self.edges.get(line.frame, (line.left, line.right))[1]

    def leading(self, line: Line) -> float:
        """Tell how far apart lines of a paragraph are where this one stands."""
        known = self.leadings.get((line.frame, line.size))
        return known if known is not None else self.ratio * line.size

    def is_near(self, line: Line, below: Line) -> bool:
        """Whether a line stands straight below another."""
        if line.page != below.page or line.frame != below.frame:
            return False
        apart = below.y - line.y
        usual = max(self.leading(line), self.leading(below))
        return 0 < apart <= usual + _SLACK * max(line.size, below.size)

    def is_centred(self, line: Line) -> bool:
        """Whether a line is set in the middle of its column."""
        left, right = self.left(line), self.right(line)
        off = abs((line.x0 + line.x1) / 2 - (left + right) / 2)
        return off <= _MIDDLE * line.size and line.x0 - left > _INDENTED * line.size

    def needed(self, line: Line, following: Line) -> float:
        """Tell how much room the first word of the next line would have needed."""
        return (_SPACE + _DOUBT) * line.size + following.first_width

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line would not have fitted on this one."""
        needed = self.needed(line, following)
        if self.is_centred(line):
            room = self.right(line) - self.left(line)
            return line.x1 - line.x0 + needed > room
        return line.x1 + needed > self.right(line)

    def is_long(self, line: Line) -> bool:
        """Whether a line fills most of its column."""
        left, right = self.left(line), self.right(line)
        return line.x1 - line.x0 >= _MIDDLE * (right - left)


def measure(lines: Sequence[Line]) -> Measures:
    """Measure all lines of a document but those of tables."""
    plain = [line for line in lines if line.table is None]
    looks: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for line in plain:
        looks[line.size] += len(line.text)
        for word in line.words:
            bold[word.bold] += len(word.text)
    leadings, ratio = _leadings(lines)
    return Measures(
        size=looks.most_common(1)[0][0] if looks else 0.0,
        bold=bold[True] > bold[False],
        edges=_edges(plain, list(_wrapped(lines))),
        leadings=leadings,
        ratio=ratio,
    )


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Give lines with the next below them in their column."""
    for line, below in pairwise(lines):
        together = line.page == below.page and line.frame == below.frame
        plain = line.table is None and below.table is None
        apart = below.y - line.y
        if together and plain and _CLOSEST * line.size <= apart <= _LOOSEST * line.size:
            yield line, below


def _wrapped(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Give lines that were certainly wrapped, with the rest of them."""
    for line, below in _pairs(lines):
        if line.size == below.size and line.is_open and below.begins_small:
            yield line, below


def _edges(
    lines: Sequence[Line], wrapped: Sequence[tuple[Line, Line]]
) -> dict[Frame, tuple[float, float]]:
    stand: dict[Frame, list[Line]] = defaultdict(list)
    for line in lines:
        stand[line.frame].append(line)
    reach: dict[Frame, list[float]] = defaultdict(list)
    for line, below in wrapped:
        reach[line.frame].append(line.x1 + _SPACE * line.size + below.first_width)
    found = {}
    for frame, some in stand.items():
        left = min(line.x0 for line in some)
        farthest = max(line.x1 for line in some)
        sure = sorted(x for x in reach[frame] if x - left >= _MIDDLE * (farthest - left))
        if len(sure) >= _OFTEN:
            right = min(farthest, sure[int(len(sure) * _LOW_SHARE)])
        else:
            right = max(farthest, _guess(some[0], left))
        found[frame] = (left, right)
    return found


def _guess(line: Line, left: float) -> float:
    """Guess how far a column reaches: its margins are alike, or a gutter ends it."""
    whole = line.right >= line.width - 1
    return line.width - left + line.left if whole else line.right - _GUTTER


def _leadings(
    lines: Sequence[Line],
) -> tuple[dict[tuple[Frame, float], float], float]:
    """Find how far lines are apart, where that is certain, and in general."""
    sure: dict[tuple[Frame, float], Counter[float]] = defaultdict(Counter)
    ratios: Counter[float] = Counter()
    for line, below in _wrapped(lines):
        apart = round((below.y - line.y) / _HALF) * _HALF
        sure[line.frame, line.size][apart] += 1
        ratios[round((below.y - line.y) / line.size, 2)] += 1
    found = {key: counts.most_common(1)[0][0] for key, counts in sure.items()}
    if ratios:
        return found, ratios.most_common(1)[0][0]
    all_ratios = [
        (below.y - line.y) / line.size
        for line, below in _pairs(lines)
        if line.size == below.size
    ]
    near = [ratio for ratio in all_ratios if _TIGHTEST <= ratio <= _LOOSE]
    return found, min(near, default=_TYPICAL)
