"""Tables of people whose columns have heads, and signs for who came."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from minutebook.importing.document import Block
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.language.vocabulary import (
    is_placeholder,
    is_role_like,
)
from minutebook.importing.recognising.people.labels import Label, label_of
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.seated import Seated
from minutebook.importing.recognising.people.ticks import status_of


def people_below_heads(
    rows: Sequence[Block], kinds: Sequence[str], over: Label | None
) -> list[Seated]:
    """Read a table by its heads; `over` is the label above it."""
    head = rows[0].cells
    own = label_of(head[kinds.index("name")]) if "name" in kinds else None
    above = over or (own if own and own.attended else None)
    columns = _columns(rows, kinds)
    found: list[Seated] = []
    for row in rows[1:]:
        label = label_of(next((c for c in row.cells if c.strip()), ""))
        if label and label.attended and sum(bool(c.strip()) for c in row.cells) == 1:
            above = label
            continue
        seat = _seat(row, columns, above)
        if seat:
            found.append(seat)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """What the columns of a table tell, by its head and by all its rows."""

    kinds: tuple[str, ...]
    head: tuple[str, ...]
    ticks: tuple[tuple[Label, int], ...]
    """Columns for one answer each: `Present`, `Apologies`."""

    signs: int | None
    """The column that says who came."""

    letters: frozenset[str]
    """All signs used in it."""

    has_offices: bool
    """Whether an office may stand among the signs: below no head, or below a day."""


def _columns(rows: Sequence[Block], kinds: Sequence[str]) -> _Columns:
    head = rows[0].cells
    ticks: list[tuple[Label, int]] = []
    for at, (kind, cell) in enumerate(zip(kinds, head, strict=False)):
        label = label_of(cell)
        named = kind in {"name", "first", "last", "both", "organisation", "role"}
        if label and label.attended and not named:
            ticks.append((label, at))
    headed = [at for at, kind in enumerate(kinds) if kind == "status"]
    headed = headed or [at for _, at in ticks]
    places = headed or columns_of_signs(rows, kinds)
    column = places[0] if places else None
    return _Columns(
        kinds=tuple(kinds),
        head=tuple(head),
        ticks=tuple(ticks),
        signs=column,
        letters=_signs_in(rows, column) if column is not None else frozenset(),
        has_offices=not headed,
    )


def _signs_in(rows: Sequence[Block], column: int) -> frozenset[str]:
    """Give the different signs of a column; more than a few are no signs."""
    found: set[str] = set()
    for row in rows[1:]:
        if column < len(row.cells) and len(found) < _MOST_SIGNS:
            found.add(row.cells[column])
    return frozenset(found)


_MOST_SIGNS = 60


def _seat(row: Block, columns: _Columns, above: Label | None) -> Seated | None:
    kinds = columns.kinds
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
    attended, label = _status(row, columns, above)
    office = _office_in_signs(row, columns)
    if office:
        entry = replace(entry, role=entry.role or office)
        said = attended if attended in {Attended.PART, Attended.APOLOGIES} else None
        attended = said or Attended.PRESENT
    return Seated(entry=entry, attended=attended, label=label, line=row.line)


def _status(
    row: Block, columns: _Columns, above: Label | None
) -> tuple[Attended | None, str]:
    """Tell from the columns whether somebody came."""
    if len(columns.ticks) > 1:
        return _of_columns(row, columns.ticks)
    column = columns.signs
    if column is None:
        return (above.attended, above.text) if above else (None, "")
    cell = row.cells[column] if column < len(row.cells) else ""
    meant = columns.ticks[0][0].attended if columns.ticks else Attended.PRESENT
    return _of_cell(cell, columns.letters, meant), columns.head[column]


def columns_of_signs(rows: Sequence[Block], kinds: Sequence[str]) -> list[int]:
    """Find the column that holds signs of attendance below a date, or below nothing.

    A register of several meetings has several: which of them is meant, it does not say.
    """
    found: list[int] = []
    for at, kind in enumerate(kinds):
        cells = [r.cells[at] for r in rows[1:] if not kind and at < len(r.cells)]
        signs = {part for cell in cells for part in _parts(cell)}
        if len(signs) > _MOST_SIGNS:
            continue
        short = all(len(cell) <= _LONGEST_SIGN for cell in signs)
        said = [status_of(cell, signs) is not None for cell in signs]
        told = zip(signs, said, strict=True)
        if short and any(said) and all(yes or is_role_like(one) for one, yes in told):
            found.append(at)
    return found if len(found) == 1 else []


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", cell) if part.strip()]


def _office_in_signs(row: Block, columns: _Columns) -> str | None:
    """Read `Chair` in a column that says `present` of the others."""
    column = columns.signs
    if column is None or not columns.has_offices or column >= len(row.cells):
        return None
    parts = _parts(row.cells[column])
    offices = [one for one in parts if status_of(one) is None and is_role_like(one)]
    return ", ".join(offices) or None


_LONGEST_SIGN = 20


def _of_cell(
    cell: str, letters: Collection[str], meant: Attended | None
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
