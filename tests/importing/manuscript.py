"""What a careful person sees in two texts: what is a heading, a list, a sentence cut.

The texts were drawn from printed documents: lines are wrapped, sentences are cut where a
page ended, and marks of some word processor are left. Whoever prints them again puts that
right, and prints headings as headings. Which lines are headings is said here by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"

_WRAPPED = re.compile(r"\n[ \t]*(?!- |• )")
_NUMBERED = re.compile(r"(?P<number>\d+|[a-z])\. (?P<title>[A-Z][^.]*)")
_EMPHASIS = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")
_LEAD = re.compile(r"[A-Z][\w’'() -]{2,60}?:(?= )")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What a document is called."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the highest has level 1."""

    text: str
    level: int
    number: str = ""

    @property
    def full(self) -> str:
        """The heading with its number."""
        return f"{self.number}. {self.text}" if self.number else self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list with bullets."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings."""

    rows: tuple[tuple[str, ...], ...]


Piece = Title | Heading | Paragraph | Item | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a person makes of the lines of one text."""

    headings: Mapping[str, int]
    """Those without a number or a letter, and how deep they are."""

    cut: tuple[str, ...]
    """How paragraphs begin that are the rest of the sentence above."""

    bold_leads: bool = False
    """Whether the words before a colon at the beginning of a point stand out."""

    without_bullet: tuple[str, ...] = field(default=())
    """How points begin that lost their bullets."""


ADVISORY = Sense(
    headings={
        "Attendees:": 1,
        "Officials": 1,
        "Apologies": 1,
        "About": 1,
        "Comparison to November indicative figures": 3,
        "Comparison to current spend": 3,
        "Mobilisation": 3,
        "Accommodation": 3,
        "Women's contract lot": 3,
        "Clarification on eligibility criteria": 3,
        "Referrals": 3,
        "Interventions": 3,
        "Day two competitions": 3,
        "Finance, benefits and debt": 3,
        "Accredited programmes and structured interventions": 3,
        "Summary of actions": 1,
        "ANNEX A: Clarification on eligibility criteria": 1,
    },
    cut=(
        "Service (HMPPS),",
        "a further breakdown",
        "and new services",
        "while probation",
        "and for dependency",
    ),
)
ROUNDTABLE = Sense(
    headings={
        "Engaging and understanding the voluntary sector": 1,
        "Accountability and protecting the sector": 1,
        "Communication": 1,
        "Funding and contract specifications": 1,
        "Commissioning model": 1,
        "Rate card": 1,
        "Bidding for prime contractor status": 1,
    },
    cut=(),
    bold_leads=True,
    without_bullet=("Misconceptions of the sector:", "Engaging the sector:"),
)
TEXTS: Mapping[str, Sense] = {
    "advisory-group-2020.txt": ADVISORY,
    "roundtable-2018.txt": ROUNDTABLE,
}


def manuscript_of(name: str) -> tuple[Piece, ...]:
    """Read one of the two texts as a careful person does."""
    text = (DOCUMENTS / name).read_text("utf-8")
    return seen_in(text, TEXTS[name])


def seen_in(text: str, sense: Sense) -> tuple[Piece, ...]:
    """Tell what is what in a text."""
    title, *others = _paragraphs(text, sense)
    return (Title(title), *(_piece(one, sense) for one in others))


def _paragraphs(text: str, sense: Sense) -> list[str]:
    found: list[str] = []
    for block in re.split(r"\n[ \t]*\n", text.replace("<p>", "").replace("</p>", "")):
        for part in re.split(r"\n(?=[-•] )", block.strip("\n")):
            words = " ".join(_WRAPPED.sub(" ", part.removesuffix("\n--")).split())
            if found and words.startswith(sense.cut or ("\0",)):
                found[-1] += f" {words}"
            elif words:
                found.append(words)
    return found


def _piece(text: str, sense: Sense) -> Piece:
    if text in sense.headings:
        return Heading(text, sense.headings[text])
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        level = 1 if numbered["number"].isdigit() else 2
        return Heading(numbered["title"], level, numbered["number"])
    is_item = text.startswith(("- ", "• "))
    is_point = is_item or text.startswith(sense.without_bullet or ("\0",))
    said = text[2:] if is_item else text
    bold = sense.bold_leads and is_point
    words = tuple(_words(said, bold_lead=bold or said.startswith("Action:")))
    return Item(words) if is_point else Paragraph(words)


def _words(text: str, *, bold_lead: bool) -> Iterator[Words]:
    lead = _LEAD.match(text) if bold_lead else None
    if lead:
        yield Words(lead[0], strong=True)
        text = text[lead.end() :]
    for part in filter(None, _EMPHASIS.split(text)):
        if part.startswith("**") and part.endswith("**"):
            yield Words(part.strip("*"), strong=True)
        elif part.startswith("*") and part.endswith("*"):
            yield Words(part.strip("*"), emphasis=True)
        else:
            yield Words(part)


def plain(words: tuple[Words, ...]) -> str:
    """Give words without their looks."""
    return "".join(one.text for one in words)


def with_table_of_people(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Put the lists of people below their headings into tables of three columns."""
    found: list[Piece] = []
    rows: list[tuple[str, ...]] = []
    people = False
    for piece in (*pieces, Heading("", 1)):
        if people and isinstance(piece, Item):
            rows.append(_row(plain(piece.words)))
            continue
        if rows:
            found.append(Table((("Name", "Organisation", "Role"), *rows)))
            rows = []
        people = isinstance(piece, Heading) and piece.text in {
            "Attendees:",
            "Officials",
            "Apologies",
        }
        found.append(piece)
    return tuple(found[:-1])


def _row(person: str) -> tuple[str, ...]:
    said = re.fullmatch(r"(.+?), (.+?)(?: \((.+)\))?", person)
    assert said, person
    return said[1], said[2], said[3] or ""


def with_bold_lines(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Set headings as people do who know no styles: as bold lines."""
    return tuple(
        Paragraph((Words(piece.full, strong=True),))
        if isinstance(piece, Heading)
        else piece
        for piece in pieces
    )
