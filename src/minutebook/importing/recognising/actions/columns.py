"""What the heads of tables say stands below them: actions, owners, dates, decisions."""

from __future__ import annotations

import re
from enum import StrEnum


class Column(StrEnum):
    """What the cells below a head say."""

    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    STATUS = "status"
    REMARKS = "remarks"
    NUMBER = "number"
    TALK = "talk"
    RAISED = "raised"
    DECISION = "decision"


_OLD = (
    r"(?:previous|outstanding|earlier|last\s+(?:meeting|time)(?:['’]?s)?)\s+actions?(?:\s+points?)?"
    r"|actions?(?:\s+(?:points?|items?))?(?:\s+(?:arising|outstanding|carried\s+(?:over|forward)))?"
    r"\s+(?:from|of|at|since)\s+(?:the\s+)?(?:last|previous|earlier|prior)\b.{0,40}"
    r"|actions?(?:\s+(?:points?|items?))?\s+(?:carried|brought)\s+(?:over|forward)\b.{0,40}"
)
_HEADS = (
    (
        Column.OWNER,
        (
            r"(?:action\s+)?owners?|who\??|leads?|lead\s+(?:person|officer|member|organisation)"
            r"|responsib(?:le|ility)(?:\s+(?:person|party|officer))?|persons?(?:\s+responsible)?"
            r"|by\s+whom\??|whom|assign(?:ed|ee)(?:\s+to)?|allocated(?:\s+to)?|names?|initials"
            r"|action(?:ed)?\s+(?:by|for|owner|lead)|for\s+action\s+by|delegated\s+to|who\s+by\??"
            r"|who.s\s+responsible\??|to\s+be\s+actioned\s+by|for|responsible\s+member|by"
        ),
    ),
    (
        Column.RAISED,
        (
            r"(?:date\s+|when\s+)?(?:raised|agreed|opened|created|added|set)(?:\s+on)?"
            r"|(?:date\s+of\s+)?(?:meeting|mtg)(?:\s+date)?|minuted?\s+date|from\s+meeting|origin"
        ),
    ),
    (
        Column.DUE,
        (
            r"dead\s?lines?|due(?:\s+(?:date|by|on))?|by\s+when\??|when\??|when\s+by\??|date(?:\s+due)?"
            r"|target(?:\s+(?:date|completion.*))?|time\s?scales?|time\s?frames?|complet(?:ion|e)\s+(?:date|by)"
            r"|due\s+for\s+completion|action\s+date|date\s+for\s+completion|complete\s+by|timing"
            r"|date\s+required|expected\s+by"
        ),
    ),
    (
        Column.STATUS,
        (
            r"status|progress(?:\s*(?:/|and)\s*(?:status|update|notes))?|updates?|outcome|rag"
            r"(?:\s+(?:rating|status))?|complete[d]?\??|done\??|open\s*/\s*closed|current\s+position"
            r"|status\s*/\s*(?:update|progress|comments?)|position|progress\s+report|result"
            r"|where\s+(?:we\s+are|it\s+stands)(?:\s+now)?|what\s+happened|latest|update\s*/\s*status|action\s+status"
        ),
    ),
    (
        Column.REMARKS,
        r"comments?|remarks|further\s+information|notes?(?:\s*/\s*comments?)?",
    ),
    (
        Column.NUMBER,
        (
            r"(?:action\s+|item\s+|minute\s+|agenda\s+)?(?:ref(?:erence)?\.?|no\.?|nos\.?|number|num|id"
            r"|\#)(?:\s+(?:no\.?|number))?|\#|s/?no\.?"
        ),
    ),
    (
        Column.DECISION,
        r"decisions?(?:\s+(?:made|taken|reached))?|resolutions?|agreed|outcome\s*/\s*decision",
    ),
    (
        Column.ACTION,
        (
            rf"{_OLD}|(?:agreed\s+|new\s+|key\s+|further\s+)?actions?(?:\s+(?:points?|items?|required|agreed|needed"
            r"|arising|to\s+be\s+taken|description|description\s+and\s+owner))?"
            r"|actions?\s*[/&(-]\s*(?:owners?|who|lead|by\s+whom|responsible|decisions?)\)?|tasks?"
            r"|what\??|what\s+(?:needs\s+(?:doing|to\s+be\s+done)|will\s+be\s+done|to\s+do)\??|to\s?-?do"
            r"|description(?:\s+of\s+(?:the\s+)?(?:action|task))?|next\s+steps?|follow[\s-]?up"
            r"|agreed\s+action.*|activity|action\s+to\s+be\s+taken|decisions?\s*/\s*actions?|steps?"
        ),
    ),
    (
        Column.TALK,
        (
            r"(?:agenda\s+)?items?|topics?|subject|discussion(?:\s+(?:points?|summary|notes))?|minutes?"
            r"|(?:key\s+)?points?|summary|details?|issue|matter|heading|agenda|area|theme|objective"
            r"|notes?\s+of\s+discussion|points?\s+raised|key\s+discussion.*|discussion\s*/.*"
            r"|what\s+was\s+(?:said|discussed)|minutes?\s+item|business|concern|goal|purpose"
        ),
    ),
)
_PATTERNS = tuple(
    (column, re.compile(rf"(?:{p})\s*:?", re.IGNORECASE)) for column, p in _HEADS
)


_OF_EARLIER = re.compile(rf"(?:{_OLD})\s*:?", re.IGNORECASE)


def is_of_earlier(head: str) -> bool:
    """Whether a head says that what stands below was agreed at an earlier meeting."""
    return _OF_EARLIER.fullmatch(" ".join(head.split()).strip(" *_:")) is not None


def column_of(head: str) -> Column | None:
    """Tell what the cells below a head say."""
    text = " ".join(head.split()).strip(" *_:")
    text = re.sub(r"\s*\([^()]*\)$", "", text) or text
    return next((column for column, p in _PATTERNS if p.fullmatch(text)), None)
