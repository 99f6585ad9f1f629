"""Small books for tests: a few files in a few words, over a valid frame."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from minutebook.book import Book, check, link
from minutebook.problems import Problem, in_order
from minutebook.reading import Reading, read_notes

TODAY = dt.date(2026, 6, 1)

FRAME = {
    "meetings/2026-03-12-board.md": """
        title: Board
        date: 2026-03-12
        group: board
        status: published
        agreed_on: 2026-03-20
    """,
    "meetings/2026-04-09-board.md": """
        title: Board
        date: 2026-04-09
        group: board
        status: published
        agreed_on: 2026-04-20
    """,
    "groups/board.md": "title: Board of trustees",
    "themes/hall.md": "title: The hall",
}

REGISTERS = {
    "organisations.yml": "hall-trust: Hall Trust\nvillage-shop: Village Shop\n",
    "people.yml": "amina-khan: {name: Amina Khan, organisation: Hall Trust}\n",
}


def write_notes(folder: Path, files: dict[str, str]) -> Path:
    """Write the frame and `files`; fields may be indented, a body follows `---`."""
    for name, text in (REGISTERS | FRAME | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if name.endswith(".yml") else _record(text), "utf-8")
    return folder


def write_project(
    folder: Path, files: dict[str, str], settings: str, *, home: str = "# Hall\n"
) -> Path:
    """Write a project of some notes and one page by hand; give its settings."""
    write_notes(folder / "notes", files)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(home, "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(settings, "utf-8")
    return config


def read(folder: Path, files: dict[str, str]) -> Reading:
    return read_notes(write_notes(folder, files))


def book_of(folder: Path, files: dict[str, str]) -> Book:
    reading = read(folder, files)
    assert reading.problems == ()
    return link(reading)


def problems_of(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    reading = read(folder, files)
    return in_order((*reading.problems, *check(link(reading))))


def codes_of(folder: Path, files: dict[str, str]) -> list[str]:
    return [problem.code for problem in problems_of(folder, files)]


def _record(text: str) -> str:
    fields, _, body = text.partition("---")
    lines = [line for line in fields.splitlines() if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return "---\n" + "\n".join(line[indent:] for line in lines) + "\n---\n" + body
