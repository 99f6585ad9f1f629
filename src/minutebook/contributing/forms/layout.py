"""How a form that was filled in is laid out when it is sent: each question, its answer.

A git host lays out its issue forms so, and the form page of a site does the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from minutebook.forms import Field, Form, Kind

HEADING = "### "
"""What stands before a question."""

NOTHING = "_No response_"
"""What stands below a question that was left open."""

FENCE = "```"
TICKED, NOT_TICKED = "- [X] ", "- [ ] "


def laid_out(form: Form, answers: Mapping[str, str]) -> str:
    """Lay out a form with its answers, by the ids of the fields.

    An answer to a choice is the label of an option; one to boxes has the labels of those
    that are ticked, each in a line.
    """
    return "\n\n".join(
        f"{HEADING}{field.label}\n\n{_below(field, answers.get(field.id, ''))}"
        for field in form.fields
    )


def _below(field: Field, answer: str) -> str:
    if field.kind is Kind.BOXES:
        ticked = answer.split("\n")
        labels = [option.label for option in field.options]
        return "\n".join(
            f"{TICKED if label in ticked else NOT_TICKED}{label}" for label in labels
        )
    if not answer:
        return NOTHING
    return f"{FENCE}text\n{answer}\n{FENCE}" if field.exact else answer
