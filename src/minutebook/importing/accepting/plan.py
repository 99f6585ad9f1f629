"""What accepting a draft does to the notes: which files are new, which gain a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from minutebook.book import Book
from minutebook.book.acronyms import known_words
from minutebook.book.names import PartyKind, fold
from minutebook.changing.change import Change
from minutebook.changing.naming import unused
from minutebook.changing.paths import path_of
from minutebook.changing.registers import with_entries
from minutebook.importing.accepting.drafts import Drafts
from minutebook.importing.accepting.explained import terms_in
from minutebook.importing.accepting.parties import Parties
from minutebook.importing.accepting.raising import raised_again
from minutebook.reading import write_record
from minutebook.records import (
    Concern,
    Group,
    Meeting,
    Organisation,
    Person,
    Record,
    Term,
    Theme,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A change, and what was decided on the way to it."""

    change: Change
    notices: tuple[str, ...]


def plan(
    drafts: Drafts, book: Book, notes: Path, again: Mapping[str, Concern]
) -> Planned:
    """Work out the change that takes a draft into the book.

    `again` gives for the ids of some concerns the one of the book that was raised again.
    """
    parties = Parties(book=book)
    group = known_group(drafts, book)
    known = {theme.id: _known_theme(theme, book) for theme in drafts.themes}
    themes = {draft: other or draft for draft, other in known.items()}
    concerns = _concerns(drafts, book, again, themes)
    meeting = _meeting(drafts, group, concerns)
    parties.add_those_of(meeting)
    actions = [
        replace(one, owners=parties.owners(one.owners, meeting)) for one in drafts.actions
    ]
    records: list[Record] = [meeting, *actions, *drafts.decisions]
    records += [one for key, one in concerns.items() if key not in again]
    records += [one for one in drafts.themes if known[one.id] is None]
    records += [one for one in drafts.groups if group is None or group.id == one.id]
    added = {path_of(one): write_record(one) for one in records}
    edited: dict[str, tuple[str, str]] = {}
    terms = tuple(terms_in("\n".join(added.values()), known_words(book)))
    for entries in (parties.organisations, parties.people, terms):
        register(notes, entries, added, edited)
    _raise_again(notes, book, drafts, again, edited)
    return Planned(
        change=Change(added=added, edited=edited), notices=tuple(parties.notices)
    )


def known_group(drafts: Drafts, book: Book) -> Group | None:
    """Find the group of the book that a draft means; its own group if there is none."""
    own = next(iter(drafts.groups), None)
    if own is None:
        return book.groups.get(drafts.meeting.group or "")
    party = book.names.find(own.title)
    if party and party.kind is PartyKind.GROUP:
        return book.groups.get(party.id)
    return book.groups.get(own.id) or own


def _meeting(
    drafts: Drafts, group: Group | None, concerns: Mapping[str, Concern]
) -> Meeting:
    """Give the note its group, and its links their way to where concerns stand."""
    text = drafts.meeting.text
    for draft, concern in concerns.items():
        if draft != concern.id:
            here = re.escape(f"](../concerns/{draft}.md")
            text = re.sub(here, f"](../concerns/{concern.id}.md", text)
    return replace(
        drafts.meeting, group=group.id if group else drafts.meeting.group, text=text
    )


def _concerns(
    drafts: Drafts,
    book: Book,
    again: Mapping[str, Concern],
    themes: Mapping[str, str],
) -> dict[str, Concern]:
    """Give for each draft the concern it becomes, under an id that nobody has."""
    taken = {one.id for one in book.concerns}
    taken |= {alias for one in book.concerns for alias in one.aliases}
    found: dict[str, Concern] = {}
    for draft in drafts.concerns:
        if draft.id in again:
            found[draft.id] = again[draft.id]
            continue
        new = unused(draft.id, taken.__contains__)
        taken.add(new)
        of = tuple(dict.fromkeys(themes.get(theme, theme) for theme in draft.themes))
        found[draft.id] = replace(draft, id=new, themes=of)
    return found


def _known_theme(theme: Theme, book: Book) -> str | None:
    """Find the theme of the book with that name or id."""
    wanted = fold(theme.title)
    for other in book.themes:
        if wanted in {fold(name) for name in (other.title, *other.also_called)}:
            return other.id
    return theme.id if book.themes.get(theme.id) else None


def register(
    notes: Path,
    entries: Sequence[Organisation | Person | Term],
    added: dict[str, str],
    edited: dict[str, tuple[str, str]],
) -> None:
    """Add new entries to their register, as a new file or as more lines of the old."""
    found = with_entries(notes, entries)
    if found is None:
        return
    name, before, after = found
    if before is None:
        added[name] = after
    else:
        edited[name] = (before, after)


def _raise_again(
    notes: Path,
    book: Book,
    drafts: Drafts,
    again: Mapping[str, Concern],
    edited: dict[str, tuple[str, str]],
) -> None:
    for draft in drafts.concerns:
        concern = again.get(draft.id)
        if concern is None:
            continue
        path, before, after = raised_again(notes, book, concern, draft.raised[0], edited)
        edited[path] = (before, after)
