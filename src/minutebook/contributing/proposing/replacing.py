"""Words replaced in a file's own bytes, with everything around them as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minutebook.contributing.proposing.folded import folded
from minutebook.contributing.proposing.passages import Passage, with_text
from minutebook.reading import Entry
from minutebook.reading.read import read_bytes
from minutebook.reading.record_text import with_field
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.write import fields_of
from minutebook.records import Record

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """Some words of a file that are to be others."""

    entry: Entry[Any]
    text: str
    """The file as it is."""

    where: Passage
    words: str
    instead: str

    def done(self) -> str | None:
        """Give the file with the other words; None if it cannot be read with them.

        What is given reads back as the record with just these words changed.
        """
        source = self.entry.source
        if self.where.field == ("text",) and source.body is not None:
            start = self._start_of(source.body_line)
            return next(self._replaced(start, len(self.text)), None)
        span = next(folded(self.where.text).find(self.words))
        changed = with_text(
            fields_of(self.entry.record),
            self.where.field,
            span.replaced(self.where.text, self.instead),
        )
        wanted = _record(changed, self.entry)
        good = (one for one in self._tries(changed) if _reads_as(one, self.entry, wanted))
        return next(good, None)

    def _tries(self, changed: dict[str, Any]) -> Iterator[str]:
        """Replace the words wherever they stand among the fields; then a whole field."""
        source = self.entry.source
        start = self._start_of(source.start.line) if source.root else 0
        end = self._start_of(source.body_line) if source.body_line else len(self.text)
        if "\n" not in self.instead:
            yield from self._replaced(start, end)
        if not source.root:
            field = str(self.where.field[0])
            yield with_field(self.text, source.path, field, changed[field])

    def _replaced(self, start: int, end: int) -> Iterator[str]:
        """Put the other words in each place, with the line ends that the file has."""
        ending = "\r\n" if "\r\n" in self.text else "\n"
        words = self.instead.replace("\n", ending)
        above, part, below = self.text[:start], self.text[start:end], self.text[end:]
        for span in folded(part).find(self.words):
            yield f"{above}{span.replaced(part, words)}{below}"

    def _start_of(self, line: int | None) -> int:
        """Tell where a line begins, counted from one."""
        starts = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        return starts[min(line or 1, len(starts)) - 1]


def _record(data: dict[str, Any], entry: Entry[Any]) -> Record | None:
    folder, _, name = entry.source.path.rpartition("/")
    shape = FOLDERS[folder] if folder else REGISTERS[name.partition(".")[0]]
    read: Record | list[Any] = shape.read(data, entry.record.id, entry.source)
    return None if isinstance(read, list) else read


def _reads_as(text: str, entry: Entry[Any], wanted: Record | None) -> bool:
    """Whether a file has the record that is wanted, and all others as they were."""
    path, was = entry.source.path, entry.record
    now = read_bytes(text.encode(), path)
    before = read_bytes(entry.source.note.text.encode(), path)
    expected = [wanted if one.record == was else one.record for one in before.entries]
    return not now.problems and [one.record for one in now.entries] == expected
