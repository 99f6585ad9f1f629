"""Questions put to a person at a terminal, or answered with flags by a program."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from minutebook.cli.options import USAGE
from minutebook.contributing.asking.question import (
    Asked,
    Asking,
    Choice,
    Question,
    missing,
)
from minutebook.problems import Problem
from minutebook.words import sentence

_FEW = 9
"""So many choices are shown at once; more, when somebody asks for them."""

_LONGEST_LABEL = 70


def answer(
    asking: Asking, given: Mapping[str, str | None], asked: Asked, *, terminal: bool
) -> None:
    """Take the answers from the flags, and ask for others where somebody is there.

    Where every question that needs an answer has one, nobody is asked anything.
    """
    is_short = any(q.is_needed and given[q.name] is None for q in asking.questions)
    if terminal and is_short:
        click.echo("Enter takes what stands in brackets, or leaves a question out.\n")
    wrong: list[Problem] = []
    for question in asking.questions:
        text = given[question.name]
        value = _of_flag(question, text, asked)
        if terminal and (isinstance(value, Problem) or (is_short and text is None)):
            if isinstance(value, Problem) and text is not None:
                _complain(value)
            value = _ask(question, asked) if _is_asked(question, text) else None
        if isinstance(value, Problem):
            wrong.append(value)
        else:
            asked.answers[question.name] = value
    if wrong:
        for problem in wrong:
            _complain(problem)
        sys.exit(USAGE)


def _is_asked(question: Question, text: str | None) -> bool:
    return question.is_asked or text is not None


def _of_flag(question: Question, text: str | None, asked: Asked) -> Any:  # noqa: ANN401 - as the question reads it
    if question.is_switch:
        return text is not None
    if text is None:
        return missing(question) if question.is_needed else None
    return question.read(text, asked)


def _ask(question: Question, asked: Asked) -> Any:  # noqa: ANN401 - as the question reads it
    """Ask until the answer can be read."""
    choices = question.choices(asked)
    many = " (several with a semicolon between them)" if question.is_list else ""
    if len(choices) <= _FEW:
        _show(choices)
    elif choices:
        many += " (? lists what there is)"
    default = question.default(asked)
    while True:
        text = click.prompt(
            f"{question.asks}{many}",
            default=default or "",
            show_default=default is not None,
        ).strip()
        if text == "?":
            _show(choices)
            continue
        value = question.read(_meant(text, choices), asked) if text else None
        if text == "-":
            value = None
        if value is None and question.is_needed:
            click.echo("  This has to be answered.")
        elif isinstance(value, Problem):
            _complain(value)
        else:
            return value


def _show(choices: Sequence[Choice]) -> None:
    for number, choice in enumerate(choices, 1):
        label = choice.label[:_LONGEST_LABEL]
        click.echo(f"  {number:>3}  {choice.value}{'  ' if label else ''}{label}")


def _meant(text: str, choices: Sequence[Choice]) -> str:
    """Put what was chosen in the place of its number."""
    parts = [part.strip() for part in text.split(";")]
    return "; ".join(
        choices[int(part) - 1].value
        if part.isascii() and part.isdigit() and 0 < int(part) <= len(choices)
        else part
        for part in parts
    )


def _complain(problem: Problem) -> None:
    """Say in a sentence what is wrong with an answer, and what to do."""
    click.echo(f"  {sentence(problem.summary)}. [{problem.code}]", err=True)
    click.echo(
        f"  {sentence(problem.hint)}{'' if problem.hint.endswith('?') else '.'}", err=True
    )
