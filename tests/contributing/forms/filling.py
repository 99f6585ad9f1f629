"""Forms filled in by strangers: any answers, and those that look like something else."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from minutebook.contributing.forms.layout import HEADING, NOTHING
from minutebook.forms import FORMS, Field, Form, Kind
from minutebook.reading.text import _UNSEEN

QUESTIONS = [f"{HEADING}{field.label}" for form in FORMS for field in form.fields]

PIECES = (
    "### Unknown heading", "###", "# ", "```", "```text", "~~~", "---", "- [X] ", "- ",
    ": ", "> ", "@everyone", "<!--", "-->", NOTHING, "None", "{{ x }}", "${{ x }}",
    "$(reboot)", "`reboot`", "'", '"', "\\", "#", "&a", "*a", "!!python", "%YAML", "|",
    ">-", "\n", "\n\n", "\r\n", "\r", "\t", " ", "\U0001f469\u200d\U0001f52c", "🏴",
    "שלום", "مرحبا", "é", "-- ", "::set-output name=x::y", "[a](javascript:b)",
    "<script>", "@", "title: x",
)  # fmt: skip

_seen = st.characters(codec="utf-8").filter(lambda sign: not _UNSEEN.match(sign))
_texts = st.lists(st.sampled_from(PIECES) | _seen | st.sampled_from(QUESTIONS)).map(
    "".join
)


def normal(text: str) -> str:
    """Bring line ends to one form, as every file is read."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def asks_again(form: Form, text: str) -> bool:
    """Whether a text has a line that is a question of the form."""
    asked = {f"{HEADING}{field.label}" for field in form.fields}
    return any(
        HEADING + line[len(HEADING) :].strip() in asked
        for line in normal(text).split("\n")
        if line.startswith(HEADING)
    )


def _is_answer(form: Form, text: str) -> bool:
    looks_merged = re.search(r"^(<{7}|>{7}|\|{7}) ", text, re.MULTILINE)
    nothing = not text.strip() or text.strip() == NOTHING
    return not (nothing or looks_merged or asks_again(form, text))


def answers_to(form: Form, field: Field) -> st.SearchStrategy[str]:
    """Give answers of any kind to a field, and none at all."""
    labels = [option.label for option in field.options]
    match field.kind:
        case Kind.CHOICE:
            return st.sampled_from(["", *labels])
        case Kind.BOXES:
            return st.sampled_from(["", "\n".join(labels)])
        case Kind.LINE:
            lines = _texts.map(lambda text: " ".join(normal(text).split("\n")))
            return st.just("") | lines.filter(lambda text: _is_answer(form, text))
        case Kind.TEXT:
            return st.just("") | _texts.map(normal).filter(
                lambda text: _is_answer(form, text)
            )


@st.composite
def filled_forms(draw: st.DrawFn) -> tuple[Form, dict[str, str]]:
    """Fill in any form in any way."""
    form = draw(st.sampled_from(FORMS))
    given = {field.id: draw(answers_to(form, field)) for field in form.fields}
    return form, {name: text for name, text in given.items() if text}
