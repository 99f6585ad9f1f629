"""Which two versions somebody asks to compare, and how they are called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from minutebook.contributing.comparing.git import CannotCompare, Repository
from minutebook.contributing.comparing.versions import Version, kept

_HERE = "the notes as they stand here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks to compare, as it was typed."""

    notes: Path

    base: str | None = None
    """A branch, tag or commit: the earlier version."""

    head: str | None = None
    """Another one, the later version; the folder of notes, if there is none."""

    before: Path | None = None
    """A folder that is the earlier version, in the place of `base`."""

    merged: bool = False
    """Whether the later version is what comes of merging `head` into `base`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Two versions of the notes."""

    before: Version
    after: Version
    notices: tuple[str, ...] = ()
    """What somebody should know about them."""


@contextmanager
def versions(asked: Asked) -> Iterator[Versions]:
    """Get two versions, for as long as they are looked at. Raises CannotCompare."""
    if asked.before is not None:
        earlier = Version(name=str(asked.before), notes=asked.before)
        yield Versions(before=earlier, after=_here(asked.notes))
        return
    if asked.base is None:
        raise CannotCompare("say what to compare with, as in `minutebook diff main`")
    ours = kept(asked.notes)
    trees = _trees(ours.repository, asked.base, asked.head, merged=asked.merged)
    with ExitStack() as stack:
        if trees.after is None:
            later = _here(asked.notes)
        else:
            later = stack.enter_context(ours.version(trees.after, asked.head or ""))
        earlier = stack.enter_context(ours.version(trees.before, asked.base))
        yield Versions(before=earlier, after=later, notices=trees.notices)


@dataclass(frozen=True, slots=True)
class _Trees:
    """What git calls two versions; None for the folder of notes."""

    before: str
    after: str | None
    notices: tuple[str, ...] = ()


def _trees(
    repository: Repository, base: str, head: str | None, *, merged: bool
) -> _Trees:
    if head is None:
        return _Trees(repository.tree(base), None)
    if not merged:
        return _Trees(repository.tree(base), repository.tree(head))
    found = repository.merged(head, base)
    if found is not None:
        return _Trees(repository.tree(base), found)
    parting = repository.tree(repository.parting(head, base))
    return _Trees(parting, repository.tree(head), (_conflicts(base, head),))


def _here(notes: Path) -> Version:
    if not notes.is_dir():
        raise CannotCompare(f"there is no folder `{notes}` here")
    return Version(name=_HERE, notes=notes)


def _conflicts(base: str, head: str) -> str:
    return (
        f"{head} and {base} change the same lines, and cannot be merged as they stand;"
        " this compares with where they parted."
    )
