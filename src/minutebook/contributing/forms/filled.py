"""The answers of a form, each read as what it stands for; and what is wrong with them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from minutebook.contributing.forms.days import day_from_answer
from minutebook.contributing.forms.sent import Sent
from minutebook.forms import Field, Kind
from minutebook.problems import Problem, in_order
from minutebook.records import time_from_text

SHOWN = 80
"""How much of what somebody wrote is told back to them."""

_BULLET = re.compile(r"[-*•]\s+")


class Filled:
    """Reads answers by the ids of their fields, and keeps what is wrong."""

    def __init__(self, sent: Sent) -> None:
        """Take a form that was sent."""
        self._sent = sent
        self._problems = [*_left_open(sent), *_unknown_options(sent)]

    def problems(self) -> tuple[Problem, ...]:
        """Give all that was found wrong, from the top down."""
        return in_order(self._problems)

    def report(self, code: str, name: str, summary: str, hint: str) -> None:
        """Keep what is wrong with an answer."""
        self._problems.append(self._sent.problem(code, name, summary, hint))

    def text(self, name: str) -> str | None:
        """Read a text, without what stands empty around it; None if there is none."""
        answer = self._sent.answers.get(name)
        return answer.text.strip("\n").rstrip() if answer else None

    def line(self, name: str) -> str | None:
        """Read a text as one line."""
        text = self.text(name)
        return " ".join(text.split()) if text else None

    def needed(self, name: str) -> str:
        """Read a text that has to be there; it is reported if it is not."""
        kind = self._sent.form.field(name).kind
        return (self.line(name) if kind is Kind.LINE else self.text(name)) or ""

    def names(self, name: str) -> tuple[str, ...]:
        """Read a list with one on each line, with or without marks before them."""
        lines = (line.strip() for line in (self.text(name) or "").split("\n"))
        return tuple(filter(None, (_BULLET.sub("", line, count=1) for line in lines)))

    def choice(self, name: str) -> str | None:
        """Read what was chosen, as it stands in records."""
        chosen = self.line(name)
        for option in self._sent.form.field(name).options:
            if option.label == chosen:
                return option.value
        return None

    def is_ticked(self, name: str) -> bool:
        """Whether the one box of a field is ticked."""
        return name in self._sent.answers

    def day(self, name: str) -> dt.date | None:
        """Read a day."""
        text = self.line(name)
        try:
            return day_from_answer(text) if text else None
        except ValueError:
            self.report(
                "form-bad-day",
                name,
                f"no day can be told from `{shortly(text)}`",
                "write year, month and day, as in 2026-03-31",
            )
            return None

    def time(self, name: str) -> dt.time | None:
        """Read a time."""
        text = self.line(name)
        try:
            return time_from_text(text) if text else None
        except ValueError:
            self.report(
                "form-bad-time",
                name,
                f"`{shortly(text)}` is not a time on the 24-hour clock",
                "write hours and minutes, as in 19:00, which is 7 in the evening",
            )
            return None


def shortly(text: str | None) -> str:
    """Quote what somebody wrote, in a line that is not too long."""
    words = " ".join((text or "").split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _left_open(sent: Sent) -> Iterator[Problem]:
    """Find the questions that cannot be left open, and were."""
    for field in sent.form.fields:
        if field.required and field.id not in sent.answers:
            yield sent.problem(
                "form-left-open",
                field.id,
                f"the question `{field.label}` is not answered",
                f"write below it {_wanted(field)}",
            )


def _wanted(field: Field) -> str:
    """Say what a question wants for an answer."""
    if field.options:
        return f"one of these: {_listed(field)}"
    return f"what it asks for: {field.help[:1].lower()}{field.help[1:].rstrip('.')}"


def _listed(field: Field) -> str:
    return ", ".join(f"`{option.label}`" for option in field.options)


def _unknown_options(sent: Sent) -> Iterator[Problem]:
    """Find answers to a choice that are none of its options."""
    for field in sent.form.fields:
        answer = sent.answers.get(field.id)
        labels = [option.label for option in field.options]
        for given in answer.text.split("\n") if answer and labels else ():
            if given.strip() not in labels:
                yield sent.problem(
                    "form-unknown-option",
                    field.id,
                    f"`{shortly(given)}` is none of the answers to `{field.label}`",
                    f"write one of them: {_listed(field)}",
                )
