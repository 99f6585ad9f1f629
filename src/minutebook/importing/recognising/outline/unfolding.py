"""Minutes that are one big table: rows to headings and paragraphs.

    | Item | Discussion                        | Action        |
    | ---- | --------------------------------- | ------------- |
    | 2    | Visiting hours / The signs are old | DH to ask ... |

Each row is an agenda item. What its cells say stands below its heading then, and lines of
the column of actions begin with `Action:`, so that nobody after this has to know of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from minutebook.importing.document import Aside, Block, Document, Kind, Reason
from minutebook.importing.markers import marked
from minutebook.importing.recognising.outline.numbered import number_of
from minutebook.importing.recognising.outline.titles import is_title_like

_NUMBER = re.compile(
    r"(?:agenda\s+)?(?:no\.?|nr\.?|number|#|ref\.?|item\s+no\.?)", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?:agenda\s+)?(?:items?|agenda|subject|topic|heading|title|matter)", re.IGNORECASE
)
_TALK = re.compile(
    r"(?:.*\b)?(?:discussions?|notes?|minutes?|summary|details?|comments?|points|record"
    r"|narrative|decisions?)\b.*",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?:.*\b)?actions?\b.*", re.IGNORECASE)
_OWNER = re.compile(
    r"(?:action\s+)?(?:owner|lead|who|by\s+whom|by|responsible|responsibility|action\s+by"
    r"|initials)",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:due|deadline|when|by\s+when|target|timescale|date)(?:\s+date)?", re.IGNORECASE
)
_DEEP = 7
"""The level of such headings: below all that the format knows."""

_LONGEST_CELL = 60
_MOST_TITLE_WORDS = 8
_FEWEST = 2
_FEWEST_WITHOUT_HEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which cell of each row says what."""

    number: int | None = None
    subject: int | None = None
    talk: int | None = None
    action: int | None = None
    owner: int | None = None
    due: int | None = None


def unfolded(document: Document) -> Document:
    """Put headings and paragraphs in the place of tables whose rows are agenda items."""
    found: list[Block] = []
    heads: list[Aside] = []
    for table, group in groupby(document.blocks, key=lambda block: block.table):
        rows = list(group)
        columns, headed = _columns(rows) if table else (None, False)
        if columns is None:
            found += rows
            continue
        if headed:
            heads.append(_head(rows.pop(0)))
        for row in rows:
            found += _row(row, columns)
    return replace(document, blocks=tuple(found), asides=(*document.asides, *heads))


def _head(row: Block) -> Aside:
    return Aside(reason=Reason.TABLE_HEAD, text=row.text, line=row.line, page=row.page)


def _columns(rows: Sequence[Block]) -> tuple[_Columns | None, bool]:
    """Tell what the columns of a table of minutes are, and whether its head says so."""
    columns = _named(rows[0].cells)
    number, subject = columns.number, columns.subject
    if columns.talk is None and number is not None and subject is not None:
        columns = replace(columns, subject=None, talk=subject)
    elif number is None and subject is not None and _are_numbers(rows[1:], subject):
        columns = replace(columns, number=subject, subject=None)
    itemised = columns.number is not None or columns.subject is not None
    if itemised and columns.talk is not None and len(rows) >= _FEWEST:
        return (columns, True) if _is_talk(rows[1:], columns.talk) else (None, False)
    return (_Columns(number=0, talk=1), False) if _counts(rows) else (None, False)


def _named(head: Sequence[str]) -> _Columns:
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        text = " ".join(cell.split()).strip(" :*")
        for name, pattern in (
            ("number", _NUMBER),
            ("owner", _OWNER),
            ("due", _DUE),
            ("subject", _SUBJECT),
            ("action", _ACTION),
            ("talk", _TALK),
        ):
            if len(text) <= _LONGEST_CELL and pattern.fullmatch(text):
                found.setdefault(name, at)
                break
    return _Columns(**found)


def _is_talk(rows: Sequence[Block], at: int) -> bool:
    """Whether a column holds what was said, and not a word or two."""
    cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    long = [cell for cell in cells if "\n" in cell or len(cell) > _LONGEST_CELL]
    return 2 * len(long) >= len(cells) > 0


def _are_numbers(rows: Sequence[Block], at: int) -> bool:
    """Whether a column holds numbers and letters of items, and no words."""
    cells = [_cell(row, at) for row in rows if _cell(row, at)]
    return bool(cells) and all(re.fullmatch(r"[\w./-]{1,9}[.)]?", cell) for cell in cells)


def _counts(rows: Sequence[Block]) -> bool:
    """Whether rows without a head count up from one, with text behind each number."""
    if len(rows) < _FEWEST_WITHOUT_HEAD or any(len(row.cells) < _FEWEST for row in rows):
        return False
    numbers = [row.cells[0].strip(" .)") for row in rows if row.cells[0].strip()]
    expected = [str(number) for number in range(1, len(numbers) + 1)]
    return numbers == expected and _is_talk(rows, 1)


def _row(row: Block, columns: _Columns) -> Iterator[Block]:
    number = _cell(row, columns.number)
    subject = _cell(row, columns.subject)
    lines = _lines(row, columns.talk)
    if not subject and lines and (number or len(lines) > 1):
        subject, lines = _title_of(lines)
    mark = marked(subject) if subject else None
    if mark and number_of(mark.marker):
        number, subject = mark.marker, mark.rest
    if subject:
        title = " ".join(subject.split())
        yield _block(row, Kind.HEADING, title, marker=number, level=_DEEP)
    elif number:
        lines = [f"{number} {lines[0]}", *lines[1:]] if lines else [number]
    yield from (_said(row, line) for line in lines)
    yield from _actions(row, columns)
    yield from _rest(row, columns)


def _title_of(lines: list[str]) -> tuple[str, list[str]]:
    """Take the title off what was said: its first line, or a few words before a stop."""
    first, *others = lines
    if others and is_title_like(first):
        return first, others
    cut = re.match(r"(?P<title>[A-Z][^.:]{2,50})[.:]\s+(?P<rest>\S.*)", first, re.DOTALL)
    if cut and len(cut["title"].split()) <= _MOST_TITLE_WORDS:
        return cut["title"], [cut["rest"], *others]
    return "", lines


def _actions(row: Block, columns: _Columns) -> Iterator[Block]:
    lines = _lines(row, columns.action)
    apart = [_cell(row, at) for at in (columns.owner, columns.due) if at is not None]
    said = ", ".join(text for text in apart if text)
    for line in lines:
        begun = re.match(r"\W*action\b", line, re.IGNORECASE)
        text = line if begun else f"Action: {line}"
        if said and len(lines) == 1:
            text = f"{text} ({said})"
        yield _block(row, Kind.PARAGRAPH, text)
    if said and len(lines) != 1:
        yield _block(row, Kind.PARAGRAPH, f"Action: {said}" if not lines else said)


def _rest(row: Block, columns: _Columns) -> Iterator[Block]:
    """Keep what stands in columns that nobody knows."""
    known = {
        columns.number,
        columns.subject,
        columns.talk,
        columns.action,
        columns.owner,
        columns.due,
    }
    for at, cell in enumerate(row.cells):
        if at not in known and cell.strip():
            yield _block(row, Kind.PARAGRAPH, " ".join(cell.split()))


def _said(row: Block, line: str) -> Block:
    mark = marked(line)
    if mark and mark.marker:
        return _block(row, Kind.ITEM, mark.rest, marker=mark.marker)
    return _block(row, Kind.PARAGRAPH, line)


def _block(
    row: Block, kind: Kind, text: str, *, marker: str = "", level: int = 0
) -> Block:
    return Block(
        kind=kind,
        text=text,
        line=row.line,
        end=row.end,
        page=row.page,
        marker=marker,
        level=level,
    )


def _lines(row: Block, at: int | None) -> list[str]:
    lines = _cell(row, at).split("\n")
    return [text for line in lines if (text := " ".join(line.split()))]


def _cell(row: Block, at: int | None) -> str:
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""
