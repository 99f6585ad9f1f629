"""The seal of a note: what may become of one that was agreed, and what may not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutebook.cli import main
from minutebook.contributing.sealing.seal import broken_seals
from minutebook.contributing.sealing.visible import visible
from minutebook.make import check_notes
from minutebook.reading import read_prose
from minutebook.records import Correction
from small_book import book_of, write_notes

NOTE = "meetings/2026-05-14-board.md"
FIELDS = """
        title: Board, May
        date: 2026-05-14
        start: "19:00"
        group: board
        status: agreed
        agreed_on: 2026-06-11
        attendees: ["Amina Khan, Hall Trust (chair)"]
        addenda: [{title: Later, date: 2026-06-12, text: More.}]
        corrections: [{date: 2026-06-13, reason: A name was wrong.}]
"""
BODY = """
The roof was ~~not~~ mended by [the shop](https://example.org/a) for **£400**.

1. First
2. Second, with `code`
"""
BEFORE = f"{FIELDS}---{BODY}"


def codes(tmp_path: Path, after: str | None, **others: str) -> list[str]:
    """Give the codes of the seals that break when the note becomes another one."""
    before = book_of(tmp_path / "before", {NOTE: BEFORE})
    files = {NOTE: after} if after is not None else {}
    return [
        p.code for p in broken_seals(before, book_of(tmp_path / "after", files | others))
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("status: agreed", "status: published\n        published_on: 2026-06-20"),
        ("status: agreed", "status: withdrawn\n        withdrawn_on: 2026-06-20"),
        ("agreed_on: 2026-06-11", "agreed_on: not recorded"),
        ("agreed_on", "release_on: 2027-01-01\n        agreed_on"),
        ("agreed_on", "visibility: members\n        agreed_on"),
        ("agreed_on", "aliases: [2026-05-14-trustees]\n        agreed_on"),
        ("agreed_on", "summary: The roof.\n        agreed_on"),
        ("agreed_on", "next_meetings: [2026-07-01]\n        agreed_on"),
        ("Khan, Hall Trust (chair)", "Khan,  Hall Trust (chair)"),
        ("text: More.}]", "text: More.}, {title: Too, date: 2026-07-01, text: x}]"),
        ("[{title: Later", "[{title: Too, date: 2026-07-01, text: x}, {title: Later"),
        ("text: More.", "text: '**More.**'"),
        ("https://example.org/a", "https://example.org/b"),
        ("[the shop](https://example.org/a)", "the shop"),
        ("was ~~not~~ mended", "was\n~~not~~   mended"),
        ("**£400**", "_£400_"),
    ],
)
def test_an_agreed_note_is_free_to_change_so(tmp_path: Path, was: str, now: str) -> None:
    assert was in BEFORE
    assert codes(tmp_path, BEFORE.replace(was, now)) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("title: Board, May", "title: Trustees, May"),
        ("date: 2026-05-14", "date: 2026-05-15"),
        ('start: "19:00"', 'start: "19:30"'),
        ('start: "19:00"', 'start: "19:00"\n        end: "20:00"'),
        ("        group: board\n", ""),
        ("agreed_on", "kind: workshop\n        agreed_on"),
        ("agreed_on", "venue: The hall\n        agreed_on"),
        ("agreed_on", "timezone: Europe/Paris\n        agreed_on"),
        ("Amina Khan", "Amina Kahn"),
        ("(chair)", "(guest)"),
        ("agreed_on", "officials: [Ann Other]\n        agreed_on"),
        ("agreed_on", "apologies: [Ann Other]\n        agreed_on"),
        ("agreed_on", "chair: Ann Other\n        agreed_on"),
        ("text: More.", "text: Less."),
        ("title: Later", "title: Sooner"),
        ("2026-06-12", "2026-06-14"),
        ("        addenda: [{title: Later, date: 2026-06-12, text: More.}]\n", ""),
        ("£400", "£4,000"),
        ("~~not~~", "not"),
        ("~~not~~ ", ""),
        ("`code`", "`node`"),
        ("1. First", "4. First"),
        ("The roof", "![the roof](../attachments/roof.png)"),
        ("with `code`", "with `code`\n\nOne more line"),
    ],
)
def test_what_was_agreed_does_not_change_without_a_word(
    tmp_path: Path, was: str, now: str
) -> None:
    assert was in BEFORE
    assert codes(tmp_path, BEFORE.replace(was, now)) == ["sealed-note-changed"]


def test_what_was_agreed_may_change_with_a_new_correction(tmp_path: Path) -> None:
    after = BEFORE.replace("£400", "£4,000").replace(
        "wrong.}]", "wrong.}, {date: 2026-07-01, reason: It was more.}]"
    )
    assert codes(tmp_path, after) == []


@pytest.mark.parametrize("now", ["right.", "wrong.}, {date: 2026-07-01, reason: x"])
def test_an_earlier_correction_stays_as_it_was(tmp_path: Path, now: str) -> None:
    after = BEFORE.replace("2026-06-13", "2026-06-14").replace("wrong.", now)
    assert codes(tmp_path, after) == ["correction-changed"]


def test_a_correction_does_not_make_a_draft_of_a_note(tmp_path: Path) -> None:
    after = BEFORE.replace("status: agreed", "status: draft").replace(
        "wrong.}]", "wrong.}, {date: 2026-07-01, reason: It was more.}]"
    )
    assert codes(tmp_path, after) == ["unsealed-note"]


def test_a_published_note_is_withdrawn_and_not_taken_back_in_silence(
    tmp_path: Path,
) -> None:
    published = BEFORE.replace("status: agreed", "status: published")
    before = book_of(tmp_path / "before", {NOTE: published})
    after = book_of(tmp_path / "after", {NOTE: BEFORE})

    (problem,) = broken_seals(before, after)

    assert (
        problem.summary
        == "the status of this note changed after it was agreed on 2026-06-11"
    )


def test_a_sealed_note_is_not_removed(tmp_path: Path) -> None:
    assert codes(tmp_path, None) == ["sealed-note-removed"]


def test_a_sealed_note_may_get_another_name(tmp_path: Path) -> None:
    moved = BEFORE.replace("agreed_on", "aliases: [2026-05-14-board]\n        agreed_on")
    assert codes(tmp_path, None, **{"meetings/2026-05-14-trustees.md": moved}) == []


def test_another_note_does_not_take_the_place_of_a_sealed_one(tmp_path: Path) -> None:
    other = """
        title: Another meeting
        date: 2026-05-20
        aliases: [2026-05-14-board]
        status: draft
    """
    found = codes(tmp_path, None, **{"meetings/2026-05-20-board.md": other})
    assert "unsealed-note" in found
    assert "sealed-note-changed" in found


def test_a_note_that_cannot_be_read_is_not_called_removed(tmp_path: Path) -> None:
    before = book_of(tmp_path / "before", {NOTE: BEFORE})
    notes = write_notes(tmp_path / "after", {NOTE: BEFORE.replace("date:", "day:", 1)})

    assert list(broken_seals(before, check_notes(notes).book)) == []


def test_a_draft_is_anybodys_to_rewrite_and_to_remove(tmp_path: Path) -> None:
    draft = BEFORE.replace("status: agreed", "status: draft")
    before = book_of(tmp_path / "before", {NOTE: draft})

    assert list(broken_seals(before, book_of(tmp_path / "gone", {}))) == []
    changed = {NOTE: draft.replace("£400", "£4,000")}
    assert list(broken_seals(before, book_of(tmp_path / "changed", changed))) == []


def test_a_group_that_has_another_id_now_is_the_same_group(tmp_path: Path) -> None:
    before = book_of(tmp_path / "before", {NOTE: BEFORE})
    renamed = {
        NOTE: BEFORE.replace("group: board", "group: trustees"),
        "groups/trustees.md": "title: Board of trustees\naliases: [board]",
    }
    after = write_notes(tmp_path / "after", renamed)
    (after / "groups" / "board.md").unlink()

    assert list(broken_seals(before, check_notes(after).book)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a\nb", "a b"),
        ("re**port**", "report"),
        ("- a\n- b", "* a\n* b"),
        ("a[^1]\n\n[^1]: foot", "a[^x]\n\n[^x]: foot"),
        ("| a |\n|---|\n| b |", "|a|\n|:-:|\n|b|"),
    ],
)
def test_these_say_the_same(one: str, other: str) -> None:
    assert visible(read_prose(one)) == visible(read_prose(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b", "ab"),
        ("a  \nb", "ab"),
        ("- [ ] a", "- [x] a"),
        ("![a](../attachments/a.png)", "![a](../attachments/b.png)"),
        ("![a](../attachments/a.png)", "![b](../attachments/a.png)"),
        ("a &lt;b&gt;", "a"),
        ("a `<b>` c", "a c"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert visible(read_prose(one)) != visible(read_prose(other))


# Resealing


def reseal(notes: Path, *words: str) -> Result:
    command = ["reseal", *words, "--notes", str(notes), "--today", "2026-09-03"]
    return CliRunner().invoke(main, command)


def test_a_note_is_corrected_with_a_reason_and_nothing_else_of_it_changes(
    tmp_path: Path,
) -> None:
    before = write_notes(tmp_path / "before", {NOTE: BEFORE})
    after = write_notes(tmp_path / "after", {NOTE: BEFORE.replace("£400", "£4,000")})
    typed = (after / NOTE).read_text("utf-8").splitlines()
    assert list(broken_seals(check_notes(before).book, check_notes(after).book))

    result = reseal(after, "2026-05-14-board", "--reason", "It was £4,000: see the bill.")

    assert result.exit_code == 0
    assert "Readers see the day and the reason on the page of this note." in result.output
    book = check_notes(after).book
    assert list(broken_seals(check_notes(before).book, book)) == []
    (meeting,) = (one for one in book.meetings if one.id == "2026-05-14-board")
    assert meeting.corrections[1:] == (
        Correction(date=dt.date(2026, 9, 3), reason="It was £4,000: see the bill."),
    )
    now = (after / NOTE).read_text("utf-8").splitlines()
    assert [line for line in typed if line not in now] in ([], [typed[9]])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2026-05-14-bord", "--reason", "x"), "there is no meeting `2026-05-14-bord`"),
        (("2026-05-14-board", "--reason", " "), "the reason is left empty"),
        (("2026-06-11-board", "--reason", "x"), "this note is a draft"),
    ],
)
def test_what_cannot_be_resealed_stays_as_it_is(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    draft = "title: June\ndate: 2026-06-11\n"
    notes = write_notes(tmp_path, {NOTE: BEFORE, "meetings/2026-06-11-board.md": draft})
    typed = {path: path.read_bytes() for path in notes.rglob("*.md")}

    result = reseal(notes, *words)

    assert result.exit_code == 1
    assert said in result.output
    assert {path: path.read_bytes() for path in notes.rglob("*.md")} == typed


def test_the_same_reason_is_not_given_twice_on_a_day(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {NOTE: BEFORE})
    words = ("2026-05-14-board", "--reason", "It was more.")

    assert reseal(notes, *words).exit_code == 0
    assert "gives this reason already" in reseal(notes, *words).output


def test_a_reason_has_to_be_given(tmp_path: Path) -> None:
    result = reseal(write_notes(tmp_path, {NOTE: BEFORE}), "2026-05-14-board")

    assert result.exit_code == 2
    assert "Missing option '--reason'" in result.output
