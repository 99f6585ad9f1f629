"""Initials that stand for people: explained in a list, or of one name alone.

Present: Jo Lee (JL), Sam Patel        SP to book the hall
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from minutebook.importing.findings import FoundAction
from minutebook.importing.recognising.language.names import initials_from
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.importing.recognising.people.people import FoundPeople
from minutebook.problems import Place, Problem, Severity

_FEWEST, _MOST = 2, 4


def initials_of(found: FoundPeople, sections: Sequence[Section]) -> Mapping[str, str]:
    """Give the name that initials stand for.

    Those a list explains count before all. Others count if they are the first letters of
    one name alone, and if the document uses them outside its lists of people.
    """
    given = dict(found.initials)
    meant: dict[str, set[str]] = defaultdict(set)
    for person in found.people:
        for letters in _letters_of(person.name):
            meant[letters].add(person.name)
    used = _capitals(sections)
    computed = {
        letters: next(iter(names))
        for letters, names in meant.items()
        if len(names) == 1 and letters in used and _FEWEST <= len(letters) <= _MOST
    }
    return {**computed, **given}


def _letters_of(name: str) -> frozenset[str]:
    """Give the initials that a name has: `Shu-Fen Liao` is SFL to some, to others SL."""
    joined = re.sub(r"(?<=\w)-\w+", "", name)
    return frozenset({initials_from(name), initials_from(joined)})


def shared_initials(found: FoundPeople) -> Mapping[str, tuple[str, ...]]:
    """Give initials that fit several of the people, and that no list explains."""
    given = dict(found.initials)
    meant: dict[str, list[str]] = defaultdict(list)
    for person in found.people:
        meant[initials_from(person.name)].append(person.name)
    return {
        letters: tuple(names)
        for letters, names in meant.items()
        if len(names) > 1 and letters not in given
    }


def ambiguous_initials(
    document: str, found: FoundPeople, actions: Sequence[FoundAction]
) -> tuple[Problem, ...]:
    """Warn of each initials that an action goes to, and that fit several people."""
    shared = shared_initials(found)
    used: dict[str, int] = {}
    for action in actions:
        for owner in action.owners:
            letters = re.sub(r"[.\s]", "", owner)
            if letters in shared:
                used.setdefault(letters, action.line)
    return tuple(
        Problem(
            code="import-ambiguous-initials",
            place=Place(document, line),
            summary=f'"{letters}" could be {_either(shared[letters])}',
            hint="find out who is meant, and write the name into the draft",
            severity=Severity.WARNING,
        )
        for letters, line in used.items()
    )


def _either(names: Sequence[str]) -> str:
    quoted = [f'"{name}"' for name in names]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _capitals(sections: Sequence[Section]) -> frozenset[str]:
    """Find the words in capitals, outside lists of people."""
    texts = [
        block.text
        for section in sections
        if section.role is not Role.PEOPLE
        for block in section.blocks
    ]
    return frozenset(
        word for text in texts for word in re.findall(r"\b[A-Z]{2,4}\b", text)
    )
