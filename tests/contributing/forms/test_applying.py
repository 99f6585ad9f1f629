"""`minutebook apply-form`: what came in a file, an e-mail or an event is taken in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutebook.cli import main
from minutebook.contributing.forms.events import NotAnIssue, issue_of
from minutebook.contributing.forms.layout import laid_out
from minutebook.forms import SUGGEST_CORRECTION, UPDATE_ACTION
from minutebook.make import check_notes
from minutebook.reading.mark import mark_of
from minutebook.records import Action, Visibility
from minutebook.views.audience import seen_by
from small_book import TODAY

TESTS = Path(__file__).parents[2]
DAY = "2026-06-25"
ACTION = "actions/2026-03-12-board-a2.md"
FORM = laid_out(
    UPDATE_ACTION,
    {
        "action": "2026-03-12-board-a2",
        "status": "It is done",
        "note": "The sign is up.\n\n> So it says.",
        "date": "2026-05-20",
    },
)

Apply = Callable[..., Result]


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TESTS / "errors" / "_book", tmp_path / "notes")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "notes"


def apply(*words: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["apply-form", *words, "--today", DAY], input=given)


def event(**issue: object) -> dict[str, object]:
    sent = {"number": 7, "body": FORM, "user": {"login": "amina-k"}}
    return {"action": "opened", "issue": {**sent, **issue}}


def in_file(folder: Path, text: str, name: str = "sent.txt") -> str:
    (folder / name).write_bytes(text.encode())
    return name


# A form makes its change


def test_a_form_in_a_file_makes_its_change_and_says_so(notes: Path) -> None:
    result = apply(in_file(notes.parent, FORM))

    assert result.exit_code == 0
    assert result.output == (
        "A2 is done: Ask the council for a second car park sign.\n"
        f"Changed: notes/{ACTION}\n"
    )
    assert "note: |-\n    The sign is up." in (notes / ACTION).read_text("utf-8")
    assert check_notes(notes).problems == ()


def quoted(text: str) -> str:
    lines = "\r\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return (
        f"\ufeffFw: hall\r\n\r\nOn Monday, Amina wrote:\r\n{lines}\r\n\r\n-- \r\nBen\r\n"
    )


@pytest.mark.parametrize(
    "sent",
    [
        FORM.replace("\n", "\r\n"),
        "\ufeff" + FORM,
        FORM + "\n\n-- \nAmina Khatun\nTrustee\n",
        quoted(FORM),
    ],
    ids=["line ends", "mark", "signature", "quoted"],
)
def test_a_form_that_went_through_email_ends_in_the_same_record(
    sent: str, notes: Path
) -> None:
    before = (notes / ACTION).read_bytes()
    apply(in_file(notes.parent, FORM))
    wanted = (notes / ACTION).read_bytes()
    (notes / ACTION).write_bytes(before)

    assert apply(in_file(notes.parent, sent)).exit_code == 0
    assert (notes / ACTION).read_bytes() == wanted != before


def test_a_form_on_the_standard_input_makes_its_change(notes: Path) -> None:
    assert apply("-", given=FORM).exit_code == 0
    assert "status: done" in (notes / ACTION).read_text("utf-8")


def test_the_event_of_an_issue_makes_its_change(notes: Path) -> None:
    name = in_file(notes.parent, json.dumps(event()), "event.json")

    assert apply("--event", name).exit_code == 0
    assert "status: done" in (notes / ACTION).read_text("utf-8")


def test_a_correction_of_an_agreed_note_says_what_was_decided(notes: Path) -> None:
    correction = {
        "record": "meetings/2026-04-09-board",
        "words": "Two helpers",
        "instead": "Three helpers",
    }
    result = apply("-", given=laid_out(SUGGEST_CORRECTION, correction))

    assert result.exit_code == 0
    assert "an addendum says what they should be.\n" in result.output
    assert "addenda:" in (notes / "meetings/2026-04-09-board.md").read_text("utf-8")


# A form with something to mend changes nothing


def test_what_is_wrong_is_told_by_the_lines_of_the_file(notes: Path) -> None:
    before = (notes / ACTION).read_bytes()
    result = apply(in_file(notes.parent, FORM.replace("2026-05-20", "20/5/2026")))

    assert result.exit_code == 1
    assert result.output.startswith("sent.txt:17:1: error: no day can be told from")
    assert result.output.endswith("Nothing was changed.\n")
    assert (notes / ACTION).read_bytes() == before


def test_the_same_form_a_second_time_changes_nothing(notes: Path) -> None:
    form = FORM.replace("The sign is up.\n\n> So it says.", "_No response_")

    assert apply("-", given=form).exit_code == 0
    once = (notes / ACTION).read_bytes()
    result = apply("-", given=form)
    assert result.exit_code == 1
    assert (notes / ACTION).read_bytes() == once
    assert "this says nothing new: the action is done already" in result.output


@pytest.mark.parametrize(
    "sent", ["", "\0" * 100, "x" * 10_000_000], ids=["nothing", "zeros", "very much"]
)
def test_anything_at_all_is_answered(sent: str, notes: Path) -> None:
    result = apply("-", given=sent)

    assert result.exit_code == 1
    assert result.output.startswith("form:1:1: error: ")
    assert notes.is_dir()


@pytest.mark.parametrize(
    "words",
    [(), ("-", "--event", "-"), ("-", "--out", "out"), ("missing.txt",)],
    ids=str,
)
def test_a_command_that_is_wrong_says_so(words: tuple[str, ...], notes: Path) -> None:
    assert apply(*words).exit_code == 2
    assert not (notes.parent / "out").exists()


# Events


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"issue": 7}',
        b'{"issue": {"number": "7", "user": {"login": "x"}}}',
        b'{"issue": {"number": true, "user": {"login": "x"}}}',
        b'{"issue": {"number": -1, "user": {"login": "x"}}}',
        b'{"issue": {"number": 7, "user": null}}',
        b"[" * 100_000,
        b"\xff",
        b" " * 6_000_000,
    ],
    ids=lambda data: repr(data[:60]),
)
def test_what_is_no_event_of_an_issue_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnIssue):
        issue_of(data)


def test_an_event_that_is_none_is_a_wrong_command(notes: Path) -> None:
    result = apply("--event", in_file(notes.parent, "{}", "event.json"), "--out", "out")

    assert result.exit_code == 2
    assert "it has no `issue`" in result.output


@pytest.mark.parametrize("body", [None, "", 7, "half a sign: \ud800"])
def test_an_issue_without_a_form_is_answered(body: object, notes: Path) -> None:
    name = in_file(notes.parent, json.dumps(event(body=body)), "event.json")

    assert apply("--event", name, "--out", "out").exit_code == 1
    answer = (notes.parent / "out" / "answer.md").read_text("utf-8")
    assert "This is none of the forms" in answer


def test_an_answer_takes_the_place_of_an_earlier_change(notes: Path) -> None:
    for body in (FORM, "nothing"):
        name = in_file(notes.parent, json.dumps(event(body=body)), "event.json")
        apply("--event", name, "--out", "out")

    assert [path.name for path in (notes.parent / "out").iterdir()] == ["answer.md"]


# What somebody saw


def mark(notes: Path, audience: Visibility) -> str:
    seen = seen_by(check_notes(notes).book, audience, TODAY)
    (found,) = [a for a in seen.entries_of(Action) if a.source.path == ACTION]
    return mark_of(found.record)


def with_seen(seen: str) -> str:
    return FORM.removesuffix("_No response_") + seen


@pytest.mark.parametrize("audience", Visibility)
def test_a_form_holds_if_somebody_sees_the_record_as_it_was_seen(
    audience: Visibility, notes: Path
) -> None:
    meeting = notes / "meetings" / "2026-04-09-board.md"
    hidden = meeting.read_text("utf-8").replace("\n---", "\nvisibility: members\n---", 1)
    meeting.write_text(hidden, "utf-8")
    told = laid_out(
        UPDATE_ACTION,
        {
            "action": "2026-03-12-board-a2",
            "status": "It is under way",
            "note": "Asked.",
            "meeting": "2026-04-09-board",
        },
    )
    assert apply("-", given=told).exit_code == 0
    marks = {one: mark(notes, one) for one in Visibility}
    assert marks[Visibility.PUBLIC] != marks[Visibility.MEMBERS]

    assert apply("-", given=with_seen(f" {marks[audience].upper()} ")).exit_code == 0


def test_a_form_about_what_has_changed_is_told_what_it_is_now(notes: Path) -> None:
    seen = mark(notes, Visibility.PUBLIC)
    assert apply("-", given=with_seen(seen)).exit_code == 0
    result = apply("-", given=with_seen(seen))

    assert result.exit_code == 1
    assert "it is now done, since 2026-05-20 (`The sign is up. > So it says.`)" in (
        result.output
    )


def test_what_the_public_may_not_read_is_not_told(notes: Path) -> None:
    file = notes / ACTION
    updates = "updates:\n- status: in-progress\n  note: The mayor will pay.\n"
    text = file.read_text("utf-8").replace("due:", f"visibility: members\n{updates}due:")
    file.write_text(text, "utf-8")
    result = apply("-", given=with_seen("0123abcd"))

    assert result.exit_code == 1
    assert "this record has changed since you saw it [" in result.output
    assert "mayor" not in result.output
