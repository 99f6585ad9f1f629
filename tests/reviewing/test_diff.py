"""Two versions of the notes compared: what changes for readers, in words of theirs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from minutebook.cli import main
from reviewing.repositories import BOOK, Work, hall

HERE = Path(__file__).parent
Golden = Callable[[Path, str], None]

MARCH, APRIL, MAY = (f"meetings/2026-{m}-board.md" for m in ("03-12", "04-09", "05-14"))
LIFT, SIGN = "actions/2026-04-09-board-a1.md", "actions/2026-03-12-board-a2.md"
PARKING = "concerns/parking-at-weddings.md"
DRAFT = """\
---
title: Board meeting, May 2026
group: board
date: 2026-05-14
status: draft
---

The boiler was serviced in April.
"""
DONE = """\
updates:
  - date: 2026-05-14
    status: done
    note: Signed by both sides.
    reported_in: 2026-05-14-board
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    made = hall(tmp_path / "hall")
    monkeypatch.chdir(made.folder)
    return made


def diff(*words: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--today", "2026-06-20", *words])


def said(*words: str) -> dict[str, Any]:
    result = diff("main", "--format", "json", *words)
    assert result.exit_code in (0, 1), result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def remarks(*words: str) -> list[str]:
    sections = said(*words)["sections"]
    return [remark["says"] for section in sections for remark in section["remarks"]]


def many_changes(work: Work) -> None:
    work.write({MAY: DRAFT})
    work.replace(LIFT, "themes: [building]\n", f"themes: [building]\n{DONE}")
    work.replace(SIGN, "due: 2026-05-14", "due: 2026-07-01")
    work.replace(SIGN, "owners: [AK]", "owners: [Ben Hartley]")
    work.replace(
        PARKING,
        "if the Trust pays for it.\n",
        "if the Trust pays for it.\n  - by: [the Trust]\n    date: 2026-05-14\n"
        "    answer: The Trust pays.\n",
    )
    work.write(
        {
            "concerns/cold-hall.md": (
                "---\ntitle: The hall is *cold*\nthemes: [building, neighbours]\n"
                "raised:\n  - meeting: 2026-05-14-board\n    by: [Harlow Lifts]\n---\n"
            ),
            "actions/2026-05-14-board-a1.md": (
                "---\ntitle: Ask @everyone about <b>the heating</b>\n"
                "owners: [the Trust]\nraised_in: 2026-05-14-board\ndue: 2026-06-30\n---\n"
            ),
            "decisions/wedding-rules.md": (
                "---\ntitle: Weddings end at ten\ndecided_in: 2026-05-14-board\n---\n"
            ),
        }
    )
    work.replace(MAY, "April.\n", "April. [Ask](../actions/2026-05-14-board-a1.md)\n")
    work.replace(APRIL, "board.md#lift)", "board.md#parking)")
    work.replace(MARCH, "stopped twice", "stopped four times")
    work.replace("themes/neighbours.md", "title: Neighbours", "title: Neighbours, all")
    work.replace(
        "organisations.yml", "aliases: [the Trust]", "aliases: [the Trust, BVHT]"
    )
    work.replace("glossary.yml", "Whoever books", "Anybody who books")
    work.write({"people.yml": (work.notes / "people.yml").read_text("utf-8") + "\n"})


@pytest.mark.parametrize(("layout", "kept"), [("text", "txt"), ("markdown", "md")])
def test_a_reviewer_reads_what_changes_for_readers(
    work: Work, golden: Golden, layout: str, kept: str
) -> None:
    many_changes(work)

    result = diff("main", "--format", layout)

    assert result.exit_code == 1
    golden(HERE / f"what-changes.{kept}", result.output)


@pytest.mark.usefixtures("work")
def test_nothing_changed_says_so() -> None:
    result = diff("main")

    assert result.exit_code == 0
    assert "nothing changes in the records" in result.output
    assert "0 new pages, 0 changed, 0 removed" in result.output


def test_two_commits_are_compared_without_a_look_at_what_stands_here(work: Work) -> None:
    work.replace(LIFT, "themes: [building]\n", f"themes: [building]\n{DONE}")
    work.write({MAY: DRAFT})
    work.commit()
    shutil.rmtree(work.notes)
    (work.folder / "left").write_text("", "utf-8")

    found = json.loads(diff("main~1", "main", "--format", "json").output)
    told = [r["says"] for section in found["sections"] for r in section["remarks"]]

    assert "A1: open -> done (Signed by both sides)" in told
    assert [path.name for path in work.folder.iterdir()] == [".git", "left"]


def test_a_folder_needs_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BOOK, tmp_path / "notes")
    work = Work(tmp_path)
    work.replace(SIGN, "due: 2026-05-14", "due: 2026-07-01")

    result = diff("--before", str(BOOK))

    assert result.exit_code == 0
    assert "A2 is now due 2026-07-01 (was 2026-05-14)" in result.output


# One kind of change after another


@pytest.mark.parametrize(
    ("path", "was", "now", "told"),
    [
        (
            LIFT,
            "themes: [building]\n",
            "themes: [building]\nupdates: [{date: 2026-05-14, status: in-progress}]\n",
            ["A1: open -> in-progress (14 May 2026)"],
        ),
        (
            "actions/2026-03-12-board-a1.md",
            "    reported_in: 2026-04-09-board\n",
            (
                "    reported_in: 2026-04-09-board\n"
                "  - {date: 2026-05-01, status: open}\n"
                "  - {date: 2026-05-02, status: open, note: Again.}\n"
            ),
            ["A1: done -> open (1 May 2026)", "A1: still open (Again)"],
        ),
        (
            "actions/2026-03-12-board-a1.md",
            "Three quotes",
            "Two quotes",
            [
                "A1: an update that was there is not as it was",
                "A1: still done (Two quotes were on the table)",
            ],
        ),
        (
            LIFT,
            "due: before the old contract ends\n",
            "",
            ["A1 is no longer due on a day"],
        ),
        (LIFT, "themes: [building]", "themes: [neighbours]", ["A1: themes: Neighbours"]),
        (LIFT, "title: Sign the", "title: Sign a", ["A1: title is now"]),
        (
            "actions/2026-03-12-board-a1.md",
            "two visits",
            "three visits",
            ["A1: text: 1 word added, 1 word taken out"],
        ),
        (
            PARKING,
            "responses:\n",
            (
                "  - {meeting: 2026-04-09-board, by: [Ben Hartley], said: Again!}\n"
                "responses:\n"
            ),
            ["Raised again by Ben Hartley (Board meeting, April 2026, 9 April 2026): A"],
        ),
        (
            PARKING,
            "answer: The council will put up a sign",
            "holding: true\n    answer: The council will put up a sign",
            [
                "Told that an answer will come by Brookfield Parish Council: The council",
                "An answer that was there is not as it was",
            ],
        ),
        (
            PARKING,
            "responses:\n",
            "resolved: {note: The sign is up., date: 2026-05-14}\nresponses:\n",
            ["Resolved: The sign is up"],
        ),
        (
            PARKING,
            "responses:\n",
            "withdrawn: {note: No more weddings.}\nresponses:\n",
            ["Withdrawn: No more weddings"],
        ),
        (PARKING, "themes: [neighbours]", "themes: []", ["Themes: Neighbours taken out"]),
        (
            "decisions/lift-contract.md",
            "themes:",
            "date: 2026-04-10\nthemes:",
            ["Date is now 2026-04-10"],
        ),
        (
            MARCH,
            "status: published",
            "status: withdrawn\nwithdrawn_on: 2026-06-01",
            ["Note withdrawn (1 June 2026)"],
        ),
        (
            MARCH,
            "apologies:",
            "addenda: [{title: Lift, date: 2026-05-01, by: AK, text: x}]\napologies:",
            ["Addendum added: Lift (by AK, 2026-05-01)"],
        ),
        (
            MARCH,
            "apologies:",
            "corrections: [{date: 2026-05-01, reason: Was wrong.}]\napologies:",
            ["Corrected after it was agreed: 1 May 2026, Was wrong"],
        ),
        (
            MARCH,
            "venue: Committee room",
            "venue: Main hall",
            ["Venue is now “Main hall” (was “Committee room”)"],
        ),
        (
            "groups/board.md",
            "Amina Khatun, Brookfield Village Hall Trust (chair)",
            "Ben Hartley (chair)",
            ["Officers: Ben Hartley (chair) added, Amina Khatun, Brookfield"],
        ),
        (
            "organisations.yml",
            "harlow-lifts:\n  name: Harlow Lifts",
            "harlow:\n  aliases: [harlow-lifts]\n  name: Harlow Lifts",
            ["Moved: its address ends in `harlow` (was `harlow-lifts`)", "Other names"],
        ),
        (
            "people.yml",
            "  initials: BH\n",
            "  initials: BH\ndora-may: {name: Dora May, organisation: the Trust}\n",
            ["New person: Dora May, the Trust"],
        ),
        (
            "glossary.yml",
            "hirer:",
            "user:",
            ["New in the glossary: user", "Removed: hirer"],
        ),
    ],
)
def test_each_kind_of_change_has_its_sentence(
    work: Work, path: str, was: str, now: str, told: list[str]
) -> None:
    work.replace(path, was, now)

    found = remarks()

    assert [one[: len(said)] for one, said in zip(found, told, strict=True)] == told


def test_a_draft_that_is_agreed_is_told_so(work: Work) -> None:
    work.write({MAY: DRAFT})
    work.commit()
    work.replace(MAY, "status: draft", "status: agreed\nagreed_on: 2026-06-11")

    assert remarks() == ["Note agreed (11 June 2026)"]


def test_a_record_that_is_gone_is_named(work: Work) -> None:
    (work.notes / SIGN).unlink()

    assert remarks() == [
        "Removed: Ask the council for a second car park sign, agreed 12 March 2026"
    ]


def test_a_record_that_can_no_longer_be_read_is_not_called_removed(work: Work) -> None:
    work.replace(LIFT, "title:", "titel:")

    found = said()

    (remark,) = found["sections"][0]["remarks"]
    assert remark["says"].startswith("Can no longer be read: Sign the lift contract")
    assert found["pages"] is None
    assert {problem["code"] for problem in found["problems"]} >= {"unknown-field"}


def test_a_file_that_is_only_written_otherwise_is_counted(work: Work) -> None:
    work.replace(LIFT, "owners: [the Trust]", "owners:\n  - the Trust # as agreed")

    found = said()

    assert found["sections"] == []
    assert found["layout"] == [LIFT]
    assert found["records"] == {"new": 0, "changed": 0, "removed": 0}


def test_attachments_are_told_by_what_they_hold(work: Work) -> None:
    work.write({f"attachments/{name}.csv": "1,2\n" for name in ("a", "b", "c")})
    work.commit()
    work.write({"attachments/b.csv": "1,3\n", "attachments/d.csv": "x\n"})
    (work.notes / "attachments" / "c.csv").unlink()
    told = [
        "New: attachments/d.csv",
        "Another document in its place: attachments/b.csv",
        "Removed: attachments/c.csv",
    ]

    assert remarks() == told
    work.commit()
    found = json.loads(diff("main~1", "main", "--format", "json").output)
    assert [one["says"] for one in found["sections"][0]["remarks"]] == told


# What may not be


def test_a_change_of_a_sealed_note_is_refused(work: Work) -> None:
    work.replace(MARCH, "stopped twice", "stopped four times")

    result = diff("main")

    assert result.exit_code == 1
    assert "Not allowed: 1 problem" in result.output
    assert f"{MARCH}:20:1: error: the text of this note changed" in result.output


def test_a_sealed_note_may_be_corrected_with_a_reason(work: Work) -> None:
    work.replace(MARCH, "stopped twice", "stopped four times")
    work.replace(
        MARCH, "apologies:", "corrections: [{date: 2026-05-01, reason: x}]\napologies:"
    )

    result = diff("main")

    assert result.exit_code == 0
    assert "Corrected after it was agreed: 1 May 2026, x" in result.output


@pytest.mark.parametrize("line", ["date: 2026-05-01", "reason: x", 'reason: ""'])
def test_a_correction_has_a_day_and_a_reason(work: Work, line: str) -> None:
    work.replace(MARCH, "stopped twice", "stopped four times")
    work.replace(MARCH, "apologies:", f"corrections:\n  - {line}\napologies:")

    found = said()

    assert "missing-field" in {problem["code"] for problem in found["problems"]}
    assert not found["is_fine"]


def test_errors_that_were_there_before_still_forbid_to_publish(work: Work) -> None:
    work.replace(LIFT, "owners: [the Trust]", "owners: [the Turst]")
    work.commit()
    work.replace(SIGN, "due: 2026-05-14", "due: 2026-07-01")

    found = said()

    assert [problem["code"] for problem in found["standing"]] == ["unknown-owner"]
    assert found["problems"] == []
    assert not found["is_fine"]


def test_a_new_warning_is_told_and_forbids_nothing(work: Work) -> None:
    work.replace(
        LIFT, "themes: [building]\n---\n", "themes: [building]\n---\n\n<b>x</b>\n"
    )

    found = said()

    assert [problem["code"] for problem in found["problems"]] == ["html-in-note"]
    assert found["is_fine"]


# Merging


def test_what_is_compared_can_be_what_would_come_of_merging(work: Work) -> None:
    work.write({MAY: DRAFT})
    work.commit("Draft")
    work.git("switch", "-q", "-c", "other")
    work.replace(MAY, "serviced in April", "serviced in March")
    work.commit("On the branch")
    work.git("switch", "-q", "main")
    work.replace(MAY, "status: draft", "status: agreed\nagreed_on: 2026-06-11")
    work.commit("Agreed meanwhile")

    result = diff("main", "other", "--merged")

    assert result.exit_code == 1
    assert (
        "the text of this note changed after it was agreed on 2026-06-11" in result.output
    )
    assert work.git("status", "--porcelain") == ""


def test_what_cannot_be_merged_is_compared_with_where_it_parted(work: Work) -> None:
    work.git("switch", "-q", "-c", "other")
    work.replace(SIGN, "due: 2026-05-14", "due: 2026-07-01")
    work.commit("On the branch")
    work.git("switch", "-q", "main")
    work.replace(SIGN, "due: 2026-05-14", "due: 2026-08-01")
    work.commit("On main")

    result = diff("main", "other", "--merged")

    assert "cannot be merged as they stand" in result.output
    assert "A2 is now due 2026-07-01 (was 2026-05-14)" in result.output


# Wrong commands


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--foo",),
        ("--", "--foo"),
        ("--", "--upload-pack=touch x"),
        ("nonsense",),
        ("",),
        ("main", "nonsense"),
        ("main:notes/people.yml",),
        ("main\n",),
        ("main", "main", "main"),
        ("main", "--merged"),
        ("main", "--before", "notes"),
        ("main", "--notes", "no-such-folder"),
        ("main", "main", "--notes", "../elsewhere"),
    ],
)
def test_a_wrong_command_gets_a_sentence(work: Work, words: tuple[str, ...]) -> None:
    result = diff(*words)

    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.output.strip()
    assert not (work.folder / "x").exists()


def test_a_folder_without_git_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    shutil.copytree(BOOK, tmp_path / "notes")

    result = diff("main")

    assert result.exit_code == 2
    assert "this folder is not kept in git; use --before FOLDER" in result.output


def test_a_computer_without_git_gets_a_sentence(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(work.folder / "nothing"))

    result = diff("main")

    assert result.exit_code == 2
    assert "git is not to be found" in result.output


def test_notes_that_were_not_there_before_are_all_new(work: Work) -> None:
    work.git("mv", "notes", "minutes")
    work.commit()

    found = json.loads(
        diff("main~1", "main", "--notes", "minutes", "--format", "json").output
    )

    assert found["records"] == {"new": 18, "changed": 0, "removed": 0}
