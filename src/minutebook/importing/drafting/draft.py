"""Drafts: what stands for a meeting in the inbox until somebody accepts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from minutebook.records import Meeting

REVIEW = "review.md"
"""The page on which a person reviews a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was made of one meeting of a document."""

    id: str
    """The id its meeting will have: the name of its folder in the inbox."""

    meeting: Meeting
    files: Mapping[str, str] = field(repr=False)
    """Texts by their paths in that folder: records as they will stand in the notes, and
    the review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Words of the document that do not stand in the minutes of the draft."""

    line: int
    page: int | None = None
    text: str
    where: str
    """Where they are now: a field, a record, or nowhere and why."""
