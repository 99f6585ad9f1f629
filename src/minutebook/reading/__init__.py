"""Files to records: everything that knows how notes are written down."""

from minutebook.reading.prose import Heading, Prose, read_prose
from minutebook.reading.read import Entry, Reading, read_notes
from minutebook.reading.shapes import did_you_mean, schemas
from minutebook.reading.source import Source

__all__ = [
    "Entry",
    "Heading",
    "Prose",
    "Reading",
    "Source",
    "did_you_mean",
    "read_notes",
    "read_prose",
    "schemas",
]
