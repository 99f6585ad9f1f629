"""The command that puts right what is certain: minutebook fix."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from minutebook.cli.main import main
from minutebook.contributing.mending.days import day_of, time_of
from minutebook.contributing.mending.mend import mend
from minutebook.contributing.mending.mends import MENDS
from minutebook.make import check_notes

TESTS = Path(__file__).parent
BASE = TESTS / "errors" / "_book"
ACTION = "actions/2026-03-12-board-a1.md"
OTHER = "actions/2026-03-12-board-a2.md"
MEETING = "meetings/2026-04-09-board.md"
CONCERN = "concerns/parking-at-weddings.md"

FIRST = "  # first\n  - {date: 2026-03-20, status: open} # here\n"
SECOND = "  # second\n  - date: 2026-04-01\n    status: open\n"

CASES: dict[str, list[tuple[str, str, str, str]]] = {
    "bad-choice": [
        (
            MEETING,
            "status: published",
            "status:  Published # so",
            "status:  published # so",
        ),
        (ACTION, "status: done", 'status: "doen"', ""),
        (MEETING, "status: published", "status: publishd", "status: published"),
    ],
    "bad-date": [
        (MEETING, "date: 2026-04-09", "date: 9 April 2026", "date: 2026-04-09"),
        (ACTION, "due: 2026-04-09", "due: '26/04/2026' # x", "due: 2026-04-26 # x"),
        (ACTION, "- date: 2026-04-09", "- date: 9th Apr. 2026", "- date: 2026-04-09"),
        (ACTION, "due: 2026-04-09", "due: 05/06/2026", ""),
        (ACTION, "due: 2026-04-09", "due: 31 April 2026", ""),
    ],
    "bad-time": [
        (MEETING, "start: 19:00", "start: 7pm", "start: 19:00"),
        (MEETING, "start: 19:00", "start: 1.30 p.m.", "start: 13:30"),
        (MEETING, "end: 20:45", "end: 12am", ""),
    ],
    "bad-yaml": [
        (
            ACTION,
            "title: Get three quotes for the lift contract",
            "title: Lift contract: Ben's three quotes",
            "title: 'Lift contract: Ben''s three quotes'",
        ),
        (
            CONCERN,
            "    by: [anonymous]\n    said: Guests park",
            "    by:\n      - @all\n    said: # so\n      Guests",
            "    by:\n      - '@all'\n    said: # so\n      Guests",
        ),
        (
            CONCERN,
            "    answer: The council will put up a sign if the Trust pays for it.",
            "    answer: The council's answer: yes.",
            "    answer: 'The council''s answer: yes.'",
        ),
        (ACTION, "title: Get", "title: Lift: # so", ""),
        (OTHER, "owners: [AK]", "owners:\n\t- AK", "owners:\n  - AK"),
        (OTHER, "owners: [AK]", "owners: [AK", ""),
    ],
    "duplicate-key": [
        (OTHER, "owners: [AK]", "owners: [AK]\nowners:\n- AK", "owners: [AK]"),
        (OTHER, "owners: [AK]", "owners: [AK]\nowners: [BH]", ""),
    ],
    "id-given": [
        (OTHER, "owners:", "id: 2026-03-12-board-a2\nowners:", "owners:"),
        (OTHER, "owners:", "id: a2\nowners:", ""),
    ],
    "text-twice": [
        (OTHER, "owners: [AK]", "text: The sign.\nowners: [AK]", "owners: [AK]"),
        (ACTION, "owners:", "text: Another text.\nowners:", ""),
    ],
    "unknown-action": [
        (
            CONCERN,
            "themes:",
            "actions: [2026-03-12 board a2]\nthemes:",
            "actions: [2026-03-12-board-a2]\nthemes:",
        ),
    ],
    "unknown-concern": [
        (
            OTHER,
            "[parking-at-weddings]",
            "[Parking at weddings]",
            "[parking-at-weddings]",
        ),
        (OTHER, "[parking-at-weddings]", "[parking-at-wedding]", ""),
    ],
    "unknown-field": [
        (ACTION, "raised_in:", "raised-in:", "raised_in:"),
        (ACTION, "owners:", "owner:", "owners:"),
        (ACTION, "    note:", "    Note:", "    note:"),
        (ACTION, "due:", "due_on:", ""),
        (OTHER, "owners:", "owner: [BH]\nowners:", ""),
    ],
    "unknown-group": [(MEETING, "group: board", "group: Board", "group: board")],
    "unknown-meeting": [
        (
            ACTION,
            "reported_in: 2026-04-09-board",
            "reported_in: 2026-04-09 Board",
            "reported_in: 2026-04-09-board",
        ),
        (ACTION, "raised_in: 2026-03-12-board", "raised_in: 2026-03-21-board", ""),
    ],
    "unknown-name": [
        (
            CONCERN,
            "- by: [Brookfield Parish Council]",
            "- by: [Brookfield Parish-Council.]",
            "- by: [Brookfield Parish Council]",
        ),
    ],
    "unknown-organisation": [
        (
            MEETING,
            "Carys Morgan, Brookfield Parish Council",
            "Carys Morgan, Brookfield Parish-Council (clerk)",
            "Carys Morgan, Brookfield Parish Council (clerk)",
        ),
        (
            "people.yml",
            "organisation: Brookfield Parish Council",
            "organisation: 'Brookfield, Parish Council'",
            "organisation: Brookfield Parish Council",
        ),
        (MEETING, "Brookfield Parish Council", "Brookfield Council", ""),
    ],
    "unknown-owner": [
        (ACTION, "[Ben Hartley]", "[Bén  Hartley]", "[Ben Hartley]"),
        (OTHER, "[AK]", "[AK and the Trust]", "[AK, the Trust]"),
        (ACTION, "[Ben Hartley]", "[Ben Hartly]", ""),
    ],
    "unknown-theme": [(ACTION, "[building]", "[Building]", "[building]")],
    "unknown-time-zone": [
        (
            MEETING,
            "start:",
            "timezone: london\nstart:",
            "timezone: Europe/London\nstart:",
        ),
        (MEETING, "start:", "timezone: Louisville\nstart:", ""),
    ],
    "unseen-character": [
        (ACTION, "The quotes", "The\u200b quo\u00adtes\u2028", "The quotes\n"),
        (ACTION, "title: Get", "title: Get\u000b", "title: Get "),
        (ACTION, "The quotes", "The quotes\u0007", ""),
    ],
    "updates-out-of-order": [
        (
            ACTION,
            "updates:\n",
            f"updates:\n{SECOND}{FIRST}",
            f"updates:\n{FIRST}{SECOND}",
        ),
        (
            ACTION,
            "    reported_in: 2026-04-09-board\n",
            "    reported_in: 2026-04-09-board\n  - {date: 2026-03-20, status: open}\n",
            "",
        ),
    ],
    "yaml-alias": [
        (MEETING, "venue: Committee room", "venue: *tbc", "venue: '*tbc'"),
        (MEETING, "venue: Committee room", "venue: &c or so", "venue: '&c or so'"),
    ],
}
"""File, good words, bad words, what becomes of them; nothing if it takes a person."""

EACH = [(code, *case) for code, cases in CASES.items() for case in cases]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Notes of a small hall, without fault."""
    folder = tmp_path / "notes"
    shutil.copytree(BASE, folder)
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def fix(notes: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["fix", "--notes", str(notes), *arguments])
    return done.exit_code, done.output


@pytest.mark.parametrize(("code", "path", "good", "bad", "mended"), EACH)
def test_what_is_certain_is_put_right_and_all_else_is_left(
    notes: Path, code: str, path: str, good: str, bad: str, mended: str
) -> None:
    file = notes / path
    right = file.read_text("utf-8")
    assert right.count(good) == 1 or code == "unknown-organisation"
    file.write_text(right.replace(good, bad), "utf-8")
    wrong = file.read_text("utf-8")
    assert code in {p.code for p in check_notes(notes).problems}
    exit_code, _ = fix(notes)

    if mended:
        assert file.read_text("utf-8").startswith(right.replace(good, mended)[:-1])
        assert code not in {p.code for p in check_notes(notes).problems}
    else:
        assert file.read_text("utf-8") == wrong
        assert exit_code == 1
    before = everything_in(notes)
    fix(notes)
    assert everything_in(notes) == before


def test_every_mend_has_a_case() -> None:
    assert set(CASES) == set(MENDS)


def test_notes_without_fault_stay_byte_for_byte(notes: Path) -> None:
    path = notes / ACTION
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = everything_in(notes)

    assert fix(notes) == (0, "0 mistakes mended.\n")
    assert everything_in(notes) == before


def test_each_mistake_of_the_catalogue_is_put_right_or_left_and_none_is_added(
    tmp_path: Path,
) -> None:
    for case in sorted((TESTS / "errors").iterdir()):
        notes = tmp_path / case.name
        shutil.copytree(BASE, notes)
        shutil.copytree(case, notes, symlinks=True, dirs_exist_ok=True)
        (notes / "message.txt").unlink(missing_ok=True)
        before = check_notes(notes)
        known = {(p.code, p.place.path, p.summary) for p in before.problems}
        fix(notes)
        left = check_notes(notes).problems
        new = [p for p in left if (p.code, p.place.path, p.summary) not in known]

        assert {p.place.path for p in new} <= before.book.unread


def test_what_is_done_is_said_with_its_place(notes: Path) -> None:
    path = notes / MEETING
    text = path.read_text("utf-8").replace("19:00", "7pm").replace("20:45", "9 pm")
    path.write_text(
        text.replace("title: Board meeting,", "title: Board: met in"), "utf-8"
    )
    code, said = fix(notes, "--check")

    assert code == 1
    assert "7pm" in path.read_text("utf-8")
    assert fix(notes) == (0, said.replace("to mend", "mended"))
    assert said == (
        f"{path}:2: there are now quotes around `Board: met in April 2026`\n"
        f"{path}:5: `7pm` is now `19:00`\n"
        f"{path}:6: `9 pm` is now `21:00`\n"
        "3 mistakes to mend.\n"
    )


def test_only_the_files_that_are_named_are_touched(notes: Path) -> None:
    for path in (ACTION, OTHER):
        file = notes / path
        file.write_text(
            file.read_text("utf-8").replace("raised_in", "raised-in"), "utf-8"
        )

    assert fix(notes, str(notes / ACTION))[0] == 1
    assert "raised_in" in (notes / ACTION).read_text("utf-8")
    assert "raised-in" in (notes / OTHER).read_text("utf-8")


def test_a_mend_that_would_bring_another_problem_is_not_made(notes: Path) -> None:
    path = notes / ACTION
    text = path.read_text("utf-8").replace("date: 2026-04-09", "date: 9 April 2025")
    path.write_text(text.replace("2026-04-09\nthemes", "9 April 2025\nthemes"), "utf-8")
    mended = mend(notes)

    assert {p.code for p in mended.left} == {"update-before-raised", "due-before-meeting"}
    assert list(mended.change.edited) == [ACTION]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("26 August 2020", "2020-08-26"),
        ("26th of Aug, 2020", "2020-08-26"),
        ("Wednesday, 26 August 2020", "2020-08-26"),
        ("Wed. 26-Aug-2020", "2020-08-26"),
        ("Thursday 26 August 2020", None),
        ("August 26th, 2020", "2020-08-26"),
        ("2020/8/6", "2020-08-06"),
        ("26.08.2020", "2020-08-26"),
        ("08/26/2020", "2020-08-26"),
        ("5/5/2020", "2020-05-05"),
        ("6/5/2020", None),
        ("26/08/20", None),
        ("26 Ju 2020", None),
        ("31 June 2020", None),
        ("August 2020", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_if_there_is_one_way_of_reading_it(
    typed: str, day: str | None
) -> None:
    found = day_of(typed)

    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("7pm", "19:00"),
        ("7 P.M.", "19:00"),
        ("1.30pm", "13:30"),
        ("11:15 am", "11:15"),
        ("13:30pm", "13:30"),
        ("13:30am", None),
        ("12.30pm", "12:30"),
        ("12pm", None),
        ("12.30am", None),
        ("1330", "13:30"),
        ("1330 hrs", "13:30"),
        ("13h30", "13:30"),
        ("13:30:00", "13:30"),
        ("noon", "12:00"),
        ("midnight", None),
        ("7 o'clock", None),
        ("7", None),
        ("25:00", None),
    ],
)
def test_an_hour_is_read_if_there_is_one_way_of_reading_it(
    typed: str, time: str | None
) -> None:
    found = time_of(typed)

    assert (f"{found:%H:%M}" if found else None) == time
