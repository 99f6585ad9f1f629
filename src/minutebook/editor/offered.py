"""Which records a site offers to those without an account: what is shown whole.

A page shows what its audience may see. The record behind it may say more: in a comment,
in a link that is plain text on the page, in the id of something hidden. Such a record is
not offered, and neither is the register of people, unless they have pages.

Records are offered in parts, so that somebody who changes one loads a few others with it
and not the whole book. A list tells which part each is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook.book import Book, Leads, follow
from minutebook.book.references import Refers, references
from minutebook.editor.records import LISTED_BY, Said, as_json
from minutebook.reading import Entry
from minutebook.reading.shapes import REGISTERS

_IN_A_PART = 50
"""Records in a part: a megabyte, if all of them are long notes."""

_UNSEEN = re.compile(r"<!--|^ {0,3}\[[^\]]*\]:", re.MULTILINE)
"""What of a text is on no page: comments, and where links lead that may not be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A book cut to those who may see it, and the whole of it."""

    seen: Book
    whole: Book

    def parts(self) -> range:
        """Give the numbers of the parts; the first holds the registers."""
        return range(1 + -(-len(self.seen.entries) // _IN_A_PART))

    def listed(self) -> Mapping[str, Said]:
        """Tell of each file which part it is in, and by what records are listed."""
        found: dict[str, Said] = {}
        for number in self.parts():
            for path, said in self.part(number).items():
                shown = {name: said[name] for name in LISTED_BY if name in said}
                found[path] = {"part": number, **(shown if number else {})}
        return found

    def part(self, number: int) -> Mapping[str, Said]:
        """Give what the records of a part say, by the paths of their files."""
        if number == 0:
            return self._registers()
        start = (number - 1) * _IN_A_PART
        some = self.seen.entries[start : start + _IN_A_PART]
        return {entry.source.path: as_json(entry.record) for entry in self._shown(some)}

    def _registers(self) -> Mapping[str, Said]:
        found: dict[str, Said] = {}
        for entry in self.seen.entries:
            path = entry.source.path
            name = path.removesuffix(".yml")
            if name in REGISTERS and (name != "people" or self.seen.names_people):
                found.setdefault(path, {})[entry.record.id] = as_json(entry.record)
        return found

    def _shown(self, entries: tuple[Entry[Any], ...]) -> Iterator[Entry[Any]]:
        """Give the records of which nothing is kept from those who see their pages."""
        for entry in entries:
            is_file = entry.source.path.endswith(".md")
            if is_file and self._is_uncut(entry) and self._leads_to_what_is_shown(entry):
                yield entry

    def _is_uncut(self, entry: Entry[Any]) -> bool:
        """Whether a record is the one of the whole book, and its text is all shown."""
        record = entry.record
        texts = [getattr(record, "text", "")]
        texts += [addendum.text for addendum in getattr(record, "addenda", ())]
        is_whole = entry.record == self.whole.entry(record).record
        return is_whole and not any(map(_UNSEEN.search, texts))

    def _leads_to_what_is_shown(self, entry: Entry[Any]) -> bool:
        """Whether all that a record names or links to is shown as well."""
        known = {
            Refers.MEETING: self.seen.meetings.get,
            Refers.THEME: self.seen.themes.get,
            Refers.CONCERN: self.seen.concerns.get,
            Refers.ACTION: self.seen.actions.get,
            Refers.GROUP: self.seen.groups.get,
        }
        for named in references(entry.record):
            if named.refers in known and known[named.refers](named.text) is None:
                return False
        path = entry.source.path
        links = (link for prose in (entry.prose, *entry.addenda) for link in prose.links)
        return all(
            follow(self.seen, path, one).leads is not Leads.NOWHERE for one in links
        )
