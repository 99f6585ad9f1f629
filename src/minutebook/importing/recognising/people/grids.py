"""Tables of people: with heads, by columns, by labels before rows, or a grid of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.document import Block
from minutebook.importing.recognising.language.names import is_full_name
from minutebook.importing.recognising.people.column_heads import kinds_of
from minutebook.importing.recognising.people.headed_grids import (
    columns_of_signs,
    people_below_heads,
)
from minutebook.importing.recognising.people.labelled_grids import (
    label_of_row,
    people_of_columns,
    people_of_row,
    people_without_heads,
    rows_with_labels,
)
from minutebook.importing.recognising.people.labels import Label, label_of
from minutebook.importing.recognising.people.seated import Seated


def people_of_table(rows: Sequence[Block], over: Label | None) -> list[Seated]:
    """Read the people of a table; none, if it is no table of people.

    `over` is what stands above it, if that says who is listed.
    """
    kinds = kinds_of(rows[0].cells)
    labels = [label_of(cell) for cell in rows[0].cells]
    if _lists_names(rows, labels):
        return people_of_columns(rows[1:], labels)
    if "name" in kinds or "both" in kinds or {"first", "last"} <= set(kinds):
        return people_below_heads(rows, kinds, over)
    if any(label_of_row(row) for row in rows):
        return [one for row in rows_with_labels(rows) for one in people_of_row(row, over)]
    return people_without_heads(rows, over) if over else []


def _lists_names(rows: Sequence[Block], labels: Sequence[Label | None]) -> bool:
    """Whether every column has a label for people, and names stand below them all."""
    filled = sum(bool(cell.strip()) for cell in rows[0].cells)
    if filled < _TWO or sum(label is not None for label in labels) != filled:
        return False
    below = [cell for row in rows[1:] for cell in row.cells[1:] if cell.strip()]
    heads = [re.split(r"\s*[(,\n]", cell)[0] for cell in below]
    return any(map(is_full_name, heads)) or not below


_TWO = 2


def is_table_of_people(rows: Sequence[Block]) -> bool:
    """Whether a table says by itself that it lists people who came or did not."""
    kinds = set(kinds_of(rows[0].cells))
    named = kinds & {"name", "both"} or {"first", "last"} <= kinds
    about = kinds & {"status", "organisation", "role", "initials"}
    signs = columns_of_signs(rows, kinds_of(rows[0].cells))
    known = not any(_IS_WORK.search(cell) for cell in rows[0].cells)
    labelled = [label_of(cell) for cell in rows[0].cells]
    columns = _lists_names(rows, labelled) and all(
        label and label.attended for label in labelled
    )
    rows_labelled = sum(label_of_row(row) is not None for row in rows) > 1
    return (
        bool(named and (about or signs or _ticked(rows[0])) and known)
        or columns
        or rows_labelled
    )


def is_head_of_people(row: Block) -> bool:
    """Whether a row is the head of a table of people: `Name`, `Present | Apologies`."""
    kinds = set(kinds_of(row.cells))
    labels = [label_of(cell) for cell in row.cells if cell.strip()]
    columns = len(labels) > 1 and all(label and label.attended for label in labels)
    return bool(kinds & {"name", "both"}) or {"first", "last"} <= kinds or columns


_IS_WORK = re.compile(
    r"\b(?:actions?|tasks?|due|deadline|by\s+when|what|progress|owner|cost|amount|budget)\b",
    re.IGNORECASE,
)


def _ticked(head: Block) -> bool:
    return any((label := label_of(cell)) and label.attended for cell in head.cells[1:])
