"""Where minutes look back at earlier actions without a heading that says only that.

2. Minutes of 23 November and matters arising
The minutes were agreed. Actions from the last meeting:
2.1 MT to visit the club. Done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.actions.marks import mark_of, without_id
from minutebook.importing.recognising.actions.statuses import split_status
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter"
)
_TITLE = re.compile(
    r".*(?:\bmatters\s+arising|\bactions?\s+(?:points?\s+|items?\s+)?(?:still\s+)?(?:outstanding"
    r"|carried\s+(?:over|forward)|brought\s+forward)|\bactions?\s+(?:points?\s+|items?\s+)?(?:from|of)"
    rf"\s+(?:the\s+)?(?:\d{{1,2}}\w{{0,2}}\s+)?(?:{_MONTHS})\b|\bactions?\s+(?:arising\s+)?(?:from|since)\s+(?:the\s+)?(?:last|previous"
    r"|prior|earlier)|\baction\s+log\s+(?:from|of)|(?:minutes|notes)\b.*\b(?:matters|actions?)\b"
    r"|\b(?:previous|outstanding|last\s+\w+.s|old|earlier)\s+actions?\b|\bactions?\s+(?:review|update)"
    r"|\b(?:review|update|progress)\s+(?:of|on)\s+(?:the\s+)?(?:\w+\s+)?actions?\b).*",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:.*[.!?]\s+)?(?:(?:the\s+)?(?:actions?(?:\s+points?)?|points|items|tasks)\b[^.]*\b(?:last|previous"
    r"|earlier|outstanding)\b[^.]*|(?:the\s+)?action\s+log[^.]*|(?:matters\s+)?arising\b[^.]*"
    r"|(?:the\s+)?(?:previous|outstanding|earlier|last\s+\w+.s)\s+actions?\b[^.]*"
    r"|(?:the\s+)?following\s+(?:actions?\s+)?(?:were|was)\s+(?:looked\s+at|reviewed|noted|reported"
    r"|followed\s+up|updated)[^.]*|(?:update|progress)\s+on\s+[^.]*actions?[^.]*"
    r"|actions?[.:]\s+[^.]*\b(?:noted|reported|reviewed)\b[^.]*):",
    re.IGNORECASE | re.DOTALL,
)


def with_reviews(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Cut what looks back out of the sections it stands in."""
    return tuple(part for section in sections for part in _parts(section))


def looks_back(title: str) -> bool:
    """Whether a heading announces earlier actions: `Actions outstanding`."""
    return _TITLE.fullmatch(title) is not None


def _parts(section: Section) -> Iterator[Section]:
    titled = section.heading is not None and looks_back(section.title)
    if section.role not in {Role.BODY, Role.OPENING} and not (
        titled and section.role is Role.ACTIONS
    ):
        yield section
        return
    if titled:
        yield replace(section, role=Role.REVIEWED)
        return
    start = next(
        (n for n, block in enumerate(section.blocks, 1) if _leads_in(block)), None
    )
    if start is None:
        yield section
        return
    end = start
    while end < len(section.blocks) and _goes_on(section.blocks, end, start):
        end += 1
    yield replace(section, blocks=section.blocks[:start])
    back = section.blocks[start:end]
    yield replace(
        section, heading=None, role=Role.REVIEWED, title=_BACK, number=None, blocks=back
    )
    rest = replace(section, heading=None, number=None, blocks=section.blocks[end:])
    yield from _parts(rest)


_BACK = "Actions from the last meeting"


def _leads_in(block: Block) -> bool:
    return block.kind is not Kind.ROW and _LEADS_IN.fullmatch(block.text) is not None


def _goes_on(blocks: Sequence[Block], at: int, start: int) -> bool:
    """Whether a block belongs to a list of earlier actions: as the first, or by form."""
    block, first = blocks[at], blocks[start]
    if block.kind is Kind.ROW:
        return first.kind is Kind.ROW and block.table == first.table
    if block.kind is Kind.ITEM and block.level >= first.level:
        return first.kind is Kind.ITEM
    number, _ = without_id(block.text)
    _, status = split_status(block.text)
    return mark_of(block.text) is None and bool(number or status)
