"""From a form to the change it asks for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from contributing.forms.filling import filled_forms
from minutebook.contributing.forms.asked import request_of
from minutebook.contributing.forms.days import day_from_answer
from minutebook.contributing.forms.layout import laid_out
from minutebook.contributing.forms.sent import Sent, read_form
from minutebook.contributing.requests import (
    AnswerConcern,
    CorrectText,
    NewRecord,
    RaiseConcern,
    Request,
    UpdateAction,
)
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    RAISE_CONCERN,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
    Form,
)
from minutebook.problems import Problem
from minutebook.records import (
    ActionStatus,
    Attendance,
    Concern,
    ConcernKind,
    Meeting,
    NoteStatus,
    Raising,
    Response,
    SourceDocument,
    Update,
    When,
)


def asked(form: Form, **answers: str) -> Request | tuple[Problem, ...]:
    sent = read_form(laid_out(form, answers).encode(), "form")
    assert isinstance(sent, Sent), sent
    return request_of(sent)


def codes(found: Request | tuple[Problem, ...]) -> list[str]:
    assert isinstance(found, tuple)
    return [problem.code for problem in found]


# Each form, filled in


def test_an_update_on_an_action() -> None:
    request = asked(
        UPDATE_ACTION,
        action=" https://example.org/actions/2026-03-12-board-a1/ ",
        status="It is under way",
        note="\n  Two quotes are in.\n\nThe third comes on Friday. \n",
        date="2026-04-02",
        meeting="2026-04-09-board",
    )

    assert request == UpdateAction(
        action="https://example.org/actions/2026-03-12-board-a1/",
        update=Update(
            status=ActionStatus.IN_PROGRESS,
            date=dt.date(2026, 4, 2),
            note="  Two quotes are in.\n\nThe third comes on Friday.",
            reported_in="2026-04-09-board",
        ),
    )


def test_an_update_of_two_words() -> None:
    assert asked(UPDATE_ACTION, action="a1", status="It is done") == UpdateAction(
        action="a1", update=Update(status=ActionStatus.DONE)
    )


def test_an_answer_to_a_concern() -> None:
    request = asked(
        ANSWER_CONCERN,
        concern="parking-at-weddings",
        answer="The council will look at it.",
        holding="Not yet: it is a promise to come back with an answer",
        by="- Brookfield Parish Council\n\n* Harlow Lifts\n",
        date="3rd May 2026",
        document="Letter to the trustees",
    )

    assert request == AnswerConcern(
        concern="parking-at-weddings",
        response=Response(
            answer="The council will look at it.",
            by=("Brookfield Parish Council", "Harlow Lifts"),
            date=When(date=dt.date(2026, 5, 3)),
            document="Letter to the trustees",
            holding=True,
        ),
    )


def test_a_concern_that_was_raised_again() -> None:
    request = asked(
        RAISE_CONCERN,
        meeting="2026-04-09-board",
        concern="parking-at-weddings",
        said="Cars blocked the drives again.",
        by="anonymous",
    )

    raising = Raising(
        meeting="2026-04-09-board",
        by=("anonymous",),
        said="Cars blocked the drives again.",
    )
    assert request == RaiseConcern(concern="parking-at-weddings", raising=raising)


def test_a_new_concern() -> None:
    request = asked(
        RAISE_CONCERN,
        meeting="2026-04-09-board",
        title="Noise after eleven",
        said="Music went on until one.",
        kind="A question",
        themes="Neighbours",
    )

    raising = Raising(meeting="2026-04-09-board", said="Music went on until one.")
    assert request == NewRecord(
        record=Concern(
            id="",
            title="Noise after eleven",
            raised=(raising,),
            kind=ConcernKind.QUESTION,
            themes=("Neighbours",),
        ),
        with_help=False,
    )


def test_a_correction_keeps_its_words_as_they_were_typed() -> None:
    request = asked(
        SUGGEST_CORRECTION,
        record="meetings/2026-04-09-board",
        words="**Harlow**  Lifts",
        instead="**Harlow** Lifts Ltd",
        reason="It is on the contract.",
        by="Ben Hartley",
    )

    assert request == CorrectText(
        record="meetings/2026-04-09-board",
        words="**Harlow**  Lifts",
        instead="**Harlow** Lifts Ltd",
        reason="It is on the contract.",
        by="Ben Hartley",
    )


def test_the_notes_of_a_meeting_become_a_draft() -> None:
    request = asked(
        ADD_NOTES,
        title="Board meeting, June 2026",
        date="Thursday, 11 June 2026",
        group="Board of trustees",
        start="19:00",
        end="20.45",
        venue="Committee room",
        attendees="Amina Khatun, Brookfield Village Hall Trust (chair)\nBen Hartley",
        apologies="Carys Morgan, Brookfield Parish Council",
        notes="---\ntitle: x\n---\n\n## The lift\n\nIt works.\n",
        source="Minutes.docx",
    )

    assert request == NewRecord(
        record=Meeting(
            id="",
            title="Board meeting, June 2026",
            date=dt.date(2026, 6, 11),
            group="Board of trustees",
            start=dt.time(19),
            end=dt.time(20, 45),
            venue="Committee room",
            status=NoteStatus.DRAFT,
            attendees=(
                Attendance(
                    name="Amina Khatun",
                    organisation="Brookfield Village Hall Trust",
                    role="chair",
                ),
                Attendance(name="Ben Hartley"),
            ),
            apologies=(
                Attendance(name="Carys Morgan", organisation="Brookfield Parish Council"),
            ),
            source=SourceDocument(title="Minutes.docx"),
            text="---\ntitle: x\n---\n\n## The lift\n\nIt works.",
        ),
        with_help=False,
    )


# What is wrong with answers


def test_everything_that_is_wrong_is_said_at_once_from_the_top_down() -> None:
    found = asked(ADD_NOTES, date="5/6/2026", start="7pm", notes="We met.")

    assert codes(found) == ["form-left-open", "form-bad-day", "form-bad-time"]


def test_an_answer_that_is_no_option_is_refused_with_the_options() -> None:
    body = laid_out(UPDATE_ACTION, {"action": "a1", "status": "Nearly"})
    sent = read_form(body.encode(), "update.txt")
    assert isinstance(sent, Sent)
    found = request_of(sent)
    assert isinstance(found, tuple)
    (problem,) = found

    assert problem.code == "form-unknown-option"
    assert (problem.place.path, problem.excerpt) == ("update.txt", "Nearly")
    assert "`It is done`, `It is under way`" in problem.hint


def test_a_concern_is_new_or_it_is_here() -> None:
    new = {"title": "Noise", "concern": "parking-at-weddings"}

    assert codes(asked(RAISE_CONCERN, meeting="m", said="x", **new)) == [
        "form-new-or-old"
    ]
    assert codes(asked(RAISE_CONCERN, meeting="m", said="x")) == ["form-untitled"]


def test_a_concern_needs_a_meeting_that_raised_it() -> None:
    assert codes(asked(RAISE_CONCERN, title="Noise", said="x")) == ["form-left-open"]


@given(filled_forms())
def test_every_form_is_a_request_or_says_what_is_wrong(
    filled: tuple[Form, dict[str, str]],
) -> None:
    form, answers = filled
    found = asked(form, **answers)

    assert found != ()


# Days


@pytest.mark.parametrize(
    "written",
    ["2026-05-03", "3 May 2026", "3rd may 2026", "Sunday, 3 May 2026", "03 May, 2026"],
)
def test_a_day_is_understood_if_it_can_be_no_other(written: str) -> None:
    assert day_from_answer(written) == dt.date(2026, 5, 3)


def test_short_names_of_months_are_understood() -> None:
    assert day_from_answer("5 Sep 2026") == day_from_answer("5 September 2026")


@pytest.mark.parametrize(
    "written",
    ["3/5/2026", "May 2026", "30 February 2026", "3 Mayo 2026", "3 m 2026", "0 May 2026"],
)
def test_any_other_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        day_from_answer(written)
