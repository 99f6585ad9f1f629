"""How long what people send may be. A record is meant to be read."""

from __future__ import annotations

LINE = 300
"""A title, a name, a label."""

NOTE = 2_000
"""A sentence or two: what happened, why something was closed, words to be corrected."""

ANSWER = 10_000
"""A few sentences, and room for an answer that was a letter."""

TEXT = 40_000
"""A text of its own: an addendum. The fields of a note have 64 KB together."""

NAMES = 50
"""Names in one list: owners, or those who said the same."""

SHOWN = 80
"""How much of what somebody wrote is told back to them."""

BODY = 500_000
"""The text of a record, as a whole: the minutes of a long day."""
