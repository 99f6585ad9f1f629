"""A page of the theme with slots in it: learned once, filled for every record.

A frame knows nothing of the theme. It is text that was seen in a rendered page, cut where
the words of one record stood (see `learning`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from urllib.parse import quote

from markupsafe import escape

from minutebook.cache import digest
from minutebook.pages import Page, Printed
from minutebook.reading import Heading


class Says(StrEnum):
    """What stands in a slot."""

    TITLE = "title"
    DESCRIPTION = "description"
    ID = "id"
    """The last part of the address."""

    SOURCE = "source"
    """The file to edit, relative to the notes folder."""

    BODY = "body"
    HEADING = "heading"
    """The words of a heading; outside a contents list, of the first one."""

    ANCHOR = "anchor"
    """Where a link to that heading ends."""


class Form(StrEnum):
    """How a theme wrote what it was given."""

    GIVEN = "given"
    ESCAPED = "escaped"
    BARE = "bare"
    BARE_ESCAPED = "bare-escaped"
    QUOTED = "quoted"
    JSON = "json"
    STEM = "stem"


def _bare(given: str) -> str:
    """Undo the escaping, as the filter `striptags` does to text without tags."""
    return html.unescape(re.sub(r"\s+", " ", given).strip())


def _in_json(given: str) -> str:
    """Write what stands between quotes in JSON that is put into HTML."""
    written = json.dumps(given)[1:-1]
    for sign in "<>&'":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written


FORMS: Mapping[Form, Callable[[str], str]] = {
    Form.GIVEN: str,
    Form.ESCAPED: lambda given: str(escape(given)),
    Form.BARE: _bare,
    Form.BARE_ESCAPED: lambda given: str(escape(_bare(given))),
    Form.QUOTED: lambda given: quote(given, safe="/"),
    Form.JSON: _in_json,
    Form.STEM: lambda given: given.rpartition(".")[0],
}
"""What a theme may do to words before it writes them."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for the words of one record."""

    says: Says
    form: Form = Form.GIVEN


Part = str | Slot
Words = Mapping[Says, str]
"""The words of one record, as the theme is given them: titles and headings escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How a theme writes a contents list, from the first slot of the first item on.

    Depths count from zero: headings of three levels make lists to a depth of 2.
    """

    leaf: tuple[Part, ...]
    """The slots of an item with nothing below it."""

    node: tuple[Part, ...]
    """The slots of an item with others below it."""

    opening: tuple[str, ...]
    """What stands between a node of some depth and its first item."""

    joins: Mapping[tuple[int, int], str]
    """What stands between a leaf and the next item, by its depth and the next one's."""

    ends: tuple[str, ...]
    """What ends the list, after a leaf of some depth."""

    def write(self, headings: Sequence[Heading]) -> str:
        """Write a list: a heading stands below the nearest higher one before it."""
        out: list[str] = []
        above: list[int] = []
        leaf: int | None = None
        for heading, following in zip(headings, (*headings[1:], None), strict=True):
            while above and above[-1] >= heading.level:
                above.pop()
            depth = len(above)
            if leaf is not None:
                out.append(self.joins[leaf, depth])
            if following and following.level > heading.level:
                out.extend(written(self.node, words_of_heading(heading)))
                out.append(self.opening[depth])
                above.append(heading.level)
                leaf = None
            else:
                out.extend(written(self.leaf, words_of_heading(heading)))
                leaf = depth
        out.append(self.ends[leaf or 0])
        return "".join(out)


@dataclass(frozen=True)
class Frame:
    """A page of the theme, cut into text, slots and contents lists."""

    parts: tuple[Part | Contents, ...]

    def pieces(self, words: Words, headings: tuple[Heading, ...]) -> Iterator[str]:
        """Write the page of one record, piece by piece."""
        if headings:
            words = {**words, **words_of_heading(headings[0])}
        return written(self.parts, words, headings)

    def fill(self, words: Words, headings: tuple[Heading, ...]) -> str:
        """Write the page of one record."""
        return "".join(self.pieces(words, headings))


@dataclass(frozen=True, kw_only=True)
class Frames:
    """The frames of one kind of page: what the theme shows depends on the headings."""

    many: Frame
    few: Frame
    none: Frame

    WORTH_A_LIST = 4
    """Shorter pages show their headings at a glance."""

    LONGEST_LIST = 300
    """A longer contents list helps nobody."""

    def pieces(self, page: Page, printed: Printed) -> Iterator[str]:
        """Write a page, piece by piece: a listing may be very long."""
        headings = printed.headings
        return self._suiting(headings).pieces(
            words_of_page(page, printed.html), headings[: self.LONGEST_LIST]
        )

    def _suiting(self, headings: tuple[Heading, ...]) -> Frame:
        if len(headings) >= self.WORTH_A_LIST:
            return self.many
        return self.few if headings else self.none

    @cached_property
    def mark(self) -> bytes:
        """A digest: with equal marks, equal words make equal pages."""
        return digest(repr((self.many, self.few, self.none)).encode())


def words_of_page(page: Page, body: str) -> Words:
    """Give the words of a page as the theme is given them."""
    return {
        Says.TITLE: html.escape(page.title),
        Says.DESCRIPTION: html.escape(page.description),
        Says.ID: page.address.rstrip("/").rpartition("/")[2],
        Says.SOURCE: page.source or "",
        Says.BODY: body,
    }


def words_of_heading(heading: Heading) -> Words:
    """Give the words of a heading as the theme is given them."""
    return {Says.HEADING: html.escape(heading.text), Says.ANCHOR: heading.anchor}


def written(
    parts: Iterable[Part | Contents], words: Words, headings: Sequence[Heading] = ()
) -> Iterator[str]:
    """Fill slots and contents lists, one after the other."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Contents):
            yield part.write(headings)
        else:
            yield FORMS[part.form](words[part.says])
