"""Listings: what can be filtered by what, in which order, and no column for nothing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from minutebook.book import Book, link
from minutebook.edition import Edition
from minutebook.pages import site_of
from minutebook.reading import read_notes
from minutebook.views.listing import Choice, ListingView
from minutebook.views.listings import (
    decision_listing,
    meeting_listing,
    register_listing,
    tracker_listing,
)
from small_book import TODAY, book_of

BARE = "title: {}\nowners: [{}]\nraised_in: 2026-03-12-board\n"
GROUP = (
    "meetings/2026-05-14-roof.md",
    (
        "title: Roof\ndate: 2026-05-14\ngroup: roof\nstatus: published\n"
        "agreed_on: 2026-05-20\n"
    ),
)


def names(view: ListingView[Any]) -> list[str]:
    return [each.name for each in view.filters]


def choices(view: ListingView[Any], name: str) -> list[str]:
    (found,) = (each for each in view.filters if each.name == name)
    return [choice.slug for choice in found.choices]


def page(book: Book, address: str, today: dt.date = TODAY) -> str:
    (found,) = (p for p in site_of(book, today, Edition()).pages if p.address == address)
    return found.html


def heads(html: str) -> list[str]:
    return re.findall(r'data-key="[^"]*">([^<]*)<', html)


def test_a_row_answers_to_its_status_and_to_being_unfinished(tmp_path: Path) -> None:
    late = BARE.format("Late", "Hall Trust") + "due: 2026-05-01\n"
    done = BARE.format("Done", "Hall Trust") + (
        "updates: [{status: done, date: 2026-04-01}]\n"
    )
    view = tracker_listing(
        book_of(tmp_path, {"actions/late.md": late, "actions/done.md": done}), TODAY
    )

    assert [dict(row.slugs)["status"] for row in view.rows] == [
        "overdue unfinished",
        "done",
    ]
    assert choices(view, "status") == ["unfinished", "overdue", "done"]
    assert view.rows[0].days == (dt.date(2026, 5, 1),)


def test_an_owner_is_found_by_their_own_id_and_by_their_organisation(
    tmp_path: Path,
) -> None:
    files = {
        "actions/a.md": BARE.format("A", "Amina Khan"),
        "actions/b.md": BARE.format("B", "Village Shop"),
    }
    view = tracker_listing(book_of(tmp_path, files), TODAY)

    assert dict(view.rows[0].slugs)["owner"] == "amina-khan hall-trust"
    assert dict(view.rows[0].slugs)["organisation"] == "hall-trust"
    assert choices(view, "owner") == ["amina-khan", "hall-trust", "village-shop"]


def test_a_filter_that_tells_the_same_as_an_earlier_one_is_left_out(
    tmp_path: Path,
) -> None:
    files = {
        "actions/a.md": BARE.format("A", "Hall Trust"),
        "actions/b.md": BARE.format("B", "Village Shop"),
    }
    assert names(tracker_listing(book_of(tmp_path, files), TODAY)) == ["status", "owner"]


def test_a_filter_is_offered_only_if_it_can_leave_out_a_row(tmp_path: Path) -> None:
    one = {"actions/a.md": BARE.format("A", "Hall Trust") + "themes: [hall]\n"}
    two = one | {"actions/b.md": BARE.format("B", "Hall Trust")}

    assert names(tracker_listing(book_of(tmp_path / "1", one), TODAY)) == ["status"]
    view = tracker_listing(book_of(tmp_path / "2", two), TODAY)
    assert names(view) == ["status", "theme"]
    assert dict(view.rows[1].slugs) == {"status": "open unfinished"}


def test_meetings_are_chosen_by_name_and_day_the_latest_first(tmp_path: Path) -> None:
    files = dict([GROUP]) | {
        "groups/roof.md": "title: Roof group",
        "actions/a.md": BARE.format("A", "Hall Trust"),
        "actions/b.md": BARE.format("B", "Hall Trust").replace(
            "2026-03-12-board", "2026-05-14-roof"
        ),
    }
    (meeting, group) = tracker_listing(book_of(tmp_path, files), TODAY).filters[1:]

    assert meeting.choices == (
        Choice("2026-05-14-roof", "Roof", dt.date(2026, 5, 14)),
        Choice("2026-03-12-board", "Board", dt.date(2026, 3, 12)),
    )
    assert [choice.slug for choice in group.choices] == ["board", "roof"]


def test_good_practice_answers_to_no_status(tmp_path: Path) -> None:
    raised = "raised: [{meeting: 2026-03-12-board, by: [anonymous, Amina Khan]}]\n"
    files = {
        "concerns/good.md": "title: Good\nkind: good-practice\n" + raised,
        "concerns/bad.md": "title: Bad\n" + raised.replace("Amina Khan", "Village Shop"),
    }
    bad, good = register_listing(book_of(tmp_path, files)).rows

    assert dict(bad.slugs) == {
        "status": "unanswered",
        "kind": "concern",
        "organisation": "village-shop",
    }
    assert dict(good.slugs) == {"kind": "good-practice", "organisation": "hall-trust"}


def test_the_status_of_notes_is_told_only_where_it_differs(tmp_path: Path) -> None:
    book = book_of(tmp_path, {})

    assert names(meeting_listing(book)) == []
    assert heads(page(book, "meetings/")) == ["Meeting", "Day", "Group"]


def test_a_column_in_which_nothing_would_stand_is_left_out(tmp_path: Path) -> None:
    files = {
        "actions/a.md": BARE.format("A", "Hall Trust"),
        "concerns/a.md": "title: A\nraised: [{meeting: 2026-03-12-board}]\n",
        "decisions/a.md": "title: A\ndecided_in: 2026-03-12-board\n",
    }
    book = book_of(tmp_path, files)

    assert heads(page(book, "actions/")) == ["Action", "Owner", "Agreed", "Status"]
    assert heads(page(book, "concerns/")) == ["Concern", "Raised", "Status"]
    assert heads(page(book, "decisions/")) == ["Decision", "Meeting"]
    assert decision_listing(book).columns == ("meeting",)
    assert 'name="from"' not in page(book, "actions/")
    assert 'name="from"' in page(book, "decisions/")


def test_only_a_long_table_is_laid_out_row_by_row(tmp_path: Path) -> None:
    for number, long in ((200, False), (201, True)):
        files = {f"actions/a{n}.md": BARE.format(n, "Hall Trust") for n in range(number)}
        html = page(book_of(tmp_path / str(number), files), "actions/")
        assert ("mb-listing--long" in html) is long


@pytest.mark.parametrize("name", ["actions", "concerns", "decisions", "meetings"])
def test_every_row_has_a_cell_for_each_heading(name: str) -> None:
    root = Path(__file__).parent.parent

    html = page(link(read_notes(root / "notes")), f"{name}/")
    rows = re.findall(r'<tr role="row".*?</tr>', html, re.DOTALL)
    counts = {len(re.findall(r"<t[hd][ >]", row)) for row in rows}
    assert len(rows) > 2
    assert counts == {len(heads(html))}


def test_what_people_wrote_is_escaped_in_rows_and_choices(tmp_path: Path) -> None:
    evil = '"><script>alert(1)</script>'
    files = {
        "organisations.yml": f"evil: '{evil}'\nhall-trust: Hall Trust\n",
        "themes/evil.md": f"title: '{evil}'",
        "actions/a.md": BARE.format(f"'{evil}'", "evil") + "themes: [evil]\n",
        "actions/b.md": BARE.format("B", "hall-trust"),
    }
    html = page(book_of(tmp_path, files), "actions/")

    assert "&gt;&lt;script&gt;alert(1)" in html
    assert re.findall(r"<script[^>]*>", html) == [
        '<script defer src="../assets/listings.js">'
    ]


def test_a_listing_of_nothing_says_so_and_has_no_form(tmp_path: Path) -> None:
    html = page(book_of(tmp_path, {}), "actions/")

    assert "No meeting has agreed an action yet." in html
    assert "<form" not in html
    assert "<table" not in html
