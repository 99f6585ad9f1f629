"""One meeting of a document: what was found of it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.importing.document import Document
from minutebook.importing.findings import FoundMeeting
from minutebook.importing.recognising.outline.outline import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A set of minutes within a document; mostly the whole of it."""

    found: FoundMeeting
    sections: tuple[Section, ...]
    document: Document
    """The document, cut to this meeting: its blocks, its lines, its asides."""
