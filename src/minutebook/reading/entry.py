"""Entries: records together with where they came from and their texts, rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from minutebook.reading.prose import Prose
from minutebook.reading.source import Source
from minutebook.records import Record

R_co = TypeVar("R_co", covariant=True, bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[R_co]):
    """A record with the text it came from and its body, rendered once."""

    record: R_co
    source: Source
    prose: Prose

    addenda: tuple[Prose, ...] = ()
    """The addenda of a note, rendered, in their order."""
