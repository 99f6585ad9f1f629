"""The words of sentences that say who came, who did not, who led and who wrote."""

from __future__ import annotations

import re

from minutebook.importing.findings import Attended

NAMES = r"(?P<who>[^:!?]*)"
APOLOGIES_FROM = re.compile(
    r"\bapologies\b(?:\s+(?:for|of)\s+(?:absence|lateness|non-attendance))?\s*"
    r"(?:(?:were|was|had|have|has|been|are)\s+|being\s+)*"
    r"(?:received|noted|given|accepted|sent|recorded|tendered|made|offered|submitted|reported)?\s*"
    r"(?:and\s+\w+\s+)?(?:from|by|for|on\s+behalf\s+of)\s*:?\s+" + NAMES,
    re.IGNORECASE,
)

_SENT = re.compile(
    r"^(?P<who>[^.:]{3,200}?)\s+(?:had\s+|have\s+|has\s+)?(?:sent|gave|given|offered|tendered|sends"
    r"|submitted)\s+(?:(?:his|her|their|its)\s+)?apologies\b",
    re.IGNORECASE,
)
_PRESENT_TOO = re.compile(
    r"^there\s+(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance)\s*[:–-]?\s+"
    + NAMES,
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"^[^:.]{0,80}?\b(?:people|members|residents|of\s+us|present|attended|came|attendance)\b[^:.]{0,60}?"
    r",?\s+(?:including|among\s+them|namely)\s+" + NAMES,
    re.IGNORECASE,
)
_COULD_NOT = re.compile(
    r"^(?P<who>[^.:]{2,120}?)\s+(?:(?:was|were|is|are)\s+(?:away|ill|unwell|poorly|sick|on\s+(?:holiday"
    r"|leave)|(?:not\s+able|unable)\s+to\s+(?:come|attend|join|make\s+it|be\s+(?:there|here|present)))"
    r"|(?:could\s+not|couldn['’]t|cannot|can['’]t)\s+(?:come|attend|join|make\s+it|be\s+(?:there|here|with))"
    r"|(?:had\s+[^.]{2,40}?\s+and\s+)?(?:had\s+)?sent\s+(?:(?:her|his|their)\s+)?(?:love|word|regrets"
    r"|best\s+wishes|good\s+wishes)"
    r"|had\s+to\s+(?:send|give)\s+apologies)\b",
    re.IGNORECASE,
)
_WERE_THERE = re.compile(
    r"^(?P<who>[^:!?]{5,600}?),?\s+(?:(?:was|were)\s+(?:all\s+|also\s+)?(?:there|here|present|in\s+attendance"
    r"|at\s+the\s+meeting|on\s+the\s+call|in\s+the\s+room|with\s+us)|(?:all\s+|also\s+)?(?:came|attended"
    r"|turned\s+up|joined\s+(?:us|the\s+(?:call|meeting))|met\s+(?:at|on|in|for|to|by|via)))\b",
    re.IGNORECASE,
)
_APOLOGISED = re.compile(
    r"^(?P<who>[^.:]{3,120}?)\s+apologised\s+for\s+(?:(?:his|her"
    r"|their)\s+)?absence",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:those\s+|also\s+|there\s+(?:were|was)\s+|the\s+following\s+(?:members?\s+|people\s+)?(?:were\s+|was\s+))?"
    r"(?:present|attending|in\s+attendance|there|here|with\s+us|on\s+the\s+call)\s*(?:were|was|:|-|–)\s+"
    + NAMES,
    re.IGNORECASE,
)
_CHAIRED_BY = re.compile(
    r"\b(?:was|were|is|and|meeting|roundtable|session|event)?\s*(?:chaired|convened"
    r"|hosted\s+and\s+chaired|presided\s+over)\s+by\s+" + NAMES,
    re.IGNORECASE,
)
_FACILITATED_BY = re.compile(r"\bfacilitated\s+by\s+" + NAMES, re.IGNORECASE)
_FACILITATED = re.compile(
    r"^(?P<who>[^.:]{3,80}?)\s+facilitated(?:\s+(?:the|this)\b|$)", re.IGNORECASE
)
_CHAIRED = re.compile(
    r"^(?:in\s+the\s+absence\s+of\s+[^,]+,\s+)?(?P<who>[^.:]{3,80}?)\s+(?:chaired\s+(?:the|this)"
    r"\s+(?:meeting|roundtable|session|forum|agm|event)|(?:was\s+in|took|in)\s+the\s+chair"
    r"|presided|chaired)(?:\b|$)",
    re.IGNORECASE,
)
_TOOK_BY = re.compile(
    r"(?:\b(?:minutes|notes|minuted|note)\s+(?:were\s+|was\s+)?(?:taken|recorded|prepared"
    r"|written(?:\s+up)?|produced)|^(?:minutes|notes)|\bminuted)\s+by\s*:?\s+" + NAMES,
    re.IGNORECASE,
)
_TOOK = re.compile(
    r"^(?P<who>[^.:]{3,80}?)\s+(?:took|takes|recorded|kept|was\s+taking|agreed\s+to\s+take)\s+"
    r"(?:the\s+)?(?:minutes|notes)\b",
    re.IGNORECASE,
)
Patterns = tuple[re.Pattern[str], ...]
AWAY_FOR: tuple[Attended, Patterns] = (
    Attended.APOLOGIES,
    (APOLOGIES_FROM, _SENT, _APOLOGISED),
)
AWAY_OR_ILL: tuple[Attended, Patterns] = (Attended.APOLOGIES, (_COULD_NOT,))
HERE_FOR: tuple[Attended, Patterns] = (
    Attended.PRESENT,
    (_PRESENT_TOO, _INCLUDING, _PRESENT, _WERE_THERE),
)
_WITH_CHAIR = re.compile(
    r"^(?P<who>[^.:(]{3,60}?)\s*\((?:the\s+)?chair(?:man|woman|person)?\)\s+\w",
    re.IGNORECASE,
)
CHAIR: tuple[str, Patterns] = ("chair", (_CHAIRED_BY, _CHAIRED, _WITH_CHAIR))
FACILITATOR: tuple[str, Patterns] = (
    "facilitator",
    (_FACILITATED_BY, _FACILITATED),
)
TAKER: tuple[str, Patterns] = ("minute taker", (_TOOK_BY, _TOOK))
