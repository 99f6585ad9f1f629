"""What came of a change to the notes that somebody asked for."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.problems import Problem, is_fatal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Which files are new or longer, or what stood in the way."""

    problems: tuple[Problem, ...] = ()
    """If one is an error, nothing was changed."""

    added: tuple[str, ...] = ()
    """Paths of new files, in the notes."""

    edited: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    """What was decided on the way, each in a sentence without a full stop."""

    @property
    def is_done(self) -> bool:
        """Whether the change was made."""
        return not is_fatal(self.problems, strict=False)
