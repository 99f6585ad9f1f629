"""A form changes what it asks for, and every other byte of the notes stays as it was."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from minutebook.contributing.forms.layout import NOTHING, laid_out
from minutebook.contributing.forms.working_out import work_out
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import apply
from minutebook.forms import ANSWER_CONCERN, RAISE_CONCERN, UPDATE_ACTION, Form
from minutebook.problems import Problem
from minutebook.reading.text import unseen_sign
from minutebook.records import (
    Action,
    ActionStatus,
    Concern,
    Raising,
    Record,
    Response,
    Update,
    When,
)
from property import records as made_up
from property.layouts import OddLayout, Piece, odd_layouts
from property.reading_back import record_read
from property.test_record_text import assert_same_beside

LATE = "2999-12-31"
DAY = dt.date.fromisoformat(LATE)
SOME = settings(max_examples=25, deadline=None)

Files = Mapping[str, bytes]


def sent(
    form: Form, answers: Mapping[str, str], files: Files
) -> tuple[Files, tuple[Problem, ...]]:
    """Send a form to a book of some files; give the files after it, or what was wrong."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder)
        for path, data in files.items():
            (notes / path).parent.mkdir(exist_ok=True)
            (notes / path).write_bytes(data)
        worked = work_out(laid_out(form, answers).encode(), "form", notes, DAY)
        problems = (
            apply(worked, notes).problems if isinstance(worked, Proposal) else worked
        )
        found = sorted(path for path in notes.rglob("*") if path.is_file())
        after = {path.relative_to(notes).as_posix(): path.read_bytes() for path in found}
    return after, problems


def changed(
    form: Form, answers: Mapping[str, str], layout: OddLayout, *others: OddLayout
) -> str:
    """Send a form about a record; give its file after it, when no other has changed.

    Made-up records can break a rule of the book once there is more in them.
    """
    before = {one.path: one.text.encode() for one in (layout, *others)}
    assume(len(before) == 1 + len(others))
    after, problems = sent(form, answers, before)
    assume(all(one.code.startswith(("form-", "change-")) for one in problems))
    assert problems == ()
    assert after.keys() == before.keys()
    assert {path for path in after if after[path] != before[path]} == {layout.path}
    return after[layout.path].decode()


def is_said(text: str) -> bool:
    """Whether somebody could say it: there is something, and no space hangs about it."""
    tidy = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return bool(text) and text == tidy and text != NOTHING and not unseen_sign(text)


def readable(
    records: st.SearchStrategy[Record], *, unknown: bool = False
) -> st.SearchStrategy[OddLayout]:
    """Give files that a book reads: without signs that nobody sees."""
    return odd_layouts(records, unknown=unknown).filter(
        lambda layout: not unseen_sign(layout.text.replace("\r", "\n"))
    )


notes_said = st.one_of(made_up.lines, made_up.paragraphs).filter(is_said)


@SOME
@given(readable(made_up.actions), readable(made_up.concerns), notes_said)
def test_an_update_leaves_the_rest_of_the_notes_byte_for_byte(
    layout: OddLayout, other: OddLayout, said: str
) -> None:
    before = record_read(layout.text, layout.path)
    assert isinstance(before, Action)
    answers = {"action": before.id, "status": "It is done", "note": said, "date": LATE}
    after = changed(UPDATE_ACTION, answers, layout, other)

    new = Update(status=ActionStatus.DONE, date=DAY, note=said)
    read = record_read(after, layout.path)
    assert isinstance(read, Action)
    assert read.updates[-1] == new
    assert replace(read, updates=(), status=None) == replace(
        before, updates=(), status=None
    )
    assert_same_beside(["updates", "status"], layout, after)


@SOME
@given(readable(made_up.concerns), readable(made_up.actions), notes_said)
def test_an_answer_leaves_the_rest_of_the_notes_byte_for_byte(
    layout: OddLayout, other: OddLayout, said: str
) -> None:
    before = record_read(layout.text, layout.path)
    assert isinstance(before, Concern)
    answers = {"concern": before.id, "answer": said, "date": LATE}
    after = changed(ANSWER_CONCERN, answers, layout, other)

    new = Response(answer=said, date=When(date=DAY))
    assert record_read(after, layout.path) == replace(
        before, responses=(*before.responses, new)
    )
    assert_same_beside(["responses"], layout, after)


still_open = made_up.concerns.map(
    lambda concern: replace(concern, resolved=None, withdrawn=None)
)
LONG_AGO = OddLayout(
    path="meetings/long-ago.yml",
    pieces=(Piece(lines=("title:   Long ago",)), Piece(lines=("date: '1000-01-01'",))),
)
"""A meeting before anything else that a made-up concern can tell of."""


@SOME
@given(readable(still_open), notes_said)
def test_a_concern_raised_again_leaves_the_rest_byte_for_byte(
    layout: OddLayout, said: str
) -> None:
    before = record_read(layout.text, layout.path)
    assert isinstance(before, Concern)
    answers = {"concern": before.id, "meeting": "long-ago", "said": said}
    after = changed(RAISE_CONCERN, answers, layout, LONG_AGO)

    new = Raising(meeting="long-ago", said=said)
    assert record_read(after, layout.path) == replace(
        before, raised=(*before.raised, new)
    )
    assert_same_beside(["raised"], layout, after)


@SOME
@given(readable(made_up.actions, unknown=True))
def test_a_record_that_cannot_be_read_is_left_alone(layout: OddLayout) -> None:
    assume(layout.extra)
    files = {layout.path: layout.text.encode()}
    record_id = layout.path.rpartition("/")[2].rpartition(".")[0]
    after, problems = sent(
        UPDATE_ACTION, {"action": record_id, "status": "It is done"}, files
    )

    assert after == files
    assert problems
