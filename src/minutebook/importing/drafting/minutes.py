"""The minutes of a draft: blocks to Markdown, with links where records were made.

What a block says stands in the note as it stood in the document. Left out are only blocks
whose words became fields or records, and the review quotes each of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from minutebook.changing.escaping import escape
from minutebook.importing.document import Block, Kind
from minutebook.importing.markers import is_bullet
from minutebook.importing.recognising.outline.outline import Section

_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """What becomes of the blocks of a document in the note of one meeting."""

    instead: Mapping[Block, Sequence[str]] = field(default_factory=dict)
    """Markdown lines that stand in place of a block; nothing, if it stands elsewhere."""

    below: Mapping[Block, Sequence[str]] = field(default_factory=dict)
    """Markdown lines that follow a block, which itself stays."""


def minutes_of(sections: Sequence[Section], placing: Placing) -> str:
    """Write what stands in the sections as Markdown."""
    parts: list[str] = []
    for section in sections:
        if section.heading and section.heading not in placing.instead:
            parts.append(_heading(section, section.heading))
        parts += _body(section.blocks, placing)
    return "\n\n".join(parts)


def markdown_of(block: Block) -> str:
    """Give the text of a block as Markdown that shows the same."""
    return block.markdown or escape(block.text)


def _heading(section: Section, block: Block) -> str:
    """Write a heading; the title of a document that is no field becomes a paragraph."""
    if not section.level:
        return markdown_of(block)
    number = section.number or ""
    stop = "" if not number or "." in number else "."
    title = " ".join(escape(section.title).splitlines())
    return f"{'#' * min(_DEEPEST, section.level + 1)} {number}{stop} {title}".replace(
        "  ", " "
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines of Markdown that were one block, or one table."""

    lines: tuple[str, ...]
    is_item: bool = False
    tight: bool = False


def _body(blocks: Sequence[Block], placing: Placing) -> Iterator[str]:
    """Write blocks; items of one list, and lines that stood together, stay together."""
    together: list[str] = []
    last: _Piece | None = None
    for piece in _pieces(blocks, placing):
        if last and last.is_item and piece.is_item:
            together += piece.lines
        elif last and piece.tight and not last.is_item and not piece.is_item:
            together[-1] += "\\"
            together += piece.lines
        else:
            yield from ["\n".join(together)] if together else []
            together = list(piece.lines)
        last = piece
    yield from ["\n".join(together)] if together else []


def _pieces(blocks: Sequence[Block], placing: Placing) -> Iterator[_Piece]:
    levels: list[int] = []
    for table, group in groupby(blocks, key=lambda block: block.table):
        standing = []
        for block in group:
            instead = placing.instead.get(block)
            if instead is None and table:
                standing.append(block)
            elif instead is None:
                yield _piece(block, levels)
            elif instead:
                levels.clear()
                yield _Piece(tuple(instead), is_item=True)
            below = tuple(placing.below.get(block, ()))
            if below and not table:
                yield _Piece(below, is_item=True)
        if standing:
            yield _Piece(_table(standing))
            below = tuple(x for row in standing for x in placing.below.get(row, ()))
            yield from [_Piece(below, is_item=True)] if below else []


def _piece(block: Block, levels: list[int]) -> _Piece:
    """Write one block that is no row; `levels` are those of the items above it."""
    text = markdown_of(block)
    if block.kind is not Kind.ITEM:
        levels.clear()
        marker = f"{escape(block.marker)} " if block.marker else ""
        tight = block.tight and block.kind is Kind.PARAGRAPH
        return _Piece((marker + text,), tight=tight)
    while levels and levels[-1] >= block.level:
        levels.pop()
    indent = "    " * min(len(levels), _DEEPEST)
    levels.append(block.level)
    if re.fullmatch(r"\d{1,3}[.)]", block.marker):
        return _Piece((f"{indent}{block.marker} {text}",), is_item=True)
    marker = "" if is_bullet(block.marker) else f"{escape(block.marker)} "
    return _Piece((f"{indent}- {marker}{text}",), is_item=True)


def _table(rows: Sequence[Block]) -> tuple[str, ...]:
    """Write the rows of one table; its first row is the head."""
    width = max(len(row.cells) for row in rows)
    if width == 1:
        return ("\n\n".join(_cell(row.cells[0]) for row in rows),)
    lines = [_row(row, width) for row in rows]
    return (lines[0], "| " + " | ".join(["---"] * width) + " |", *lines[1:])


def _row(row: Block, width: int) -> str:
    cells = [*row.cells, *[""] * (width - len(row.cells))]
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return "; ".join(escape(line) for line in text.splitlines())
