"""The outline of minutes: which blocks are headings, and what stands below each.

Few minutes use headings of their format. An agenda item may be a numbered line, a bold
line, a line in capitals or a bare line with a gap around it; what all have in common is
that they are short, do not end as a sentence does, and that something stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.roles import Role, role_of_label, role_of_title

_LONGEST = 110
_MOST_WORDS = 16
_SHORTEST = 3
_ITEM = re.compile(
    r"(?:agenda\s+)?item\s+(?P<number>\d{1,3}[a-z]?(?:\.\d{1,3})*)\s*(?:[:.)–—-]\s*|\s+)(?P<title>\S.*)",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.;,!](?:['\"’”)\]]*)$")
_MARK_OF_ANOTHER = re.compile(
    r"\[?(?:action|actions? point|ai|todo|to do|decision|resolved|agreed|note|motion|vote"
    r"|proposed|seconded|moved|carried)\b[^:]{0,30}[:\]–—-]|https?:|www\.",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w /&'’-]{1,28}:\s+\S")


class Look(StrEnum):
    """What makes a heading one. Headings of one look stand side by side."""

    FORMAT = "format"
    NUMBER = "number"
    LETTER = "letter"
    STRONG = "strong"
    CAPITALS = "capitals"
    BARE = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it, up to the next heading."""

    heading: Block | None
    """None for what stands before the first heading."""

    number: str | None = None
    title: str = ""
    level: int = 0
    """1 for the highest; 0 before the first heading, and for the title of a document."""

    role: Role = Role.BODY
    blocks: tuple[Block, ...] = ()
    path: tuple[str, ...] = ()
    """The titles of the headings above this one, the highest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """A block that is a heading, with what it says."""

    block: Block
    look: Look
    number: str | None
    title: str
    depth: int = 0
    """How deep its format or its number says it is, from 1; 0 if neither does."""


def outline_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Cut a document at its headings."""
    heads = _heads(blocks)
    sections: list[Section] = []
    above: list[tuple[int, str, Role]] = []
    begins = [at for at, head in enumerate(heads) if head]
    first = begins[0] if begins else len(blocks)
    if first:
        sections.append(
            Section(heading=None, role=Role.OPENING, blocks=tuple(blocks[:first]))
        )
    levels = _levels([head for head in heads if head])
    titled = _title_at(sections, [head for head in heads if head], levels)
    for n, (start, end) in enumerate(
        zip(begins, [*begins[1:], len(blocks)], strict=True)
    ):
        head = heads[start]
        if head is None:
            continue
        level = 0 if n == titled else levels[n]
        above = [entry for entry in above if entry[0] < level]
        own = Role.OPENING if n == titled else role_of_title(head.title)
        role = own or next(
            (r for _, _, r in reversed(above) if r.is_inherited), Role.BODY
        )
        sections.append(
            Section(
                heading=head.block,
                number=head.number,
                title=head.title,
                level=level,
                role=role,
                blocks=tuple(blocks[start + 1 : end]),
                path=tuple(title for _, title, _ in above),
            )
        )
        if n != titled:
            above.append((level, head.title, role))
    return _with_ends(sections)


def _with_ends(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Carry on what runs to the end of a document: annexes, and the next agenda."""
    found: list[Section] = []
    running: Section | None = None
    for section in sections:
        if section.role.runs_on and section.level:
            running = section
        elif running and _is_under(section, running):
            section = replace(section, role=running.role)  # noqa: PLW2901
        elif section.role is not Role.BODY:
            running = None
        found.append(section)
    return tuple(found)


def _is_under(section: Section, running: Section) -> bool:
    """Whether a section still belongs to an annex or an agenda that began above it."""
    if section.level > running.level:
        return True
    agenda = running.role is Role.NEXT and "agenda" in running.title.casefold()
    return section.role is Role.BODY and (running.role is Role.ADDENDUM or agenda)


def _heads(blocks: Sequence[Block]) -> list[_Head | None]:
    """Tell for each block whether it is a heading."""
    numbered = _numbered_headings(blocks)
    heads: list[_Head | None] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        heads.append(_head(block, before, after, numbered=at in numbered))
    return heads


def _head(
    block: Block, before: Block | None, after: Block | None, *, numbered: bool
) -> _Head | None:
    if block.kind is Kind.ROW:
        return None
    item = _ITEM.fullmatch(block.text)
    if item and len(block.text) <= _LONGEST:
        return _Head(
            block=block,
            look=Look.NUMBER,
            number=item["number"],
            title=item["title"],
            depth=1,
        )
    if block.kind is Kind.HEADING:
        return _formatted(block)
    if numbered:
        return _numbered(block)
    if not _is_title_like(block):
        return None
    look = _look(block, before, after)
    title = block.text.rstrip(": ")
    return _Head(block=block, look=look, number=None, title=title) if look else None


def _formatted(block: Block) -> _Head:
    number = number_of(block.marker)
    return _Head(
        block=block,
        look=Look.FORMAT,
        number=number,
        title=block.text.rstrip(": "),
        depth=block.level,
    )


def _numbered(block: Block) -> _Head:
    number = number_of(block.marker) or block.marker
    letter = not number[0].isdigit()
    return _Head(
        block=block,
        look=Look.LETTER if letter else Look.NUMBER,
        number=number,
        title=block.text.rstrip(": "),
        depth=0 if letter else number.count(".") + 1,
    )


def number_of(marker: str) -> str | None:
    """Give the number or letter in a marker, `4.1` of `4.1.`; None for a bullet."""
    number = marker.strip("().[]: ")
    counts = bool(
        re.fullmatch(r"\d{1,3}(?:[.]\d{1,3})*(?:\([a-z])?|[a-zA-Z]|[ivxIVX]+", number)
    )
    return number if counts and marker != "o" else None


def _look(block: Block, before: Block | None, after: Block | None) -> Look | None:
    """Tell what makes a short line a heading, if anything does."""
    known = role_of_label(block.text) is not None
    if block.marker and not known:
        return None
    if known and (after is not None or block.text.endswith(":")):
        return Look.STRONG if block.strong else Look.BARE
    if block.text.endswith(":") or after is None:
        return None
    if block.strong and block.strong >= len(block.text) >= _SHORTEST:
        return Look.STRONG
    letters = [sign for sign in block.text if sign.isalpha()]
    if len(letters) > _SHORTEST and block.text.isupper():
        return Look.CAPITALS
    return Look.BARE if _is_bare_heading(block, before, after) else None


def _is_bare_heading(block: Block, before: Block | None, after: Block) -> bool:
    """Whether a line with nothing to mark it stands alone above a text."""
    if block.tight or not block.text[0].isupper() or before is None:
        return False
    if after.kind is Kind.PARAGRAPH and not after.tight:
        return len(after.text) > len(block.text)
    if after.kind is Kind.PARAGRAPH:
        return len(after.text) > _LONGEST
    return after.kind is Kind.ROW or len(after.text) > len(block.text)


def _is_title_like(block: Block) -> bool:
    text = block.text
    return (
        0 < len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and not _ENDS_SENTENCE.search(text)
        and not _MARK_OF_ANOTHER.match(text)
        and (not _FIELD.match(text) or role_of_title(text) is Role.ADDENDUM)
        and any(sign.isalpha() for sign in text)
    )


def _numbered_headings(blocks: Sequence[Block]) -> frozenset[int]:
    """Find the numbered and lettered lines that head what stands below them.

    A list of numbered points is none: its lines are sentences, or follow one another with
    nothing between. Most lines of a kind decide for all that are like titles.
    """
    shapes: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        number = number_of(block.marker) if block.kind is Kind.ITEM else None
        if number:
            shapes.setdefault(_shape(block.marker, block), []).append(at)
    found: set[int] = set()
    for shape, places in shapes.items():
        titles = [at for at in places if _is_title_like(blocks[at])]
        heading = [at for at in titles if _has_text_below(blocks, at, shape)]
        if heading and 2 * len(heading) >= len(titles) and 2 * len(titles) >= len(places):
            found.update(titles)
        elif len(heading) > 1:
            found.update(heading)
    return frozenset(found)


def _shape(marker: str, block: Block) -> str:
    """Tell kinds of numbers apart: `1.`, `a)`, `1.1`."""
    kind = re.sub(r"\d+", "1", marker.rstrip("."))
    kind = re.sub(r"[a-z]+", "a", kind)
    return f"{re.sub(r'[A-Z]+', 'A', kind)}@{min(block.level, 3)}"


def _has_text_below(blocks: Sequence[Block], at: int, shape: str) -> bool:
    if at + 1 >= len(blocks):
        return not blocks[at].tight
    after = blocks[at + 1]
    same = after.kind is Kind.ITEM and _shape(after.marker, after) == shape
    return not same


def _levels(heads: Sequence[_Head]) -> list[int]:
    """Nest headings: format and numbers say how deep, other looks stand below these."""
    depths = sorted({head.depth for head in heads if head.look is Look.FORMAT})
    rank = {depth: at + 1 for at, depth in enumerate(depths)}
    base = len(depths)
    levels: list[int] = []
    number_level = letter_level = 0
    unnumbered: dict[Look, int] = {}
    for head in heads:
        role = role_of_title(head.title)
        if head.look is Look.FORMAT:
            level = rank[head.depth]
            number_level = letter_level = 0
            unnumbered.clear()
            base = level
        elif head.look is Look.NUMBER:
            level = (base if depths else 0) + head.depth
            number_level, letter_level = level, 0
            unnumbered.clear()
        elif head.look is Look.LETTER:
            level = letter_level = number_level + 1 if number_level else base + 1
            unnumbered.clear()
        elif role is not None and role is not Role.BODY:
            level = base + 1 if depths else 1
            number_level = letter_level = 0
            unnumbered.clear()
        else:
            under = max(letter_level, number_level, base if depths else 0)
            level = unnumbered.setdefault(head.look, under + 1 + len(unnumbered))
        levels.append(level)
    lowest = min(levels, default=1)
    return [level - lowest + 1 for level in levels]


def _title_at(
    sections: Sequence[Section], heads: Sequence[_Head], levels: Sequence[int]
) -> int | None:
    """Find which heading is the title of the whole: the first, above all others."""
    if not heads or heads[0].number is not None:
        return None
    first = heads[0]
    before = sum(len(section.blocks) for section in sections)
    if before > 1 or role_of_title(first.title) not in (None, Role.BODY):
        return None
    if first.look is Look.FORMAT:
        alone = all(level > levels[0] for level in levels[1:])
        return 0 if alone or _names_a_meeting(first.title) else None
    return 0 if before == 0 else None


def _names_a_meeting(title: str) -> bool:
    return bool(
        re.search(
            r"\b(?:minutes|meeting|notes?|agm|roundtable|forum)\b", title, re.IGNORECASE
        )
    )
