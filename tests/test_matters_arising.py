"""Matters arising: what a group had still to do when it met, as it stood that day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minutebook.book import Book
from minutebook.book.arising import AT_MOST
from minutebook.records import Visibility
from minutebook.views.audience import seen_by
from minutebook.views.matters import matters_arising
from small_book import TODAY, book_of

MARCH, APRIL, MAY = "2026-03-12-board", "2026-04-09-board", "2026-05-14-board"


def a_meeting(day: str, group: str = "board", status: str = "published") -> str:
    agreed = "" if status == "draft" else f"\nagreed_on: {day}"
    return f"title: Board\ndate: {day}\ngroup: {group}\nstatus: {status}{agreed}"


def an_action(*updates: str, raised_in: str = MARCH, more: str = "") -> str:
    listed = f"\nupdates: [{', '.join(updates)}]" if updates else ""
    return f"title: Ring\nowners: [Hall Trust]\nraised_in: {raised_in}\n{more}{listed}"


def a_book(folder: Path, **actions: str) -> Book:
    files = {f"actions/{name}.md": text for name, text in actions.items()}
    return book_of(folder, files | {f"meetings/{MAY}.md": a_meeting("2026-05-14")})


def arising(book: Book, meeting: str, today: dt.date = TODAY) -> list[tuple[str, ...]]:
    found = book.meetings.get(meeting)
    assert found
    matters = matters_arising(book, found, today)
    return [
        (m.card.ref.id, m.then.value, m.card.standing.value)
        for m in (*matters.first, *matters.more)
    ]


def test_an_action_arises_at_each_later_meeting_until_it_is_done(tmp_path: Path) -> None:
    book = a_book(tmp_path, ring=an_action("{status: done, date: 2026-04-20}"))

    assert arising(book, MARCH) == []
    assert arising(book, APRIL) == [("ring", "open", "done")]
    assert arising(book, MAY) == []


def test_what_a_meeting_itself_was_told_was_open_when_it_began(tmp_path: Path) -> None:
    book = a_book(
        tmp_path,
        ring=an_action(f"{{status: done, date: 2026-04-09, reported_in: {APRIL}}}"),
    )

    assert arising(book, APRIL) == [("ring", "open", "done")]
    assert arising(book, MAY) == []


def test_an_action_is_shown_as_it_stood_then_and_as_it_stands_today(
    tmp_path: Path,
) -> None:
    book = a_book(
        tmp_path,
        ring=an_action(
            "{status: in-progress, date: 2026-04-01}",
            "{status: dropped, date: 2026-05-30}",
        ),
        late=an_action(more="due: 2026-04-08"),
        due=an_action(more="due: 2026-04-09"),
    )

    assert sorted(arising(book, APRIL)) == [
        ("due", "open", "overdue"),
        ("late", "overdue", "overdue"),
        ("ring", "in-progress", "dropped"),
    ]


def test_an_action_that_was_opened_again_arises_again(tmp_path: Path) -> None:
    book = a_book(
        tmp_path,
        ring=an_action(
            "{status: done, date: 2026-03-20}", "{status: open, date: 2026-04-30}"
        ),
    )

    assert arising(book, APRIL) == []
    assert arising(book, MAY) == [("ring", "open", "open")]


@pytest.mark.parametrize(
    ("updates", "more", "at"),
    [
        ((f"{{status: dropped, reported_in: {APRIL}}}",), "", [APRIL]),
        (("{status: dropped}",), "", []),
        ((), "status: dropped", []),
        ((), "status: in-progress", [APRIL, MAY]),
    ],
    ids=["told at a meeting", "on no day", "from the start", "begun from the start"],
)
def test_an_action_arises_only_while_it_is_certain_to_be_open(
    tmp_path: Path, updates: tuple[str, ...], more: str, at: list[str]
) -> None:
    book = a_book(tmp_path, ring=an_action(*updates, more=more))

    assert [meeting for meeting in (MARCH, APRIL, MAY) if arising(book, meeting)] == at


def test_a_group_looks_after_what_it_agreed_itself(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {
            "groups/garden.md": "title: Garden\nparent: board",
            "meetings/2026-05-14-garden.md": a_meeting("2026-05-14", "garden"),
            "actions/ring.md": an_action(),
        },
    )

    assert arising(book, "2026-05-14-garden") == []


def test_what_was_agreed_last_comes_first_and_the_rest_is_counted(tmp_path: Path) -> None:
    many = {f"a{n:02}": an_action() for n in range(AT_MOST)}
    book = a_book(tmp_path, **many, last=an_action(raised_in=APRIL))
    meeting = book.meetings.get(MAY)
    assert meeting
    matters = matters_arising(book, meeting, TODAY)

    assert matters.first[0].card.ref.id == "last"
    assert (matters.total, matters.left) == (AT_MOST + 1, 1)
    assert len(matters.first) < AT_MOST


def test_what_was_agreed_in_secret_arises_nowhere(tmp_path: Path) -> None:
    files = {
        f"meetings/{APRIL}.md": a_meeting("2026-04-09", status="draft"),
        f"meetings/{MAY}.md": a_meeting("2026-05-14"),
        "actions/ring.md": an_action(raised_in=APRIL),
    }
    book = book_of(tmp_path, files)

    assert arising(book, MAY) == [("ring", "open", "open")]
    assert arising(seen_by(book, Visibility.PUBLIC, TODAY), MAY) == []
