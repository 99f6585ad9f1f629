"""Whether the mark of an action stands before a text, and an action behind it.

ACTION: Ann to book the hall.     AI: EBH answer ethics       Action Mrs Lovell
AI: Microsoft announced ...       is a subject, and no action
"""

from __future__ import annotations

import re

from minutebook.importing.recognising.actions.asides import only_owners
from minutebook.importing.recognising.actions.marks import Mark, mark_of
from minutebook.importing.recognising.actions.owners import (
    LIKELY,
    SURE,
    led,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.promise import promise_of
from minutebook.importing.recognising.actions.verbs import ROLES
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.names import has_title

_NAMED = re.compile(r"Actions?(?:\s+(?:by|for))?\s+(?P<who>[^.:]{1,60})\.?")
_NAMED_FIRST = re.compile(
    r"(?:[A-Z]{2,4}|[A-Z][a-z]?[A-Z])(?:\s*[,/&+]\s*[A-Z]\w+)*\s+(?:[-–—]\s+)?(?!(?:is|was|are"
    r"|has|had|said|can|may|and|in|on|of|for|at)\s)[a-z]+(?<!ed)(?<!s)\s"
    r"|[A-Z]\w+(?:\s*[,/&+]\s*[A-Z]\w+)*\s+[-–—]\s+[a-z]"
)
"""Initials or names, and a verb: `EBH answer ethics`, `Lena, KvD - try`."""


def is_marked(text: str, known: Known) -> bool:
    """Whether a text begins with the mark of an action, and one follows."""
    mark = mark_of(text)
    return mark is not None and is_action(mark, known)


def mark_in(text: str, known: Known) -> Mark | None:
    """Read a mark with a stop, or one that a name alone follows: `Action Mrs Lovell`."""
    found = mark_of(text)
    alone = _NAMED.fullmatch(text) if found is None else None
    if alone and is_somebody(alone["who"], known):
        return Mark(rest=alone["who"])
    return found


def is_action(mark: Mark, known: Known) -> bool:
    """Whether something to be done follows a mark that may also mean something else."""
    if mark.is_sure:
        return True
    if led(mark.rest, known) or only_owners(mark.rest, known):
        return True
    if mark.is_bulleted and _NAMED_FIRST.match(mark.rest):
        return True
    promise = promise_of(mark.rest, known, at_least=LIKELY)
    return bool(promise.owners) or starts_with_verb(promise.text)


def is_somebody(who: str, known: Known) -> bool:
    """Whether a text that no stop sets off is certainly whom an action is for."""
    alone = only_owners(who, known)
    if alone is None:
        return False
    if alone.due:
        return re.match(r"[A-Z]{2,3}\s", who) is not None and alone.level >= SURE
    if alone.level >= SURE or re.match(r"[A-Z]{2,3}\b(?!\s[a-z])", who):
        return True
    return (
        has_title(who)
        or re.fullmatch(rf"(?:the\s+)?(?:{ROLES})", who, re.IGNORECASE) is not None
    )
