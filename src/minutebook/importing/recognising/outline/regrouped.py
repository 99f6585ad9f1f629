"""Numbered lists below a heading, which an outline may take for headings themselves.

4. Actions
1. Send the accounts (TH)          is a list of two below `Actions`,
2. Write to the council (AS)       not the first and second item of the agenda
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.actions.owners import LIKELY, owners_of
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role

_LISTING = frozenset({Role.ACTIONS, Role.DECISIONS, Role.REVIEWED})


def with_lists(sections: Sequence[Section], known: Known) -> tuple[Section, ...]:
    """Give lists back to the heading they stand below."""
    found: list[Section] = []
    at = 0
    while at < len(sections):
        section = sections[at]
        run = 0
        if section.role in _LISTING:
            run = _run(sections, at + 1) or _names(sections, at, known)
        blocks = list(section.blocks)
        for below in sections[at + 1 : at + 1 + run]:
            blocks.extend(_as_item(below))
            blocks.extend(below.blocks)
        found.append(replace(section, blocks=tuple(blocks)))
        at += 1 + run
    return tuple(found)


def _run(sections: Sequence[Section], at: int) -> int:
    """Count the headings that are a list: numbered from one, with nothing below each."""
    count = bare = 0
    for section in sections[at:]:
        plain = section.role in {Role.BODY, sections[at - 1].role}
        if section.number != str(count + 1) or not plain or _is_formatted(section):
            break
        count += 1
        bare += not section.blocks
    return count if count and bare >= count - 1 else 0


def _names(sections: Sequence[Section], at: int, known: Known) -> int:
    """Count the headings that are names, each above what that person is to do."""
    count = 0
    if sections[at].role is Role.ACTIONS and not sections[at].blocks:
        for section in sections[at + 1 :]:
            name = owners_of(section.title, known)[1] >= LIKELY
            if section.role is not Role.BODY or not name or section.number:
                break
            count += 1
    return count


def _is_formatted(section: Section) -> bool:
    return section.heading is None or section.heading.kind is Kind.HEADING


def _as_item(section: Section) -> list[Block]:
    if section.heading is None:
        return []
    kind = Kind.ITEM if section.number else Kind.PARAGRAPH
    return [replace(section.heading, kind=kind)]
