"""New records: complete, without fault, and full of help that can be used as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from contributing.hall import TODAY, carried_out, hall, proposed, refused
from minutebook.contributing.layout.tidy import tidy
from minutebook.contributing.proposing import apply, propose
from minutebook.contributing.requests import NewRecord
from minutebook.make import check_notes
from minutebook.problems import Severity
from minutebook.reading.explained import Explained, explained
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.records import (
    Action,
    ActionStatus,
    Attendance,
    Concern,
    Decision,
    Group,
    Meeting,
    NoteStatus,
    Organisation,
    Person,
    Raising,
    Record,
    Term,
    Theme,
    Update,
    When,
)

DAY = dt.date(2026, 5, 14)

NEW: Mapping[str, Record] = {
    "meeting": Meeting(id="", title="Board meeting, May 2026", date=DAY, group="board"),
    "meeting of nobody": Meeting(id="", title="Open day", date=DAY),
    "late meeting": Meeting(
        id="",
        title="Board meeting, May 2026",
        date=DAY,
        group="board",
        start=dt.time(23, 30),
        status=NoteStatus.AGREED,
        agreed_on=When(date=dt.date(2026, 6, 11)),
        apologies=(Attendance(name="Ben Hartley"),),
    ),
    "meeting with an end": Meeting(id="", title="Walk", date=DAY, end=dt.time(0, 30)),
    "action": Action(
        id="", title="Oil: the hinges", owners=("AK",), raised_in="2026-04-09"
    ),
    "action under way": Action(
        id="",
        title="Oil the hinges",
        owners=("AK",),
        raised_in="2026-04-09",
        status=ActionStatus.IN_PROGRESS,
        updates=(Update(status=ActionStatus.IN_PROGRESS, date=DAY),),
    ),
    "action that is done": Action(
        id="",
        title="Oil the hinges",
        owners=("AK",),
        raised_in="2026-04-09",
        updates=(Update(status=ActionStatus.DONE, date=DAY),),
    ),
    "concern": Concern(
        id="", title="The band is loud", raised=(Raising(meeting="2026-04-09"),)
    ),
    "decision": Decision(id="", title="No band on Sundays", decided_in="2026-04-09"),
    "theme": Theme(id="", title="Music"),
    "group": Group(id="", title="Friends of the hall", text="They help."),
    "organisation": Organisation(id="", name="The Brookfield Band"),
    "person": Person(id="", name="Dai Evans"),
    "term": Term(id="AGM", meaning="Annual general meeting"),
}

_UNUSED = re.compile(r"^(?P<set_in>(?:  )?)#(?=[a-z_]+:|- |  )", re.MULTILINE)
"""A sign before the name of a field, or before more lines of the same."""

_FIELD = re.compile(r"^(?:  )?#[a-z_]+:.*\n(?:(?:  )?#(?:- |  ).*\n)*", re.MULTILINE)
"""A field that is not used, with all its lines."""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return hall(tmp_path)


def written(record: Record, notes: Path) -> tuple[str, str]:
    """Give the path of a new record, and all that is written about it."""
    change = proposed(NewRecord(record=record), notes).change
    if change.added:
        ((path, text),) = change.added.items()
        return path, text
    ((path, (_, text)),) = change.edited.items()
    return path, text


def fields(record: Record) -> tuple[Explained, ...]:
    shapes = (*FOLDERS.values(), *REGISTERS.values())
    return explained(next(s for s in shapes if s.kind is type(record)))


@pytest.mark.parametrize("name", NEW)
def test_a_new_record_is_in_the_book_just_as_it_was_asked_for(
    name: str, notes: Path
) -> None:
    record = NEW[name]
    before = {one.record for one in check_notes(notes).book.entries}
    book = carried_out(NewRecord(record=record), notes)
    (found,) = {
        one.record for one in book.entries if type(one.record) is type(record)
    } - before

    for field in fields(record):
        if field.name not in {"raised_in", "decided_in", "raised"}:
            assert getattr(found, field.name) == getattr(record, field.name)


@pytest.mark.parametrize("name", NEW)
def test_every_field_is_explained_and_those_not_used_have_an_example(
    name: str, notes: Path
) -> None:
    record = NEW[name]
    _, text = written(record, notes)

    for field in fields(record):
        if field.name == "text":
            continue
        assert re.search(rf"^(?:  )?#?{field.name}:", text, re.MULTILINE), field.name
        for says in filter(None, (field.says, *(part.says for part in field.parts))):
            assert says.split(".")[0] in " ".join(text.replace("#", " ").split())
        if field.choices:
            assert ", ".join(field.choices) in " ".join(text.replace("#", " ").split())


@pytest.mark.parametrize("name", NEW)
def test_a_new_record_is_laid_out_as_all_are(name: str, notes: Path) -> None:
    proposal = proposed(NewRecord(record=NEW[name]), notes)

    for path, text in proposal.change.added.items():
        assert tidy(text, path) == text


def test_a_register_keeps_its_line_ends(notes: Path) -> None:
    file = notes / "organisations.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n").rstrip())
    before = file.read_bytes()
    carried_out(NewRecord(record=NEW["organisation"]), notes)

    assert file.read_bytes().startswith(before + b"\r\nthe-brookfield-band:\r\n")
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize("name", NEW)
def test_a_new_record_stays_without_fault_with_every_example_in_use(
    name: str, notes: Path
) -> None:
    path, text = recorded(NEW[name], notes)
    path.write_text(in_use(text), "utf-8")
    problems = check_notes(notes).problems

    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("name", NEW)
def test_each_example_can_be_used_by_itself(name: str, notes: Path) -> None:
    path, text = recorded(NEW[name], notes)
    for found in _FIELD.finditer(text):
        path.write_text(text.replace(found[0], in_use(found[0])), "utf-8")
        errors = [
            str(problem)
            for problem in check_notes(notes).problems
            if problem.severity is Severity.ERROR
        ]
        assert errors == []


def recorded(record: Record, notes: Path) -> tuple[Path, str]:
    """Put a new record into the notes; give its file."""
    proposal = proposed(NewRecord(record=record), notes)
    assert apply(proposal, notes).is_done
    new = [path for path in proposal.change.added if path.endswith(".md")]
    path = notes / next(iter((*new, *proposal.change.edited)))
    return path, path.read_text("utf-8")


def in_use(text: str) -> str:
    """Take away the signs before the fields that are not used."""
    return _UNUSED.sub(r"\g<set_in>", text)


def test_an_editor_is_told_where_the_schema_is_if_it_is_there(notes: Path) -> None:
    assert "$schema" not in written(NEW["theme"], notes)[1]
    schema = notes.parent / "schema"
    schema.mkdir()
    (schema / "theme.json").write_text("{}", "utf-8")

    first = "---\n# yaml-language-server: $schema=../../schema/theme.json\n"
    assert written(NEW["theme"], notes)[1].startswith(first)


def test_those_who_came_last_time_are_suggested_and_never_said_to_be_there(
    notes: Path,
) -> None:
    _, text = written(NEW["meeting"], notes)
    assert "\n#- Ben Hartley, Brookfield Village Hall Trust (minute taker)\n" in text
    meeting = carried_out(NewRecord(record=NEW["meeting"]), notes).meetings.get(
        "2026-05-14-board"
    )

    assert meeting
    assert (meeting.attendees, meeting.officials, meeting.apologies) == ((), (), ())


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("meeting", "meetings/2026-05-14-board.md"),
        ("meeting of nobody", "meetings/2026-05-14-open-day.md"),
        ("action", "actions/2026-04-09-board-a2.md"),
        ("concern", "concerns/the-band-is-loud.md"),
        ("decision", "decisions/no-band-on-sundays.md"),
        ("theme", "themes/music.md"),
        ("group", "groups/friends-of-the-hall.md"),
    ],
)
def test_a_new_record_gets_an_id_of_what_it_says(
    name: str, path: str, notes: Path
) -> None:
    assert written(NEW[name], notes)[0] == path


def test_the_next_of_that_name_gets_a_number(notes: Path) -> None:
    carried_out(NewRecord(record=NEW["theme"]), notes)

    assert written(NEW["theme"], notes)[0] == "themes/music-2.md"


@pytest.mark.parametrize("taken", ["building", "old-building", "../x", "A b", "bad"])
def test_an_id_that_cannot_be_is_refused(taken: str, notes: Path) -> None:
    file = notes / "themes" / "building.md"
    file.write_text("---\ntitle: B\naliases: [old-building]\n---\n", "utf-8")
    (notes / "themes" / "bad.md").write_text("no fields", "utf-8")
    code = "change-bad-id" if not re.fullmatch(r"[a-z-]+", taken) else "change-id-taken"

    assert refused(NewRecord(record=Theme(id=taken, title="New")), notes) == [code]


def test_the_note_of_its_meeting_leads_to_a_new_action(notes: Path) -> None:
    file = notes / "meetings" / "2026-04-09-board.md"
    before = file.read_text("utf-8")
    meeting = carried_out(NewRecord(record=NEW["action"]), notes).meetings.get(
        "2026-04-09-board"
    )

    assert meeting
    assert file.read_text("utf-8").endswith(before.partition("\n---\n")[2])
    assert [(one.title, one.text) for one in meeting.addenda] == [
        (
            "Action recorded later",
            "- **Action:** [Oil: the hinges](../actions/2026-04-09-board-a2.md)",
        )
    ]


def test_a_draft_gets_its_actions_under_a_heading_at_its_end(notes: Path) -> None:
    file = notes / "meetings" / "2026-05-14-board.md"
    draft = Meeting(id="", title="May", date=DAY, group="board", text="Hello.")
    carried_out(NewRecord(record=draft), notes)
    for title in ("Oil the *hinges*", "Sweep"):
        action = Action(id="", title=title, owners=("AK",), raised_in="2026-05-14")
        carried_out(NewRecord(record=action), notes)

    assert file.read_text("utf-8").endswith(
        "\nHello.\n\n## Actions\n\n"
        "- **Action:** [Oil the \\*hinges\\*](../actions/2026-05-14-board-a1.md)\n"
        "- **Action:** [Sweep](../actions/2026-05-14-board-a2.md)\n"
    )


def test_a_new_book_begins_with_any_record(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    action = Action(id="", title="Go", owners=("Board",), raised_in="2026-05-14")
    worked = propose(NewRecord(record=action), notes, TODAY)
    assert isinstance(worked, tuple)
    assert worked[0].hint == "the book has no meeting yet: add one first"
    board = Group(id="", title="Board")
    carried_out(NewRecord(record=board), notes)
    carried_out(NewRecord(record=NEW["organisation"]), notes)
    first = Meeting(id="", title="First", date=DAY, group="board")

    assert carried_out(NewRecord(record=first), notes).meetings.ids() == (
        "2026-05-14-board",
    )


@pytest.mark.parametrize(
    "record",
    [
        Theme(id="", title=" \n "),
        Concern(id="", title="x", raised=(Raising(meeting="2026-04-09", said="\x07"),)),
        Group(id="", title="x" * 500),
        Action(id="", title="x", owners=("AK",), raised_in="2026-04-10"),
        Action(id="", title="x", owners=("Nobody",), raised_in="2026-04-09"),
        Organisation(id="", name="Harlow Lifts"),
        Term(id="A\x00B", meaning="x"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_with_a_fault_is_refused(record: Record, notes: Path) -> None:
    assert refused(NewRecord(record=record), notes)
