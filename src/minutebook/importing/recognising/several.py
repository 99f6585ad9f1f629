"""Several meetings in one document: where each begins.

A minute book holds one set of minutes after the other. Each begins with a line that names
a meeting and its day, and soon says who was present.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.outline.roles import Role, role_of_label

_LONGEST = 160
_SOON = 12
"""Blocks after the first line of a set of minutes, in which people have to be named."""

_HEAD = 3
"""Lines above it that may be repeated: the name of the body that meets."""

_OPENS = re.compile(
    r"\b(?:minutes|notes|record|meeting|agm|session|call|sederunt)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:next|last|previous|future|following|approv\w+|agree\w*|confirm\w*|matters|see)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\W*(?:(?:those|members|also|trustees)\s+)?(?:present|attend(?:ees|ance|ing|ed)"
    r"|in attendance|apologies|sederunt|regrets|who came|came)\b.{0,30}?(?::|$)",
    re.IGNORECASE,
)


def meetings_of(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], ...]:
    """Cut a document into its sets of minutes; mostly there is one."""
    starts = [
        (at, day)
        for at, block in enumerate(blocks)
        if (day := _opening_day(block)) and _names_people(blocks[at + 1 : at + _SOON])
    ]
    begins = [starts[0][0]] if starts else []
    for (first, before), (at, day) in pairwise(starts):
        if day != before and _is_as_high(blocks[at], blocks[first]):
            begins.append(_with_head(blocks, at))
    if len(begins) <= 1:
        return (tuple(blocks),)
    ends = [*begins[1:], len(blocks)]
    return tuple(
        tuple(blocks[start:end])
        for start, end in zip([0, *begins[1:]], ends, strict=True)
    )


def _opening_day(block: Block) -> dt.date | None:
    """Give the day of a line that could open minutes."""
    if block.quoted or block.kind in {Kind.ROW, Kind.ITEM} or len(block.text) > _LONGEST:
        return None
    if block.marker:
        return None
    if _OTHER.search(block.text) or not _OPENS.search(block.text):
        return None
    days = [found.date for found in dates_in(block.text) if found.date]
    return days[0] if len(days) == 1 else None


def _is_as_high(block: Block, first: Block) -> bool:
    """Whether a line does not stand below the one that opened the minutes before."""
    return block.kind is not Kind.HEADING or (
        first.kind is Kind.HEADING and 0 < block.level <= first.level
    )


def _names_people(blocks: Sequence[Block]) -> bool:
    return any(
        _PEOPLE.match(block.text) or role_of_label(block.text) is Role.PEOPLE
        for block in blocks
    )


def _with_head(blocks: Sequence[Block], at: int) -> int:
    """Begin with the name of the body, if it stands above the line once more."""
    names = {block.text for block in blocks[:_HEAD]}
    while at and blocks[at - 1].text in names:
        at -= 1
    return at
