"""The words that names of bodies which meet end in: committee, council, club."""

from __future__ import annotations

import re

_BODIES = (
    (
        r"(?:sub-?\s?(?:committee|group)|working\s+(?:party|group)|task\s+(?:force|group)|steering\s+(?:group"
        r"|committee|board)|special\s+interest\s+group|advisory\s+(?:group|board|panel)|committee"
        r"|group|panel|board|forum|team|assembly|cabinet|trustees|governors"
        r"|executive|senate|pwyllgor|collective|circle|guild|branch|chapter|lodge|taskforce|squad|crew|cell|sig|co-?op)"
    ),
    (
        r"(?:parish\s+council|town\s+council|council|association|society|club|federation|union"
        r"|trust|foundation|charity|alliance|coalition|league|fellowship|congregation|co-?operative"
        r"|network|partnership|pta|pcc|institute|company|ltd|limited|cic|consortium|project|choir|church|watch|friends)"
    ),
)
BODIES = tuple(re.compile(rf"\b{body}\b", re.IGNORECASE) for body in _BODIES)
"""Bodies of two kinds: parts of an organisation first, and organisations after them."""
