"""The third law: what is asked for is what changes, in whatever way a file was typed."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from minutebook.book import Book, link
from minutebook.contributing.commented import commented, commented_entry, examples
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing import propose
from minutebook.contributing.requests import (
    AddAddendum,
    AnswerConcern,
    CloseConcern,
    CorrectText,
    RaiseConcern,
    Request,
    UpdateAction,
)
from minutebook.reading import Reading
from minutebook.reading.read import read_bytes
from minutebook.reading.text import unseen_sign
from minutebook.records import (
    Action,
    ActionStatus,
    Addendum,
    Closing,
    Concern,
    Meeting,
    Organisation,
    Person,
    Raising,
    Record,
    Response,
    Term,
    Update,
    When,
)
from property import records as made_up
from property.layouts import FOLDER_OF, OddLayout, odd_layouts
from property.test_record_text import assert_same_beside
from property.test_round_trip import REGISTER_OF

SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)

TODAY = dt.date(2101, 1, 1)
"""After every day that is made up."""

MEETING = "1899-03-12-board"
NOTE = "---\ntitle: Board\ndate: 1899-03-12\n---\n"
"""Before every day that is made up: what it raised was answered later."""

NOTHING: Book = link(Reading(entries=(), attachments=frozenset(), problems=()))


def can_be_seen(text: str) -> bool:
    return unseen_sign(text) is None


said = (
    made_up.paragraphs.filter(can_be_seen)
    .map(lambda text: "\n".join(line.rstrip() for line in text.strip().split("\n")))
    .filter(bool)
)


def typed(
    records: st.SearchStrategy[Any], *, unknown: bool = False
) -> st.SearchStrategy[OddLayout]:
    """Make up files that are without fault, but for fields that no record has."""

    def is_good(layout: OddLayout) -> bool:
        read = read_bytes(layout.text.encode("utf-8"), layout.path)
        return all(problem.code == "unknown-field" for problem in read.problems)

    return odd_layouts(records, unknown=unknown).filter(is_good)


def changed(layout: OddLayout, request: Request) -> str | tuple[str, ...]:
    """Ask for a change of a record that stands alone in its notes, but for a meeting."""
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder)
        for path, text in ((f"meetings/{MEETING}.md", NOTE), (layout.path, layout.text)):
            (notes / path).parent.mkdir(exist_ok=True)
            (notes / path).write_bytes(text.encode("utf-8"))
        worked = propose(request, notes, TODAY)
        if not isinstance(worked, Proposal):
            return tuple(problem.code for problem in worked)
        ((path, (before, after)),) = worked.change.edited.items()
        assert (path, before) == (layout.path, layout.text)
        return after


def record_in(layout: OddLayout, text: str) -> Record:
    read = read_bytes(text.encode("utf-8"), layout.path)
    assert [str(problem) for problem in read.problems] == []
    record: Record = read.entries[0].record
    return record


def id_of(layout: OddLayout) -> str:
    return layout.path.partition("/")[2].rpartition(".")[0]


@SOME
@given(typed(made_up.actions), st.sampled_from(ActionStatus), said)
def test_an_update_is_all_that_changes_in_an_action(
    layout: OddLayout, status: ActionStatus, note: str
) -> None:
    was = record_in(layout, layout.text)
    assert isinstance(was, Action)
    update = Update(status=status, note=note, reported_in=MEETING, date=TODAY)
    after = changed(layout, UpdateAction(action=id_of(layout), update=update))
    assert isinstance(after, str), after

    is_first = was.status and was.status is not ActionStatus.OPEN and not was.updates
    first = (Update(status=was.status),) if is_first and was.status else ()
    updates = (*was.updates, *first, update)
    assert record_in(layout, after) == replace(was, status=None, updates=updates)
    assert_same_beside(["status", "updates"], layout, after)


@SOME
@given(typed(made_up.concerns), said, st.booleans())
def test_an_answer_is_all_that_changes_in_a_concern(
    layout: OddLayout,
    answer: str,
    holding: bool,  # noqa: FBT001 - made up
) -> None:
    was = record_in(layout, layout.text)
    assert isinstance(was, Concern)
    response = Response(answer=answer, holding=holding, date=When(date=TODAY))
    after = changed(layout, AnswerConcern(concern=id_of(layout), response=response))
    assert isinstance(after, str), after

    responses = (*was.responses, response)
    assert record_in(layout, after) == replace(was, responses=responses)
    assert_same_beside(["responses"], layout, after)


@SOME
@given(typed(made_up.concerns), said, st.booleans())
def test_a_concern_is_raised_or_closed_and_nothing_else(
    layout: OddLayout,
    note: str,
    closes: bool,  # noqa: FBT001 - made up
) -> None:
    was = record_in(layout, layout.text)
    assert isinstance(was, Concern)
    raising = Raising(meeting=MEETING, said=note)
    closing = Closing(note=note, meeting=MEETING)
    concern = id_of(layout)
    request = (
        CloseConcern(concern=concern, closing=closing)
        if closes
        else RaiseConcern(concern=concern, raising=raising)
    )
    after = changed(layout, request)
    if was.resolved or was.withdrawn:
        assert after == ("change-closed",)
        return
    assert isinstance(after, str), after
    expected = (
        replace(was, resolved=closing)
        if closes
        else replace(was, raised=(*was.raised, raising))
    )
    assert record_in(layout, after) == expected
    assert_same_beside(["resolved" if closes else "raised"], layout, after)


@SOME
@given(typed(made_up.meetings), said)
def test_an_addendum_is_all_that_changes_in_a_note(layout: OddLayout, text: str) -> None:
    was = record_in(layout, layout.text)
    assert isinstance(was, Meeting)
    addendum = Addendum(title="Later", text=text, date=When(date=TODAY))
    after = changed(layout, AddAddendum(meeting=id_of(layout), addendum=addendum))
    if not was.status.is_sealed:
        assert after == ("change-not-agreed",)
        return
    assert isinstance(after, str), after
    addenda = (*was.addenda, addendum)
    assert record_in(layout, after) == replace(was, addenda=addenda)
    assert_same_beside(["addenda"], layout, after)


@SOME
@given(typed(made_up.themes), made_up.named.filter(can_be_seen), st.data())
def test_a_word_that_is_corrected_is_all_that_changes(
    layout: OddLayout, instead: str, data: st.DataObject
) -> None:
    was = record_in(layout, layout.text)
    words = sorted({word for text in texts_of(was) for word in text.split()})
    assume(words)
    word = data.draw(st.sampled_from(words), "word")
    right = " ".join(instead.split())
    assume(word != right and sum(text.count(word) for text in texts_of(was)) == 1)
    request = CorrectText(record=f"themes/{id_of(layout)}", words=word, instead=right)
    after = changed(layout, request)
    if not isinstance(after, str):
        assert after[0] in {"change-words-twice", "change-by-hand", *_REFUSED}
        return
    now = record_in(layout, after)
    differing = [
        f.name for f in fields(was) if getattr(was, f.name) != getattr(now, f.name)
    ]
    assert len(differing) == 1
    assert_same_beside(differing, layout, after)


_REFUSED = ("missing-field", "bad-value")
"""Words without which a field would be left empty."""


def texts_of(record: Record) -> tuple[str, ...]:
    called: tuple[str, ...] = getattr(record, "also_called", ())
    return (getattr(record, "title", ""), getattr(record, "text", ""), *called)


@SOME
@given(typed(made_up.actions, unknown=True), said)
def test_a_file_that_cannot_be_read_is_left_alone(layout: OddLayout, note: str) -> None:
    assume(layout.extra)
    update = Update(status=ActionStatus.DONE, note=note)

    assert changed(layout, UpdateAction(action=id_of(layout), update=update)) == (
        "change-unreadable",
    )


@settings(max_examples=100, deadline=None)
@given(made_up.any_record)
def test_a_record_with_help_in_it_reads_back_the_same(record: Record) -> None:
    text = commented(record, examples(record, NOTHING), "../../schema/x.json")
    assume(can_be_seen(text))
    path = f"{FOLDER_OF[type(record)]}/{record.id}.md"
    read = read_bytes(text.encode("utf-8"), path)

    assert [str(problem) for problem in read.problems] == []
    assert [entry.record for entry in read.entries] == [record]


@settings(max_examples=100, deadline=None)
@given(st.one_of(made_up.organisations, made_up.persons, made_up.terms), made_up.ids)
def test_an_entry_with_help_in_it_reads_back_the_same(
    entry: Organisation | Person | Term, slug: str
) -> None:
    record = entry if isinstance(entry, Term) else replace(entry, id=slug)
    assume(record.id != "<<")
    text = commented_entry(record, examples(record, NOTHING))
    assume(can_be_seen(text))
    read = read_bytes(text.encode("utf-8"), f"{REGISTER_OF[type(record)]}.yml")

    assert [str(problem) for problem in read.problems] == []
    assert [entry.record for entry in read.entries] == [record]
