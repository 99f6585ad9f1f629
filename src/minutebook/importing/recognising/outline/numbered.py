"""Numbered and lettered lines: which are headings, which are items of a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.outline.titles import is_title_like

_NUMBER = re.compile(
    r"(?:[A-Z]{1,6}[/-])?\d{1,4}(?:[./-]\d{1,4})*(?:\([a-z])?"
    r"|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5}"
)


def number_of(marker: str) -> str | None:
    """Give the number or letter in a marker, `4.1` of `4.1.`; None for a bullet."""
    number = marker.strip("().[]: ")
    return number if _NUMBER.fullmatch(number) and marker != "o" else None


def numbered_headings(blocks: Sequence[Block]) -> Mapping[int, str]:
    """Find the numbered and lettered lines that head what stands below, by their place.

    A list of numbered points is none: its lines are sentences, or follow one another with
    nothing between. Most lines of a kind decide for all that are like titles.
    """
    numbers = _numbers(blocks)
    shapes: dict[str, list[int]] = {}
    found, listed = _begun_again(blocks, numbers)
    for at in numbers:
        if at not in listed:
            shapes.setdefault(_shape(blocks[at]), []).append(at)
    for places in shapes.values():
        titles = [at for at in places if is_title_like(blocks[at].text, numbered=True)]
        heading = [at for at in titles if _has_text_below(blocks, at)]
        most = 2 * len(heading) >= len(titles) and 2 * len(titles) >= len(places)
        if heading and most:
            found.update(titles)
        elif len(heading) > 1:
            found.update(heading)
    return {at: numbers[at] for at in sorted(found)}


def _begun_again(
    blocks: Sequence[Block], numbers: Mapping[int, str]
) -> tuple[set[int], set[int]]:
    """Find headings with a list straight below that counts from one again, and its items.

    4. Actions
    1. Book the hall (JS)
    2. Ask the school (TH)
    """
    heads: set[int] = set()
    listed: set[int] = set()
    for at, number in numbers.items():
        shape = _shape(blocks[at])
        again = numbers.get(at + 1) == "1" and _is_item(blocks[at + 1], shape)
        later = number.isdigit() and number not in {"0", "1"} and at not in listed
        if not (again and later and is_title_like(blocks[at].text)):
            continue
        heads.add(at)
        item = at + 1
        while numbers.get(item) == str(item - at) and _is_item(blocks[item], shape):
            listed.add(item)
            item += 1
    return heads, listed


def is_in_list(blocks: Sequence[Block], at: int) -> bool:
    """Whether an item has others of its kind straight above or below it."""
    shape = _shape(blocks[at])
    above = at > 0 and blocks[at].tight and _is_item(blocks[at - 1], shape)
    below = at + 1 < len(blocks) and blocks[at + 1].tight
    return above or (below and _is_item(blocks[at + 1], shape))


def _numbers(blocks: Sequence[Block]) -> dict[int, str]:
    """Give each numbered line its number; a scanner's `l.` before `2.` is a 1."""
    found: dict[int, str] = {}
    for at, block in enumerate(blocks):
        number = number_of(block.marker) if block.kind is Kind.ITEM else None
        if number:
            found[at] = number
    counted = set(found.values())
    if "2" in counted and "1" not in counted:
        first = next((at for at, one in found.items() if one in {"l", "I"}), None)
        if first is not None:
            found[first] = "1"
    return found


def _shape(block: Block) -> str:
    """Tell kinds of numbers apart: `1.`, `a)`, `1.1`."""
    marker = re.sub(r"^[lI](?=[.)]$)", "1", block.marker)
    kind = re.sub(r"^\d+\.0$", "0", marker.rstrip("."))
    kind = re.sub(r"[1-9]\d*|\d{2,}", "1", kind)
    kind = re.sub(r"[a-z]+", "a", kind)
    return f"{re.sub(r'[A-Z]+', 'A', kind)}@{min(block.level, 3)}"


def _is_item(block: Block, shape: str) -> bool:
    return block.kind is Kind.ITEM and _shape(block) == shape


def _has_text_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether something other than the next of its kind stands below."""
    if at + 1 >= len(blocks):
        return not blocks[at].tight
    shape = _shape(blocks[at])
    ends_list = at > 0 and blocks[at].tight and _is_item(blocks[at - 1], shape)
    return not ends_list and not _is_item(blocks[at + 1], shape)
