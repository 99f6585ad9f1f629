"""A document as all formats give it: blocks of text, each with its place.

Readers know a format and nothing of meetings; recognisers know meetings and nothing of
formats. Between them stand these values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from minutebook.problems import Problem


class Kind(StrEnum):
    """What a block is, as far as its format says."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One item of a list, or a line that begins as one does."""

    ROW = "row"
    """One row of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, item of a list or row of a table."""

    kind: Kind

    text: str
    """The words on one line, single spaces between them, no marks of emphasis. Of a row:
    its cells that say something, with ` | ` between them."""

    line: int
    """The line of the document it begins on, from one. See `Document.lines`."""

    end: int
    """The last line it stands on."""

    page: int | None = None
    """The page it begins on, from one, in formats that have pages."""

    level: int = 0
    """Of a heading: 1 is the highest, 0 is not known. Of an item: how deep, from 0."""

    marker: str = ""
    """What stood before the text: `-`, `•`, `3.`, `a.`, `4.1`; empty if nothing did.
    Numbers that a word processor counts by itself are written out."""

    strong: int = 0
    """How many signs at the beginning of `text` are emphasised; all of them, where the
    whole block is."""

    tight: bool = False
    """Whether it stands straight below the block before, with no gap between."""

    table: int = 0
    """The table a row is in, counted from one; 0 outside tables."""

    cells: tuple[str, ...] = ()
    """The cells of a row. Paragraphs within a cell are separated by line breaks."""

    markdown: str = ""
    """The text as Markdown that shows the same: emphasis and links kept, whatever else
    could be read as a mark escaped. Links with schemes other than http, https and mailto
    have lost their target. Empty where it would be the same as `text`; of a row always
    empty."""

    quoted: bool = False
    """Stands in a block of code or a quotation: the minutes show it and do not say it."""


class Reason(StrEnum):
    """Why something of a document does not stand among its blocks."""

    RUNNING_HEAD = "running head"
    """The same words at the top or the foot of many pages."""

    PAGE_NUMBER = "page number"
    CONTENTS = "table of contents"
    TABLE_HEAD = "head of a table"
    """Names of columns, where the rows stand as headings and paragraphs now."""

    HIDDEN = "hidden text"
    DELETED = "tracked deletion"
    COMMENT = "comment"
    EMBEDDED = "embedded object"
    METADATA = "front matter"
    """What a document says of itself and its publication."""

    TARGET = "target of a link"
    """Where a link led that is no page and no address for letters."""

    CODE = "code"
    """Scripts, styles, macros: nothing a reader of the document would see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Something of a document that was left out, and why."""

    reason: Reason
    text: str
    """What it said, on one line; for an object, what it is."""

    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader found in a file."""

    name: str
    """The name of the file, without its folder."""

    blocks: tuple[Block, ...]
    """All that a reader of the document would see, in the order it is read in."""

    lines: tuple[str, ...]
    """Every line with its words as the reader first saw it, asides included; the number
    of a line is its place here, from one. In text these are the lines of the file; where
    a format has no lines, each paragraph, row or printed line is one."""

    asides: tuple[Aside, ...] = ()
    """What was left out; together with the blocks it accounts for all lines."""

    problems: tuple[Problem, ...] = ()
    """What a person should know although the document could be read. The path of their
    places is the name of the file."""
