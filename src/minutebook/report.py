"""Problems told: to a person at a terminal, to a pull request, or to a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from minutebook.problems import Problem, Severity
from minutebook.words import count

MOST_ALIKE = 50
"""Of problems with one code in one file, so many are told one by one."""


def tell(problems: Iterable[Problem]) -> None:
    """Print problems for a person, a blank line after each.

    Where a file has the same fault again and again, the rest is counted.
    """
    alike: Counter[tuple[str, str]] = Counter()
    told = []
    for problem in problems:
        kind = (problem.place.path, problem.code)
        alike[kind] += 1
        if alike[kind] <= MOST_ALIKE:
            told.append(f"{problem}\n")
    for (path, code), number in alike.items():
        if number > MOST_ALIKE:
            told.append(f"{path}: and {number - MOST_ALIKE:,} more like this [{code}]\n")
    click.echo("\n".join(told), nl=bool(told))


def summary(problems: tuple[Problem, ...]) -> str:
    """Count problems in words: `2 problems and 1 warning`."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = [count(errors, "problem")] if errors else []
    parts += [count(warnings, "warning")] if warnings else []
    return " and ".join(parts)


def annotation(problem: Problem, notes: Path) -> str:
    """Write a problem as a workflow command, which marks its line in a pull request."""
    place = problem.place
    file = _escaped(f"{notes.as_posix()}/{place.path}", also=",:")
    where = f"file={file},line={place.line},col={place.column},title={problem.code}"
    words = _escaped(f"{problem.summary}\n{problem.hint}")
    return f"::{problem.severity} {where}::{words}"


def as_data(problem: Problem) -> dict[str, object]:
    """Lay a problem out for programs; the names of its parts stay as they are."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "summary": problem.summary,
        "hint": problem.hint,
        "excerpt": problem.excerpt,
    }


def as_json(problems: tuple[Problem, ...], records: int) -> str:
    """Write problems as JSON, with how many there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    data = {
        "records": records,
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [as_data(problem) for problem in problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _escaped(text: str, also: str = "") -> str:
    """Escape what would end a workflow command or one of its properties."""
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
