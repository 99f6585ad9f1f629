"""What stands behind a name: initials, attendance, an office, an organisation."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.language.names import match_initials
from minutebook.importing.recognising.language.vocabulary import (
    is_acronym,
    is_organisation_like,
    is_placeholder,
    is_role_like,
)
from minutebook.importing.recognising.people.entry import Entry

_LONGEST_PART = 90
PART = re.compile(
    r"""(?:in\s+)?part(?:ial(?:ly)?)?(?:\s+of\s+(?:the\s+)?meeting|\s+only|[\s-]time\s+only
      |\s+attendance|\s+present)?
    | (?:present\s+|attended\s+|(?:by|via|on|over)\s+(?:the\s+)?[\w-]+,?\s+)?
      (?:from|for|until|till|to|up\s+to|after|during)\s+
      (?:(?:agenda\s+)?items?|\d{1,2}(?:[.:]\d\d)?\b|midday|noon|part\b|the\s+(?:first|second
      |last|presentation|discussion|talk|morning|afternoon)\b|first|second|\d
      |(?:this|that|one|his|her|their)\s+item).*
    | (?:agenda\s+)?(?:items?|minutes?|paras?|agenda)\s+(?:nos?\.?\s*)?
      (?:[A-Z]{1,4}[/.-]?)?\d.*
    | (?:one|this|that|his|her|their|own)\s+item\s+only
    | (?:joined|left|leaving|arrived|arriving|arr\.|dep\.|departed|joining
      |late|came|attended)
      (?:\b.*)?
    | (?:first|second|last)\s+(?:half|part|hour|item|session).*
    | (?:am|pm|morning|afternoon)\s+only
    | (?:left|joined|arrived)\s.*""",
    re.IGNORECASE | re.VERBOSE,
)
_MODE = re.compile(
    r"(?:(?:by|via|on|over|through|attended|attending|joined|present)\s+)*(?:the\s+)?(?:online"
    r"|remote(?:ly)?|virtual(?:ly)?|in[\s-]person|phone|telephone|zoom|teams|ms\s+teams"
    r"|video(?:\s*(?:link|call|conference))?|dial[\s-]?in|skype|in\s+the\s+room|hybrid)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:illness|ill|sick(?:ness)?|unwell|work(?:ing)?(?:\s+commitments?)?|(?:on\s+)?holidays?"
    r"|(?:on\s+)?(?:annual\s+|maternity\s+|paternity\s+|sick\s+)?leave|away|family|personal"
    r"(?:\s+reasons)?|(?:other|prior|previous|family|work)\s+commitments?|noted|accepted"
    r"|received|reason\s+accepted|no\s+reason(?:\s+given)?|bereavement|childcare)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"[\d.:\s-]+(?:[ap]\.?m\.?|hrs)?", re.IGNORECASE)
_PRONOUNS = re.compile(
    r"(?:she|he|they|ze|her|him|hers|his|them)(?:\s*/\s*\w+)+", re.IGNORECASE
)
_STATUS = (
    (
        Attended.APOLOGIES,
        r"(?:sent\s+|with\s+)?(?:apolog(?:y|ies)|apols?\.?|regrets)\b.*",
    ),
    (
        Attended.ABSENT,
        r"(?:was\s+|were\s+)?(?:absent|not\s+present|did\s+not\s+attend|dna)\b.*",
    ),
    (Attended.PRESENT, r"(?:was\s+|were\s+)?(?:present|attended|in\s+attendance)"),
)


def pieces_of(inside: str) -> list[str]:
    """Cut what stands in brackets, if its parts are of different kinds."""
    parts = [part.strip() for part in re.split(r"\s*[,;]\s+|\s+[-–—]\s+", inside)]
    kinds = {is_role_like(part) for part in parts}
    if len(kinds) > 1 or any(PART.fullmatch(part) or status_said(part) for part in parts):
        return parts
    return [inside]


def with_detail(entry: Entry, detail: str, known: frozenset[str]) -> Entry:
    """Add what a part says: of attendance, initials, a role, else an organisation."""
    text = detail.strip(" .")
    if (
        not text
        or _MODE.fullmatch(text)
        or _REASON.fullmatch(text)
        or _PRONOUNS.fullmatch(text)
        or _HOUR.fullmatch(text)
        or text.startswith(("@", "with "))
        or re.fullmatch(r"no\.?\s*\d+\w?|new!?|.*!", text, re.IGNORECASE)
        or len(text) > _LONGEST_PART
    ):
        return entry
    status = status_said(text)
    if status:
        return replace(entry, attended=status)
    if PART.fullmatch(text):
        return replace(entry, attended=Attended.PART)
    if entry.attended is None and text.casefold() == "guest":
        entry = replace(entry, attended=Attended.OFFICIAL)
    if not entry.initials and match_initials(text, entry.name) and " " not in text:
        return replace(entry, initials=text)
    return _placed(entry, text, known)


def _placed(entry: Entry, text: str, known: frozenset[str]) -> Entry:
    """Put a part down as role or as organisation."""
    cut = re.fullmatch(r"(.+?)\s+(?:at|of|for|from|@)\s+(?:the\s+)?(.+)", text)
    if cut and not entry.organisation and is_role_like(cut[1]):
        several = len(cut[2].split()) > 1 or is_acronym(cut[2])
        named = cut[2].casefold() in known or (several and is_organisation_like(cut[2]))
        named = named or (several and _leads_it(cut[1], cut[2]))
        if named and not is_role_like(cut[2]):
            return replace(entry, role=_both(entry.role, cut[1]), organisation=cut[2])
    if text.casefold() not in known and is_role_like(text):
        return replace(entry, role=_both(entry.role, text))
    if is_placeholder(text):
        return entry
    bare = re.sub(r"^(?:representing|on behalf of|rep\.?|for|from)\s+(?=[A-Z])", "", text)
    bare = re.sub(r"^the\s+(?=[a-z]+\s+[a-z])", "", bare)
    if entry.organisation is None:
        return replace(entry, organisation=bare)
    if text.casefold() in known or is_organisation_like(text):
        return replace(entry, organisation=f"{entry.organisation}, {bare}")
    return replace(entry, role=_both(entry.role, text))


def _leads_it(office: str, of: str) -> bool:
    """Whether an office is always that of an organisation: `Chief Executive of ...`."""
    return of[0].isupper() and _LEADER.fullmatch(office) is not None


_LEADER = re.compile(
    r"(?:(?:interim|acting|deputy|joint|former)\s+)?(?:chief\s+exec(?:utive)?(?:\s+officer)?|ceo"
    r"|managing\s+director|general\s+secretary|(?:co-?)?founder)",
    re.IGNORECASE,
)


def _both(first: str | None, second: str) -> str:
    return f"{first}, {second}" if first and first != second else second


def status_said(text: str) -> Attended | None:
    """Tell what a part says of attendance: `apologies`, `was absent`."""
    for attended, pattern in _STATUS:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return attended
    return None
