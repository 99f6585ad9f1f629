"""What stands apart from an action and says only who and when: `(JS, by 4 May)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.importing.recognising.actions.due import Due, due_phrase
from minutebook.importing.recognising.actions.owners import LIKELY, NEVER, SURE, owners_of
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import TITLES_WITH_STOP

_NOT_SHORTENED = "".join(rf"(?<!\b{title})" for title in TITLES_WITH_STOP)
_PIECES = re.compile(
    rf"\s*[,;|]\s*|\s+[-–—]\s+|\s*[–—]\s+|{_NOT_SHORTENED}(?<!\b[A-Z])\.\s+(?=[a-zA-Z])"
    r"|\s+(?=by\s+\w)"
)
_OWNER_MARK = re.compile(
    r"(?:action\s+by|(?:action\s+)?owners?|lead|by\s+whom|who|(?:person\s+)?responsible"
    r"|responsibility|assigned\s+to|by|action)\s*[:–—-]?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What an action says."""

    text: str
    owners: tuple[str, ...] = ()
    due: Due | None = None
    level: int = NEVER
    """How sure the owners are."""

    number: str = ""
    box: str = ""


def only_owners(text: str, known: Known, *, at_least: int = LIKELY) -> Promise | None:
    """Read a text that says who, and perhaps when, and not what: `Ann, by Friday`."""
    aside = aside_of(text.strip().rstrip(".]) "), known)
    return aside if aside and aside.owners and aside.level >= at_least else None


def aside_of(text: str, known: Known) -> Promise | None:
    """Read a text that says nothing but who and when, in any order."""
    whole = due_phrase(text, known)
    if whole:
        return Promise(text="", due=whole)
    owners: list[str] = []
    due: Due | None = None
    level = SURE
    for piece in _PIECES.split(text.strip(" .,;")):
        when = due_phrase(piece, known)
        if when and due is None:
            due = when
            continue
        named, sure = owners_of(_OWNER_MARK.sub("", piece, count=1), known)
        if not named:
            return None
        owners.extend(named)
        level = min(level, sure)
    if not owners:
        return None
    return Promise(text="", owners=tuple(dict.fromkeys(owners)), due=due, level=level)
