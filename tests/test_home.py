"""The first page: what is new, what is late, what comes back, when we meet next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minutebook.book import Book, link
from minutebook.edition import Edition
from minutebook.pages import site_of
from minutebook.reading import read_notes
from minutebook.views.group import group_view
from minutebook.views.home import home_view
from small_book import TODAY, book_of

MARCH, APRIL = "2026-03-12-board", "2026-04-09-board"


def board(day: str, more: str = "") -> str:
    return f"title: Board\ndate: {day}\ngroup: board\nstatus: published\n{more}"


def an_action(title: str, *, due: str = "", more: str = "") -> str:
    when = f"due: {due}\n" if due else ""
    return f"title: {title}\nowners: [Hall Trust]\nraised_in: {MARCH}\n{when}{more}"


def a_concern(title: str, *meetings: str) -> str:
    raised = ", ".join(f"{{meeting: {meeting}}}" for meeting in meetings)
    return f"title: {title}\nthemes: [hall]\nraised: [{raised}]"


def home(book: Book, today: dt.date = TODAY) -> str:
    return " ".join(site_of(book, today, Edition()).home.split())


def test_an_empty_book_answers_all_four_questions(tmp_path: Path) -> None:
    shown = home(link(read_notes(tmp_path)))

    for question in ("new", "late", "keeps coming back"):
        assert f">What {question}</h2>" in shown.replace("What is", "What")
    assert ">When we meet next</h2>" in shown
    for answer in (
        "No note has been published yet.",
        "No action has been agreed yet.",
        "No concern has been raised yet.",
        "No date has been announced.",
    ):
        assert answer in shown


def test_the_latest_of_the_overdue_comes_first_with_its_owner_and_day(
    tmp_path: Path,
) -> None:
    book = book_of(
        tmp_path,
        {
            "actions/a.md": an_action("Heat", due="2026-05-20"),
            "actions/b.md": an_action("Light", due="2026-04-20"),
            "actions/c.md": an_action("Paint", due="2026-08-20"),
        },
    )
    view = home_view(book, TODAY)

    assert [card.ref.title for card in view.late] == ["Light", "Heat"]
    assert [card.ref.title for card in view.due] == ["Paint"]
    assert (view.overdue, view.open) == (2, 3)
    late = home(book).partition('id="mb-late"')[2]
    assert "Hall Trust</a>" in late
    assert "Due 20 April 2026" in late


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (an_action("Heat", due="2026-08-20"), "Nothing is late."),
        (an_action("Heat", more="status: dropped\n"), "done or dropped."),
    ],
)
def test_that_nothing_is_late_is_told_as_good_news(
    tmp_path: Path, action: str, told: str
) -> None:
    shown = home(book_of(tmp_path, {"actions/a.md": action}))

    assert told in shown.partition('class="mb-well">')[2].partition("</p>")[0]


def test_the_numbers_lead_to_lists_of_what_they_count(tmp_path: Path) -> None:
    shown = home(book_of(tmp_path, {}))

    for address in (
        "actions/?status=overdue",
        "actions/?status=unfinished",
        "unanswered/",
    ):
        assert f'href="{address}"' in shown


def test_the_latest_change_of_each_action_is_told_and_none_from_days_to_come(
    tmp_path: Path,
) -> None:
    steps = "updates: [{{status: open, date: {}}}, {{status: done, date: {}}}]\n"
    book = book_of(
        tmp_path,
        {
            "actions/a.md": an_action(
                "Heat", more=steps.format("2026-03-20", "2026-05-20")
            ),
            "actions/b.md": an_action(
                "Light", more=steps.format("2026-03-21", "2026-04-02")
            ),
            "actions/c.md": an_action(
                "Paint", more=steps.format("2026-03-22", "2026-07-01")
            ),
        },
    )
    changes = home_view(book, TODAY).changes

    assert [(c.action.title, c.standing, c.date.isoformat()) for c in changes] == [
        ("Heat", "done", "2026-05-20"),
        ("Light", "done", "2026-04-02"),
    ]


def test_what_came_back_unanswered_is_told_with_its_history(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {
            "concerns/cold.md": a_concern("Cold", MARCH, APRIL),
            "concerns/dark.md": a_concern("Dark", MARCH),
        },
    )
    view = home_view(book, TODAY)

    assert [card.ref.title for card in view.back] == ["Cold"]
    assert (view.again, view.unanswered, view.concerns) == (1, 2, 2)
    back = home(book).partition('id="mb-again"')[2]
    assert "Raised 2 times in 2026, no answer recorded" in back


def test_the_next_meeting_is_the_soonest_announced_that_has_not_gone_by(
    tmp_path: Path,
) -> None:
    announced = "next_meetings: [2026-05-14, 2026-07-09, 2026-06-11, the summer fair]\n"
    book = book_of(
        tmp_path,
        {"meetings/2026-04-09-board.md": board("2026-04-09", announced)},
    )
    coming = home_view(book, TODAY).coming

    assert [c.date and c.date.date for c in coming.dated] == [
        dt.date(2026, 6, 11),
        dt.date(2026, 7, 9),
    ]
    assert [c.about for c in coming.undated] == ["the summer fair"]
    assert "11 Jun 2026</strong> <span>next meeting" in home(book)


def test_a_later_word_on_the_meetings_of_a_group_replaces_the_earlier(
    tmp_path: Path,
) -> None:
    files = {
        "meetings/2026-03-12-board.md": board(
            "2026-03-12", "next_meetings: [2026-06-11]"
        ),
        "meetings/2026-04-09-board.md": board(
            "2026-04-09", "next_meetings: [2026-06-18]"
        ),
    }
    (coming,) = home_view(book_of(tmp_path, files), TODAY).coming.dated

    assert coming.date is not None
    assert coming.date.date == dt.date(2026, 6, 18)
    assert coming.group is not None
    assert coming.group.title == "Board of trustees"


def test_a_note_that_says_nothing_of_the_next_meetings_takes_none_back(
    tmp_path: Path,
) -> None:
    announced = "next_meetings: [2026-06-11, in the autumn]"
    files = {
        "meetings/2026-03-12-board.md": board("2026-03-12", announced),
        "meetings/2026-04-09-board.md": board("2026-04-09"),
    }
    book = book_of(tmp_path, files)
    group = book.groups.get("board")
    coming = home_view(book, TODAY).coming

    assert group is not None
    assert [c.date and c.date.date for c in coming.dated] == [dt.date(2026, 6, 11)]
    assert group_view(book, group, TODAY).next_meetings == (
        book.meetings_of_group(group)[0].next_meetings
    )


def test_a_meeting_on_record_is_told_once_with_its_hour(tmp_path: Path) -> None:
    files = {
        "meetings/2026-04-09-board.md": board(
            "2026-04-09", "next_meetings: [2026-06-11]"
        ),
        "meetings/2026-06-11-board.md": board("2026-06-11", 'start: "19:30"'),
    }
    book = book_of(tmp_path, files)
    (coming,) = home_view(book, TODAY).coming.dated

    assert coming.page is not None
    assert coming.start == dt.time(19, 30)
    assert home_view(book, TODAY).coming.last is not None
    assert "11 June 2026</time>, 19:30" in home(book)


def test_without_a_date_the_last_meeting_is_told(tmp_path: Path) -> None:
    shown = home(book_of(tmp_path, {}))

    assert "No date has been announced. The last meeting on record was on" in shown
    assert f'href="meetings/{APRIL}/">9 April 2026</a>' in shown
