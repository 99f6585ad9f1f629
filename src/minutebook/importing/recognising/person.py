"""One entry of a list of people: name, organisation, role, initials, attendance.

Jo Lee, Shelter (chair)      Jo Lee (JL) - Shelter      Cllr J. Lee (from item 4)
Jo Lee, Treasurer, Shelter   Chair: Jo Lee              [x] Jo Lee (Shelter)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.names import (
    TITLES,
    has_title,
    is_full_name,
    is_name_like,
    is_office_and_name,
    is_person_like,
    match_initials,
)
from minutebook.importing.recognising.ticks import Tick, tick_of
from minutebook.importing.recognising.vocabulary import (
    is_acronym,
    is_organisation_like,
    is_placeholder,
    is_role_like,
)

_LONGEST = 200
"""Signs of an entry; a longer one is a sentence."""

_LONGEST_PART = 90
_PART = re.compile(
    r"""(?:in\s+)?part(?:ial(?:ly)?)?(?:\s+of\s+(?:the\s+)?meeting|\s+only|[\s-]time\s+only
      |\s+attendance|\s+present)?
    | (?:present\s+|attended\s+|(?:by|via|on|over)\s+(?:the\s+)?[\w-]+,?\s+)?(?:from|for|until|till|to|up\s+to|after|during)\s+
      (?:(?:agenda\s+)?items?|\d{1,2}(?:[.:]\d\d)?\b|midday|noon|part\b|the\s+(?:first|second
      |last|presentation|discussion|talk|morning|afternoon)\b|first|second|\d|(?:this|that|one)\s+item
      |his\s+item|her\s+item|their\s+item).*
    | (?:agenda\s+)?(?:items?|minutes?|paras?|agenda)\s+(?:nos?\.?\s*)?(?:[A-Z]{1,4}[/.-]?)?\d.*
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
_SEPARATOR = re.compile(r"\s+[-–—―|]\s+|\s*[–—|]\s*|\s*,\s*|\t+|\s{3,}|\s+[-]|:\s+")
_OF = re.compile(
    r"\s+(?:from|representing|on\s+behalf\s+of|of|at|for|\(?rep\.?\s+for)\s+"
    r"(?=[A-Z]|\d[^\W\d]|the\s+[A-Z])"
    r"|\s+(?:from|representing|on\s+behalf\s+of)\s+(?=the\s+(?!start|beginning|first|second|last)\w)"
)
_EMAIL = re.compile(
    r"<?\b\S+@\S+\b>?|\b(?:tel|phone|mob|mobile)\b\.?(?:\s*no\.?)?\s*:?\s*[+(\d].*$|\be-?mail\b\.?:?.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an entry of a list says of somebody."""

    name: str
    organisation: str | None = None
    role: str | None = None
    initials: str | None = None
    attended: Attended | None = None
    """What the entry itself says of it: `(part)`, `- apologies`, a tick."""

    tick: Tick | None = None

    is_bracketed: bool = False
    """Whether the organisation stands in brackets of its own, or behind `from`."""

    @property
    def is_certain(self) -> bool:
        """Whether this is a person for sure, and no organisation alone."""
        detailed = self.role or self.initials or self.organisation
        return is_full_name(self.name) or bool(detailed)


def read_person(text: str, known: frozenset[str] = frozenset()) -> Entry | None:
    """Read one entry; None if it names nobody.

    `known` are organisations named elsewhere, in lower case.
    """
    words = trimmed(_EMAIL.sub("", " ".join(text.split())).strip(" ;,•*_'"))
    words = re.sub(rf"^{TITLES}\s+/\s+(?={TITLES})|'{{2,}}", "", words)
    words = _ENDEARING.sub("", words)
    words = _CALLED.sub(_without_short_name, words)
    tick, words = tick_of(words)
    if not words or len(words) > _LONGEST or is_placeholder(words):
        return None
    outside, brackets = _without_brackets(words)
    parts = [trimmed(part) for part in _SEPARATOR.split(outside) if part.strip(" .,")]
    entry, rest = _named(parts) if parts else (None, [])
    if entry is None or (entry.role is None and _is_office(entry.name)):
        entry, rest, brackets = _behind_office(outside, brackets) or (entry, rest, brackets)
    if entry is None:
        return None
    for detail in rest:
        entry = _with_detail(entry, detail, known)
    given = entry.organisation
    for piece in (piece for inside in brackets for piece in _pieces(inside)):
        entry = _with_detail(entry, piece, known)
    alone = _FROM.search(outside) or (given is None and entry.organisation in brackets)
    return replace(entry, tick=tick, is_bracketed=bool(alone))


def _behind_office(
    outside: str, brackets: list[str]
) -> tuple[Entry, list[str], list[str]] | None:
    """Read `The President (Roy Angove)`: the name stands in the brackets."""
    office = re.sub(r"^(?:the|our)\s+", "", outside, flags=re.IGNORECASE)
    parts = _SEPARATOR.split(brackets[0]) if brackets else []
    if not parts or not is_role_like(office) or not is_full_name(parts[0]):
        return None
    return Entry(name=parts[0], role=office), parts[1:], brackets[1:]


_ENDEARING = re.compile(r"^(?:young|old|little|dear|our(?:\s+own)?)\s+(?=[A-Z])")
_CALLED = re.compile(
    rf"^(?P<first>(?:{TITLES}\s+)?[^\W\d_]+)\s+\((?P<short>[A-Z][a-z]{{1,14}})\)\s+"
    r"(?=(?P<last>[A-Z][\w'’-]+))"
)


def _without_short_name(found: re.Match[str]) -> str:
    """Read `Joseph (Joe) Bloggs` as one name."""
    offices = is_role_like(found["short"]) or is_role_like(found["last"])
    return found.group() if offices else f"{found['first']} "


def trimmed(text: str) -> str:
    """Take spaces and stops off the ends, but not that of an initial: `A. B.` stays."""
    bare = text.strip(" ,;")
    return bare if re.search(r"\b[A-Z]\.$", bare) else bare.rstrip(" .")


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """Take out what stands in brackets; brackets within brackets stay in the outer."""
    outside: list[str] = []
    inside: list[str] = []
    depth = 0
    for sign in text:
        if sign in "([":
            depth += 1
            if depth == 1:
                inside.append("")
                outside.append(" ")
                continue
        elif sign in ")]" and depth:
            depth -= 1
            if not depth:
                continue
        if depth:
            inside[-1] += sign
        else:
            outside.append(sign)
    plain = re.sub(r"\s+,", ",", "".join(outside))
    return plain.strip(" "), [one.strip() for one in inside if one.strip()]


def _pieces(inside: str) -> list[str]:
    """Cut what stands in brackets, if its parts are of different kinds."""
    parts = [part.strip() for part in re.split(r"\s*[,;]\s+|\s+[-–—]\s+", inside)]
    kinds = {is_role_like(part) for part in parts}
    if len(kinds) > 1 or any(_PART.fullmatch(part) or _status(part) for part in parts):
        return parts
    return [inside]


def _named(parts: list[str]) -> tuple[Entry | None, list[str]]:
    """Find the name among the parts: the first, or what a role stands before."""
    if not parts:
        return None, []
    first, rest = parts[0], parts[1:]
    if rest and _is_office(first) and is_full_name(rest[0]):
        return Entry(name=rest[0], role=first), rest[1:]
    if is_placeholder(first):
        return None, []
    named = _with_initials_beside(first)
    if named is None and is_name_like(first):
        surname = (
            bool(rest) and is_organisation_like(rest[0]) and _could_be_surname(first)
        )
        named = (
            None
            if _is_office(first) and not surname
            else Entry(name=first.removeprefix("@"))
        )
    return (named, rest) if named else _said_in_words(first, rest)


def _is_office(text: str) -> bool:
    return is_role_like(text) and not (has_title(text) or is_office_and_name(text))


def _could_be_surname(text: str) -> bool:
    """Whether a role at the end may be a surname: `Will Chair`, of an organisation."""
    words = text.split()
    return len(words) == _TWO and not re.match(_BEFORE_OFFICE, text, re.IGNORECASE)


_TWO = 2
_BEFORE_OFFICE = (
    r"(?:vice|deputy|co|acting|joint|hon|assistant|interim|town|parish|past)\b"
)


def _with_initials_beside(text: str) -> Entry | None:
    """Read `JL Jo Lee` and `Jo Lee JL`."""
    for pattern, letters, name in (
        (r"([A-Z]{2,4})\s+(.+)", 1, 2),
        (r"(.+?)\s+([A-Z]{2,4})", 2, 1),
    ):
        found = re.fullmatch(pattern, text)
        if (
            found
            and is_full_name(found[name])
            and match_initials(found[letters], found[name])
        ):
            return Entry(name=found[name], initials=found[letters])
    return None


def _said_in_words(first: str, rest: list[str]) -> tuple[Entry | None, list[str]]:
    """Read `Jo Lee of Shelter`, `Jo Lee joined at 7.15`: a name and then other words."""
    for cut in _OF.finditer(first):
        name = first[: cut.start()]
        if is_full_name(name) or (_FROM.match(cut.group()) and is_person_like(name)):
            return Entry(name=first[: cut.start()]), [first[cut.end() :], *rest]
    words = first.split()
    for at in range(len(words) - 1, 0, -1):
        name, tail = " ".join(words[:at]), " ".join(words[at:])
        said = (
            _PART.fullmatch(tail)
            or _status(tail)
            or (tail[0].islower() and is_role_like(tail))
        )
        if said and is_full_name(name):
            return Entry(name=name), [tail, *rest]
    return None, []


_FROM = re.compile(r"\s+(?:from|representing)\b")


def _with_detail(entry: Entry, detail: str, known: frozenset[str]) -> Entry:
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
    status = _status(text)
    if status:
        return replace(entry, attended=status)
    if _PART.fullmatch(text):
        return replace(entry, attended=Attended.PART)
    if not entry.initials and match_initials(text, entry.name) and " " not in text:
        return replace(entry, initials=text)
    return _placed(entry, text, known)


def _placed(entry: Entry, text: str, known: frozenset[str]) -> Entry:
    """Put a part down as role or as organisation."""
    cut = re.fullmatch(r"(.+?)\s+(?:at|of|for|from|@)\s+(?:the\s+)?(.+)", text)
    if cut and not entry.organisation and is_role_like(cut[1]):
        several = len(cut[2].split()) > 1 or is_acronym(cut[2])
        named = cut[2].casefold() in known or (several and is_organisation_like(cut[2]))
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


def _both(first: str | None, second: str) -> str:
    return f"{first}, {second}" if first and first != second else second


def _status(text: str) -> Attended | None:
    for attended, pattern in _STATUS:
        if re.fullmatch(pattern, text, re.IGNORECASE):
            return attended
    return None
