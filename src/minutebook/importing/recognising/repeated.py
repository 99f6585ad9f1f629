"""Actions that a document repeats, made one; what the two places contradict is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.candidates import Candidate
from minutebook.importing.recognising.due import Due
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.same import (
    likeness,
    one_person,
    owners_agree,
    same_words,
)
from minutebook.problems import Place, Problem, Severity

_RANK = {Confidence.HIGH: 2, Confidence.MEDIUM: 1, Confidence.LOW: 0}
_NEAR = 4
"""Lines between a sentence that promises and the mark that repeats it."""


def made_one(
    candidates: Iterable[Candidate], known: Known
) -> tuple[list[Candidate], list[Problem]]:
    """Join what is repeated; the first place of each counts."""
    ordered = sorted(candidates, key=lambda entry: entry.line)
    kept: list[Candidate] = []
    problems: list[Problem] = []
    for entry in ordered:
        if not entry.listing and entry.confidence is not Confidence.LOW:
            _add_spoken(kept, entry, known, problems)
    for listing in dict.fromkeys(entry.listing for entry in ordered if entry.listing):
        _add_listed(kept, [e for e in ordered if e.listing == listing], known, problems)
    for entry in ordered:
        if entry.confidence is Confidence.LOW and not any(_tells(k, entry) for k in kept):
            kept.append(entry)
    return sorted(kept, key=lambda entry: entry.line), problems


def _add_spoken(
    kept: list[Candidate], entry: Candidate, known: Known, problems: list[Problem]
) -> None:
    """Add an action of the running text, unless the very same was there before."""
    for n, before in enumerate(kept):
        if same_words(before, entry) and owners_agree(before, entry):
            kept[n] = _joined(before, entry, known, problems)
            return
    kept.append(entry)


def _add_listed(
    kept: list[Candidate],
    listed: Sequence[Candidate],
    known: Known,
    problems: list[Problem],
) -> None:
    """Add a list: each of its actions repeats one at most, the likest first."""
    fresh = _without_doubles(listed)
    pairs = sorted(
        (
            (likeness(before, entry), n, m)
            for n, before in enumerate(kept)
            for m, entry in enumerate(fresh)
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    joined: dict[int, int] = {}
    for score, n, m in pairs:
        if score and n not in joined.values() and m not in joined:
            joined[m] = n
    for m, entry in enumerate(fresh):
        if m in joined:
            kept[joined[m]] = _joined(kept[joined[m]], entry, known, problems)
            continue
        other = _of_others(kept, entry, set(joined.values()))
        if other is None:
            kept.append(entry)
        else:
            joined[m] = other
            problems.append(_two_owners(kept[other], entry, known))
            kept[other] = replace(kept[other], line=min(kept[other].line, entry.line))


def _of_others(
    kept: Sequence[Candidate], entry: Candidate, taken: set[int]
) -> int | None:
    """Find an action in the same words that the text gave to somebody else."""
    for n, before in enumerate(kept):
        elsewhere = before.listing != entry.listing and n not in taken
        if elsewhere and same_words(before, entry):
            return n
    return None


def _without_doubles(listed: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what a list says twice in the same words with the same owners."""
    fresh: list[Candidate] = []
    for entry in listed:
        if not any(
            before.promise.text.casefold() == entry.promise.text.casefold()
            and before.promise.owners == entry.promise.owners
            and _due_text(before) == _due_text(entry)
            for before in fresh
        ):
            fresh.append(entry)
    return fresh


def _due_text(entry: Candidate) -> str:
    return entry.promise.due.text.casefold() if entry.promise.due else ""


def _tells(kept: Candidate, spoken: Candidate) -> bool:
    """Whether a marked action is the one that a sentence promises."""
    shared = any(
        one_person(a, b) for a in kept.promise.owners for b in spoken.promise.owners
    )
    near = abs(kept.line - spoken.line) <= _NEAR
    return bool(likeness(kept, spoken)) or (shared and near)


def _joined(
    a: Candidate, b: Candidate, known: Known, problems: list[Problem]
) -> Candidate:
    """Make two places one: the first place's words, and the better of both for the rest."""
    first, second = (a, b) if a.line <= b.line else (b, a)
    ours, theirs = first.promise, second.promise
    contradiction = _two_dates(first, second, known)
    if contradiction:
        problems.append(contradiction)
    promise = replace(
        ours,
        owners=ours.owners if len(ours.owners) >= len(theirs.owners) else theirs.owners,
        level=max(ours.level, theirs.level),
        due=_better(ours.due, theirs.due),
    )
    confidence = max(first.confidence, second.confidence, key=lambda c: _RANK[c])
    return replace(
        first,
        promise=promise,
        confidence=confidence,
        status=second.status or first.status,
    )


def _better(a: Due | None, b: Due | None) -> Due | None:
    """Choose a due date: one with a day before words, the first of two days."""
    if a is None or (b is not None and b.date and not a.date):
        return b
    return a


def _two_dates(first: Candidate, second: Candidate, known: Known) -> Problem | None:
    a, b = first.promise.due, second.promise.due
    if not (a and b and a.date and b.date and a.date != b.date):
        return None
    return Problem(
        code="import-two-due-dates",
        place=Place(known.document, second.line),
        summary=(
            f"the same action is due {a.date} on line {first.line}"
            f" and {b.date} on line {second.line}"
        ),
        hint="see which is meant, and correct the draft: it has the first",
        severity=Severity.WARNING,
    )


def _two_owners(first: Candidate, second: Candidate, known: Known) -> Problem:
    ours, theirs = ", ".join(first.promise.owners), ", ".join(second.promise.owners)
    return Problem(
        code="import-two-owners",
        place=Place(known.document, second.line),
        summary=(
            f"the same action is {ours}'s on line {first.line}"
            f" and {theirs}'s on line {second.line}"
        ),
        hint="see which is meant, and correct the draft: it has the first",
        severity=Severity.WARNING,
    )
