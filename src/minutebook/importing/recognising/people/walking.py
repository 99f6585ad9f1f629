"""The way down the blocks that list people, below one label after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.actions.together import (
    rows_together,
    runs_unwrapped,
)
from minutebook.importing.recognising.language.names import (
    is_full_name,
    is_one_name,
    is_person_like,
)
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.language.vocabulary import (
    is_organisation_like,
    is_role_like,
)
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.people.bare_names import handle_of, initials_of_run
from minutebook.importing.recognising.people.boxes import AWAY
from minutebook.importing.recognising.people.entry import Entry
from minutebook.importing.recognising.people.entry_lines import (
    fields_in,
    holders_in,
    is_prose,
    name_in,
    tells_no_names,
    with_organisation,
)
from minutebook.importing.recognising.people.grids import (
    is_table_of_people,
    people_of_table,
)
from minutebook.importing.recognising.people.labels import Label, field_of, label_of
from minutebook.importing.recognising.people.listed import Listed
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.runs import entries_of_run, people_of_run
from minutebook.importing.recognising.people.ticks import tick_of

_FEW = 2


@dataclass(slots=True, kw_only=True)
class Walk:
    """Goes down the blocks and remembers the label it is below."""

    known: frozenset[str]
    label: Label | None = None
    headed: bool = False
    """Whether the label is a heading, and so stands over all of its section."""

    inline: bool = False
    """Whether people stand behind the label itself, so that nothing below is its own."""

    initials: bool = False
    """Whether people are listed by their initials alone in this document."""

    singles: bool = False
    """Whether people of one name stand one behind the other in this document."""

    run: int = 0
    found: list[Listed] = field(default_factory=list)

    def section(self, section: Section, *, is_stray: bool) -> None:
        """Read a section that lists people."""
        if is_stray and section.heading:
            self._entry(section.heading)
        elif section.role is not Role.OPENING:
            label = label_of(section.title) or Label(attended=Attended.PRESENT)
            self._below(label, headed=True)
        else:
            self._below(None)
        for blocks in rows_together(runs_unwrapped(section.blocks)):
            if blocks[0].kind is Kind.ROW:
                self._table(blocks)
            else:
                alone = len(section.blocks) == 1
                self._block(blocks[0], alone=alone)

    def tables(self, section: Section) -> None:
        """Read tables of people in a section that is about something else."""
        if section.role is not Role.BODY:
            return
        for blocks in rows_together(section.blocks):
            if blocks[0].kind is Kind.ROW and is_table_of_people(blocks):
                self._below(label_of(section.title))
                self._table(blocks)
            elif blocks[0].kind is Kind.ROW and not section.number:
                given = field_of(blocks[0].cells[0]) if blocks[0].cells else None
                label = label_of(given[0]) if given else None
                if given and label and label.attended and is_full_name(name_in(given[1])):
                    self._table(blocks)
        self._below(None)

    def fields(self, section: Section) -> None:
        """Read `Present: ...` below a heading that is the name of the group."""
        if section.role is not Role.BODY or section.number:
            return
        for block in section.blocks:
            for piece in fields_in(block.text) if block.kind is not Kind.ROW else ():
                given = field_of(piece)
                label = label_of(given[0]) if given else None
                plain = label and label.attended and not label.is_side
                if given and label and plain:
                    self._labelled(block, label, given[1])
        self._below(None)

    def _below(self, label: Label | None, *, headed: bool = False) -> None:
        self.label = label
        self.headed = headed
        self.inline = False
        self.run += 1

    def _table(self, rows: Sequence[Block]) -> None:
        self.run += 1
        rows = self._without_label(rows)
        certain = self.label is not None or is_table_of_people(rows)
        over = self.label if self.label and self.label.attended else None
        for seat in people_of_table(rows, over):
            if certain or seat.role:
                listed = Listed(
                    entry=seat.entry,
                    attended=seat.attended or Attended.UNKNOWN,
                    line=seat.line,
                    label=seat.label,
                    role=seat.role,
                    run=self.run,
                )
                self.found.append(listed)
        self.run += 1

    def _without_label(self, rows: Sequence[Block]) -> Sequence[Block]:
        """Take the label out of a first cell such as `Present: Jo Lee`."""
        given = field_of(rows[0].cells[0]) if rows[0].cells else None
        label = label_of(given[0]) if given else None
        if not given or not label or not label.attended:
            return rows
        self._below(label)
        cells = (given[1], *rows[0].cells[1:])
        return [replace(rows[0], cells=cells), *rows[1:]]

    def _block(self, block: Block, *, alone: bool) -> None:
        for piece in fields_in(block.text):
            self._line(replace(block, text=piece), alone=alone)

    def _line(self, block: Block, *, alone: bool) -> None:
        given = field_of(block.text)
        label = label_of(given[0]) if given else None
        if given and label and not tells_no_names(label, given[1]):
            self._labelled(block, label, given[1])
        elif self._is_whose_people(block):
            self._below(self._of_organisation(block.text.rstrip(": ")))
        elif self._is_label_over(block):
            self._below(label_of(block.text))
        elif given and not self._is_entry(given):
            self._other_field(block, given)
        elif self.label:
            self._people(block, alone=alone)
        elif tick_of(block.text)[0] and self._is_ticked_person(block):
            self._below(Label(attended=Attended.PRESENT))
            self._people(block, alone=False)

    def _is_label_over(self, block: Block) -> bool:
        """Whether a line is a label for what stands below it."""
        label = label_of(block.text)
        if label is None or is_full_name(block.text):
            return False
        return not label.is_side or self.label is not None

    def _is_whose_people(self, block: Block) -> bool:
        """Whether a line is an organisation whose people follow: `Ashgrove Homes:`."""
        name = block.text.rstrip(": ")
        return (
            self.label is not None
            and self.label.attended is Attended.PRESENT
            and block.text.endswith(":")
            and label_of(name) is None
            and is_organisation_like(name)
        )

    def _of_organisation(self, name: str) -> Label:
        """Make a label of an organisation; below members without any, it is a guest."""
        above = [one for one in self.found if one.run == self.run]
        members = above and not any(one.entry.organisation for one in above)
        first = self.label is not None and self.label.organisation is None
        guests = Attended.OFFICIAL if members and first else None
        attended = guests or (self.label.attended if self.label else None)
        return Label(attended=attended, text=name, organisation=name)

    def _names_organisations(self) -> bool:
        """Whether all people so far have a line each that says where they come from."""
        above = [one.entry for one in self.found if one.run >= 0]
        return len(above) > _FEW and all(one.organisation or one.role for one in above)

    def _is_ticked_person(self, block: Block) -> bool:
        """Whether a box stands before a full name: a list of those who came begins."""
        entry = read_person(block.text, self.known)
        return entry is not None and is_full_name(entry.name)

    def _labelled(self, block: Block, label: Label, value: str) -> None:
        if label.role:
            self._holders(block, label, value)
        else:
            value = " ".join(s for s in sentences_of(value) if not is_prose(s))
            self._below(label)
            self.inline = True
            inner = field_of(value)
            if inner and not self._is_entry(inner):
                self._other_field(block, inner)
            else:
                initials = initials_of_run(value, fewest=1 if self.initials else _FEW)
                self.initials = self.initials or bool(initials)
                self._add(initials or people_of_run(value, self.known), block.line)

    def _holders(self, block: Block, label: Label, value: str) -> None:
        """Read who holds a role: `Chair: Jo Lee, Shelter`."""
        away = self.headed and self.label and self.label.attended in AWAY
        attended = self.label.attended if away and self.label else None
        for entry in holders_in(value, self.known):
            self.found.append(
                Listed(
                    entry=entry,
                    attended=attended or Attended.PRESENT,
                    line=block.line,
                    label=label.text,
                    role=label.office,
                    run=-1,
                )
            )

    def _is_entry(self, given: tuple[str, str]) -> bool:
        """Whether what looks like a field is an entry: `Jo Lee: Shelter`."""
        return is_full_name(given[0]) or (
            is_role_like(given[0])
            and is_full_name(re.split(r"[,(]", given[1])[0].strip())
        )

    def _other_field(self, block: Block, given: tuple[str, str]) -> None:
        """Read `Shelter: Jo Lee, Sam Patel`; any other field ends the list above it."""
        people = people_of_run(given[1], self.known)
        people = (
            [replace(e, role=e.role or given[0]) for e in people]
            if is_role_like(given[0])
            else people
        )
        named = bool(people) and all(is_full_name(entry.name) for entry in people)
        if named and self.inline and is_role_like(given[0]):
            self._below(Label(attended=Attended.PRESENT))
        if self.label and named and not _ABOUT_THE_MEETING.match(given[0]):
            self._add(
                [with_organisation(entry, given[0]) for entry in people],
                block.line,
            )
        elif self.label and _ABOUT_THE_MEETING.match(given[0]):
            self._below(None)

    def _people(self, block: Block, *, alone: bool) -> None:
        text = block.text
        if is_prose(text):
            return
        entries = self._read(text, alone=alone)
        handle = None if entries or block.kind is not Kind.ITEM else handle_of(text)
        entries = [handle] if handle else entries
        if not entries and not block.tight:
            return
        self._add(entries, block.line)

    def _read(self, text: str, *, alone: bool) -> list[Entry]:
        """Read a line of a list: one person, or several one behind the other."""
        parts = entries_of_run(text, self.known)
        heads = [name_in(part) for part in parts]
        names = sum(map(is_full_name, heads))
        sure = ";" in text or names > _FEW or re.search(r"\)\s*(?:,|and|&)\s", text)
        several = len(parts) > 1 and names >= len(parts) - 1 and names > 1
        bare = re.sub(r"\([^()]*\)", "", text)
        if len(parts) == _FEW and " and " not in bare and self._names_organisations():
            several = False
        if several and (sure or alone or " and " in bare):
            return people_of_run(text, self.known)
        singles = all(is_one_name(head) and is_person_like(head) for head in heads)
        if len(parts) > _FEW and alone and not re.search(r"\(", text):
            self.singles = self.singles or singles
            return people_of_run(text, self.known)
        if singles and (len(parts) > _FEW or (len(parts) == _FEW and self.singles)):
            self.singles = True
            return people_of_run(text, self.known)
        single = read_person(text, self.known)
        return [single] if single else []

    def _entry(self, block: Block) -> None:
        if self.label is None:
            return
        entry = read_person(block.text, self.known)
        self._add([entry] if entry else [], block.line)

    def _add(self, entries: Sequence[Entry], line: int) -> None:
        if self.label is None:
            return
        for entry in entries:
            self.found.append(
                Listed(
                    entry=replace(
                        entry,
                        organisation=entry.organisation or self.label.organisation,
                    ),
                    attended=self.label.attended
                    or (Attended.PRESENT if self.label.role else Attended.UNKNOWN),
                    line=line,
                    label=self.label.text,
                    role=self.label.office,
                    run=-1 if self.label.role else self.run,
                )
            )


_ABOUT_THE_MEETING = re.compile(
    r"(?:date|time|venue|location|place|where|when|held|meeting|subject|title|agenda|group"
    r"|committee|start|finish|end|next|published|issued|circulated|version|status|purpose"
    r"|ref|reference|from|to|cc|copies|distribution|apologies)\b",
    re.IGNORECASE,
)
