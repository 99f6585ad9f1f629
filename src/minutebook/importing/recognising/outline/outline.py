"""The outline of minutes: headings, how they are nested, and what stands below each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutebook.importing.document import Block
from minutebook.importing.recognising.outline.headings import Heading, Look, headings_of
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.outline.titles import (
    names_a_meeting,
    names_who_met,
    tells_time,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it, up to the next heading."""

    heading: Block | None
    """None for what stands before the first heading."""

    number: str | None = None
    title: str = ""
    level: int = 0
    """1 for the highest; 0 before the first heading, and for the title of a document."""

    role: Role = Role.BODY
    blocks: tuple[Block, ...] = ()
    path: tuple[str, ...] = ()
    """The titles of the headings above this one, the highest first."""


def outline_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Cut a document at its headings."""
    found = [
        (at, one)
        for at, one in enumerate(headings_of(blocks))
        if one and not blocks[at].quoted
    ]
    headings = [heading for _, heading in found]
    begins = [at for at, _ in found]
    first = begins[0] if begins else len(blocks)
    sections: list[Section] = []
    if first:
        opening = tuple(blocks[:first])
        sections.append(Section(heading=None, role=Role.OPENING, blocks=opening))
    titled = _titles(headings, begins)
    levels = _levels(headings[titled:])
    ends = [*begins[1:], len(blocks)][: len(begins)]
    for at, (heading, start, end) in enumerate(zip(headings, begins, ends, strict=True)):
        below = tuple(blocks[start + 1 : end])
        if at < titled:
            sections.append(_title(heading, below))
        else:
            sections.append(_section(heading, levels[at - titled], below, sections))
    return _with_ends(sections)


def _title(heading: Heading, below: tuple[Block, ...]) -> Section:
    return Section(
        heading=heading.block, title=heading.title, role=Role.OPENING, blocks=below
    )


def _section(
    heading: Heading, level: int, below: tuple[Block, ...], before: Sequence[Section]
) -> Section:
    above = _above(before, level)
    inherited = next((s.role for s in reversed(above) if s.role.is_inherited), Role.BODY)
    role = heading.role or inherited
    if role is Role.NEXT and heading.title.casefold() == "agenda":
        role = Role.NEXT if any(s.role is Role.BODY for s in before) else Role.BODY
    return Section(
        heading=heading.block,
        number=heading.number,
        title=heading.title,
        level=level,
        role=role,
        blocks=below,
        path=tuple(section.title for section in above),
    )


def _above(before: Sequence[Section], level: int) -> list[Section]:
    """Give the sections that a heading of some level stands below, the highest first."""
    found: list[Section] = []
    for section in reversed(before):
        if 0 < section.level < level:
            found.insert(0, section)
            level = section.level
    return found


def _with_ends(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Carry on what runs to the end of a document: annexes, and the next agenda."""
    found: list[Section] = []
    running: Section | None = None
    for section in sections:
        if section.role.runs_on and section.level:
            running = section
        elif running and _is_under(section, running):
            section = replace(section, role=running.role)  # noqa: PLW2901
        elif section.role is not Role.BODY:
            running = None
        found.append(section)
    return tuple(found)


def _is_under(section: Section, running: Section) -> bool:
    """Whether a section still belongs to an annex or an agenda that began above it."""
    if section.level > running.level:
        return True
    agenda = running.role is Role.NEXT and "agenda" in running.title.casefold()
    return section.role is Role.BODY and (running.role is Role.ADDENDUM or agenda)


def _levels(headings: Sequence[Heading]) -> list[int]:
    """Nest headings: format and numbers say how deep, other looks stand below these."""
    depths = sorted({one.depth for one in headings if one.look is Look.FORMAT})
    rank = {depth: at + 1 for at, depth in enumerate(depths)}
    base = number = letter = 0
    others: dict[Look, int] = {}
    levels: list[int] = []
    for heading in headings:
        if heading.look is Look.FORMAT:
            level = base = rank[heading.depth]
            number = letter = 0
            others.clear()
        elif heading.look is Look.NUMBER:
            level = number = base + heading.depth
            letter = 0
            others.clear()
        elif heading.look is Look.LETTER:
            level = letter = (number or base) + 1
            others.clear()
        elif heading.role is not None:
            level = base + 1
            number = letter = 0
            others.clear()
        else:
            under = letter or number or base
            stronger = sum(_STRENGTH[one] > _STRENGTH[heading.look] for one in others)
            level = others.setdefault(heading.look, under + 1 + stronger)
        levels.append(level)
    lowest = min(levels, default=1)
    return [level - lowest + 1 for level in levels]


_STRENGTH = {Look.CAPITALS: 3, Look.STRONG: 2, Look.BARE: 1}
"""Capitals stand above bold lines, and these above bare ones."""


def _titles(headings: Sequence[Heading], begins: Sequence[int]) -> int:
    """Tell how many headings are the title of the whole: none, the first, or two.

    A title stands above all other headings; a second line of it tells the day, or that
    these are minutes.
    """
    if not headings or begins[0] > 1 or not _may_be_title(headings):
        return 0
    if begins[0] and headings[0].look is not Look.FORMAT:
        return 0
    if len(headings) > 1 and begins[1] == begins[0] + 1:
        second = headings[1]
        named = names_who_met(second.title) or tells_time(second.title)
        if named and second.role is None and second.number is None:
            return 2
    return 1


def _may_be_title(headings: Sequence[Heading]) -> bool:
    first, *others = headings
    if first.number is not None or first.role is not None:
        return False
    alone = all(o.look is not Look.FORMAT or o.depth > first.depth for o in others)
    return first.look is not Look.FORMAT or alone or names_a_meeting(first.title)
