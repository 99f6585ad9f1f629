"""What was agreed to be done, and what had been agreed before, in one walk.

Where minutes mark their actions, an unmarked `X will ...` is talk; where they mark none,
such sentences are all there is, and are given as hardly sure.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Confidence, FoundAction, ReviewedAction
from minutebook.importing.recognising.actions.candidates import Candidate, line_of
from minutebook.importing.recognising.actions.columns import Column
from minutebook.importing.recognising.actions.lines import marked_in
from minutebook.importing.recognising.actions.lists import has_form, listed_in
from minutebook.importing.recognising.actions.logs import CARRIED, NEW, is_log, is_old
from minutebook.importing.recognising.actions.lookback import with_reviews
from minutebook.importing.recognising.actions.owned_items import (
    OwnedItem,
    owned_in,
    surely_owned,
)
from minutebook.importing.recognising.actions.progress import progress_in
from minutebook.importing.recognising.actions.repeated import made_one, only_old
from minutebook.importing.recognising.actions.reviewed import (
    as_reviewed,
    reviewed_below,
    reviewed_row,
)
from minutebook.importing.recognising.actions.rows import actions_of_row, set_apart
from minutebook.importing.recognising.actions.spoken import led_in, promised_in
from minutebook.importing.recognising.actions.spreading import spread
from minutebook.importing.recognising.actions.tables import (
    Table,
    tables_of,
)
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.regrouped import with_lists
from minutebook.importing.recognising.outline.roles import Role
from minutebook.problems import Problem

_LIST_IN_ANNEX = re.compile(
    r".*\b(?:summary\s+of\s+actions|actions?\s+(?:points?|list|summary|table|log|items?)"
    r"|list\s+of\s+actions|actions\s*$)\b.*",
    re.IGNORECASE,
)
_WE = re.compile(r"(?:the\s+)?(?:members|attendees|participants)", re.IGNORECASE)
"""Who holds the meeting, and so is nobody whose turn it is."""

_AGENDA = re.compile(r"\bagenda\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """What a document says is to be done, and was to be done."""

    actions: tuple[FoundAction, ...] = ()
    reviewed: tuple[ReviewedAction, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Gathering:
    """What the walk has found so far."""

    known: Known
    candidates: list[Candidate] = field(default_factory=list)
    reviewed: list[ReviewedAction] = field(default_factory=list)
    said: list[Block] = field(default_factory=list)
    """The running text of the minutes."""

    owned: list[OwnedItem] = field(default_factory=list)
    listings: int = 0

    def section(self, section: Section) -> None:
        """Gather from one section what its heading lets expect."""
        role = _role(section)
        if role is Role.NEXT and _is_agenda(section):
            return
        self._heading(section)
        if role is Role.REVIEWED:
            self.reviewed.extend(reviewed_below(section, self.known))
            self._new_rows(section)
            self._marked(section)
            self.said.extend(_said_besides(section.blocks, self.known))
            return
        if role is Role.ACTIONS:
            self.listings += 1
            self._list(section)
            self.said.extend(self._untaken(section))
        tables = self._tables(section, of_actions=role is Role.ACTIONS)
        if role is Role.ACTIONS:
            return
        said = spread(section.blocks, tables)
        for entry in marked_in(said, self.known):
            self._sort(entry)
        if role in {Role.OPENING, Role.BODY}:
            self.candidates.extend(set_apart(section.blocks, tables, self.known))
        if role is Role.BODY:
            self.owned.extend(owned_in(section.blocks, self.known))
        if role in {Role.OPENING, Role.BODY, Role.DECISIONS}:
            self._orders(said)
        if role in {Role.OPENING, Role.BODY}:
            self.said.extend(said)

    def _heading(self, section: Section) -> None:
        """Read a heading that is an action itself: `Action: Ann to book the hall`."""
        if section.heading is None or section.role is Role.ACTIONS:
            return
        block = section.heading
        found = [*marked_in((block,), self.known)]
        if not found and section.role is Role.BODY:
            found = [*led_in((block,), self.known)]
        for entry in found:
            self._sort(entry)

    def settle(self) -> None:
        """Take the items that end with their owners, now that all are known."""
        taken = {entry.line for entry in self.candidates}
        for entry in surely_owned(self.owned):
            if entry.line not in taken:
                self._sort(entry)

    def _list(self, section: Section) -> None:
        """Read a list of actions; where some are finished, carried ones are old too."""
        entries = [*listed_in(section, self.known, self.listings)]
        log = any(entry.is_finished for entry in entries)
        for entry in entries:
            found = _old_of_log(entry) if log else None
            if found:
                self.reviewed.append(found)
            else:
                self._sort(entry)

    def _untaken(self, section: Section) -> Iterator[Block]:
        """Give the running text below a heading of actions that is none in itself."""
        taken = sorted(
            [entry.line for entry in self.candidates]
            + [old.line for old in self.reviewed]
        )
        for block in section.blocks:
            at = bisect_left(taken, block.line)
            free = at == len(taken) or taken[at] > block.end
            if block.kind is Kind.PARAGRAPH and free:
                yield block

    def _sort(self, entry: Candidate) -> None:
        """Put what is finished with what was looked at again."""
        answered = entry.confidence is Confidence.MEDIUM and entry.status is not None
        if not (entry.is_finished or answered):
            self.candidates.append(entry)
            return
        old = as_reviewed(entry)
        if old:
            self.reviewed.append(old)

    def _tables(self, section: Section, *, of_actions: bool) -> list[Table]:
        """Read the tables of a section; give those that were read."""
        read: list[Table] = []
        for table in tables_of(section.blocks, self.known, of_actions=of_actions):
            annexed = _role(section) in {Role.ADDENDUM, Role.PEOPLE, Role.NEXT}
            if annexed or not (table.is_of_actions or table.is_of_minutes or of_actions):
                continue
            self.listings += 1
            read.append(table)
            log = is_log(table)
            for row in table.rows:
                if table.looks_back or (log and is_old(row)):
                    old = reviewed_row(row, self.known)
                    self.reviewed.extend([old] if old else [])
                    continue
                listing = 0 if table.is_of_minutes else self.listings
                self.candidates.extend(actions_of_row(row, table, self.known, listing))
        return read

    def _new_rows(self, section: Section) -> None:
        """Take the rows of an old action table that are called new."""
        self.listings += 1
        for table in tables_of(section.blocks, self.known, of_actions=True):
            for row in table.rows:
                status = row.cells.get(Column.STATUS, "")
                if NEW.match(status):
                    self.candidates.extend(
                        actions_of_row(row, table, self.known, self.listings)
                    )

    def _marked(self, section: Section) -> None:
        """Take new actions out of a section that looks back."""
        taken = {old.line for old in self.reviewed}
        texts = {block.line: block.text for block in section.blocks}
        for entry in marked_in(section.blocks, self.known):
            if entry.line not in taken or _is_inside(entry, texts):
                self.candidates.append(entry)

    def _orders(self, said: Sequence[Block]) -> None:
        """Take sentences that are orders, and no part of an action already found."""
        claimed = sorted((entry.line, entry.words) for entry in self.candidates)
        for block in said:
            first = bisect_left(claimed, (block.line, ""))
            last = bisect_left(claimed, (block.end + 1, ""))
            for entry in led_in((block,), self.known):
                if not any(
                    entry.words in words or words in entry.words
                    for _, words in claimed[first:last]
                ):
                    self._sort(entry)


def promises_in(sections: Sequence[Section], known: Known) -> Promises:
    """Find all actions of a document, new and old, each once."""
    sections = with_reviews(with_lists(sections, known))
    gathering = _Gathering(known=known)
    for section in sections:
        gathering.section(section)
    gathering.settle()
    marked = any(e.confidence is Confidence.HIGH for e in gathering.candidates)
    gathering.candidates.extend(promised_in(gathering.said, known, marked=marked))
    numbered = _with_items(gathering.candidates, sections)
    kept, problems = made_one(numbered, known)
    reviewed = only_old(gathering.reviewed, kept, known)
    return Promises(
        actions=tuple(_found(entry) for entry in kept),
        reviewed=tuple(sorted(reviewed, key=lambda old: old.line)),
        problems=tuple(problems),
    )


def _with_items(
    candidates: Sequence[Candidate], sections: Sequence[Section]
) -> list[Candidate]:
    """Tell of each action in the text below which numbered item it stands."""
    numbers = sorted(
        (section.heading.line, section.number)
        for section in sections
        if section.heading is not None and section.number
    )
    lines = [line for line, _ in numbers]
    found: list[Candidate] = []
    for entry in candidates:
        at = bisect_right(lines, entry.line)
        item = numbers[at - 1][1] if at and not entry.listing else entry.item
        found.append(replace(entry, item=item))
    return found


def _found(entry: Candidate) -> FoundAction:
    promise = entry.promise
    asked = entry.confidence is Confidence.LOW
    return FoundAction(
        text=promise.text,
        owners=tuple(one for one in promise.owners if asked or not _WE.fullmatch(one)),
        due=promise.due.date if promise.due else None,
        due_text=promise.due.text if promise.due else None,
        line=entry.line,
        confidence=entry.confidence,
    )


def _old_of_log(entry: Candidate) -> ReviewedAction | None:
    """Take an entry of a list of which some are finished, if it tells how it goes on."""
    if entry.status is not None:
        return as_reviewed(entry) if CARRIED.match(entry.status) else None
    words, progress = progress_in(entry.words)
    if progress is None or entry.is_finished:
        return None
    return as_reviewed(replace(entry, words=words, status=progress))


def _said_besides(blocks: Sequence[Block], known: Known) -> Iterator[Block]:
    """Give what a look back says behind a first sentence: `No reply. Ann will ring.`."""
    for block in blocks:
        first, *others = sentences_of(block.text) or ("",)
        if others and block.kind is not Kind.ROW and not has_form(first, known):
            rest = " ".join(others)
            yield replace(block, text=rest, line=line_of(block, rest))


def _role(section: Section) -> Role:
    """Tell what a section holds; an annex of actions is a list of actions."""
    if section.role is Role.ADDENDUM and _LIST_IN_ANNEX.match(section.title):
        return Role.ACTIONS
    return section.role


def _is_agenda(section: Section) -> bool:
    titles = (section.title, *section.path)
    return any(_AGENDA.search(title) for title in titles)


def _is_inside(entry: Candidate, texts: Mapping[int, str]) -> bool:
    """Whether a mark stands within a paragraph and not at its beginning."""
    text = texts.get(entry.line, "")
    return bool(text) and entry.words not in text[: len(entry.words) + _MARK_LENGTH]


_MARK_LENGTH = 30
"""Signs that a mark may take before the words of its action."""
