"""Rendered probes to frames: which parts of a page change from record to record.

Nothing here knows a theme. A page is cut where the words of the probe stand. The way the
theme writes a contents list is told from the text between its items. What was learned is
then tried on other words, and refused if the theme would have written anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from minutebook.publish.frame import Contents, Frame, Frames, Part, Slot
from minutebook.publish.probe import CHECK, LEARN, markers, words_of_check


class CannotLearn(Exception):  # noqa: N818 - reads as what it says
    """The theme does something to the words of a page that no slot can do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What the theme made of the probes, for one kind of page."""

    address: str
    """Where the page stood."""

    many: str
    """`LEARN`, with the contents list shown."""

    few: str
    """`LEARN`, with the contents list hidden."""

    none: str
    """`BARE`."""

    check: str
    """`CHECK`, with the contents list shown."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A slot in a page, the heading it is about, and the text up to the next one."""

    slot: Slot
    heading: int | None
    after: str


def learn(rendered: Rendered) -> Frames:
    """Learn the frames of one kind of page. Raises CannotLearn."""
    frames = Frames(
        many=_frame(rendered.many),
        few=_frame(rendered.few),
        none=_frame(rendered.none),
    )
    if frames.many.fill(words_of_check(), CHECK.headings) != rendered.check:
        message = (
            f"the theme writes the page {rendered.address} in a way that depends on more"
            " than the words of the page: look for an override that changes the title,"
            " the description, the body or the contents list"
        )
        raise CannotLearn(message)
    return frames


_MARKERS = {marker.core: marker for marker in markers()}
_LOOKS = {core: tuple(marker.looks()) for core, marker in _MARKERS.items()}
_CORE = re.compile("|".join(sorted(map(re.escape, _MARKERS), key=len, reverse=True)))


def _frame(page: str) -> Frame:
    before, cuts = _cut(page)
    parts: list[Part | Contents] = [before]
    at = 0
    while at < len(cuts):
        cut = cuts[at]
        if cut.heading is not None and _begins_list(cuts, at):
            contents, following, at = _contents(cuts, at)
            parts += [contents, following]
        else:
            parts += [cut.slot, cut.after]
            at += 1
    return Frame(tuple(parts))


def _cut(page: str) -> tuple[str, list[_Cut]]:
    """Cut a page at the words of the probe."""
    cuts: list[tuple[int, int, Slot, int | None]] = []
    for match in _CORE.finditer(page):
        marker = _MARKERS[match[0]]
        for look, slot in _LOOKS[marker.core]:
            start = match.start() - look.index(marker.core)
            if page.startswith(look, start):
                cuts.append((start, start + len(look), slot, marker.heading))
                break
        else:
            around = page[max(match.start() - 60, 0) : match.end() + 60]
            message = f"the theme changes the {marker.says} of a page: ...{around}..."
            raise CannotLearn(message)
    starts = [start for start, *_ in cuts] + [len(page)]
    return page[: starts[0]], [
        _Cut(slot, heading, page[end:following])
        for (_, end, slot, heading), following in zip(cuts, starts[1:], strict=True)
    ]


def _begins_list(cuts: Sequence[_Cut], at: int) -> bool:
    """Tell whether a contents list begins here, and not just a link to its first item.

    Item 0 and item 1 are leaves: in a list they have the same slots, side by side.
    """
    first = _slots_of(cuts, at)
    second = _slots_of(cuts, at + len(first))
    return (
        cuts[at].heading == 0
        and bool(second)
        and cuts[at + len(first)].heading == 1
        and first == second
    )


def _slots_of(cuts: Sequence[_Cut], at: int) -> list[Slot]:
    """List the slots of one item that stand in a row."""
    if at >= len(cuts):
        return []
    mine = takewhile(lambda cut: cut.heading == cuts[at].heading, cuts[at:])
    return [cut.slot for cut in mine]


def _contents(cuts: Sequence[_Cut], at: int) -> tuple[Contents, str, int]:
    """Learn a contents list; give it, the text after it, and where that is."""
    items: list[list[_Cut]] = []
    for number in range(len(LEARN.headings)):
        item = cuts[at : at + len(_slots_of(cuts, at))]
        if not item or item[0].heading != number:
            raise _unlike(cuts[min(at, len(cuts) - 1)])
        items.append(list(item))
        at += len(item)
    after = [item[-1].after for item in items]
    joins, opening = _joins(after)
    # What comes before an item at the top also ends every join that leads there.
    end = _common_beginning(joins[0, 0], after[-1])
    start = joins[0, 0].removeprefix(end)
    if not all(joins[depth, 0].endswith(start) for depth in range(3)):
        raise _unlike(items[0][0])
    contents = Contents(
        leaf=_pattern(items[0]),
        node=_pattern(items[_DEPTHS.index(1) - 1]),
        opening=opening,
        joins=joins,
        ends=tuple(joins[depth, 0].removesuffix(start) for depth in range(3)),
    )
    return contents, after[-1].removeprefix(end), at


_DEPTHS = [heading.level - 2 for heading in LEARN.headings]


def _joins(after: Sequence[str]) -> tuple[dict[tuple[int, int], str], tuple[str, ...]]:
    """Sort the text after each item by what it stands between."""
    joins: dict[tuple[int, int], str] = {}
    opening: dict[int, str] = {}
    for (depth, following), text in zip(pairwise(_DEPTHS), after, strict=False):
        if following > depth:
            opening[depth] = text
        else:
            joins[depth, following] = text
    return joins, (opening[0], opening[1])


def _common_beginning(one: str, other: str) -> str:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(sign for sign, _ in same)


def _pattern(item: Sequence[_Cut]) -> tuple[Part, ...]:
    parts: list[Part] = [item[0].slot]
    for before, cut in pairwise(item):
        parts += [before.after, cut.slot]
    return tuple(parts)


def _unlike(cut: _Cut) -> CannotLearn:
    return CannotLearn(
        "the theme writes the items of a contents list in a way that was not understood,"
        f" near ...{cut.after[:60]}..."
    )
