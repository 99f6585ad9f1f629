"""The sentence that says when and where a meeting was held, if the text has one.

The panel met at Heyhead Village Hall on 10 June 2021 at 6pm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.language.spots import spots_in
from minutebook.importing.recognising.meeting.fields import HeadLine

_SAYS = re.compile(
    r"(?:(?:the|this|our)\s+(?:\w+\s+){0,6}?|we\s+|(?:[A-Z][\w'’-]*\s+){1,6}?)?"
    r"(?:met|(?:was|were)\s+held|took\s+place|held)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:next|last|previous|first|earlier|originally|since|following|followed|ago|again|before"
    r"|after|if|when|will|would)\b",
    re.IGNORECASE,
)
_OF_MINUTES = re.compile(
    r"(?:(?:the|these|those|draft|last)\s+)*(?:minutes|notes|actions)\b", re.IGNORECASE
)
"""What tells of another meeting: `The minutes of the meeting held on ...`."""

_LONGEST = 300


def told_in(prose: Sequence[tuple[str, int]]) -> tuple[HeadLine, ...]:
    """Give the sentence, from its verb on, as a line of the head, if there is one."""
    for text, line in prose:
        for sentence in sentences_of(text):
            said = _SAYS.match(sentence)
            if (
                said
                and not _OF_MINUTES.match(sentence)
                and len(sentence) <= _LONGEST
                and not _OTHER.search(sentence)
            ):
                rest = sentence[said.end() :].rstrip(".")
                if spots_in(rest):
                    return (HeadLine(text=f"held {rest.strip()}", line=line),)
    return ()
