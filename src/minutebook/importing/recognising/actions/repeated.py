"""Actions that a document repeats, made one; what its places contradict is reported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.importing.findings import Confidence, ReviewedAction
from minutebook.importing.recognising.actions.asides import Promise
from minutebook.importing.recognising.actions.candidates import Candidate
from minutebook.importing.recognising.actions.due import Due
from minutebook.importing.recognising.actions.same import (
    likeness,
    one_person,
    owners_agree,
    refers,
    words_of,
)
from minutebook.importing.recognising.actions.statuses import is_finished
from minutebook.importing.recognising.known import Known
from minutebook.problems import Place, Problem, Severity

_RANK = {Confidence.HIGH: 2, Confidence.MEDIUM: 1, Confidence.LOW: 0}
_NEAR = 4
"""Lines from a sentence that promises, or its paragraph, to the mark that repeats it."""

_LONG = 40
"""Lines of a paragraph in which such a mark is looked for at most."""

_COMMON = 200
"""Actions that share a word, from where on the word tells nothing."""

_LIKELIEST = 20
"""Actions that one is compared with at most: those with most words in common."""


@dataclass(slots=True, kw_only=True)
class _Kept:
    """The actions kept so far, found again by their words and their lines."""

    known: Known
    entries: list[Candidate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_words: dict[frozenset[str], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_line: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entry: Candidate) -> None:
        """Keep an action."""
        n = len(self.entries)
        self.entries.append(entry)
        words = frozenset(words_of(entry))
        for word in words:
            self.by_word[word].append(n)
        self.by_words[words].append(n)
        self.by_line[entry.line].append(n)

    def in_same_words(self, entry: Candidate) -> Iterator[int]:
        """Find the actions that say the very same, whoever is to do it."""
        words = frozenset(words_of(entry))
        if words:
            yield from self.by_words.get(words, ())

    def alike(self, entry: Candidate) -> list[tuple[float, int]]:
        """Find the actions that an action may repeat, with how surely it does."""
        shared: Counter[int] = Counter()
        for word in set(words_of(entry)):
            places = self.by_word.get(word, ())
            if len(places) <= _COMMON:
                shared.update(places)
        near = [n for n, _ in shared.most_common(_LIKELIEST)]
        scores = [(likeness(self.entries[n], entry), n) for n in near]
        return [(score, n) for score, n in scores if score]

    def join(self, n: int, entry: Candidate) -> None:
        """Make an action and its repetition one."""
        before = self.entries[n]
        first, second = (before, entry) if before.line <= entry.line else (entry, before)
        contradiction = _two_dates(first, second, self.known)
        if contradiction:
            self.problems.append(contradiction)
        self.entries[n] = _joined(first, second)

    def contradict(self, n: int, entry: Candidate) -> None:
        """Keep an action that another place gives to somebody else."""
        before = self.entries[n]
        self.problems.append(_two_owners(before, entry, self.known))
        self.entries[n] = replace(before, line=min(before.line, entry.line))


def made_one(
    candidates: Iterable[Candidate], known: Known
) -> tuple[list[Candidate], list[Problem]]:
    """Join what is repeated; the first place of each counts."""
    ordered = sorted(candidates, key=lambda entry: entry.line)
    kept = _Kept(known=known)
    listed: dict[int, list[Candidate]] = defaultdict(list)
    for entry in ordered:
        if entry.listing:
            listed[entry.listing].append(entry)
        elif entry.confidence is not Confidence.LOW:
            _add_spoken(kept, entry)
    for entries in listed.values():
        _add_listed(kept, _without_doubles(entries))
    for entry in ordered:
        if entry.confidence is not Confidence.LOW:
            continue
        row = _referring(kept, entry)
        if row is not None:
            kept.join(row, entry)
        elif not _is_told(kept, entry):
            kept.add(entry)
    return sorted(kept.entries, key=lambda entry: entry.line), kept.problems


def only_old(
    reviewed: Iterable[ReviewedAction], new: Iterable[Candidate], known: Known
) -> list[ReviewedAction]:
    """Leave out what a log at the end only lists again of the actions agreed above it."""
    kept = _Kept(known=known)
    for entry in new:
        if entry.confidence is Confidence.HIGH:
            kept.add(entry)
    return [old for old in reviewed if not _is_listed_again(kept, old)]


def _is_listed_again(kept: _Kept, old: ReviewedAction) -> bool:
    if is_finished(old.status):
        return False
    again = Candidate(
        promise=Promise(text=old.text), line=old.line, confidence=Confidence.LOW
    )
    return any(kept.entries[n].line < old.line for _, n in kept.alike(again))


def _add_spoken(kept: _Kept, entry: Candidate) -> None:
    """Add an action of the running text, unless the very same was there before."""
    for n in kept.in_same_words(entry):
        if owners_agree(kept.entries[n], entry):
            kept.join(n, entry)
            return
    kept.add(entry)


def _add_listed(kept: _Kept, listed: Sequence[Candidate]) -> None:
    """Add a list: each of its actions repeats one at most, the likest first."""
    pairs = sorted(
        (-score, n, m) for m, entry in enumerate(listed) for score, n in kept.alike(entry)
    )
    joined: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, m in pairs:
        if n not in taken and m not in joined:
            joined[m] = n
            taken.add(n)
    fresh: list[Candidate] = []
    for m, entry in enumerate(listed):
        if m in joined:
            kept.join(joined[m], entry)
            continue
        other = next((n for n in kept.in_same_words(entry) if n not in taken), None)
        if other is None:
            fresh.append(entry)
        else:
            taken.add(other)
            kept.contradict(other, entry)
    for entry in fresh:
        kept.add(entry)


def _without_doubles(listed: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what a list says twice in the same words with the same owners."""
    fresh = {
        (
            entry.promise.text.casefold(),
            entry.promise.owners,
            entry.promise.due.text.casefold() if entry.promise.due else "",
        ): entry
        for entry in reversed(listed)
    }
    return sorted(fresh.values(), key=lambda entry: entry.line)


def _referring(kept: _Kept, spoken: Candidate) -> int | None:
    """Find the row of a summary that refers to the item of a promise and repeats it."""
    return next(
        (
            n
            for _, n in kept.alike(spoken)
            if refers(kept.entries[n], spoken) and spoken.line < kept.entries[n].line
        ),
        None,
    )


def _is_told(kept: _Kept, spoken: Candidate) -> bool:
    """Whether a marked action is the one that a sentence promises."""
    if kept.alike(spoken):
        return True
    last = min(max(spoken.line, spoken.end), spoken.line + _LONG)
    lines = range(spoken.line, last + _NEAR + 1)
    return any(
        _promises_same(kept.entries[n], spoken)
        for line in lines
        for n in kept.by_line.get(line, ())
    )


def _promises_same(marked: Candidate, spoken: Candidate) -> bool:
    """Whether a mark close below a promise names one who promised, and its matter."""
    if marked.confidence is Confidence.LOW:
        return False
    shared = any(
        one_person(a, b) for a in marked.promise.owners for b in spoken.promise.owners
    )
    same_line = marked.line == spoken.line
    return shared and (same_line or bool({*words_of(marked)} & {*words_of(spoken)}))


def _joined(first: Candidate, second: Candidate) -> Candidate:
    """Take the first place's words, and the better of both for the rest."""
    ours, theirs = first.promise, second.promise
    promise = replace(
        ours,
        owners=ours.owners if len(ours.owners) >= len(theirs.owners) else theirs.owners,
        level=max(ours.level, theirs.level),
        due=_better(ours.due, theirs.due),
    )
    confidence = max(first.confidence, second.confidence, key=lambda c: _RANK[c])
    status = second.status or first.status
    return replace(first, promise=promise, confidence=confidence, status=status)


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
            f"the same action has the owner {ours} on line {first.line}"
            f" and {theirs} on line {second.line}"
        ),
        hint="see which is meant, and correct the draft: it has the first",
        severity=Severity.WARNING,
    )
