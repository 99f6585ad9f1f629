"""Files to records: everything that knows how notes are written down."""

from minutebook.reading.entry import Entry
from minutebook.reading.nearest import Nearest, did_you_mean
from minutebook.reading.prose import Prose, read_prose
from minutebook.reading.read import Reading, read_again, read_notes
from minutebook.reading.shapes import schema_files
from minutebook.reading.source import Source
from minutebook.reading.spot import Spot
from minutebook.reading.walk import Heading
from minutebook.reading.write import write_record, write_register

__all__ = [
    "Entry",
    "Heading",
    "Nearest",
    "Prose",
    "Reading",
    "Source",
    "Spot",
    "did_you_mean",
    "read_again",
    "read_notes",
    "read_prose",
    "schema_files",
    "write_record",
    "write_register",
]
