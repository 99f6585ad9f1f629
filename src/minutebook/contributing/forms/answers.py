"""What stands below a question, as an answer of the kind that the field takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.contributing.forms.layout import NOTHING, TICKED
from minutebook.forms import Field, Kind

_OPENS = re.compile(r"(`{3,})text\s*")
_NONE_CHOSEN = "None"
"""What some hosts write where nothing was chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered."""

    text: str
    """As it was written; of boxes, the labels of those ticked, each in a line."""

    line: int
    """Where it begins, in what was sent."""


def answer_below(
    field: Field, lines: Sequence[str], first: int, *, is_last: bool
) -> tuple[Answer | None, int | None]:
    """Read an answer, and find the line of what goes beyond it in a field of one line.

    `first` is the number of the first of the lines. The layout puts an empty one above
    an answer and, unless it is the last, one below it.
    """
    top = 1 if lines and not lines[0] else 0
    bottom = len(lines) - (not is_last and len(lines) > top and not lines[-1])
    within, first = lines[top:bottom], first + top
    match field.kind:
        case Kind.TEXT:
            return _text(within, first, exact=field.exact), None
        case Kind.BOXES:
            return _ticked(within, first), None
        case _:
            return _line(within, first, field.kind)


def _text(lines: Sequence[str], first: int, *, exact: bool) -> Answer | None:
    opened = _OPENS.fullmatch(lines[0]) if exact and lines else None
    if opened and len(lines) > 1 and lines[-1].rstrip() == opened[1]:
        return _unless_empty("\n".join(lines[1:-1]), first + 1)
    text = "\n".join(lines)
    return None if text.strip() == NOTHING else _unless_empty(text, first)


def _unless_empty(text: str, first: int) -> Answer | None:
    if not text.strip():
        return None
    return Answer(text=text, line=first + text[: -len(text.lstrip())].count("\n"))


def _ticked(lines: Sequence[str], first: int) -> Answer | None:
    ticked = [
        (line[len(TICKED) :].strip(), number)
        for number, line in enumerate(lines, first)
        if line.casefold().startswith(TICKED.casefold())
    ]
    if not ticked:
        return None
    return Answer(text="\n".join(label for label, _ in ticked), line=ticked[0][1])


def _line(
    lines: Sequence[str], first: int, kind: Kind
) -> tuple[Answer | None, int | None]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return None, None
    text = lines[filled[0]]
    beyond = first + filled[1] if filled[1:] else None
    nothing = (NOTHING, _NONE_CHOSEN) if kind is Kind.CHOICE else (NOTHING,)
    if text.strip() in nothing:
        return None, beyond
    return Answer(text=text, line=first + filled[0]), beyond
