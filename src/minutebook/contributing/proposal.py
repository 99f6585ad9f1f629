"""What becomes of a request: a change to the notes, and what it means to readers."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.changing.change import Change
from minutebook.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change that can be made or proposed."""

    change: Change

    title: str
    """What it does, in a line: the subject of a commit or a pull request."""

    notices: tuple[str, ...] = ()
    """What was decided on the way, each in a sentence without a full stop."""

    warnings: tuple[Problem, ...] = ()
    """What the check would say of it that forbids nothing."""
