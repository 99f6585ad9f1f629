"""Paragraphs cut before each mark: `It is too small. ACTION 3: find another`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importing.recognising.actions.marked import is_action, mark_in
from minutebook.importing.recognising.actions.marks import WORD, Mark
from minutebook.importing.recognising.known import Known

_INSIDE = re.compile(
    rf"(?:(?<=[.!?;:)\]\"”’])\s+|\s+[-–—|]\s+|\n)(?=(?:{WORD})\b)|\s+(?=(?:→|➔|>>|->|=>)\s*\S)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a paragraph: what was said, or an action with its mark."""

    text: str
    mark: Mark | None = None


def pieces_of(text: str, known: Known) -> Iterator[Piece]:
    """Cut a paragraph before each mark."""
    starts = [0, *(found.end() for found in _INSIDE.finditer(text))]
    pieces: list[Piece] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].strip(" |\n")
        mark = mark_in(part, known) if part else None
        if mark and is_action(mark, known):
            pieces.append(Piece(text=part, mark=mark))
        elif pieces and pieces[-1].mark is None:
            pieces[-1] = Piece(text=f"{pieces[-1].text} {part}")
        elif part:
            pieces.append(Piece(text=part))
    yield from pieces
