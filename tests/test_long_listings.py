"""A long listing stands on several pages that hold, put together, what one would hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.pages import Page, site_of
from minutebook.views import unanswered
from minutebook.views.listing import Choice, ListingView
from minutebook.views.listings import tracker_listing
from minutebook.views.parts import PART, WHOLE, part_of, parts_of
from small_book import TODAY, book_of

MANY = WHOLE + 1
LAST = 3
"""Pages of so many actions."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    owners = ("Hall Trust", "Village Shop")
    files = {
        f"actions/a{number:03}.md": (
            f"title: Action {number:03}\nowners: [{owners[number < PART]}]\n"
            f"raised_in: 2026-0{3 + number % 2}-{('12', '09')[number % 2]}-board\n"
        )
        for number in range(MANY)
    }
    return book_of(tmp_path_factory.mktemp("long"), files)


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, Page]:
    return {page.address: page for page in site_of(book, TODAY, Edition()).pages}


@pytest.mark.parametrize(
    ("rows", "last"), [(0, 1), (WHOLE, 1), (MANY, 3), (750, 3), (751, 4)]
)
def test_a_listing_that_fits_stays_whole(rows: int, last: int) -> None:
    assert parts_of(rows, WHOLE) == last


def parts(book: Book) -> tuple[ListingView[object], list[ListingView[object]]]:
    whole = tracker_listing(book, TODAY)
    return whole, [part_of(whole, n, WHOLE) for n in range(1, LAST + 1)]  # type: ignore[return-value, arg-type] # rows of one kind


def test_every_row_stands_on_one_page_in_the_order_of_all(book: Book) -> None:
    whole, cut = parts(book)

    assert tuple(row for part in cut for row in part.rows) == whole.rows
    assert [len(part.rows) for part in cut] == [PART, PART, MANY - 2 * PART]
    assert {part.total for part in cut} == {MANY}


def test_put_together_in_their_places_choices_are_those_of_all(book: Book) -> None:
    whole, cut = parts(book)
    for at, filters in enumerate(zip(*(part.filters for part in cut), strict=True)):
        found: dict[int, Choice] = {}
        for each in filters:
            assert len(each.choices) == len(each.places)
            found |= dict(zip(each.places, each.choices, strict=True))
        assert tuple(found[place] for place in sorted(found)) == whole.filters[at].choices


def test_a_page_offers_what_its_own_rows_answer_to(book: Book) -> None:
    _, (first, _, last) = parts(book)
    owners = {
        part: [choice.slug for choice in part.filters[1].choices]
        for part in (first, last)
    }
    assert owners == {first: ["village-shop"], last: ["hall-trust"]}


def test_each_page_has_an_address_and_a_name_of_its_own(pages: dict[str, Page]) -> None:
    listed = {a: p for a, p in pages.items() if a == "actions/" or "/page/" in a}

    assert {address: page.title for address, page in listed.items()} == {
        "actions/": "Action tracker",
        "actions/page/2/": "Action tracker, page 2",
        "actions/page/3/": "Action tracker, page 3",
    }
    assert len({page.shown for page in listed.values()}) == LAST
    assert [page.html.count("<tr ") - 1 for page in listed.values()] == [PART, PART, 1]


def test_a_page_leads_to_the_others_and_says_which_rows_it_holds(
    pages: dict[str, Page],
) -> None:
    html = pages["actions/page/2/"].html
    (nav,) = re.findall(r'<nav class="mb-pages".*?</nav>', html, re.DOTALL)

    assert re.findall(r'href="([^"]*)"', nav) == [
        "../../../actions/",
        "../../../actions/",
        "./",
        "../../../actions/page/3/",
        "../../../actions/page/3/",
    ]
    assert "251 to 500 of 501 actions" in html
    assert "actions/page/3/" in pages["actions/page/2/"].printed().plain


def test_a_listing_that_fits_leads_to_no_other_page(pages: dict[str, Page]) -> None:
    assert "mb-pages" not in pages["meetings/"].html
    assert "data-pages" not in pages["concerns/"].html


def test_a_record_may_be_called_as_the_folder_of_pages(tmp_path: Path) -> None:
    bare = "title: {}\nowners: [Hall Trust]\nraised_in: 2026-03-12-board\n"
    files = {f"actions/{n}.md": bare.format(n) for n in ("page", *map(str, range(MANY)))}
    addresses = [
        p.address for p in site_of(book_of(tmp_path, files), TODAY, Edition()).pages
    ]

    assert len(addresses) == len(set(addresses))
    assert {"actions/page/", "actions/2/", "actions/page/2/"} <= set(addresses)


def test_of_very_many_unanswered_concerns_the_oldest_are_shown_and_all_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unanswered, "MOST", 2)
    old, new = "2026-03-12-board", "2026-04-09-board"
    files = {
        f"concerns/c{number}.md": f"title: C{number}\nraised: [{{meeting: {meeting}}}]\n"
        for number, meeting in enumerate((new, old, old))
    }
    pages = site_of(book_of(tmp_path, files), TODAY, Edition()).pages
    (html,) = (page.html for page in pages if page.address == "unanswered/")

    assert re.findall(r'href="\.\./concerns/(c\d)/"', html) == ["c1", "c2"]
    assert "3 concerns have no answer on record" in html
    assert "Here are the 2 that have waited longest." in html
    assert '<a href="../concerns/?status=unanswered">All 3 of them</a>' in html
