"""All that can be put right in the notes: tried on copies, until nothing is left."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from minutebook.changing.change import Change, copy_notes, make, new_problems
from minutebook.contributing.mending.fault import Fault
from minutebook.contributing.mending.mends import MENDS, fix_of
from minutebook.make import Checked, check_notes
from minutebook.problems import Place, Problem
from minutebook.reading.folder import read_file
from minutebook.reading.typed_file import TypedFile

_ROUNDS = 10
"""What is put right may show more. Nobody makes so many mistakes behind one another."""

_MOST = 50
"""Mistakes of one file that are put right; one with more is wrong in some other way."""

Texts = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What is put right, and what is left."""

    change: Change
    said: tuple[tuple[Place, str], ...]
    """What was done and where, without a full stop."""

    left: tuple[Problem, ...]
    """What takes a person."""


def mend(notes: Path, paths: Collection[str] | None = None) -> Mended:
    """Put right what can be in some files, or in all; change nothing yet.

    Nothing is done that brings a problem which was not there before.
    """
    checked = first = check_notes(notes)
    texts: dict[str, tuple[str, str]] = {}
    said: list[tuple[Place, str]] = []
    for _ in range(_ROUNDS):
        done = Counter(place.path for place, _ in said)
        more = list(_round(notes, checked, texts, _in_files(checked, paths, done)))
        if not more:
            break
        said += more
        checked = _after(notes, texts)
    kept = _harmless(notes, _changed(texts), first)
    if len(kept) < len(_changed(texts)):
        checked = _after(notes, kept)
    return Mended(
        change=Change(edited=kept),
        said=tuple(sorted(one for one in said if one[0].path in kept)),
        left=checked.problems,
    )


def _in_files(
    checked: Checked, paths: Collection[str] | None, done: Mapping[str, int]
) -> Mapping[str, list[Problem]]:
    """List by file what may be put right, as much as there is time for."""
    by_file = defaultdict[str, list[Problem]](list)
    for problem in checked.problems:
        path = problem.place.path
        is_wanted = problem.code in MENDS and (paths is None or path in paths)
        if is_wanted and len(by_file[path]) + done.get(path, 0) < _MOST:
            by_file[path].append(problem)
    return by_file


def _round(
    notes: Path,
    checked: Checked,
    texts: dict[str, tuple[str, str]],
    by_file: Mapping[str, list[Problem]],
) -> Iterator[tuple[Place, str]]:
    """Put right what a check has found, in each file from the bottom up."""
    for path, problems in by_file.items():
        if path not in texts:
            original = read_file(notes, path).decode("utf-8")
            texts[path] = (original, original)
        original, text = texts[path]
        for problem in sorted(problems, key=lambda p: p.place, reverse=True):
            file = TypedFile.of(text, path)
            fix = fix_of(Fault(problem=problem, file=file, book=checked.book))
            if fix is None:
                continue
            text = fix.text
            yield problem.place, fix.said
            if fix.moves:
                break
        texts[path] = (original, text)


def _after(notes: Path, texts: Texts) -> Checked:
    """Check the notes as they would be."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "notes"
        copy_notes(notes, copy)
        make(copy, Change(edited=_changed(texts)))
        return check_notes(copy)


def _changed(texts: Texts) -> dict[str, tuple[str, str]]:
    return {path: both for path, both in texts.items() if both[0] != both[1]}


def _harmless(notes: Path, texts: Texts, first: Checked) -> dict[str, tuple[str, str]]:
    """Leave out files that would bring problems.

    A file that could not be read may have had them all the time.
    """
    unread = first.book.unread
    for left_out in (frozenset[str](), unread, frozenset(texts)):
        kept = {path: both for path, both in texts.items() if path not in left_out}
        for _ in range(2):
            brought = _brought(notes, kept, first)
            if not brought:
                return kept
            kept = {path: both for path, both in kept.items() if path not in brought}
    return {}


def _brought(notes: Path, texts: Texts, first: Checked) -> frozenset[str]:
    """Name the files that would have problems they did not have."""
    if not texts:
        return frozenset()
    new = new_problems(notes, Change(edited=texts), first.problems)
    return frozenset(p.place.path for p in new) - first.book.unread
