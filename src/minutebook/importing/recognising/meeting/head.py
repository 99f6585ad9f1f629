"""The head of minutes: what stands above the first subject, line by line.

Its fields may stand one a line, several in one line, or in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.meeting.fields import (
    FIELD_LABEL,
    SHORT_LINE,
    TITLED,
    HeadLine,
    field_kind,
    field_line,
    lines_of_text,
)
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.people.grids import is_head_of_people
from minutebook.importing.recognising.people.labels import label_of
from minutebook.importing.recognising.people.ticks import tick_of

_MOST_SECTIONS = 6
_MOST_BLOCKS = 60


def head_of(sections: Sequence[Section]) -> tuple[HeadLine, ...]:
    """Give the lines of the head; what lists people is left out, but for its fields."""
    found: list[HeadLine] = []
    over = listed = False
    for at, section in enumerate(with_opening(sections)[:_MOST_SECTIONS]):
        if section.role is Role.PEOPLE:
            listed = True
            found += (one for one in _lines(section.blocks) if one.field)
            found += [one for one in _heading(section) if one.field]
        elif over:
            break
        elif section.role is Role.OPENING:
            found += _heading(section)
            found += _lines(section.blocks)
        elif not listed and _is_of_head(section, at):
            found += _heading(section)
            found += _lines(_before_items(section.blocks))
            over = len(_before_items(section.blocks)) < len(section.blocks)
        else:
            over = True
    return tuple(_of_letter(found[:_MOST_BLOCKS]))


_LETTER = re.compile(r"(?:from|to|cc|sent|date|subject)\s*:", re.IGNORECASE)


def _of_letter(lines: Sequence[HeadLine]) -> Iterator[HeadLine]:
    """Leave out the lines of a message that the minutes stand in."""
    first = next((n for n, one in enumerate(lines) if _is_sender(one)), None)
    for at, one in enumerate(lines):
        near = first is not None and first <= at <= first + _LINES_OF_LETTER
        said = f"{one.label}: {one.text}" if one.field else one.text
        if not (near and _LETTER.match(said)):
            yield one


_LINES_OF_LETTER = 6


def _is_sender(line: HeadLine) -> bool:
    said = f"{line.label}: {line.text}" if line.field else line.text
    return re.match(r"from\s*:.*@", said, re.IGNORECASE) is not None


def with_opening(sections: Sequence[Section]) -> list[Section]:
    """Take a first section as the opening, if it tells when the meeting was.

    Below a heading that is the title, the paragraphs may say who came before a subject
    has a heading of its own.
    """
    first = sections[:_FIRST_TITLED]
    return [
        replace(section, role=Role.OPENING) if _tells_when(section) else section
        for section in first
    ] + list(sections[_FIRST_TITLED:])


_FIRST_TITLED = 3
_OF_ANOTHER = re.compile(
    r"\b(?:last|previous|confirmed|approved|agreed|signed|accepted|correct)\b",
    re.IGNORECASE,
)


def _tells_when(section: Section) -> bool:
    if section.role is not Role.BODY or section.number:
        return False
    fields = [one.field for one in _lines(section.blocks[:_MOST_BLOCKS])]
    if "date" in fields or ("time" in fields and "venue" in fields):
        return True
    first = section.blocks[0].text if section.blocks else ""
    of_minutes = any(TITLED.match(f"{text} ") for text in (section.title, first))
    of_another = _OF_ANOTHER.search(f"{section.title} {first}")
    return of_minutes and not of_another and bool(dates_in(first, 2000))


def _is_of_head(section: Section, at: int) -> bool:
    """Whether a heading belongs to the head: at most fields and a day stand below."""
    if section.number or section.role is not Role.BODY or at >= _MOST_SECTIONS // 2:
        return False
    blocks = _before_items(section.blocks)
    lines = list(_lines(blocks))
    return all(
        one.field or (not one.is_prose and len(one.text) < SHORT_LINE) for one in lines
    ) and all(
        block.kind is not Kind.ITEM or FIELD_LABEL.match(block.text) for block in blocks
    )


def _before_items(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give what stands before the first subject, where an item is that: `1. MINUTES`."""
    first = next((n for n, b in enumerate(blocks) if _FIRST.fullmatch(b.marker)), 0)
    listed = (n for n in range(first) if _is_of_people(blocks[n].text))
    told = blocks[: next(listed, first)]
    dated = any(dates_in(block.text, 2000) for block in told)
    return told if dated and first else blocks


_FIRST = re.compile(r"\(?(?:1|l|I|A)[.)]?0?\.?")


def _heading(section: Section) -> Iterator[HeadLine]:
    block = section.heading
    if block is not None:
        text = block.text if not section.number else f"{block.marker} {block.text}"
        yield from lines_of_text(text, block.line, is_heading=True)


def _lines(blocks: Sequence[Block]) -> Iterator[HeadLine]:
    at = 0
    said_much = listed = False
    of_people = _tables_of_people(blocks)
    while at < len(blocks):
        block = blocks[at]
        if block.table in of_people:
            at += 1
            continue
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind is Kind.ROW and _is_label_row(block) and _same_table(block, after):
            yield from _of_columns(block, after)
            at += 2
            continue
        if block.kind is Kind.ROW:
            yield from _of_row(block)
        else:
            bold = bool(block.strong) and block.strong >= len(block.text)
            listed = listed or _is_of_people(block.text)
            for one in lines_of_text(block.text, block.line, is_heading=bold):
                if one.field or not listed:
                    yield replace(one, is_prose=one.is_prose or said_much)
                said_much = said_much or (one.is_prose and not one.field)
        at += 1


def _is_of_people(text: str) -> bool:
    """Whether a line begins a list of people: what stands below it is no head."""
    label = label_of(text) or label_of(text.partition(":")[0])
    ticked = tick_of(text)[0] is not None
    return ticked or (label is not None and label.attended is not None)


def _tables_of_people(blocks: Sequence[Block]) -> frozenset[int]:
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is Kind.ROW:
            tables.setdefault(block.table, []).append(block)
    heads = ((number, rows[0]) for number, rows in tables.items())
    headed = {number for number, row in heads if is_head_of_people(row)}
    return frozenset(headed)


def _same_table(block: Block, after: Block | None) -> bool:
    return after is not None and after.kind is Kind.ROW and after.table == block.table


def _is_label_row(block: Block) -> bool:
    kinds = [field_kind(cell) for cell in block.cells if cell.strip()]
    return len(kinds) > 1 and all(kinds)


def _of_columns(labels: Block, values: Block | None) -> Iterator[HeadLine]:
    for label, value in zip(labels.cells, values.cells if values else (), strict=False):
        if value.strip():
            line = values.line if values else labels.line
            yield field_line(label, " ".join(value.split()), line)


def _of_row(block: Block) -> Iterator[HeadLine]:
    """Read `Date | 4 May | Time | 7pm`, and a row of plain cells as lines of the head."""
    cells = [" ".join(cell.split()) for cell in block.cells if cell.strip()]
    if any(re.match(r"page\s+\d", cell, re.IGNORECASE) for cell in cells):
        return
    at = 0
    while at < len(cells):
        label = cells[at].rstrip(": ")
        if at + 1 < len(cells) and field_kind(label):
            yield field_line(label, cells[at + 1], block.line)
            at += 2
        elif label_of(label):
            return
        else:
            yield from lines_of_text(cells[at], block.line, is_heading=False)
            at += 1
