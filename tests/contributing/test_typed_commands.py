"""The commands that write records and change them, as somebody types them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from contributing.hall import PARKING, QUOTES, SIGN, TODAY, hall
from minutebook.cli import main, questions
from minutebook.make import check_notes
from minutebook.records import ActionStatus

Type = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    hall(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(questions, "today", lambda: TODAY)
    monkeypatch.setattr(questions, "at_terminal", lambda: False)
    return tmp_path


@pytest.fixture
def at_terminal(here: Path, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Sit down at a terminal: type a command, and then one line for each question."""
    monkeypatch.chdir(here)
    monkeypatch.setattr(questions, "at_terminal", lambda: True)

    def typed(*words: str, lines: tuple[str, ...]) -> Result:
        keys = "".join(f"{line}\n" for line in lines)
        return CliRunner().invoke(main, words, input=keys, catch_exceptions=False)

    return typed


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.mark.usefixtures("here")
def test_an_update_says_in_one_sentence_what_it_did_and_names_the_file() -> None:
    outcome = run("update", SIGN, "--status", "done", "--note", "The sign is up.")

    assert outcome.exit_code == 0
    assert outcome.output == (
        "A2 is done: Ask the council for a second car park sign.\n"
        f"Changed: notes/actions/{SIGN}.md\n"
    )
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("update", SIGN, "--status", "done", "--reported-in", "2026-04-09"),
        ("update", SIGN, "--status", "in progress", "--date", "2026-04-01"),
        ("update", SIGN, "--status", "in-progress", "--date", "yesterday"),
        ("respond", PARKING, "--answer", "A sign.", "--by", "the Trust", "--holding"),
        ("respond", PARKING, "--answer", "A sign.", "--document", "A letter"),
        ("respond", PARKING, "--answer", "A sign.", "--date", "in the spring"),
        ("raise", PARKING, "--meeting", "2026-04-09", "--by", "AK", "--by", "anonymous"),
        ("raise", PARKING, "--meeting", "2026-04-09", "--by", "Amina Khatun, BH"),
        ("close", PARKING, "--note", "It is quiet.", "--withdrawn"),
        ("close", PARKING, "--note", "It is quiet.", "--meeting", "2026-04-09"),
        ("addendum", "2026-03-12", "--title", "Lift", "--text", "It was mended."),
        ("correct", "groups/board", "--words", "every month", "--instead", "weekly"),
        ("new", "meeting", "--date", "2026-05-14", "--group", "board", "--title", "May"),
        ("new", "action", "--meeting", "2026-04-09", "--title", "Go", "--owners", "AK"),
        ("new", "concern", "--meeting", "2026-04-09", "--title", "Noise"),
        ("new", "decision", "--meeting", "2026-04-09", "--title", "No", "--reported"),
        ("new", "theme", "--title", "Music", "--also-called", "songs; tunes"),
        ("new", "group", "--title", "Friends of the hall", "--parent", "board"),
        ("new", "organisation", "--name", "The Band", "--kind", "private-sector"),
        ("new", "person", "--name", "Dai Evans", "--organisation", "Harlow lifts"),
        ("new", "term", "AGM", "--meaning", "Annual general meeting"),
    ],
    ids=" ".join,
)
def test_each_command_changes_the_notes_or_shows_what_it_would_change(
    words: tuple[str, ...], here: Path
) -> None:
    before = contents(here)
    shown = run(*words, "--dry-run")
    assert shown.exit_code == 0
    assert shown.output.endswith("This is what would change. Nothing was changed.\n")
    assert contents(here) == before

    outcome = run(*words)
    assert outcome.exit_code == 0
    assert outcome.output.splitlines()[0] == shown.output.splitlines()[0]
    changed = [path for path, text in contents(here).items() if before.get(path) != text]
    for path in changed:
        assert str(path.relative_to(here)) in outcome.output
    assert changed
    assert run("check", "--strict").exit_code == 0


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("update", SIGN), "`--status` is missing: where it stands now"),
        (("update", "--status", "done"), "`ACTION` is missing: which action"),
        (("update", SIGN, "--status", "donne"), "Did you mean `done`?"),
        (("update", SIGN, "--status", "done", "--date", "1/6/26"), "is not a date"),
        (("update", "A9", "--status", "done"), "There is no action `A9`"),
        (("update", "A1", "--status", "done"), "`A1` can be 2 actions"),
        (("respond", PARKING, "--answer", "x", "--by", "Bob"), "goes by the name `Bob`"),
        (("raise", PARKING, "--meeting", "2026-04-10"), "There is no meeting"),
        (("new", "meeting", "--title", "x"), "`--date` is missing"),
        (("new", "meeting", "--date", "today", "--start", "7pm"), "not a time of day"),
        (("new", "person", "--name", "x", "--organisation", "y"), "no organisation"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_a_command_that_is_wrong_says_so_and_asks_nobody(
    words: tuple[str, ...], says: str, here: Path
) -> None:
    before = contents(here)
    outcome = run(*words)

    assert outcome.exit_code == 2
    assert says in outcome.output
    assert contents(here) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("update", QUOTES, "--status", "done"), "change-says-nothing"),
        (("respond", PARKING, "--answer", ""), "change-empty"),
        (("correct", "groups/board", "--words", "x", "--instead", "y"), "change-words"),
        (("correct", "groups/bored", "--words", "x", "--instead", "y"), "change-unknown"),
        (("new", "theme", "--title", "x", "--id", "building"), "change-id-taken"),
        (("new", "person", "--name", "Ben", "--initials", "AK"), "name-collision"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_a_change_that_cannot_be_made_is_told_like_any_other_problem(
    words: tuple[str, ...], code: str, here: Path
) -> None:
    before = contents(here)
    outcome = run(*words)

    assert outcome.exit_code == 1
    assert f"[{code}" in outcome.output
    assert outcome.output.endswith("Nothing was changed.\n")
    assert contents(here) == before


def test_somebody_at_a_terminal_is_asked_and_asked_again(
    at_terminal: Type, here: Path
) -> None:
    outcome = at_terminal("update", lines=("9", "1", "donne", "", "3", "They came."))

    assert outcome.exit_code == 0
    assert "  1  2026-04-09-board-a1  Sign the lift contract" in outcome.output
    assert "There is no action `9`." in outcome.output
    assert "Did you mean `done`?" in outcome.output
    assert "This has to be answered." in outcome.output
    assert outcome.output.endswith("Changed: notes/actions/2026-04-09-board-a1.md\n")
    action = check_notes(here / "notes").book.actions.get("2026-04-09-board-a1")
    assert action
    assert action.standing is ActionStatus.DONE
    assert action.updates[-1].note == "They came."


def test_whoever_says_all_that_is_needed_is_asked_nothing(at_terminal: Type) -> None:
    outcome = at_terminal("update", SIGN, "--status", "done", lines=())

    assert outcome.exit_code == 0
    assert outcome.output.startswith("A2 is done:")


def test_a_flag_that_is_wrong_is_asked_for_again(at_terminal: Type) -> None:
    words = ("update", SIGN, "--status", "done", "--date", "31/5/2026")
    outcome = at_terminal(*words, lines=("2026-05-31",))

    assert outcome.exit_code == 0
    assert "`31/5/2026` is not a date. [change-bad-date]" in outcome.output


def test_a_new_meeting_is_asked_for_with_what_was_so_last_time(
    at_terminal: Type, here: Path
) -> None:
    lines = ("2026-05-14", "", "", "19:00", "25:00", "20:30", "", "")
    outcome = at_terminal("new", "meeting", lines=lines)

    assert outcome.exit_code == 0
    assert "The group that met; nothing for a meeting of no standing group [board]" in (
        outcome.output
    )
    assert "`25:00` is not a time of day." in outcome.output
    meeting = check_notes(here / "notes").book.meetings.get("2026-05-14-board")
    assert meeting
    assert (meeting.title, meeting.venue) == ("Board of trustees", "Committee room")
    assert f"{meeting.start:%H:%M} {meeting.end:%H:%M}" == "19:00 20:30"
    assert meeting.text.startswith("## Apologies\n\n## Minutes of the last meeting\n\n[")
    assert f"- [Ask the council for a second car park sign](../actions/{SIGN}.md)" in (
        meeting.text
    )


def test_a_suggestion_can_be_left_empty(at_terminal: Type, here: Path) -> None:
    lines = ("2026-05-14", "-", "Open day", "", "", "", "")
    assert at_terminal("new", "meeting", lines=lines).exit_code == 0

    meeting = check_notes(here / "notes").book.meetings.get("2026-05-14-open-day")
    assert meeting
    assert meeting.group is None


def test_several_are_chosen_by_number_or_by_name(at_terminal: Type, here: Path) -> None:
    lines = ("", "Paint it", "4; Harlow lifts", "", "1;2", "")
    assert at_terminal("new", "action", lines=lines).exit_code == 0

    action = check_notes(here / "notes").book.actions.get("2026-04-09-board-a2")
    assert action
    assert action.owners == ("Amina Khatun", "Harlow Lifts")
    assert set(action.themes) == {"building", "neighbours"}


def test_a_long_list_is_shown_when_somebody_asks_for_it(
    at_terminal: Type, here: Path
) -> None:
    names = "".join(f"club-{n}: Club {n}\n" for n in range(10, 30))
    register = here / "notes" / "organisations.yml"
    register.write_text(register.read_text("utf-8") + names, "utf-8")
    lines = ("", "Paint it", "?", "Club 29", "", "", "")
    outcome = at_terminal("new", "action", lines=lines)

    assert outcome.exit_code == 0
    before, _, after = outcome.output.partition("(? lists what there is)")
    assert "Club 17" not in before
    assert "Club 17" in after


def test_whoever_leaves_changes_nothing(at_terminal: Type, here: Path) -> None:
    before = contents(here)
    outcome = at_terminal("close", lines=("1",))

    assert outcome.exit_code == 1
    assert contents(here) == before


@pytest.mark.parametrize("command", ["update", "respond", "correct", "new"])
def test_help_needs_no_notes(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(command, "--help")

    assert outcome.exit_code == 0
    assert "Usage: " in outcome.output


def test_what_is_shown_cannot_steer_a_terminal(here: Path) -> None:
    file = here / "notes" / "themes" / "building.md"
    file.write_bytes(file.read_bytes() + "\u200eodd".encode())
    outcome = run("correct", "themes/building", "--words", "safe", "--instead", "sound")
    assert outcome.exit_code == 0
    words = ("themes/building", "--words", "sound", "--instead", "safe", "--dry-run")

    assert "\u200e" not in run("correct", *words).output
