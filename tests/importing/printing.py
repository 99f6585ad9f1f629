"""Documents as an office prints them: Word, OpenDocument, PDF, a web page, Markdown.

`PRINTS` has every way a manuscript is printed in the tests, by the name of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from reportlab.lib.pagesizes import A4, LETTER

from importing.manuscript import Piece, with_bold_lines, with_table_of_people
from importing.print_markdown import print_markdown
from importing.print_opendocument import print_opendocument
from importing.print_pdf import print_pdf
from importing.print_webpage import print_webpage
from importing.print_word import print_word

Printer = Callable[[tuple[Piece, ...]], bytes]

_HEAD = "Notes for members of the network"
_COVER = "Agreed version, for circulation"


def _people_in_tables(printer: Printer) -> Printer:
    return lambda pieces: printer(with_table_of_people(pieces))


def _bold_lines(printer: Printer) -> Printer:
    return lambda pieces: printer(with_bold_lines(pieces))


PRINTS: Mapping[str, Printer] = {
    "plain.docx": print_word,
    "counted.docx": partial(print_word, counted=True),
    "tables-of-people.docx": _people_in_tables(print_word),
    "running-head.docx": partial(print_word, head=_HEAD),
    "cover-line.docx": partial(print_word, cover=_COVER),
    "bold-lines.docx": _bold_lines(print_word),
    "plain.odt": print_opendocument,
    "counted.odt": partial(print_opendocument, counted=True),
    "running-head.odt": partial(print_opendocument, head=_HEAD),
    "cover-line.odt": partial(print_opendocument, cover=_COVER),
    "tables-of-people.odt": _people_in_tables(print_opendocument),
    "bold-lines.odt": _bold_lines(print_opendocument),
    "one-column.pdf": partial(print_pdf, paper=A4),
    "two-columns.pdf": partial(print_pdf, paper=A4, columns=2),
    "american-paper.pdf": partial(print_pdf, paper=LETTER, head=_HEAD),
    "hyphenated.pdf": partial(print_pdf, paper=A4, justified=True, head=_HEAD),
    "hyphenated-columns.pdf": partial(
        print_pdf, paper=LETTER, columns=2, justified=True, head=_HEAD
    ),
    "cover-line.pdf": partial(print_pdf, paper=A4, cover=_COVER),
    "plain.html": print_webpage,
    "cover-line.html": partial(print_webpage, cover=_COVER),
    "tables-of-people.html": _people_in_tables(print_webpage),
    "bold-lines.html": _bold_lines(print_webpage),
    "plain.md": print_markdown,
    "tables-of-people.md": _people_in_tables(print_markdown),
}
