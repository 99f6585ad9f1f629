"""Reading a form: every answer comes back as it was given, whatever it looks like."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from contributing.forms.filling import filled_forms
from minutebook.contributing.forms.layout import laid_out
from minutebook.contributing.forms.sent import LONGEST, Sent, read_form
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    FORMS,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
    Form,
)
from minutebook.problems import Problem

Filled = tuple[Form, dict[str, str]]

UPDATE = {
    "action": "2026-03-12-board-a1",
    "status": "It is done",
    "note": "The quotes are in.",
}


def read(text: str) -> Sent:
    sent = read_form(text.encode(), "form")
    assert isinstance(sent, Sent), sent
    return sent


def refused(text: str | bytes) -> Problem:
    found = read_form(text if isinstance(text, bytes) else text.encode(), "form")
    assert not isinstance(found, Sent)
    return found[0]


def answers_in(text: str) -> dict[str, str]:
    return {name: answer.text for name, answer in read(text).answers.items()}


# Every answer comes back


@given(filled_forms())
@example((SUGGEST_CORRECTION, {"words": "```\nopen", "instead": "```text\nx\n```"}))
@example((ADD_NOTES, {"notes": "\n\n  ### What?\n\n> - [X] y\n\n"}))
@example((ANSWER_CONCERN, {"answer": "```text\nx\n```"}))
def test_every_answer_comes_back_as_it_was_given(filled: Filled) -> None:
    form, answers = filled
    sent = read(laid_out(form, answers))

    assert sent.form is form
    assert {name: answer.text for name, answer in sent.answers.items()} == answers


@given(filled_forms())
def test_an_answer_says_in_which_line_it_stands(filled: Filled) -> None:
    form, answers = filled
    body = laid_out(form, answers)

    for answer in read(body).answers.values():
        first = next(line for line in answer.text.split("\n") if line.strip())
        assert first in body.split("\n")[answer.line - 1]


@given(filled_forms())
def test_line_ends_and_marks_of_another_system_change_nothing(filled: Filled) -> None:
    body = laid_out(*filled)

    assert answers_in("\ufeff" + body.replace("\n", "\r\n")) == answers_in(body)


@given(filled_forms())
def test_a_form_that_was_quoted_twice_in_an_email_is_read_the_same(
    filled: Filled,
) -> None:
    body = laid_out(*filled)
    quoted = "\n".join(f"> > {line}" for line in body.split("\n"))
    email = f"Hello Ben,\n\nplease see below.\n\n{quoted}\n\n-- \nAmina Khatun\nTrustee\n"

    assert answers_in(email) == answers_in(body)


@given(filled_forms())
def test_what_an_email_adds_above_and_below_is_no_answer(filled: Filled) -> None:
    body = laid_out(*filled)

    assert answers_in(f"Hello,\n\n{body}\n\n-- \nAmina\n") == answers_in(body)


def test_a_quoted_line_that_was_broken_is_kept() -> None:
    quoted = "\n".join(
        f"> {line}" for line in laid_out(UPDATE_ACTION, UPDATE).split("\n")
    )

    broken = quoted.replace("The quotes are in.", "The quotes\nare in.")
    assert answers_in(broken)["note"] == "The quotes\nare in."


# Questions are found, and only they


def test_headings_that_the_form_does_not_ask_are_part_of_an_answer() -> None:
    note = "### Which concern was answered?\n\n### Anything\n\n#### Which action is it?"

    assert answers_in(laid_out(UPDATE_ACTION, {**UPDATE, "note": note}))["note"] == note


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_question_typed_into_an_answer_is_refused_with_how_to_write_it(
    form: Form,
) -> None:
    for asked in form.fields:
        typed = laid_out(form, {form.fields[0].id: "x"}) + f"\n\n### {asked.label}\n\ny"
        problem = refused(typed)

        assert problem.code == "form-question-twice"
        assert problem.excerpt == f"### {asked.label}"
        assert "put a space before it" in problem.hint


def test_a_question_behind_a_space_is_part_of_an_answer() -> None:
    note = "It said:\n ### Where does it stand now?\nand no more."

    assert answers_in(laid_out(UPDATE_ACTION, {**UPDATE, "note": note}))["note"] == note


def test_a_fence_that_is_left_open_does_not_swallow_the_questions_below() -> None:
    note = "```\nThe quotes are in."
    sent = answers_in(laid_out(UPDATE_ACTION, {**UPDATE, "note": note, "date": "today"}))

    assert (sent["note"], sent["date"]) == (note, "today")


def test_a_comment_that_is_left_open_hides_no_question() -> None:
    sent = answers_in(
        laid_out(UPDATE_ACTION, {**UPDATE, "note": "<!-- x", "seen": "0123abcd"})
    )

    assert (sent["note"], sent["seen"]) == ("<!-- x", "0123abcd")


def test_an_exact_answer_without_its_fence_is_read_as_it_stands() -> None:
    words = {"record": "themes/building", "words": "x", "instead": "y"}
    body = laid_out(SUGGEST_CORRECTION, words)

    assert answers_in(body.replace("```text\n", "").replace("\n```", "")) == words


def test_a_fence_with_nothing_in_it_is_no_answer() -> None:
    body = laid_out(SUGGEST_CORRECTION, {"record": "themes/building"})
    emptied = body.replace("_No response_", "```text\n\n```", 1)

    assert answers_in(emptied) == {"record": "themes/building"}


def test_a_choice_that_the_host_calls_none_is_no_answer() -> None:
    body = laid_out(UPDATE_ACTION, {"action": "a1"}).replace("_No response_", "None", 1)

    assert answers_in(body) == {"action": "a1"}


# What cannot be read


def test_what_is_no_form_is_refused_with_how_forms_begin() -> None:
    problem = refused("The lift is broken again.\n")

    assert problem.code == "form-not-recognised"
    assert "`### Which action is it?`" in problem.hint


@pytest.mark.parametrize("nothing", ["", "\n\n", " ", "\ufeff"])
def test_nothing_is_no_form(nothing: str) -> None:
    assert refused(nothing).code == "form-not-recognised"


def test_64_kb_are_read_and_no_more() -> None:
    answers = {**UPDATE, "note": ""}
    room = LONGEST - len(laid_out(UPDATE_ACTION, answers)) + len("_No response_")
    longest = laid_out(UPDATE_ACTION, {**UPDATE, "note": "é" * room})

    assert len(longest) == LONGEST
    assert len(answers_in(longest)["note"]) == room
    assert refused(longest + "x").code == "form-too-large"


def test_a_file_of_any_size_is_not_looked_at_for_long() -> None:
    assert refused(b"### Which action is it?\n" * 10_000_000).code == "form-too-large"


def test_bytes_that_are_no_text_are_refused() -> None:
    assert refused(b"### Which action is it?\n\n\xff\xfe\n").code == "not-utf-8"


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066", "\x00", "\x1b", "\u2028"])
def test_a_sign_that_nobody_sees_is_refused_in_its_line(sign: str) -> None:
    body = laid_out(UPDATE_ACTION, {**UPDATE, "note": f"The quotes{sign} are in."})
    problem = refused(body)

    assert problem.code == "unseen-character"
    assert problem.place.path == "form"
    assert body.split("\n")[problem.place.line - 1].startswith("The quotes")


def test_a_line_that_goes_on_is_refused_where_it_does() -> None:
    body = laid_out(UPDATE_ACTION, UPDATE).replace("-a1\n", "-a1\n\nand another one\n")
    problem = refused(body)

    assert problem.code == "form-several-lines"
    assert problem.excerpt == "and another one"
