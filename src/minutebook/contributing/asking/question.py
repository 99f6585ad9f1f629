"""Questions: what is asked, what can be answered, and what an answer stands for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from minutebook.book import Book
from minutebook.contributing.requests import Request
from minutebook.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known when a question is asked."""

    book: Book
    today: dt.date
    answers: dict[str, Any] = field(default_factory=dict)
    """What was answered before, by the names of the questions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers that there are."""

    value: str
    label: str = ""
    """What it stands for, where the answer alone does not say so."""


Read = Callable[[str, Asked], Any]
"""From an answer to what it stands for; a Problem if it stands for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that is asked, or told with a flag of the same name."""

    name: str
    asks: str
    """What is asked for, in a few words without a full stop."""

    read: Read
    is_needed: bool = False
    is_subject: bool = False
    """Whether it stands behind the command by itself, without a flag."""

    is_asked: bool = True
    """Whether a person is asked for it; otherwise there is a flag and no question."""

    is_switch: bool = False
    """Whether the flag stands for yes; nobody is asked."""

    is_list: bool = False
    takes: str = "TEXT"
    """What stands behind the flag, as the help shows it."""

    choices: Callable[[Asked], Sequence[Choice]] = lambda _: ()
    default: Callable[[Asked], str | None] = lambda _: None

    @property
    def flag(self) -> str:
        """How it is told at a command line."""
        if self.is_subject:
            return self.name.upper()
        return f"--{self.name.replace('_', '-')}"


def missing(question: Question) -> Problem:
    """Say that nobody answered a question that has to be answered."""
    return Problem(
        code="change-unanswered",
        place=Place("."),
        summary=f"`{question.flag}` is missing: {_lowered(question.asks)}",
        hint="add it to the command; at a terminal, you are asked for it",
    )


def _lowered(asks: str) -> str:
    return f"{asks[:1].lower()}{asks[1:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a command asks, and the request that the answers come to."""

    name: str
    questions: tuple[Question, ...]
    request: Callable[[Asked], Request]
