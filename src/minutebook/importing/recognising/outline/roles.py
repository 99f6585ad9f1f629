"""What the headings of minutes announce: people, actions, decisions, another meeting.

Secretariats use few words for these, and use them again and again.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """What stands in a section."""

    OPENING = "opening"
    """Before the first heading: the title, the day, the place."""

    PEOPLE = "people"
    """Who came, who did not."""

    ACTIONS = "actions"
    """A list, a table or a summary of what is to be done."""

    REVIEWED = "reviewed"
    """Earlier actions, looked at again."""

    DECISIONS = "decisions"
    NEXT = "next"
    """The next meeting, and what it will be about."""

    ADDENDUM = "addendum"
    """An annex, or what was added after the meeting."""

    CONTENTS = "contents"
    """A table of contents: it says nothing of its own."""

    BODY = "body"

    @property
    def is_inherited(self) -> bool:
        """Whether what stands deeper below such a heading is of the same kind."""
        return self in {Role.REVIEWED, Role.NEXT, Role.ADDENDUM, Role.ACTIONS}

    @property
    def runs_on(self) -> bool:
        """Whether it takes in what follows at the end of a document."""
        return self in {Role.NEXT, Role.ADDENDUM}


_PEOPLE = r"""
    (?:(?:[\w’']+\s+){1,2}(?=present$|attending$)
      |(?:(?!with\b|by\b|from\b|to\b|for\b|and\b)[\w’']+\s+){1,2}(?=officials$)|members?\s+|also\s+|those\s+|others?\s+)*
    (?:present|attend(?:ees?|ance|ing)|in\s+attendance|participants?|apolog(?:y|ies)|regrets
      |absent(?:ees)?|absences?|officials?|observers?|guests?|visitors?|members|invitees
      |present\s+at\s+the\s+meeting|who\s+(?:came|was\s+there)|roll[\s-]call|attendance\s+list
      |not\s+present|did\s+not\s+attend|officers?|quorum)
    (?:\s+(?:received|for\s+absence|for\s+lateness|were\s+received|members?|list|sheet
      |register|by\s+invitation|via\s+\w+|online|remotely|in\s+person|only|from\s+.{1,40}
      |of\s+absence|with\s+apologies))*
    (?:\s*(?:and|&|/|,)\s*(?:apologies|absences?|attendance|attendees|introductions?|welcomes?
      |guests|observers|officials)(?:\s+for\s+absence)?)*
"""
_ACTIONS = r"""
    (?:summary\s+(?:of|list\s+of)\s+|list\s+of\s+|new\s+|agreed\s+|key\s+|all\s+)*
    (?:action(?:s|\s+points?|\s+items?|\s+list|\s+summary|\s+table|\s+tracker)?|to-?\s?dos?|tasks
      |next\s+steps|follow[\s-]?ups?)
    (?:\s+(?:arising|agreed|summary|list|from\s+(?:this|the|today.?s)\s+meeting|points?|items?
      |and\s+(?:owners?|next\s+steps|deadlines?|decisions?)|to\s+be\s+taken|required|table
      |of\s+the\s+meeting))*
"""
_REVIEWED = r"""
    (?:(?:review|update|progress|status)\s+(?:of|on|against)\s+|review\s+)?
    (?:(?:minutes|notes)\s+(?:of|from)\s+(?:the\s+)?(?:last|previous)\s+meeting
        (?:s?\s*(?:and|&|/|,)\s*)?)?
    (?:(?:the\s+)?(?:matters|actions?)\s+arising
        (?:\s+(?:from|since).*)?
      |(?:the\s+)?(?:previous|outstanding|open|past|old|existing|earlier|carried[\s-]forward
        |last\s+(?:meeting|month|time).?s?)\s+actions?(?:\s+(?:points?|items?|log|list))?.*
      |actions?\s+(?:points?\s+|items?\s+)?(?:from|of)\s+(?:the\s+)?(?:last|previous|prior|earlier)
        .*
      |action\s+log|actions?\s+review|rolling\s+actions?.*|review\s+of\s+actions?.*
      |(?:update|progress)\s+on\s+(?:previous\s+|outstanding\s+)?actions?.*)
"""
_LAST_MINUTES = r"""
    (?:approval\s+of\s+|confirmation\s+of\s+|agree(?:ment\s+of)?\s+|adoption\s+of\s+|review\s+of\s+)?
    (?:the\s+)?(?:minutes|notes)\s+(?:of|from)\s+(?:the\s+)?(?:last|previous|prior)\s+meeting.*
    (?:matters\s+arising|actions?\b).*
"""
_DECISIONS = r"""
    (?:summary\s+of\s+|list\s+of\s+|key\s+)*(?:decisions?|resolutions?)
    (?:\s+(?:made|taken|agreed|log|summary|reached))*
"""
_NEXT = r"""
    (?:(?:date|time|dates|details)\s*(?:,|and|of|&|/|\s)*\s*(?:time\s*|venue\s*|place\s*|,|and|\s)*
        \s*(?:of\s+)?)?
    (?:the\s+)?(?:next|future|forthcoming|upcoming)\s+(?:committee\s+|board\s+)?
        (?:meetings?|calls?|sessions?|get-together)
    (?:\s+(?:dates?|date\s+and\s+time|agenda))?
    |(?:draft\s+|proposed\s+)?agenda\s+(?:for|of)\s+(?:the\s+)?next\s+meeting.*
    |dates?\s+for\s+(?:the\s+|your\s+)?(?:diary|diaries|next\s+meetings?)
    |(?:draft\s+)?agenda
"""
_ADDENDUM = r"""
    (?:annex(?:e|ure)?|appendix|addendum|addenda|post[\s-]?meeting\s+(?:note|update|addition)s?
      |note\s+added\s+after.*|after\s+the\s+meeting|postscript)
    (?:\s+(?:[a-z]|\d{1,2}|[ivx]+))?(?:\s*(?:[:.,–—-]).*|\s+\S.*)?
"""

_ROLES = tuple(
    (role, re.compile(rf"(?:{pattern})", re.VERBOSE | re.IGNORECASE))
    for role, pattern in (
        (Role.ADDENDUM, _ADDENDUM),
        (Role.REVIEWED, _REVIEWED),
        (Role.REVIEWED, _LAST_MINUTES),
        (Role.NEXT, _NEXT),
        (Role.PEOPLE, _PEOPLE),
        (Role.ACTIONS, _ACTIONS),
        (Role.DECISIONS, _DECISIONS),
        (Role.CONTENTS, r"(?:table\s+of\s+)?contents"),
    )
)


def role_of_title(title: str) -> Role | None:
    """Tell what a heading announces; None if it is a subject like any other."""
    text = re.sub(r"\(.*?\)\s*$", "", title).strip(" :.-–—*_")
    for part in (text, *re.split(r"\s+/\s+", text)):
        for role, pattern in _ROLES:
            if pattern.fullmatch(part):
                return role
    return None


def role_of_label(text: str) -> Role | None:
    """Tell what a line announces that stands by itself, as `Present:` or `ACTIONS`."""
    return role_of_title(text) if len(text) <= _LONGEST_LABEL else None


_LONGEST_LABEL = 70
