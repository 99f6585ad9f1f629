"""What a name of a person looks like in minutes, and when two names are one person's."""

from __future__ import annotations

import re
from functools import lru_cache

from minutebook.importing.recognising.language.vocabulary import (
    is_acronym,
    is_organisation_like,
    is_placeholder,
    is_role_like,
)

TITLES = (
    r"(?:The\s+(?:Revd?|Reverend|Ven|Venerable|Very\s+Revd?|Rt\.?\s+Revd?|Hon)|Bros?|Commander"
    r"|Cdr|Lt|Brigadier|Y\s+Cyng|Mr|Mrs|Ms|Miss|Mx|Messrs|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Revd"
    r"|Reverend|Fr|Father|Sister|Canon|Bishop|Rabbi|Imam|Pastor|Cllrs?|Councillors?|Cr|Ald"
    r"|Alderman|Rt\.?\s+Hon|Hon|Judge|DI|PC|PCSO|PS|Sgt|Insp|Inspector|Supt|Capt|Captain"
    r"|Major|Col|Colonel|Cyng|Y\s+Parch|Parch|Sis|Cmdr|Maj|Lieut|Cpl|Adm|Admiral|General|Gen)\.?(?=\s)"
)
"""What stands before names; a pattern that takes no gap behind it."""

RETIRED = r"\((?:ret(?:i?re)?['’]?d|rtd|emeritus)\.?\)"
"""What stands in brackets behind a rank: `Brigadier (retd) Alison Keir`."""

_TITLE = re.compile(rf"^{TITLES}\s+(?:{RETIRED}\s+)?", re.IGNORECASE)
_PARTICLES = frozenset(
    "de van der den von la le ap ab ferch bin bint binti al el dos da di du del".split()
)
_LETTERS_BEHIND = (
    r"(?:,?\s+(?:OBE|MBE|CBE|KBE|DBE|BEM|MP|MSP|MS|AM|QC|KC|JP|PhD|MA|BSc|RIBA|FRS|Jr|Sr"
    r"|Esq|III|II)\b\.?)+$"
)
_FIRST_NAMES_TOO = frozenset("january april may june august".split())
_SURNAMES_TOO = frozenset("due present note day may march close page key chair".split())
_WORD = r"[^\W\d_]['’]?[^\W\d_]*(?:['’-][^\W\d_]+)*\.?|(?:[^\W\d_]\.){1,4}"
_NOT_NAMES = frozenset(
    """
    the and for from with all any this that these those each every
    not she they you our your their his her its
    action actions agenda item items minute minutes meeting meetings note notes present
    apologies apology absent attendance attendees attending participants regrets officials
    observers guests visitors welcome introductions date time venue location place next
    discussion decision decisions agreed resolved motion report reports update updates
    review
    summary matters arising any other business close closed end start finance budget annex
    appendix page draft copy confidential minuted subject topic status owner deadline due
    members member people public everyone group team committee board officers staff
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    yes none tbc tba done ongoing complete completed open new today tomorrow yesterday
    key main other more also then there here following both please post pre
    online remote zoom teams via if when where who what how why but
    name names role organisation organization position email telephone phone signature
    """.split()
)


_NICKNAME = re.compile(
    r"(?<=\w)\s+(?:\"[^\W\d_][\w'’-]{0,20}\"|'[^\W\d_][\w-]{0,20}'|“[^\W\d_][\w'’-]{0,20}”"
    r"|‘[^\W\d_][\w-]{0,20}’)\s+(?=\w)"
)
"""What somebody is called, between first and last name: `Darren "Tank" Oliver`."""

_MOST_WORDS, _LONGEST = 5, 60
_SHORT, _MOST_INITIALS = 2, 4
_WORDS_OF_OFFICE_AND_NAME = 3
_SHORT_WORDS = frozenset(
    "an or of in on at to by no it he we if so as is be my us via re".split()
)


@lru_cache(maxsize=4096)
def without_title(name: str) -> str:
    """Take titles and letters off a name: `Cllr Dr J. Smith OBE` is `J. Smith`."""
    bare = re.sub(_LETTERS_BEHIND, "", name.strip())
    while True:
        shorter = _TITLE.sub("", bare)
        if shorter == bare:
            return bare
        bare = shorter


@lru_cache(maxsize=4096)
def is_name_like(text: str) -> bool:
    """Whether a text could be what somebody is called: `Jo`, `A. Singh`, `Cllr Smith`.

    Organisations of one or two words pass too (`Clinks`): nothing tells them from names.
    """
    if re.fullmatch(r"@\w[\w.-]*|[^\W\d_]\w{0,20}_\w{1,20}", text):
        return True
    words = _NICKNAME.sub(" ", without_title(text)).split()
    if not 0 < len(words) <= _MOST_WORDS or len(text) > _LONGEST or is_placeholder(text):
        return False
    if not all(re.fullmatch(_WORD, word) for word in words):
        return False
    if any(_is_no_name(word, at, words) for at, word in enumerate(words)):
        return False
    sentence = words[0] in {"A", "I"} and not has_title(text)
    if sentence or any(w.casefold() in _SHORT_WORDS for w in words):
        return False
    named = any(sign.isupper() for sign in words[-1])
    return named and all(_is_word_of_name(word) for word in words)


def _is_no_name(word: str, at: int, words: list[str]) -> bool:
    """Whether a word keeps a text from being a name; that of June Goodbody does not."""
    plain = word.casefold().strip(".")
    if len(word) <= _SHORT or plain not in _NOT_NAMES:
        return False
    if len(words) == 1 or not word[0].isupper():
        return True
    last = at == len(words) - 1
    return plain not in (_SURNAMES_TOO if last else _FIRST_NAMES_TOO)


def is_full_name(text: str) -> bool:
    """Whether a text is a name for sure: two words or a title, and no organisation."""
    if not is_name_like(text):
        return False
    bare = without_title(text)
    if has_title(text) or is_office_and_name(text):
        return True
    several = len(bare.split()) > 1
    return several and not (is_organisation_like(bare) or is_role_like(bare))


def is_person_like(text: str) -> bool:
    """Whether a text could be a name, and has the form of no role and no organisation."""
    if not is_name_like(text):
        return False
    if has_title(text) or is_office_and_name(text):
        return True
    return not (is_role_like(text) or is_organisation_like(text))


def is_office_and_name(text: str) -> bool:
    """Whether an office stands before a name as a title: `Station Manager Jo Lee`."""
    words = text.split()
    if len(words) < _WORDS_OF_OFFICE_AND_NAME:
        return False
    name = words[-2:]
    is_name = not (any(map(is_role_like, name)) or is_organisation_like(" ".join(name)))
    return is_name and is_role_like(" ".join(words[:-2]))


def has_title(name: str) -> bool:
    """Whether a title stands before a name."""
    return _TITLE.match(name.strip()) is not None


def is_one_name(text: str) -> bool:
    """Whether a text is a single word that may be a first name, or initials alone."""
    return is_name_like(text) and len(without_title(text).split()) == 1


def initials_from(name: str) -> str:
    """Give the first letters of a name: `JL` for Jo Lee, `EH-J` is `EHJ`."""
    words = re.findall(
        r"[^\W\d_]+", without_title(name).replace("'", "").replace("’", "")
    )
    return "".join(
        word[0].upper() if not _is_run_of_initials(word) else word
        for word in words
        if word.casefold() not in _PARTICLES or word[0].isupper()
    )


def match_initials(initials: str, name: str) -> bool:
    """Whether initials in brackets are those of the name before them."""
    letters = re.sub(r"[^A-Za-z]", "", initials)
    if not _SHORT <= len(letters) <= _MOST_INITIALS or not letters[:1].isupper():
        return False
    own = initials_from(name)
    if letters.upper() == own or (own and letters.upper() == own[0] + own[-1]):
        return True
    words = without_title(name).split()
    starts = letters[0].casefold() == words[0][0].casefold() if words else False
    last = words[-1].casefold() if words else ""
    return starts and len(words) > 1 and last.startswith(letters[1].casefold())


def are_one(first: str, second: str) -> bool:
    """Whether two names can be the same person's: `A. Singh` and `Amar Singh`.

    A first name alone or a surname alone stands for the whole: who asks must make sure
    that no one else in the list could be meant.
    """
    a, b = _without_particles(_key(first)), _without_particles(_key(second))
    if _is_married(first, second):
        return False
    if a == b or not (a and b):
        return a == b
    if len(a) == 1 or len(b) == 1:
        one, many = (a[0], b) if len(a) == 1 else (b[0], a)
        return len(one) > 1 and one in {many[0], many[-1]}
    if a[0] == b[0] and 1 in {len(a[-1]), len(b[-1])}:
        return a[-1][0] == b[-1][0]
    if a[-1] != b[-1]:
        return False
    return a[0].startswith(b[0]) if len(b[0]) == 1 else len(a[0]) == 1 and b[0][0] == a[0]


def _key(name: str) -> list[str]:
    words = re.findall(
        r"[^\W\d_]+(?:['’-][^\W\d_]+)*", without_title(name).replace("’", "'")
    )
    return [word.casefold() for word in words]


def _is_married(first: str, second: str) -> bool:
    """Whether the titles say that two people share a name: `Mr Stubbs`, `Mrs Stubbs`."""
    titles = [
        (re.match(r"[A-Za-z]+", name.strip()) or [""])[0] for name in (first, second)
    ]
    kinds = {_TITLE_OF.get(title.casefold(), "") for title in titles}
    return kinds == {"he", "she"}


_TITLE_OF = {"mr": "he", "mrs": "she", "miss": "she", "ms": "she", "sir": "he"}


def _without_particles(words: list[str]) -> list[str]:
    return [word for word in words if word not in _PARTICLES]


def _is_word_of_name(word: str) -> bool:
    if word.casefold() in _PARTICLES:
        return True
    if re.match(r"[a-z]{1,2}[^\W\d_a-z]", word):
        return True
    return word[0].isupper() or bool(re.match(r"d['’][A-Z]|ffo|ffr", word))


def _is_run_of_initials(word: str) -> bool:
    return _SHORT <= len(word) < _MOST_INITIALS and word.isupper() and is_acronym(word)
