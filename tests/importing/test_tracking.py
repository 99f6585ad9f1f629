"""Bare action lines and labelled points of a note become records."""

from __future__ import annotations

from pathlib import Path

import pytest

from importing.test_accepting import accepted, bring_in
from importing.test_drafts import MINUTES
from minutebook.contributing.sealing.seal import broken_seals
from minutebook.importing.accepting.track import track
from minutebook.make import check_notes

ID = "2021-05-04-parks-committee"
NOTE = f"meetings/{ID}.md"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    bring_in(folder, MINUTES)
    accepted(folder, ID)
    return folder


def add(notes: Path, text: str) -> str:
    note = notes / NOTE
    before = note.read_bytes().decode()
    note.write_bytes((before + text).encode())
    return before


def test_an_action_line_becomes_the_next_action_of_its_meeting(notes: Path) -> None:
    add(notes, "\n## Late\n\nAction: Jo Lee to count the ducks by 3 June 2021.\n")
    outcome = track(notes, NOTE)
    action = check_notes(notes).book.actions.get(f"{ID}-a2")

    assert outcome.added == (f"actions/{ID}-a2.md",)
    assert action is not None
    assert action.owners == ("Jo Lee",)
    assert action.title == "Count the ducks by 3 June 2021"
    assert check_notes(notes).problems == ()


def test_only_the_line_changes(notes: Path) -> None:
    before = add(notes, "\nOdd   spacing  \r\n\nAction: Jo Lee to rest.\r\n\n*End*\n")
    track(notes, NOTE)
    after = (notes / NOTE).read_bytes().decode()

    assert after == (
        f"{before}\nOdd   spacing  \r\n\n"
        f"- **Action:** [Rest](../actions/{ID}-a2.md)\r\n\n*End*\n"
    )


def test_a_note_in_which_all_is_tracked_stays_as_it_is(notes: Path) -> None:
    before = (notes / NOTE).read_bytes()
    outcome = track(notes, NOTE)

    assert outcome.added == ()
    assert (notes / NOTE).read_bytes() == before


def test_labelled_points_below_a_heading_about_concerns_become_concerns(
    notes: Path,
) -> None:
    add(
        notes,
        "\n## Concerns raised at the gate\n\n"
        "- **Noise:** The mowers start at six, when those who work nights sleep.\n",
    )
    outcome = track(notes, NOTE)

    assert outcome.added == ("concerns/noise.md",)
    assert "- **[Noise](../concerns/noise.md):** The mowers" in (notes / NOTE).read_text()
    assert check_notes(notes).problems == ()


def test_the_words_of_an_agreed_note_stay_and_lead_to_the_action(notes: Path) -> None:
    add(
        notes,
        "\n## Late\n\n- **Action:** Jo Lee to count the ducks.\n"
        "\nAction: Jo Lee to read [the map](https://example.org).\n"
        "\n## Concerns\n\n- **Noise:** The mowers start at six.\n",
    )
    note = notes / NOTE
    typed = note.read_text("utf-8").replace("---\n", "---\nstatus: agreed\n", 1)
    note.write_text(typed, "utf-8")
    before = check_notes(notes).book
    outcome = track(notes, NOTE)

    assert outcome.added == (f"actions/{ID}-a2.md",)
    linked = f"- **Action:** [Jo Lee to count the ducks.](../actions/{ID}-a2.md)"
    assert linked in note.read_text("utf-8")
    assert list(broken_seals(before, check_notes(notes).book)) == []


def test_what_is_no_note_of_the_book_is_refused(notes: Path) -> None:
    (problem,) = track(notes, "meetings/gone.md").problems

    assert problem.code == "import-no-such-note"
