"""A short mark of what a record says, to notice whether it has changed meanwhile."""

from __future__ import annotations

import hashlib
import json

from minutebook.reading.write import fields_of
from minutebook.records import Record

_SIGNS = 8


def mark_of(record: Record) -> str:
    """Give the mark of a record: equal for records that say the same, however typed."""
    said = json.dumps(fields_of(record), ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:_SIGNS]
