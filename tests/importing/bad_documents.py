"""Documents that cannot be read, one for each way; and how they are read for a report.

Those that are packed or large are made here, and are not kept in git.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from importing.builders import docx, html, odt, zipped
from importing.pdf_builders import Printer
from minutebook.importing import import_file, limits
from minutebook.problems import Problem


def problems_of_document(path: Path) -> tuple[Problem, ...]:
    """Import a document, and give what is wrong with it and within its meetings."""
    found = import_file(path)
    within = (problem for meeting in found.meetings for problem in meeting.problems)
    return (*found.problems, *within)


def bomb() -> bytes:
    """Make a Word document of a few kilobytes that becomes ten million."""
    return docx("We met.", parts={"media": " " * 10_000_000})


def locked() -> bytes:
    """Make what Word saves when it is given a password: only its look matters."""
    head = bytes.fromhex("d0cf11e0a1b11ae1").ljust(1024, b"\0")
    return head + "EncryptedPackage".encode("utf-16-le").ljust(512, b"\0")


def cut_off() -> bytes:
    """Make a Word document of which the end was lost on the way."""
    whole = docx("We met.")
    return whole[: len(whole) // 2]


def entities() -> bytes:
    """Make an OpenDocument text that would fetch a file of the reader's computer."""
    whole = odt("&secret;")
    kept = {}
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        for part in file.namelist():
            kept[part] = file.read(part)
    text = kept["content.xml"].replace(b"&amp;secret;", b"&secret;")
    defined = b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return zipped({**kept, "content.xml": defined + text})


def scanned() -> bytes:
    """Make a PDF of a page that is nothing but a picture."""
    return Printer().picture().done()


def recognised() -> bytes:
    """Make a PDF of a picture with the words that a program saw in it, unpainted."""
    page = Printer().picture()
    page.paint(lambda canvas: canvas.drawString(72, 500, "Minutes of the board", mode=3))
    return page.done()


MADE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "import-damaged": ("document.docx", cut_off),
    "import-encrypted": ("document.docx", locked),
    "import-entities": ("document.odt", entities),
    "import-packed-too-tightly": ("document.docx", bomb),
    "import-recognised": ("document.pdf", recognised),
    "import-scanned": ("document.pdf", scanned),
    "import-too-deep": ("document.html", lambda: html("<div>" * 1_000, "We met.")),
    "import-too-large": (
        "document.txt",
        lambda: b"We met. " * (limits.FILE_BYTES // 8 + 1),
    ),
    "import-too-slow": ("document.html", lambda: html("<p>We met.")),
}
"""The bad files that git does not keep, by the code of their problem."""


def is_import(code: str) -> bool:
    """Whether a code is one of the importer's: its bad file is a document."""
    return code.startswith("import-")


def bad_document(code: str, case: Path, folder: Path) -> Path:
    """Put the bad document of a case into a folder."""
    name, data = MADE.get(code, ("", None))
    kept = next(iter(case.glob("document.*")), None)
    if kept is not None:
        name, data = kept.name, kept.read_bytes
    assert data is not None, f"{code} has no document"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data())
    return path


def report_document(code: str, case: Path, folder: Path) -> tuple[Problem, ...]:
    """Read the bad document of a case."""
    path = bad_document(code, case, folder)
    with pytest.MonkeyPatch.context() as patch:
        if code == "import-too-slow":
            patch.setattr(limits, "SECONDS", 0.0)  # every document is too slow then
        return problems_of_document(path)
