"""Where lists of people stand in a document, and what stands over them.

Below a heading or behind a label (`Present: ...`), one a line or run on, in tables; and
in the first lines, where the chair has a line for herself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.dates import dates_in
from minutebook.importing.recognising.grids import (
    is_table_of_people,
    people_of_table,
)
from minutebook.importing.recognising.labels import Label, field_of, label_of
from minutebook.importing.recognising.listed import Listed
from minutebook.importing.recognising.names import (
    is_full_name,
    is_one_name,
    is_person_like,
)
from minutebook.importing.recognising.outline import Section
from minutebook.importing.recognising.person import Entry, read_person
from minutebook.importing.recognising.roles import Role
from minutebook.importing.recognising.runs import (
    entries_of_run,
    handle_of,
    initials_of_run,
    people_of_run,
)
from minutebook.importing.recognising.sentences import sentences_of
from minutebook.importing.recognising.ticks import Tick, tick_of
from minutebook.importing.recognising.vocabulary import is_role_like

_LONGEST_ENTRY = 160
_MANY_WORDS = 14
_FEW = 2
_FIRST_SECTIONS = 5
_SEVERAL_FIELDS = re.compile(
    r"(?<=[.;|])\s+(?=[A-Za-z][\w -]{2,30}?(?::\s|\s[-–=]\s))"
)
_NO_LIST = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|noted|welcomed|thanked|agreed|reported"
    r"|explained|said|apologised)\b"
)


def rosters_in(sections: Sequence[Section], known: frozenset[str]) -> list[Listed]:
    """Find all lists of people, in their order."""
    walk = _Walk(known=known)
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
    return len(block.text) <= _LONGEST_ENTRY and not _NO_LIST.search(block.text)


@dataclass(slots=True, kw_only=True)
class _Walk:
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
        for blocks in _together(_unwrapped(section.blocks)):
            if blocks[0].kind is Kind.ROW:
                self._table(blocks)
            else:
                alone = len(section.blocks) == 1
                self._block(blocks[0], alone=alone)

    def tables(self, section: Section) -> None:
        """Read tables of people in a section that is about something else."""
        if section.role is not Role.BODY:
            return
        for blocks in _together(section.blocks):
            if blocks[0].kind is Kind.ROW and is_table_of_people(blocks):
                self._below(label_of(section.title))
                self._table(blocks)
            elif blocks[0].kind is Kind.ROW and not section.number:
                given = field_of(blocks[0].cells[0]) if blocks[0].cells else None
                label = label_of(given[0]) if given else None
                if given and label and label.attended and is_full_name(_head(given[1])):
                    self._table(blocks)
        self._below(None)

    def fields(self, section: Section) -> None:
        """Read `Present: ...` below a heading that is the name of the group."""
        if section.role is not Role.BODY or section.number:
            return
        for block in section.blocks:
            for piece in _fields_of(block.text) if block.kind is not Kind.ROW else ():
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
        for piece in _fields_of(block.text):
            self._line(replace(block, text=piece), alone=alone)

    def _line(self, block: Block, *, alone: bool) -> None:
        given = field_of(block.text)
        label = label_of(given[0]) if given else None
        if given and label and not _tells_no_names(label, given[1]):
            self._labelled(block, label, given[1])
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

    def _is_ticked_person(self, block: Block) -> bool:
        """Whether a box stands before a full name: a list of those who came begins."""
        entry = read_person(block.text, self.known)
        return entry is not None and is_full_name(entry.name)

    def _labelled(self, block: Block, label: Label, value: str) -> None:
        if label.role:
            self._holders(block, label, value)
        else:
            value = " ".join(s for s in sentences_of(value) if not _is_prose(s))
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
        entries = people_of_run(value, self.known)
        single = read_person(value, self.known)
        singles = all(is_one_name(entry.name) for entry in entries)
        one = len(entries) == _FEW and not singles
        if single and one and not re.search(r";|\band\b|&", value):
            entries = [single]
        letters = re.fullmatch(r"[A-Z]{2,4}", value.strip())
        if letters:
            entries = [Entry(name=value.strip())]
        handle = handle_of(value)
        if handle and not entries:
            entries = [handle]
        away = self.headed and self.label and self.label.attended in _AWAY
        attended = self.label.attended if away and self.label else None
        for entry in entries:
            if letters or handle or (is_person_like(entry.name) and not _is_prose(value)):
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
                [_of(entry, given[0]) for entry in people],
                block.line,
            )
        elif self.label and _ABOUT_THE_MEETING.match(given[0]):
            self._below(None)

    def _people(self, block: Block, *, alone: bool) -> None:
        text = block.text
        if _is_prose(text):
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
        heads = [_head(part) for part in parts]
        names = sum(map(is_full_name, heads))
        sure = ";" in text or names > _FEW or re.search(r"\)\s*(?:,|and|&)\s", text)
        several = len(parts) > 1 and names >= len(parts) - 1 and names > 1
        bare = re.sub(r"\([^()]*\)", "", text)
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
                    entry=entry,
                    attended=self.label.attended
                    or (Attended.PRESENT if self.label.role else Attended.UNKNOWN),
                    line=line,
                    label=self.label.text,
                    role=self.label.office,
                    run=-1 if self.label.role else self.run,
                )
            )


_AWAY = frozenset({Attended.APOLOGIES, Attended.ABSENT})
_ABOUT_THE_MEETING = re.compile(
    r"(?:date|time|venue|location|place|where|when|held|meeting|subject|title|agenda|group"
    r"|committee|start|finish|end|next|published|issued|circulated|version|status|purpose"
    r"|ref|reference|from|to|cc|copies|distribution|apologies)\b",
    re.IGNORECASE,
)


def _of(entry: Entry, label: str) -> Entry:
    """Give somebody the organisation that stands before the colon, if it is one."""
    group = entry.organisation or entry.role or label.isupper()
    return entry if group else replace(entry, organisation=label)


def _head(text: str) -> str:
    return re.split(r"\s*[(\[,]|\s+[-–—]\s+", text)[0]


def _fields_of(text: str) -> list[str]:
    """Cut a line at the labels in it: `Chair: Jo Lee. Notes: Sam Patel.`"""
    first, *others = _SEVERAL_FIELDS.split(text)
    pieces = [first]
    for one in others:
        if label_of((field_of(one) or ("", ""))[0]):
            pieces[-1] = pieces[-1].rstrip(" ;|")
            pieces.append(one)
        else:
            pieces[-1] += f" {one}"
    return pieces


def _tells_no_names(label: Label, value: str) -> bool:
    """Whether what stands behind a label cannot be who came.

    `Minutes: Thursday 4 May` is a title; `Residents: the path is dark` is a subject.
    """
    if label.role == "minute taker" and dates_in(value, 2000):
        return True
    if not label.is_side:
        return False
    entries = people_of_run(value)
    full = sum(is_full_name(entry.name) for entry in entries)
    return _is_prose(value) or 2 * full < len(entries) or not full


def _is_prose(text: str) -> bool:
    """Whether a text is a sentence and no list."""
    bare = re.sub(r"\([^()]*\)", "", text)
    long = len(bare.split()) > _MANY_WORDS and not re.search(r"[,;]", bare)
    return long or _NO_LIST.search(bare) is not None


def _together(blocks: Sequence[Block]) -> Iterator[list[Block]]:
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


def _unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """Join a line to the one before that ends at a comma: the list goes on."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        open_end = above is not None and re.search(r"(?:,|;|\band|&)$", above.text)
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


def ticked(listed: Sequence[Listed]) -> list[Listed]:
    """Say of each entry of a list with boxes whether its box was ticked."""
    runs = {one.run for one in listed if one.entry.tick is Tick.YES}
    return [_of_box(one, in_use=one.run in runs) for one in listed]


def _of_box(listed: Listed, *, in_use: bool) -> Listed:
    tick = listed.entry.tick
    if tick is Tick.NO or (tick is Tick.EMPTY and in_use):
        away = listed.attended if listed.attended in _AWAY else Attended.ABSENT
        return replace(listed, attended=away)
    if tick is Tick.EMPTY:
        return replace(listed, attended=Attended.UNKNOWN)
    return listed
