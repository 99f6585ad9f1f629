"""The words that tell a role from an organisation, and both from a name.

Minutes put all three behind a comma or in brackets. What people are there as is said in
few words, which come again in every group; organisations end in few words too.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROLE_WORDS = """
    chair co-chair vice-chair vicechair chairman chairwoman chairperson chairing convenor
    convener president vice-president secretary secretariat treasurer clerk minutes minute
    minute-taker notetaker note-taker scribe notes recorder facilitator moderator host
    member co-opted coopted trustee director manager officer lead leader representative
    rep
    sponsor co-sponsor cosponsor observer guest speaker presenter adviser advisor advisers
    administrator admin assistant coordinator co-ordinator organiser governor warden
    churchwarden vicar rector curate headteacher head teacher deputy principal councillor
    commissioner executive chief ceo coo cfo cto consultant analyst engineer architect
    accountant auditor solicitor lawyer accounts developer designer editor librarian
    caretaker steward keeper captain coach volunteer intern apprentice resident tenant
    parent neighbour owner landlord contractor surveyor planner inspector constable
    sergeant
    pcso nurse doctor gp practitioner professor lecturer researcher student chaplain
    worker
    supervisor specialist official minister mayor alderman delegate proxy substitute
    deputising
    liaison founder patron ambassador champion interim acting interpreter translator
    archivist historian curator webmaster bookkeeper ranger advocate self-advocate
    complainant appellant applicant vp tutor phd msc undergraduate postgraduate
    facilitating chairwomen headmaster headmistress pharmacist therapist ppi ppie
    sec treas bursar verger organist conductor producer stewarding goalkeeper
    cadeirydd ysgrifennydd trysorydd clerc aelod
""".split()

_ROLE_PHRASES = """
    (?:ex[ -]officio|non[ -]voting|in\\s+the\\s+chair
    |taking\\s+(?:the\\s+)?(?:minutes|notes)
    |took\\s+(?:the\\s+)?(?:minutes|notes)|local\\s+authority|lay|by\\s+invitation
    |(?:hon\\.?\\s+)?sec\\.?|(?:hon\\.?\\s+)?treas\\.?|mins|pm|po|qa|ux|dev|devops|sre|minutes?|item\\s+presenter|staff|public|press
    |self[ -]employed
    |(?:\\w+\\s+)?(?:harbour|station|quarter|post|pier)[ -]?master
    |retired|for\\s+item
    |(?:standing\\s+in|deputising|substitut\\w+|sub)\\s+for\\b.*|on\\s+behalf\\s+of\\b.*
    |(?:first|second|third|fourth|final|foundation|[1-6](?:st|nd|rd|th))[\\s-]+years?(?:\\s+\\w+)?
    |year\\s+\\d+
    |head\\s+of\\b.*|chair\\s+of\\b.*|director\\s+of\\b.*)
"""

_ROLE_PHRASE = re.compile(_ROLE_PHRASES, re.IGNORECASE | re.VERBOSE)

_ORGANISATION_HEADS = """
    council trust association society limited ltd plc llp cic inc gmbh foundation charity
    university college school academy institute federation union partnership network
    alliance
    coalition consortium forum club ministry department office agency authority commission
    committee board group team panel service services police constabulary church parish
    hospital nhs housing homes centre center bank company co co-op cooperative
    co-operative
    initiatives connections consultancy consulting consultants partners associates
    solutions
    systems industries international uk england wales scotland project projects programme
    scheme guild league chamber museum library theatre hall festival press radio media
    inspectorate directorate secretariat embassy assembly parliament government borough
    county
    city district branch unit division surgery practice clinic hospice action aid care
    support advice
    relief
    women youth neighbourhood residents tenants volunteers friends allotments gardeners
    communities community enterprise enterprises ventures group's mission fellowship
    cyngor cymdeithas ymddiriedolaeth prifysgol
""".split()

_ORGANISATION_BEGINNINGS = re.compile(
    r"(?:the\s+)?(?:friends\s+of|ministry\s+of|department\s+(?:of|for)|office\s+(?:of|for)"
    r"|university\s+of|city\s+of|royal|national|institute\s+of|society\s+of|association\s+of"
    r"|bank\s+of|college\s+of|church\s+of|diocese\s+of|centre\s+for|council\s+(?:of|for)"
    r"|action\s+for|home\s+office|hm|hmpps|nhs|st\.?\s+\w+)\b|the\s+[A-Z]",
    re.IGNORECASE,
)

_PLACEHOLDER = re.compile(
    r"(?:\W*|\W*(?:(?:first\s+|full\s+|last\s+|your\s+|insert\s+|attendee\s+|member\s+)*names?"
    r"(?:\s+(?:here|and\s+organi[sz]ation|\d+|of\s+\w+))?|(?:add|enter|insert|list|type)\s.*"
    r"|tb[cad]|to\s+be\s+(?:confirmed|advised|agreed)|none(?:\s+(?:received|noted|given|given"
    r"|reported|were\s+received|recorded|were\s+made))?|nil|nobody|no[\s-]?one|all"
    r"(?:\s+(?:present|members?|attendees|trustees|committee\s+members))?|n/?a"
    r"|not\s+applicable|various|unknown|others?|everyone|everybody|as\s+(?:above|below|listed)"
    r"|see\s+(?:above|below|list|attached|sign).*|surname|initials?|x{2,}|\?+"
    r"|(?:no|there\s+were\s+no)\s+(?:apologies|absences|absentees|guests|visitors|observers"
    r"|members?|public).*|apologies|all\s+members\s+(?:were\s+)?present|dim(?:\s+un)?|pawb"
    r"|ex\s*ample.*|quorum.*|as\s+per\s.*|same\s+as\s.*"
    r")\W*)",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"(?:(?:approx(?:imately|\.)?|about|around|some|over|circa|c\.?|plus|and|a\s+further)\s+)*"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many"
    r"|a\s+number\s+of|a\s+few|other)\s+(?:\w+\s+){0,3}(?:members?|people|persons?|residents?"
    r"|public|observers?|parishioners?|guests?|others?|visitors?|attendees?|staff|electors?"
    r"|students?|parents?|volunteers?|officers?|apologies|representatives?|trustees"
    r"|councillors?|press|reporters?|neighbours|tenants|individuals|participants)\b.*"
    r"|(?:members?|representatives?)\s+of\s+(?:the\s+)?(?:public|press).*|the\s+public"
    r"|who\s+\w.*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_placeholder(text: str) -> bool:
    """Whether a text stands where a name would, and names nobody: `TBC`, `[Name]`."""
    stripped = text.strip()
    framed = re.fullmatch(r"[\[<{].*[\]>}]", stripped) is not None
    return framed or bool(
        _PLACEHOLDER.fullmatch(stripped) or _CROWD.fullmatch(stripped.strip("()[]. "))
    )


@lru_cache(maxsize=4096)
def is_role_like(text: str) -> bool:
    """Whether a text says what somebody is there as: `chair`, `RR3 permanent member`."""
    words = _words(text)
    if not words or words[-1] in _LEGAL_FORMS:
        return False
    if _ROLE_PHRASE.fullmatch(text.strip()):
        return True
    words[-1] = _OFFICES.get(words[-1], words[-1])
    first_is_role = words[0] in _ROLES
    if words[-1] in _ROLES:
        return True
    if words[-1] in _ORGANISATIONS and not (first_is_role and len(words) > 1):
        return False
    if first_is_role and len(words) > 1 and words[1] in {"of", "for", "to", "and"}:
        return True
    plain = not _ORGANISATION_BEGINNINGS.match(text.strip())
    return plain and any(word in _ROLES for word in words)


@lru_cache(maxsize=4096)
def is_organisation_like(text: str) -> bool:
    """Whether a text has the form of an organisation: `Nelson Trust`, `PACT`."""
    words = _words(text)
    if not words or is_role_like(text):
        return False
    if words[-1] in _ORGANISATIONS or words[0] in {"nhs", "hm"}:
        return True
    if _ORGANISATION_BEGINNINGS.match(text.strip()):
        return True
    if re.search(r"&|\b(?:for|of|the|in|against)\b|\d|@", text) and len(words) > 1:
        return True
    inside = len(words) > _FEW and any(word in _ORGANISATIONS for word in words[1:])
    return inside or is_acronym(text)


def is_acronym(text: str) -> bool:
    """Whether a text is capitals alone, as organisations are called: `PACT`, `HMPPS`."""
    return (
        re.fullmatch(r"[A-Z][A-Z0-9&]{1,7}s?|[A-Z]{1,3}[a-z]?[A-Z]{1,4}", text.strip())
        is not None
    )


_FEW = 2
_LEGAL_FORMS = frozenset("ltd limited plc llp cic inc gmbh".split())


def _words(text: str) -> list[str]:
    return [
        word.casefold().strip(".'’").removesuffix("'s").removesuffix("’s")
        for word in re.findall(r"[^\W_][\w'’.-]*", text)
    ]


_ROLES = frozenset(_ROLE_WORDS)
_OFFICES = {
    "secretaries": "secretary", "chairs": "chair", "treasurers": "treasurer",
    "churchwardens": "churchwarden", "captains": "captain",
    "coordinators": "coordinator", "co-ordinators": "co-ordinator", "reps": "rep",
    "representatives": "representative", "stewards": "steward", "leaders": "leader",
    "co-chairs": "co-chair", "clerks": "clerk", "presidents": "president",
}  # fmt: skip
"""Offices that several hold together: `Ken and Maureen Sprake (hall secretaries)`."""
_ORGANISATIONS = frozenset(_ORGANISATION_HEADS)
