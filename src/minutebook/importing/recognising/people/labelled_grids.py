"""Tables of people with labels before rows or over columns, or with neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.document import Block
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.language.names import (
    has_title,
    is_full_name,
    is_name_like,
)
from minutebook.importing.recognising.language.vocabulary import is_role_like
from minutebook.importing.recognising.people.labels import Label, label_of
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.runs import people_of_run
from minutebook.importing.recognising.people.seated import Seated


def people_of_columns(
    rows: Sequence[Block], labels: Sequence[Label | None]
) -> list[Seated]:
    """Read columns that each list people: one `Present`, the next `Apologies`."""
    found: list[Seated] = []
    for at, label in enumerate(labels):
        for row in rows:
            cell = row.cells[at] if at < len(row.cells) else ""
            if label:
                found += _of_lines(cell, label, row.line)
    return found


def _of_lines(cell: str, label: Label, line: int) -> list[Seated]:
    lines = [text for text in cell.split("\n") if text.strip()]
    read = [read_person(text) for text in lines] if len(lines) > 1 else []
    entries = [entry for entry in read if entry] if read else people_of_run(cell)
    titled = all(has_title(entry.name) for entry in entries)
    if len(lines) == 1 and len(entries) > 1 and not (titled or _is_run(cell)):
        single = read_person(cell)
        entries = [single] if single else []
    return [
        Seated(
            entry=entry,
            attended=Attended.PRESENT if label.role else label.attended,
            label=label.text,
            role=label.office,
            line=line,
        )
        for entry in entries
    ]


def _is_run(text: str) -> bool:
    """Whether a text lists several people for certain."""
    parts = re.split(r"[,;]|\band\b", re.sub(r"\(.*?\)", "", text))
    names = [part for part in parts if is_full_name(part.strip())]
    return len(names) > 1 and len(names) >= len([p for p in parts if p.strip()]) - 1


def label_of_row(row: Block) -> Label | None:
    """Give the label in the first cell of a row that lists people behind it."""
    first = row.cells[0] if row.cells else ""
    label = label_of(first)
    return label if label and len(row.cells) > 1 and any(row.cells[1:]) else None


def rows_with_labels(rows: Sequence[Block]) -> list[tuple[Label | None, Block]]:
    """Give each row its label: an empty first cell goes on with the one above."""
    found: list[tuple[Label | None, Block]] = []
    label: Label | None = None
    for row in rows:
        own = label_of_row(row)
        if own or (row.cells and row.cells[0].strip()):
            label = own
        found.append((label, row))
    return found


def people_of_row(given: tuple[Label | None, Block], over: Label | None) -> list[Seated]:
    """Read a row behind its label, or else as one of those below the label over all."""
    label, row = given
    if label is None:
        category = re.fullmatch(r"[A-Z][^:]*:", row.cells[0]) if row.cells else None
        if category and over and len(row.cells) > 1:
            return [
                one for cell in row.cells[1:] for one in _of_lines(cell, over, row.line)
            ]
        roles = len(row.cells) > 1 and over and is_role_like(row.cells[0])
        entry = read_person(": ".join(row.cells[:2])) if roles and over else None
        attended = over.attended if over else None
        return [Seated(entry=entry, attended=attended, line=row.line)] if entry else []
    cells = [cell for cell in row.cells[1:] if cell.strip()]
    if (
        len(cells) > 1
        and is_full_name(cells[0])
        and not any(is_full_name(_bare(cell)) for cell in cells[1:])
    ):
        entry = read_person(", ".join(cells))
        return (
            _of_lines("", label, row.line)
            if entry is None
            else [
                Seated(
                    entry=entry,
                    attended=Attended.PRESENT if label.role else label.attended,
                    label=label.text,
                    role=label.office,
                    line=row.line,
                )
            ]
        )
    return [one for cell in cells for one in _of_lines(cell, label, row.line)]


def _bare(cell: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", cell)


def people_without_heads(rows: Sequence[Block], over: Label) -> list[Seated]:
    """Read a table without a head below a label: names with details, or names alone."""
    grid = _is_grid(rows)
    found: list[Seated] = []
    for row in rows:
        cells = [cell for cell in row.cells if cell.strip()]
        texts = cells if grid else [_in_one(cells)]
        for text in texts:
            for line in text.split("\n") if grid else [text.replace("\n", ", ")]:
                entry = read_person(line)
                if entry:
                    found.append(
                        Seated(
                            entry=entry,
                            attended=over.attended,
                            label=over.text,
                            line=row.line,
                        )
                    )
    return found


def _in_one(cells: Sequence[str]) -> str:
    """Write the cells of a row as one entry, the name first."""
    named = next((at for at, cell in enumerate(cells) if is_full_name(cell)), 0)
    return ", ".join([cells[named], *cells[:named], *cells[named + 1 :]])


def _is_grid(rows: Sequence[Block]) -> bool:
    """Whether names stand in several columns."""
    heads = [
        re.split(r"\s*[(,\n]|\s+[-–]\s+", cell)[0]
        for row in rows
        for cell in row.cells[1:]
        if cell.strip()
    ]
    names = sum(is_full_name(head) and is_name_like(head) for head in heads)
    return not heads or 2 * names > len(heads)
