"""The words of the interface, found where they are used, and the catalogues of them."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "src" / "minutebook"
CATALOGUES = PACKAGE / "language" / "catalogue"

_METHODS = [("**.py", "python"), ("pages/templates/**.html", "jinja2")]
_KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "say": None,
    "ngettext": (1, 2),
    "say_many": (1, 2),
    "NN_": (1, 2),
}

_UNUSED = tuple(
    f'"{field}:'
    for field in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
"""What the head of a catalogue would say that git says, or nobody."""


def found() -> Catalog:
    """Gather every message of the templates and of the code."""
    catalogue = Catalog()
    for name, line, message, comments, _context in extract_from_dir(
        PACKAGE, method_map=_METHODS, keywords=_KEYWORDS
    ):
        catalogue.add(message, None, [(name, line)], auto_comments=comments)
    return catalogue


def kept(code: str) -> Catalog:
    """Read the catalogue of a language."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def brought_up_to_date(code: str) -> str:
    """Write a catalogue with all messages there are now; new ones say nothing yet."""
    catalogue = kept(code)
    catalogue.update(found(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    written = io.BytesIO()
    write_po(written, catalogue, width=90, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_UNUSED))
