"""What is decided about the blocks of a document, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from minutebook.importing.document import Block
from minutebook.importing.drafting.draft import Moved

_LABELS = frozenset(
    """action actions agreed also and apologies apology attendance attended attendees
    attending by chair chaired date day decision due for from held in is location meeting
    members minute minutes name names none note notes officials of on organisation
    organisations owner place present received regrets role roles s sent status summary
    taken taker task the time to venue via were who with""".split()
)
"""Words of forms that say nothing once the form is filled in."""


@dataclass(slots=True, kw_only=True)
class Places:
    """What is decided while walking through a document."""

    instead: dict[Block, tuple[str, ...]] = field(default_factory=dict)
    below: dict[Block, tuple[str, ...]] = field(default_factory=dict)
    moved: list[Moved] = field(default_factory=list)

    def move(self, block: Block, where: str, instead: Iterable[str] = ()) -> None:
        """Take a block out of the minutes and tell where its words are now."""
        lines = (*self.instead.get(block, ()), *instead)
        if block not in self.instead:
            text = f"{block.marker} {block.text}".strip()
            self.moved.append(
                Moved(line=block.line, page=block.page, text=text, where=where)
            )
        self.instead[block] = lines


def says_only(text: str, said: Iterable[str]) -> bool:
    """Whether all words of a text are among those said, or are words of forms."""
    known = {word for part in said for word in words_of(part)} | _LABELS
    return all(word in known for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Give the words of a text, in the form in which they are compared."""
    return re.findall(r"[^\W_]+", text.casefold())
