"""Calendars, read by a parser not ours: right on both sides of a change of clocks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import vobject

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.pages import Site, site_of
from minutebook.views.audience import seen_by
from minutebook.views.calendar import announced
from small_book import TODAY, book_of

HERE = Edition(name="Hall notes", address="https://example.org/hall/")
TIMED = """
    title: Board, with a comma; and more
    date: {day}
    start: "13:30"
    end: "15:00"
    group: board
    status: published
    agreed_on: {day}
    venue: The hall
    summary: {summary}
"""
LONG = "Ŵyth gair " * 30  # letters of two bytes, so that a fold could cut one


def timed(day: str, more: str = "", summary: str = "Short.") -> dict[str, str]:
    return {f"meetings/{day}-board.md": TIMED.format(day=day, summary=summary) + more}


def action(fields: str) -> str:
    agreed = "title: Mend the roof\nowners: [Hall Trust]\nraised_in: 2026-03-12-board"
    return f"{agreed}\n{fields}"


def site(book: Book, today: dt.date = TODAY) -> Site:
    return site_of(seen_by(book, HERE.audience, today), today, HERE)


def text(site: Site, address: str) -> str:
    (found,) = (file for file in site.files if file.address == address)
    return found.text


def events(site: Site, address: str = "meetings.ics") -> list[Any]:
    calendar = vobject.readOne(text(site, address))
    assert list(calendar.getChildren()), "a calendar must not be empty"
    return list(calendar.contents.get("vevent", []))


def event(site: Site, uid: str, address: str = "meetings.ics") -> Any:  # noqa: ANN401 - as vobject has it
    (found,) = (e for e in events(site, address) if e.uid.value == f"{uid}@example.org")
    return found


@pytest.mark.parametrize(
    ("day", "utc"), [("2025-08-26", "12:30"), ("2025-11-26", "13:30")]
)
def test_half_past_one_in_london_is_where_the_clocks_put_it(
    tmp_path: Path, day: str, utc: str
) -> None:
    told = event(site(book_of(tmp_path, timed(day))), f"meetings/{day}-board")
    starts, ends = told.dtstart.value, told.dtend.value

    assert starts.astimezone(dt.UTC).strftime("%H:%M") == utc
    assert ends - starts == dt.timedelta(hours=1, minutes=30)
    assert told.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/London"]


def test_both_sides_of_a_change_of_clocks_are_right_in_one_calendar(
    tmp_path: Path,
) -> None:
    told = site(book_of(tmp_path, timed("2025-10-25") | timed("2025-10-27")))
    hours = [
        e.dtstart.value.astimezone(dt.UTC).hour
        for e in events(told)
        if isinstance(e.dtstart.value, dt.datetime)
    ]
    assert hours == [12, 13]


def test_a_meeting_elsewhere_brings_its_own_time_zone(tmp_path: Path) -> None:
    book = book_of(tmp_path, timed("2025-08-26", "    timezone: America/New_York\n"))
    told = event(site(book), "meetings/2025-08-26-board")

    assert told.dtstart.value.astimezone(dt.UTC).hour == 17
    assert "TZID:America/New_York\r\n" in text(site(book), "meetings.ics")


def test_a_meeting_without_a_time_is_a_whole_day(tmp_path: Path) -> None:
    told = event(site(book_of(tmp_path, {})), "meetings/2026-03-12-board")

    assert told.dtstart.value == dt.date(2026, 3, 12)
    assert told.dtend.value == dt.date(2026, 3, 13)


def test_words_come_through_whole_and_no_line_is_too_long(tmp_path: Path) -> None:
    book = book_of(tmp_path, timed("2025-08-26", summary=LONG))
    told = event(site(book), "meetings/2025-08-26-board")

    assert told.summary.value == "Board, with a comma; and more"
    assert told.description.value == LONG.strip()
    assert told.location.value == "The hall"
    assert told.url.value == "https://example.org/hall/meetings/2025-08-26-board/"
    lines = text(site(book), "meetings.ics").encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_a_group_has_a_calendar_of_its_own_meetings(tmp_path: Path) -> None:
    other = "title: Talk\ndate: 2026-02-01\nstatus: published\nagreed_on: 2026-02-02\n"
    told = site(book_of(tmp_path, {"meetings/2026-02-01-talk.md": other}))

    assert len(events(told)) == 3
    assert len(events(told, "groups/board/meetings.ics")) == 2


NEXT = "    next_meetings:\n      - {{date: {day}, about: The {about}}}\n"


def test_a_meeting_announced_for_a_day_is_in_the_calendar_until_it_has_a_note(
    tmp_path: Path,
) -> None:
    files = timed("2026-05-14", NEXT.format(day="2026-06-11", about="roof"))
    told = event(site(book_of(tmp_path / "a", files)), "groups/board/2026-06-11")
    assert told.dtstart.value == dt.date(2026, 6, 11)
    assert told.summary.value == "Next meeting: Board of trustees"
    assert told.description.value == "The roof"

    held = site(book_of(tmp_path / "b", files | timed("2026-06-11")))
    assert [e.uid.value for e in events(held)][-1] == (
        "meetings/2026-06-11-board@example.org"
    )


def test_a_day_two_notes_announce_stands_once_as_the_last_one_says(
    tmp_path: Path,
) -> None:
    files = timed("2026-05-07", NEXT.format(day="2026-06-11", about="roof"))
    files |= timed("2026-05-14", NEXT.format(day="2026-06-11", about="lift"))
    (told,) = announced(book_of(tmp_path, files), TODAY)
    assert told.about == "The lift"


def test_an_announced_day_that_has_gone_by_is_left_out(tmp_path: Path) -> None:
    book = book_of(
        tmp_path, timed("2026-05-14", NEXT.format(day="2026-06-11", about="x"))
    )
    assert announced(book, dt.date(2026, 6, 11))
    assert not announced(book, dt.date(2026, 6, 12))


def test_days_actions_are_due_say_how_they_stand(tmp_path: Path) -> None:
    files = {
        "actions/late.md": action("due: 2026-05-01"),
        "actions/soon.md": action("due: 2026-07-01"),
        "actions/begun.md": action("due: 2026-08-01\nstatus: in-progress"),
        "actions/done.md": action(
            "due: 2026-05-02\nupdates: [{status: done, date: 2026-04-10}]"
        ),
        "actions/words.md": action("due: before the summer"),
    }
    told = site(book_of(tmp_path, files))
    due = {
        e.dtstart.value.isoformat(): e.summary.value
        for e in events(told, "organisations/hall-trust/actions.ics")
    }
    assert due == {
        "2026-05-01": "Overdue: Mend the roof",
        "2026-07-01": "Due: Mend the roof",
        "2026-08-01": "Due: Mend the roof (in progress)",
    }


def test_a_calendar_stays_when_everything_is_done(tmp_path: Path) -> None:
    done = action("due: 2026-05-02\nupdates: [{status: done, date: 2026-04-10}]")
    told = site(book_of(tmp_path, {"actions/done.md": done}))
    assert events(told, "organisations/hall-trust/actions.ics") == []


def test_a_calendar_is_as_old_as_what_was_recorded(tmp_path: Path) -> None:
    book = book_of(tmp_path, timed("2025-08-26"))
    later = site(book, dt.date(2026, 9, 1))

    assert text(site(book), "meetings.ics") == text(later, "meetings.ics")
    told = event(later, "meetings/2025-08-26-board")
    assert told.dtstamp.value == dt.datetime(2025, 8, 26, tzinfo=dt.UTC)
