"""Small texts, read as a document and cut at their headings."""

from __future__ import annotations

from textwrap import dedent

from minutebook.importing.findings import FoundPerson
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.recognising.meeting.facts import MeetingFacts, facts_of
from minutebook.importing.recognising.outline.outline import Section, outline_of
from minutebook.importing.recognising.people.people import FoundPeople, people_in

NAME = "notes.txt"


def sections_of(text: str) -> tuple[Section, ...]:
    """Read a text as a file of that name would be."""
    return outline_of(read_plain(NAME, dedent(text).encode()).blocks)


def facts(text: str) -> MeetingFacts:
    """Find what a text says of its meeting."""
    return facts_of(NAME, sections_of(text))


def found_in(text: str) -> FoundPeople:
    """Find the people of a text."""
    return people_in(NAME, sections_of(text))


def people(text: str) -> tuple[str, ...]:
    """Write out the people of a text: `Jo Lee, Shelter (chair): present`."""
    return tuple(map(written, found_in(text).people))


def written(person: FoundPerson) -> str:
    """Write somebody as minutes would."""
    organisation = f", {person.organisation}" if person.organisation else ""
    role = f" ({person.role})" if person.role else ""
    return f"{person.name}{organisation}{role}: {person.attendance}"
