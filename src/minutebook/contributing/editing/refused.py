"""What is said when something is not done."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from minutebook.problems import Problem, Severity


class Refused(Exception):  # noqa: N818 - reads as what it says
    """Something was asked for that is not done; the sentences say why."""

    def __init__(
        self,
        *sentences: str,
        problems: tuple[Problem, ...] = (),
        status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
    ) -> None:
        """Keep the sentences for whoever asked, and the problems that they tell."""
        super().__init__(" ".join(sentences))
        self.sentences = sentences
        self.problems = problems
        self.status = status


def refuse_errors(problems: Iterable[Problem], path: str) -> None:
    """Refuse if one of some problems is an error. `path` is what is being edited.

    Raises Refused with a sentence for each.
    """
    errors = tuple(one for one in problems if one.severity is Severity.ERROR)
    if errors:
        raise Refused(*(sentence(one, path) for one in errors), problems=errors)


def sentence(problem: Problem, path: str) -> str:
    """Tell a problem to somebody who sees fields and no lines."""
    where = "" if problem.place.path == path else f"{problem.place.path}: "
    summary = problem.summary[:1].upper() + problem.summary[1:]
    return f"{where}{summary}: {problem.hint}."
