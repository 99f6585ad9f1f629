"""The labels that stand over or before lists of people, and what they say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.language.misread import as_meant
from minutebook.importing.recognising.language.vocabulary import is_organisation_like

_LABELS = (
    (
        Attended.APOLOGIES,
        (
            r"(?:apolog(?:y|ies)|regrets|apols|excused|sorr(?:y|ies)|ymddiheuriadau)\b.*"
            r"|.*\bwith\s+apologies|(?:people\s+|those\s+|all\s+)?(?:who\s+)?(?:(?:was|were|is|are)\s+)?"
            r"(?:couldn['’]?t|could\s+not|can['’]?t|cannot|unable\s+to|(?:not|weren['’]?t)\s+able\s+to)"
            r"\s+(?:come|make\s+it|attend|join|be\s+(?:there|here|present|with\s+us)).*"
            r"|sen(?:t|ds|ding)\s+(?:(?:their|his|her|an)\s+)?(?:apolog(?:y|ies)|regrets|love|word).*"
            r"|otherwise\s+engaged|entschuldigt|excus[eé]s|leithsc[eé]alta|leisgeulan"
        ),
    ),
    (
        Attended.ABSENT,
        (
            r"(?:absent(?:ees)?|absences?|not\s+present|did\s+not\s+attend|not\s+in\s+attendance"
            r"|those\s+absent|no\s+word\s+from|missing|(?:yn\s+)?absennol"
            r"|members?\s+(?:absent|not\s+present)|away|not\s+(?:here|there)|no[\s-]shows?"
            r"|non-?\s?attend(?:ees|ance|ing)|who\s+(?:wasn['’]t|was\s+not|weren['’]t|were\s+not)"
            r"|did(?:\s+not|n['’]t)\s+(?:come|turn\s+up|show\s+up))\b.*"
        ),
    ),
    (
        Attended.OFFICIAL,
        (
            r"(?:(?:also\s+)?in\s+attendance|attending\s+for|also\s+(?:present|attending|in\s+attendance)"
            r"|officials?|observers?|observing|guests?|visitors?|invitees|invited\s+guests?"
            r"|(?:guest\s+)?speakers?|others?\s+present|non-?\s?members?|by\s+invitation"
            r"|officers?(?:\s+(?:present|in\s+attendance))?|staff(?:\s+(?:present|in\s+attendance))?"
            r"|advis[eo]rs?|presenters?|secretariat(?:\s+staff)?)\b.*"
        ),
    ),
    (
        Attended.PART,
        (
            r"(?:part(?:ial)?\s+(?:attendance|attendees|of\s+(?:the\s+)?meeting)|(?:present|attended)"
            r"\s+(?:for\s+)?(?:in\s+)?part\b.*)"
        ),
    ),
    (
        Attended.PRESENT,
        (
            r"(?:(?:those|members?|people|persons|committee|trustees|directors|governors|councillors"
            r"|board|voting|in\s+person|online|remote(?:ly)?|also|group|all|the\s+following(?:\s+were)?"
            r"|who\s+was|present)\s+)*(?:members?\s+)?(?:present|attend(?:ees?|ing|ance|ed)"
            r"|participants?|participating|(?:who\s+was\s+)?in\s+the\s+room|who\s+came|joined|here|came"
            r"|(?:people\s+)?(?:who\s+were\s+|who\s+was\s+)?there|round\s+the\s+table|panel|attending"
            r"|roll[\s-]call"
            r"|(?:with|around|at|on)\s+(?:us|the\s+(?:table|call|line))|dialled\s+in|turned\s+up|online|on\s+zoom|in\s+person"
            r"|sederunt|(?:yn\s+)?b?presennol|yn\s+bresennol|anwesend|pr[eé]sents|presentes|i\s+l[aá]thair|an\s+l[aà]thair|attendance\s+list|members|trustees|directors|governors|councillors"
            r"|committee|quorum|delegates|.*\bof\s+us)\b.*"
        ),
    ),
)
_SIDES = re.compile(
    r"(?:\w[\w'’-]*\s+){0,2}(?:side|reps|representatives|delegation)"
    r"|(?:(?:lay|elected|co-opted|parent|staff|student|patient|tenant|community|union|public|carer"
    r"|resident|foundation|local\s+authority|independent|founder|full|associate)\s+)+"
    r"(?:members?|governors?|trustees?|councillors?|partners?)"
    r"|(?:students?|pupils?|learners?|parents?|carers?|patients?|service\s+users?|residents?|tenants?"
    r"|leaseholders?|volunteers?|employees?|workers?|employers?|management|unions?|trade\s+unions?"
    r"|partners|cyfranogwyr|board|executive|cabinet)",
    re.IGNORECASE,
)
"""Who sits on one side of the table: `Students: ...`, `Union side: ...`."""

_STAFF_OF = re.compile(
    r"(?:[A-Za-z][\w'’-]*\s+){1,2}(?:staff|officers|officials)(?:\s+who\s+\w+)?",
    re.IGNORECASE,
)
"""Who came for an authority, or on the other side of the table: `Academic staff`."""

_ROLES = (
    (
        "chair",
        (
            r"(?:meeting\s+)?(?:chair(?:ed\s+by|man|woman|person|ing)?|in\s+the\s+chair|convenor"
            r"|convener|presiding|president|cadeirydd|meeting\s+host|in\s+chair|chaired"
            r"|meeting\s+called\s+by|chair(?:person|man)?\s*\(?acting\)?|acting\s+chair)"
        ),
    ),
    (
        "minute taker",
        (
            r"(?:the\s+)?(?:minutes?(?:[\s-]*(?:taker|secretary))?(?:\s+(?:taken|recorded|prepared|written)?"
            r"\s*by)?|note[\s-]*takers?|notes?(?:\s+(?:taken|recorded|prepared|written)?\s*by)"
            r"|recorder|recorded\s+by|taken\s+by|minuted\s+by|clerk(?:\s+to\s+the\s+(?:council|meeting))?"
            r"|minutes|notes|taking\s+(?:the\s+)?(?:minutes|notes)|minute[sd]?\s*:?\s*by)"
        ),
    ),
    ("facilitator", r"facilitat(?:ors?|ed\s+by|ing|ed)|led\s+by"),
    ("moderator", r"moderat(?:ors?|ed\s+by|ing)"),
    ("vice-chair", r"(?:vice|deputy)[\s-]*chair(?:man|woman|person)?"),
    ("secretary", r"(?:hon(?:orary|\.)?\s+)?secretary|ysgrifennydd"),
    ("host", r"hosts?|hosted\s+by"),
    ("scribe", r"scribes?"),
    ("treasurer", r"(?:hon(?:orary|\.)?\s+)?treasurer|trysorydd"),
    ("timekeeper", r"time\s*keeper"),
)
_LABEL_PATTERNS = tuple(
    (attended, re.compile(pattern, re.IGNORECASE)) for attended, pattern in _LABELS
)
_ROLE_PATTERNS = tuple(
    (role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES
)
_LONGEST_LABEL, _LONGEST_TEXT = 60, 200
_MOST_IN_ROLE = 3
"""Words of a label that is a role: `In the chair`, and no sentence about one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says of the people behind or below it."""

    attended: Attended | None = None
    role: str | None = None
    text: str = ""
    """The label as it stands."""

    is_side: bool = False
    """Whether it names a kind of people; only names behind it make it a list."""

    organisation: str | None = None
    """Whose people they are, if it says so: `Welsh Government officials`."""

    @property
    def office(self) -> str | None:
        """The role a label gives, in the words of the document where they are a role."""
        words = self.text.casefold()
        if self.role is None or re.search(r"\bby$|\bcalled\b|^(?:minutes|notes)$", words):
            return self.role
        if words == f"{self.role}s":
            return self.text[:-1]
        return self.text if len(words.split()) <= _MOST_IN_ROLE else self.role


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label | None:
    """Tell what a label says of people; None for any other words."""
    if len(text) > _LONGEST_TEXT:
        return None
    text = as_meant(text)
    words = re.sub(r"\([^()]*\)\s*$", "", text).strip(" :.-–—*_|=")
    words = re.sub(r"^[^\w(]+", "", words)
    if not words or len(words) > _LONGEST_LABEL:
        return None
    in_two = re.split(r"\s*/\s*", words)
    if len(in_two) > 1:
        return next((label for one in in_two if (label := label_of(one))), None)
    return _of_role(words) or _side(words) or _of_list(words)


def _of_role(words: str) -> Label | None:
    for role, pattern in _ROLE_PATTERNS:
        if pattern.fullmatch(words):
            return Label(role=role, text=words)
    return None


def _of_list(words: str) -> Label | None:
    listed = re.sub(r"^(?:list\s+of|names?\s+of)\s+", "", words, flags=re.IGNORECASE)
    for attended, pattern in _LABEL_PATTERNS:
        if pattern.fullmatch(listed) and _is_label(listed):
            return Label(attended=attended, text=words)
    return None


def _side(words: str) -> Label | None:
    for attended, pattern in (
        (Attended.OFFICIAL, _STAFF_OF),
        (Attended.PRESENT, _SIDES),
    ):
        if pattern.fullmatch(words):
            return Label(
                attended=attended,
                text=words,
                is_side=True,
                organisation=_whose(words),
            )
    return None


def _whose(words: str) -> str | None:
    """Give the organisation whose officials come: `Welsh Government officials`."""
    found = re.fullmatch(r"(?P<who>.+?)\s+(?:officials|officers)", words)
    who = found["who"] if found else ""
    return who if who.istitle() and " " in who and is_organisation_like(who) else None


def field_of(text: str) -> tuple[str, str] | None:
    """Cut `Present: Jo Lee` into label and value; `In the chair - Jo Lee` too."""
    found = re.match(r"([^:]{2,60}?)\s*(?:(?<!\d):|:(?!\d\d))\s*(\S.*)", text, re.DOTALL)
    if found:
        return found[1], found[2]
    equal = re.fullmatch(r"([^=:]{2,40}?)\s+=\s+(\S.*)", text)
    if equal:
        return (equal[1], equal[2]) if label_of(equal[1]) else None
    dashed = re.match(
        r"([^:–—-]{2,40}?)\s+[-–—]\s+(\S.*)|(\S[^|]{1,40}?)\s*\|\s*(\S.*)", text
    )
    if dashed:
        label, value = (dashed[1], dashed[2]) if dashed[1] else (dashed[3], dashed[4])
        return (label, value) if label_of(label) else None
    return None


def _is_label(words: str) -> bool:
    """Whether words are few enough to be no sentence."""
    verbs = re.search(
        r"\b(?:was|had|is|are|have|has|will|noted|received\s+from|from\s+[A-Z]\w+,)\b",
        words,
    )
    verbs = verbs if not words.casefold().startswith("who ") else None
    if _BODY_AND_DAY.match(words):
        return False
    return verbs is None and len(words.split()) <= _MOST_WORDS


_BODY_AND_DAY = re.compile(
    r"(?:committee|members|trustees|directors|governors|councillors|group|panel|board)\b.*\d",
    re.IGNORECASE,
)
"""A body and a number: `Committee meeting 04/05/21` is no list of its members."""

_MOST_WORDS = 8
