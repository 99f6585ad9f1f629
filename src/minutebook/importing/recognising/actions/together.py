"""Blocks that belong together: the rows of a table, the lines of a run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.language.names import (
    is_full_name,
    is_person_like,
    without_title,
)
from minutebook.importing.recognising.people.labels import field_of, label_of


def rows_together(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Keep the rows of a table together; all else is alone."""
    rows: list[Block] = []
    for block in blocks:
        if rows and (block.kind is not Kind.ROW or block.table != rows[-1].table):
            yield rows
            rows = []
        if block.kind is Kind.ROW:
            rows.append(block)
        else:
            yield [block]
    if rows:
        yield rows


def runs_unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """Join a line to the one before that ends at a comma, or in the midst of a name."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        open_end = above is not None and (
            re.search(r"(?:,|;|\band|&)$", above.text)
            or _breaks_name(above.text, block.text)
        )
        if (
            above is not None
            and open_end
            and block.tight
            and block.kind is above.kind is Kind.PARAGRAPH
            and label_of((field_of(block.text) or ("", ""))[0]) is None
        ):
            joined[-1] = replace(above, text=f"{above.text} {block.text}", end=block.end)
        else:
            joined.append(block)
    return joined


def _breaks_name(above: str, below: str) -> bool:
    """Whether a line ends with the beginning of a name: `..., Dr Moira` / `Kett, ...`."""
    if "," not in above or not re.match(r"[^\W\d_][\w'’-]*(?:,|$)", below):
        return False
    begun = above.rpartition(",")[2].strip()
    rest = below.partition(",")[0].strip()
    short = len(without_title(begun).split()) == 1 and is_person_like(begun)
    return short and is_full_name(f"{begun} {rest}")
