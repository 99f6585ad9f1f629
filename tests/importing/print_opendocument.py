"""Manuscripts as OpenDocument texts."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import escape

from importing.builders import odt
from importing.manuscript import Heading, Item, Paragraph, Piece, Table, Title, Words

_STYLES = (
    '<style:style style:name="Title" style:family="paragraph"/>'
    + "".join(
        f'<style:style style:name="Heading_{level}" style:family="paragraph"'
        f' style:default-outline-level="{level}"/>'
        for level in (1, 2, 3)
    )
    + '<text:list-style style:name="Dots"><text:list-level-style-bullet'
    ' text:level="1" text:bullet-char="•"/></text:list-style>'
    '<text:list-style style:name="Counted">'
    '<text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a"'
    ' style:num-suffix="."/></text:list-style>'
)
_LOOKS = (
    '<style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="I" style:family="text">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
)


def print_opendocument(
    pieces: tuple[Piece, ...],
    *,
    counted: bool = False,
    head: str = "",
    cover: str = "",
) -> bytes:
    """Make an OpenDocument text; `counted` leaves numbers and letters to the program."""
    body = [f"<text:p>{escape(cover)}</text:p>"] if cover else []
    for together, some in groupby(pieces, lambda piece: isinstance(piece, Item)):
        found = list(some)
        body += [_list(found)] if together else [_printed(p, counted) for p in found]
    pages = (
        f"<style:header><text:p>{escape(head)}</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p>"
        "</style:footer>"
    )
    return odt(*body, styles=_STYLES, automatic=_LOOKS, pages=pages if head else "")


def _list(items: list[Piece]) -> str:
    inside = "".join(
        f"<text:list-item><text:p>{_spanned(one.words)}</text:p></text:list-item>"
        for one in items
        if isinstance(one, Item)
    )
    return f'<text:list text:style-name="Dots">{inside}</text:list>'


def _printed(piece: Piece, counted: bool) -> str:  # noqa: FBT001 - of one module
    match piece:
        case Title(text=text):
            return f'<text:p text:style-name="Title">{escape(text)}</text:p>'
        case Heading(number=number) if counted and number:
            return _counted(piece, 1 if number.isdigit() else 2)
        case Heading():
            return _heading(piece, piece.full)
        case Paragraph(words=words):
            return f"<text:p>{_spanned(words)}</text:p>"
        case Table(rows=rows):
            return _table(rows)
        case _:
            raise AssertionError(piece)


def _heading(piece: Heading, text: str) -> str:
    return (
        f'<text:h text:style-name="Heading_{piece.level}"'
        f' text:outline-level="{piece.level}">{escape(text)}</text:h>'
    )


def _counted(piece: Heading, depth: int) -> str:
    """Put a heading into the list that counts on through the whole document."""
    inside = _heading(piece, piece.text)
    for at in range(depth):
        named = ' text:style-name="Counted" text:continue-numbering="true"'
        outer = named if at == depth - 1 else ""
        inside = (
            f"<text:list{outer}><text:list-item>{inside}</text:list-item></text:list>"
        )
    return inside


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    made = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{made}</table:table>"


def _spanned(words: tuple[Words, ...]) -> str:
    return "".join(
        f'<text:span text:style-name="{"B" if one.strong else "I"}">'
        f"{escape(one.text)}</text:span>"
        if one.strong or one.emphasis
        else escape(one.text)
        for one in words
    )
