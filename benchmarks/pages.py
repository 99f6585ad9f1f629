"""The notes as plain Markdown pages, one for each record, for any site builder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

SECTIONS = ("meetings", "actions", "concerns", "themes", "groups")
"""Each has a listing; those of the first three hold what is counted."""


def write_pages(notes: Path, target: Path, *, listing: str) -> None:
    """Write a page for each record and a listing, named `listing`, for each section.

    A page holds the title as front matter, the other fields as a list, and the text. A
    listing holds one line: what a listing costs is not held against anybody. Raises
    FileExistsError when the pages are there already.
    """
    for section in SECTIONS:
        (target / section).mkdir(parents=True)
        (target / section / listing).write_text(
            _page(section.title(), {}, "All."), "utf-8"
        )
        for file in sorted((notes / section).iterdir()):
            fields, text = _parts(file)
            title = str(fields.pop("title"))
            page = _page(title, fields, text)
            (target / section / f"{file.stem}.md").write_text(page, "utf-8")


def _parts(file: Path) -> tuple[dict[str, object], str]:
    """Split a record into its fields, all as text, and what stands below them."""
    source = file.read_text("utf-8")
    text = ""
    if file.suffix == ".md":
        _, source, text = source.split("---\n", 2)
    return yaml.load(source, yaml.CBaseLoader), text.strip()  # noqa: S506 - our own, to text


def _page(title: str, fields: dict[str, object], text: str) -> str:
    listed = "\n".join(_listed(fields))
    return f'---\ntitle: "{title}"\n---\n\n{listed}\n\n{text}\n'


def _listed(fields: dict[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        yield f"- **{name.replace('_', ' ').capitalize()}:** {_shown(value)}"


def _shown(value: object) -> str:
    match value:
        case dict():
            return ", ".join(f"{name} {_shown(part)}" for name, part in value.items())
        case list():
            return "; ".join(_shown(part) for part in value)
        case _:
            return str(value)
