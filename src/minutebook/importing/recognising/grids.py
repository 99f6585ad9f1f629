"""Tables of people: with heads, by columns, by labels before rows, or a grid of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutebook.importing.document import Block
from minutebook.importing.findings import Attended
from minutebook.importing.recognising.dates import dates_in
from minutebook.importing.recognising.labels import Label, label_of
from minutebook.importing.recognising.names import (
    has_title,
    is_full_name,
    is_name_like,
)
from minutebook.importing.recognising.person import Entry, read_person
from minutebook.importing.recognising.runs import people_of_run
from minutebook.importing.recognising.ticks import status_of
from minutebook.importing.recognising.vocabulary import is_placeholder, is_role_like


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """An entry of a table, and what its place there says."""

    entry: Entry
    attended: Attended | None
    label: str = ""
    role: str | None = None
    line: int


_HEADS = {
    "first": r"(?:first|given|fore)\s*names?",
    "last": r"(?:sur|last|family)\s*names?",
    "initials": r"initials?|abbr(?:eviation)?\.?",
    "name": r"(?:full\s+|member.?s?\s+)?names?(?:\s+of\s+.*)?|who|attendees?"
    r"|members?|person"
    r"|participants?|trustees?|councillors?|enw|people|delegates?|governors?",
    "organisation": r"organi[sz]ations?|org\.?|company|agency|employer|representing"
    r"|represent(?:ed|s)|from|affiliation|department|dept\.?|team|school|body|sefydliad"
    r"|body|on\s+behalf\s+of|area|ward",
    "role": r"(?:job\s+)?(?:roles?|titles?|positions?)|designation|capacity|office"
    r"|post|job"
    r"|job\s+role|category|r[oô]l",
    "status": r"(?:attendance|attended|status|present\s*(?:\?|\(.*\)|/.*)"
    r"|present\s+or\s+.*"
    r"|in\s+attendance\s*\?|apologies\s*/.*|p\s*/\s*a.*|attending|here|there|came)\??",
    "both": r"names?\s*(?:and|&|/|,)\s*(?:organi[sz]ation|role|title|position|company).*",
}
_HEAD = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _HEADS.items()}


def people_of_table(rows: Sequence[Block], over: Label | None) -> list[Seated]:
    """Read the people of a table; none, if it is no table of people.

    `over` is what stands above it, if that says who is listed.
    """
    kinds = _kinds(rows[0].cells)
    labels = [label_of(cell) for cell in rows[0].cells]
    if _lists_names(rows, labels):
        return _by_columns(rows[1:], labels)
    if "name" in kinds or "both" in kinds or {"first", "last"} <= set(kinds):
        return _headed(rows, kinds, over)
    if any(_row_label(row) for row in rows):
        return [one for row in _with_labels(rows) for one in _by_label(row, over)]
    return _unheaded(rows, over) if over else []


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
    kinds = set(_kinds(rows[0].cells))
    named = kinds & {"name", "both"} or {"first", "last"} <= kinds
    about = kinds & {"status", "organisation", "role", "initials"}
    signs = _columns_of_signs(rows, _kinds(rows[0].cells))
    known = not any(_IS_WORK.search(cell) for cell in rows[0].cells)
    labelled = [label_of(cell) for cell in rows[0].cells]
    columns = _lists_names(rows, labelled) and all(
        label and label.attended for label in labelled
    )
    rows_labelled = sum(_row_label(row) is not None for row in rows) > 1
    return (
        bool(named and (about or signs or _ticked(rows[0])) and known)
        or columns
        or rows_labelled
    )


def is_head_of_people(row: Block) -> bool:
    """Whether a row is the head of a table of people: `Name`, `Present | Apologies`."""
    kinds = set(_kinds(row.cells))
    labels = [label_of(cell) for cell in row.cells if cell.strip()]
    columns = len(labels) > 1 and all(label and label.attended for label in labels)
    return bool(kinds & {"name", "both"}) or {"first", "last"} <= kinds or columns


_IS_WORK = re.compile(
    r"\b(?:actions?|tasks?|due|deadline|by\s+when|what|progress|owner|cost|amount|budget)\b",
    re.IGNORECASE,
)


def _is_aside(cell: str) -> bool:
    """Whether a head is of a column that tells nothing of a meeting: `Email`, `Sign`."""
    return not cell.strip() or bool(
        re.fullmatch(
            r"#|no\.?|e-?mail.*|phone|tel.*|sign(?:ature|ed)?|notes?|comments?|contact.*|voting.*|time.*",
            cell.strip(),
            re.IGNORECASE,
        )
        or dates_in(cell, 2000)
    )


def _ticked(head: Block) -> bool:
    return any((label := label_of(cell)) and label.attended for cell in head.cells[1:])


def _kind(cell: str) -> str | None:
    text = cell.strip(" :*")
    return next(
        (kind for kind, pattern in _HEAD.items() if pattern.fullmatch(text)), None
    )


def _kinds(cells: Sequence[str]) -> list[str]:
    kinds: list[str] = []
    for cell in cells:
        kind = _kind(cell) or ""
        kinds.append(kind if kind not in kinds else "")
    if "name" not in kinds and "both" not in kinds and kinds and not kinds[0]:
        first = label_of(cells[0])
        if first and first.attended and {"organisation", "role", "initials"} & set(kinds):
            kinds[0] = "name"
    return kinds


def _headed(
    rows: Sequence[Block], kinds: Sequence[str], over: Label | None
) -> list[Seated]:
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
    places = places or [at for _, at in ticks] or _columns_of_signs(rows, kinds)
    if not places:
        return (above.attended, above.text) if above else (None, "")
    column = places[0]
    letters = [r.cells[column] for r in rows[1:] if column < len(r.cells)]
    cell = row.cells[column] if column < len(row.cells) else ""
    meant = ticks[0][0].attended if ticks else Attended.PRESENT
    return _of_cell(cell, letters, meant), head[column]


def _columns_of_signs(rows: Sequence[Block], kinds: Sequence[str]) -> list[int]:
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
    columns = _columns_of_signs(rows, kinds)
    cell = row.cells[columns[0]] if columns and columns[0] < len(row.cells) else ""
    offices = [one for one in _parts(cell) if status_of(one) is None and is_role_like(one)]
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


def _by_columns(rows: Sequence[Block], labels: Sequence[Label | None]) -> list[Seated]:
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


def _row_label(row: Block) -> Label | None:
    first = row.cells[0] if row.cells else ""
    label = label_of(first)
    return label if label and len(row.cells) > 1 and any(row.cells[1:]) else None


def _with_labels(rows: Sequence[Block]) -> list[tuple[Label | None, Block]]:
    """Give each row its label: an empty first cell goes on with the one above."""
    found: list[tuple[Label | None, Block]] = []
    label: Label | None = None
    for row in rows:
        own = _row_label(row)
        if own or (row.cells and row.cells[0].strip()):
            label = own
        found.append((label, row))
    return found


def _by_label(given: tuple[Label | None, Block], over: Label | None) -> list[Seated]:
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


def _unheaded(rows: Sequence[Block], over: Label) -> list[Seated]:
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
