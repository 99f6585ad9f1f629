"""Tables of people whose columns have heads, and signs for who came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importing.document import Block
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.labels import Label, label_of
from minutebook.importing.recognising.person import read_person
from minutebook.importing.recognising.seated import Seated
from minutebook.importing.recognising.ticks import status_of
from minutebook.importing.recognising.vocabulary import is_placeholder, is_role_like


def people_below_heads(
    rows: Sequence[Block], kinds: Sequence[str], over: Label | None
) -> list[Seated]:
    """Read a table by its heads; `over` is the label above it."""
    head = rows[0].cells
    own = label_of(head[kinds.index("name")]) if "name" in kinds else None
    above = over or (own if own and own.attended else None)
    found: list[Seated] = []
    for row in rows[1:]:
        label = label_of(next((c for c in row.cells if c.strip()), ""))
        if label and label.attended and sum(bool(c.strip()) for c in row.cells) == 1:
            above = label
            continue
        seat = _seat(row, kinds, rows, above)
        if seat:
            found.append(seat)
    return found


def _seat(
    row: Block, kinds: Sequence[str], rows: Sequence[Block], above: Label | None
) -> Seated | None:
    cells = {kind: c.strip() for kind, c in zip(kinds, row.cells, strict=False) if kind}
    name = cells.get("name") or cells.get("both")
    if name is None:
        name = f"{cells.get('first', '')} {cells.get('last', '')}".strip()
    entry = read_person(name.replace("\n", ", "))
    if entry is None or is_placeholder(name):
        return None
    organisation, role = cells.get("organisation"), cells.get("role")
    if organisation and not is_placeholder(organisation):
        entry = replace(entry, organisation=" ".join(organisation.split()))
    if role and not is_placeholder(role):
        said = status_of(role) if label_of(role) else None
        entry = replace(entry, role=entry.role if said else " ".join(role.split()))
    if cells.get("initials"):
        entry = replace(entry, initials=cells["initials"])
    attended, label = _status(row, kinds, rows, above)
    office = _office_in_signs(row, kinds, rows)
    if office:
        entry = replace(entry, role=entry.role or office)
        said = attended if attended in {Attended.PART, Attended.APOLOGIES} else None
        attended = said or Attended.PRESENT
    return Seated(entry=entry, attended=attended, label=label, line=row.line)


def _status(
    row: Block, kinds: Sequence[str], rows: Sequence[Block], above: Label | None
) -> tuple[Attended | None, str]:
    """Tell from the columns whether somebody came."""
    head = rows[0].cells
    ticks: list[tuple[Label, int]] = []
    for at, (kind, cell) in enumerate(zip(kinds, head, strict=False)):
        label = label_of(cell)
        named = kind in {"name", "first", "last", "both", "organisation", "role"}
        if label and label.attended and not named:
            ticks.append((label, at))
    if len(ticks) > 1:
        return _of_columns(row, ticks)
    places = [at for at, kind in enumerate(kinds) if kind == "status"]
    places = places or [at for _, at in ticks] or columns_of_signs(rows, kinds)
    if not places:
        return (above.attended, above.text) if above else (None, "")
    column = places[0]
    letters = [r.cells[column] for r in rows[1:] if column < len(r.cells)]
    cell = row.cells[column] if column < len(row.cells) else ""
    meant = ticks[0][0].attended if ticks else Attended.PRESENT
    return _of_cell(cell, letters, meant), head[column]


def columns_of_signs(rows: Sequence[Block], kinds: Sequence[str]) -> list[int]:
    """Find the column that holds signs of attendance below a date, or below nothing.

    A register of several meetings has several: which of them is meant, it does not say.
    """
    found: list[int] = []
    for at, kind in enumerate(kinds):
        cells = [r.cells[at] for r in rows[1:] if not kind and at < len(r.cells)]
        signs = [part for cell in cells for part in _parts(cell)]
        short = all(len(cell) <= _LONGEST_SIGN for cell in signs)
        said = [status_of(cell, signs) is not None for cell in signs]
        told = zip(signs, said, strict=True)
        if short and any(said) and all(yes or is_role_like(one) for one, yes in told):
            found.append(at)
    return found if len(found) == 1 else []


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", cell) if part.strip()]


def _office_in_signs(
    row: Block, kinds: Sequence[str], rows: Sequence[Block]
) -> str | None:
    """Read `Chair` in a column that says `present` of the others."""
    if "status" in kinds:
        return None
    columns = columns_of_signs(rows, kinds)
    cell = row.cells[columns[0]] if columns and columns[0] < len(row.cells) else ""
    offices = [
        one for one in _parts(cell) if status_of(one) is None and is_role_like(one)
    ]
    return ", ".join(offices) or None


_LONGEST_SIGN = 20


def _of_cell(
    cell: str, letters: Sequence[str], meant: Attended | None
) -> Attended | None:
    said = status_of(cell, letters)
    if said is Attended.PRESENT and meant:
        return meant if meant is not Attended.PART else said
    if said is None:
        any_tick = any(status_of(letter, letters) for letter in letters)
        only_present = meant in {Attended.PRESENT, Attended.OFFICIAL}
        return Attended.ABSENT if any_tick and only_present else Attended.UNKNOWN
    return said


def _of_columns(row: Block, ticks: Sequence[tuple[Label, int]]) -> tuple[Attended, str]:
    """Read ticks below `Present`, `Apologies`, `Absent`; two of them contradict."""
    said = [
        label
        for label, at in ticks
        if at < len(row.cells)
        and row.cells[at].strip()
        and status_of(row.cells[at]) not in {None, Attended.ABSENT}
    ]
    if len(said) == 1:
        return said[0].attended or Attended.UNKNOWN, said[0].text
    return (Attended.UNKNOWN, "") if said else (Attended.ABSENT, "")
