"""A form that was sent, read: which form it is, and what was answered to each question.

The text is a stranger's. It is cut into answers at the questions and at nothing else, so
whatever an answer holds is part of that answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutebook.contributing.forms.answers import Answer, answer_below
from minutebook.contributing.forms.layout import HEADING
from minutebook.contributing.forms.posted import unquoted
from minutebook.forms import FORMS, Field, Form, Kind
from minutebook.problems import Place, Problem
from minutebook.reading.text import NoteText, text_from_bytes

LONGEST = 65_536
"""Letters of a form, as many as a git host takes. Each has up to four bytes."""

MOST_BYTES = 4 * LONGEST

_BY_FIRST_QUESTION = {form.fields[0].label: form for form in FORMS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form that was filled in."""

    form: Form

    answers: Mapping[str, Answer]
    """By the ids of the fields; questions that were left open have none."""

    note: NoteText
    """All that was sent."""

    lines: Mapping[str, int]
    """Where each question stands, by the id of its field."""

    def place_of(self, name: str) -> Place:
        """Tell where a field was answered, or else where it is asked."""
        answer = self.answers.get(name)
        first = min(self.lines.values())
        return Place(
            self.note.path, answer.line if answer else self.lines.get(name, first)
        )

    def problem(self, code: str, name: str, summary: str, hint: str) -> Problem:
        """Make a problem that shows the answer it is about."""
        return self.note.problem(code, self.place_of(name), summary, hint)


def read_form(data: bytes, path: str) -> Sent | tuple[Problem, ...]:
    """Read a form from what was sent, or say all that is wrong with its layout.

    `path` names it in messages.
    """
    if len(data) > MOST_BYTES or len(data.decode("utf-8", "replace")) > LONGEST:
        return (_too_large(path),)
    note = text_from_bytes(data, path)
    if isinstance(note, Problem):
        return (note,)
    before, lines = unquoted(note.text.split("\n"), _begins_form)
    if not lines:
        return (_not_recognised(note),)
    return _Reader(note, _BY_FIRST_QUESTION[_question(lines[0])], before, lines).read()


class _Reader:
    """Reads the lines of one form."""

    def __init__(
        self, note: NoteText, form: Form, before: int, lines: Sequence[str]
    ) -> None:
        self._note = note
        self._form = form
        self._before = before
        self._lines = lines
        self._problems: list[Problem] = []

    def read(self) -> Sent | tuple[Problem, ...]:
        questions = self._questions()
        answers = {}
        ends = [*list(questions.values())[1:], len(self._lines)]
        for (name, start), end in zip(questions.items(), ends, strict=True):
            answer = self._answer(self._form.field(name), start, end)
            if answer:
                answers[name] = answer
        if self._problems:
            return tuple(self._problems)
        return Sent(
            form=self._form,
            answers=answers,
            note=self._note,
            lines={name: at + self._before + 1 for name, at in questions.items()},
        )

    def _questions(self) -> dict[str, int]:
        """Find the line of each question. What stands twice is no question any more."""
        by_label = {field.label: field.id for field in self._form.fields}
        found: dict[str, int] = {}
        for number, line in enumerate(self._lines):
            name = by_label.get(_question(line))
            if name in found:
                self._problems.append(self._twice(number, found[name]))
            elif name:
                found[name] = number
        return found

    def _answer(self, field: Field, start: int, end: int) -> Answer | None:
        """Read what stands between two questions."""
        is_last = end == len(self._lines)
        below = list(self._lines[start + 1 : end])
        answer, others = answer_below(
            field, below, start + self._before + 2, is_last=is_last
        )
        if others and not (is_last and field.kind is Kind.LINE):
            self._problems.append(self._several_lines(field, others))
        return answer

    def _at(self, number: int) -> Place:
        return Place(self._note.path, number + self._before + 1)

    def _twice(self, number: int, first: int) -> Problem:
        return self._note.problem(
            "form-question-twice",
            self._at(number),
            "a question of the form stands here a second time, so nobody can tell where"
            " the answer before it ends",
            f"the first one is in line {self._at(first).line}; if this line belongs to"
            " what you wrote, put a space before it",
        )

    def _several_lines(self, field: Field, line: int) -> Problem:
        return self._note.problem(
            "form-several-lines",
            Place(self._note.path, line),
            f"the answer to `{field.label}` goes on in a further line",
            "write it in one line; what else there is to say belongs to another question",
        )


def _question(line: str) -> str:
    """Give the question of a line that looks like one."""
    return line[len(HEADING) :].strip() if line.startswith(HEADING) else ""


def _begins_form(line: str) -> bool:
    return _question(line) in _BY_FIRST_QUESTION


def _not_recognised(note: NoteText) -> Problem:
    asked = ", ".join(f"`{HEADING}{label}`" for label in _BY_FIRST_QUESTION)
    return note.problem(
        "form-not-recognised",
        Place(note.path),
        "this is none of the forms: nowhere stands a question with which one begins",
        "open a form from the page it is about, fill it in, and send what it gives as it"
        f" is; it begins with one of these lines: {asked}",
    )


def _too_large(path: str) -> Problem:
    return Problem(
        code="form-too-large",
        place=Place(path),
        summary=f"this is longer than a form can be, which is {LONGEST:,} letters",
        hint="send it in parts; long notes can be sent as a document to those who look"
        " after this site",
    )
