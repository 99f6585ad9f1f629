"""Where lists of people stand in a document, and what stands over them.

Below a heading or behind a label (`Present: ...`), one a line or run on, in tables; and
in the first lines, where the chair has a line for herself.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.language.names import is_full_name
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.people.entry_lines import NO_LIST
from minutebook.importing.recognising.people.labels import label_of
from minutebook.importing.recognising.people.listed import Listed
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.walking import Walk

_LONGEST_ENTRY = 160
_FIRST_SECTIONS = 5


def rosters_in(sections: Sequence[Section], known: frozenset[str]) -> list[Listed]:
    """Find all lists of people, in their order."""
    walk = Walk(known=known)
    after_people = False
    for at, section in enumerate(sections):
        listing = section.role in {Role.OPENING, Role.PEOPLE}
        listing = listing or (after_people and _is_of_people(section))
        stray = after_people and _is_stray(section)
        if listing or stray:
            walk.section(section, is_stray=stray and not listing)
        else:
            walk.tables(section)
            if at < _FIRST_SECTIONS:
                walk.fields(section)
        after_people = (listing and section.role is not Role.OPENING) or stray
    return walk.found


def _is_of_people(section: Section) -> bool:
    """Whether a heading that follows lists of people has one more: `Secretariat`."""
    label = label_of(section.title)
    plain = section.role is Role.BODY and not section.number
    return plain and label is not None and all(map(_is_short, section.blocks))


def _is_stray(section: Section) -> bool:
    """Whether a heading is in truth an entry of the list above it, set apart by gaps."""
    if section.heading is None or section.number or section.heading.kind is Kind.HEADING:
        return False
    if section.role is not Role.BODY or not all(map(_is_short, section.blocks)):
        return False
    entry = read_person(section.heading.text)
    return entry is not None and is_full_name(entry.name)


def _is_short(block: Block) -> bool:
    return len(block.text) <= _LONGEST_ENTRY and not NO_LIST.search(block.text)
