"""Which blocks of minutes are headings.

Few minutes use headings of their format. An agenda item may be a numbered line, a bold
line, a line in capitals or a bare line with a gap around it; what all have in common is
that they are short, do not end as a sentence does, and that something stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.outline.numbered import (
    is_in_list,
    number_of,
    numbered_headings,
)
from minutebook.importing.recognising.outline.roles import (
    Role,
    role_of_label,
    role_of_title,
)
from minutebook.importing.recognising.outline.titles import (
    is_title_like,
    names_the_minutes,
    tells_time,
)

_LONGEST = 110
_LONGEST_BARE, _MOST_BARE_WORDS = 60, 8
_SHORTEST = 3
_FEWEST_ALIKE = 2
_LONGEST_HEAD, _SHORT_TEXT = 8, 160
_PEOPLE = re.compile(
    r"\W*(?:present|attend(?:ees|ance|ing)|in attendance|apologies|members present"
    r"|sederunt"
    r"|those present|participants|regrets|who came)\b.{0,30}(?::|$)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:agenda\s+)?item\s+(?P<number>\d{1,3}[a-z]?(?:\.\d{1,3})*)"
    r"(?:\s*[:)–—-]\s*|\.\s+|\s+)(?P<title>[^\W\d].*)",
    re.IGNORECASE,
)


class Look(StrEnum):
    """What makes a heading one. Headings of one look stand side by side."""

    FORMAT = "format"
    NUMBER = "number"
    LETTER = "letter"
    STRONG = "strong"
    CAPITALS = "capitals"
    BARE = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A block that is a heading, with what it says."""

    block: Block
    look: Look
    number: str | None = None
    title: str
    depth: int = 0
    """How deep its format or its number says it is, from 1; 0 if neither does."""

    @property
    def role(self) -> Role | None:
        """What it announces; None for a subject like any other."""
        return role_of_title(self.title)


def headings_of(blocks: Sequence[Block]) -> tuple[Heading | None, ...]:
    """Tell for each block what heading it is; None for those that are none."""
    numbered = numbered_headings(blocks)
    alike = _bare_above_text(blocks)
    found = [
        _heading(blocks, at, numbered.get(at), alike=at in alike)
        for at in range(len(blocks))
    ]
    for at in range(_head_of_minutes(blocks, found)):
        heading = found[at]
        if heading and heading.look is not Look.FORMAT and _is_head(blocks, found, at):
            found[at] = None
    return tuple(found)


def _head_of_minutes(blocks: Sequence[Block], found: Sequence[Heading | None]) -> int:
    """Tell how many blocks stand before the people, or the first heading that counts."""
    for at, (block, heading) in enumerate(zip(blocks, found, strict=True)):
        if heading and (heading.role is not None or heading.number is not None):
            return at
        if _PEOPLE.match(block.text):
            return at
    return min(len(blocks), _LONGEST_HEAD)


def _is_head(blocks: Sequence[Block], found: Sequence[Heading | None], at: int) -> bool:
    """Whether a line near the top names the meeting, and no text stands below it."""
    if names_the_minutes(blocks[at].text):
        return True
    end = next((n for n in range(at + 1, len(blocks)) if found[n]), len(blocks))
    below = sum(len(block.text) for block in blocks[at + 1 : end])
    return below < _SHORT_TEXT and any(_PEOPLE.match(b.text) for b in blocks[at + 1 :])


def _heading(
    blocks: Sequence[Block], at: int, number: str | None, *, alike: bool
) -> Heading | None:
    block = blocks[at]
    if block.kind is Kind.ROW:
        return None
    item = _ITEM.fullmatch(block.text)
    if item and len(block.text) <= _LONGEST:
        title = item["title"].rstrip(": ")
        return Heading(
            block=block, look=Look.NUMBER, number=item["number"], title=title, depth=1
        )
    title = block.text.rstrip(": ")
    if block.kind is Kind.HEADING:
        return Heading(
            block=block,
            look=Look.FORMAT,
            number=number_of(block.marker),
            title=title,
            depth=block.level,
        )
    if number:
        return _numbered(block, number, title)
    if _is_below_people(blocks, at):
        return None
    look = Look.BARE if alike else _look(blocks, at)
    own = number_of(block.marker) if block.marker else None
    return Heading(block=block, look=look, number=own, title=title) if look else None


def _numbered(block: Block, number: str, title: str) -> Heading:
    letter = not any(sign.isdigit() for sign in number)
    return Heading(
        block=block,
        look=Look.LETTER if letter else Look.NUMBER,
        number=number,
        title=title,
        depth=0 if letter else number.removesuffix(".0").count(".") + 1,
    )


def _look(blocks: Sequence[Block], at: int) -> Look | None:
    """Tell what makes a short line a heading, if anything does."""
    block, text = blocks[at], blocks[at].text
    if not is_title_like(text):
        return None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    known = role_of_label(text) is not None or (at > 0 and names_the_minutes(text))
    if block.marker and (not known or is_in_list(blocks, at)):
        return None
    if known and (after is not None or text.endswith(":")):
        return Look.STRONG if block.strong else Look.BARE
    if text.endswith(":") or after is None or tells_time(text):
        return None
    if block.strong >= len(text) >= _SHORTEST:
        return Look.STRONG
    capitals = text.isupper() and sum(sign.isalpha() for sign in text) > _SHORTEST
    bare = Look.BARE if at and _is_bare(block, after) else None
    return Look.CAPITALS if capitals else bare


def _is_below_people(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is the first of a list: `Jo Lee, Home Office, Veterans Unit`."""
    label = blocks[at - 1].text if at else ""
    return blocks[at].text.count(",") > 1 and _PEOPLE.fullmatch(label) is not None


def _is_bare(block: Block, after: Block) -> bool:
    """Whether a line with nothing to mark it stands alone above a text."""
    if block.tight or not block.text[0].isupper():
        return False
    longer = len(after.text) > len(block.text)
    if after.kind is Kind.PARAGRAPH and after.tight:
        return len(after.text) > _LONGEST
    return after.kind is Kind.ROW or longer


def _bare_above_text(blocks: Sequence[Block]) -> frozenset[int]:
    """Find short lines straight above sentences, where a document has several of them."""
    found = {
        at
        for at, (block, after) in enumerate(pairwise(blocks))
        if at
        and block.kind is Kind.PARAGRAPH
        and not block.tight
        and len(block.text) <= _LONGEST_BARE
        and len(block.text.split()) <= _MOST_BARE_WORDS
        and block.text[0].isupper()
        and not block.text.endswith(":")
        and not tells_time(block.text)
        and after.tight
        and _is_sentence(after)
        and len(after.text) > len(block.text)
    }
    return frozenset(found if len(found) >= _FEWEST_ALIKE else ())


def _is_sentence(block: Block) -> bool:
    ends = re.search(r"[.?!][)\"'’”]?$", block.text) is not None
    return block.kind is Kind.PARAGRAPH and (ends or len(block.text) > _LONGEST_BARE)
