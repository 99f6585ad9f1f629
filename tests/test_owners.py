"""The pages of those who owe actions: organisations; people, where a book wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.make import make_site
from minutebook.pages import Page, Site, site_of
from minutebook.records import Visibility
from minutebook.views.audience import seen_by
from minutebook.views.organisation import organisation_view, owners_view
from minutebook.views.owner import OwnerView
from small_book import TODAY, book_of, write_notes

MARCH = "2026-03-12-board"
BOARD = """
    title: Board
    date: 2026-03-12
    group: board
    status: published
    agreed_on: 2026-03-20
    attendees: ["Amina Khan (chair)", "Ben Hartley, Village Shop"]
"""
PEOPLE = (
    "amina-khan: {name: Amina Khan, organisation: Hall Trust, aliases: [amina]}\n"
    "ben: {name: Ben Hartley, organisation: Village Shop}\n"
    "unheard: {name: Una Heard}\n"
)


def an_action(done: str = "", owner: str = "Amina Khan", due: str = "") -> str:
    more = f"updates: [{{status: done, date: {done}}}]\n" if done else ""
    more += f"due: {due}\n" if due else ""
    return f"title: Ring\nowners: [{owner}]\nraised_in: {MARCH}\n{more}"


FILES = {
    f"meetings/{MARCH}.md": BOARD,
    "people.yml": PEOPLE,
    "actions/soon.md": an_action(due="2026-06-30"),
    "actions/late.md": an_action(due="2026-04-30"),
    "actions/quick.md": an_action(done="2026-03-14"),
    "actions/slow.md": an_action(done="2026-05-12"),
    "actions/usual.md": an_action(done="2026-04-12"),
    "actions/dropped.md": an_action(done="2026-05-30").replace("done", "dropped"),
    "concerns/roof.md": (
        f"title: Roof\nraised: [{{meeting: {MARCH}, by: [Amina Khan]}}]\n"
        f"responses: [{{answer: Soon, by: [Ben Hartley], meeting: {MARCH}}}]"
    ),
}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path, FILES)


def owner(book: Book) -> OwnerView:
    trust = book.organisations.get("hall-trust")
    assert trust
    return organisation_view(book, trust, TODAY).owner


def published(book: Book, *, people: bool) -> Site:
    seen = seen_by(book, Visibility.PUBLIC, TODAY, names_people=people)
    edition = Edition(people=people, address="https://example.org/hall/")
    return site_of(seen, TODAY, edition)


def page(site: Site, address: str) -> Page:
    (found,) = (page for page in site.pages if page.address == address)
    return found


# Organisations


def test_an_organisation_shows_what_is_late_open_and_done(book: Book) -> None:
    view = owner(book)

    assert (view.tally.late, view.tally.unfinished, view.tally.done) == (1, 2, 3)
    assert [card.ref.id for card in view.late.first] == ["late"]
    assert [card.ref.id for card in view.open.first] == ["soon"]
    closed = [(c.card.ref.id, c.days) for c in view.closed.first]
    assert closed == [("dropped", 79), ("slow", 61), ("usual", 31), ("quick", 2)]


def test_how_long_actions_took_is_the_median_of_those_done(book: Book) -> None:
    view = owner(book)

    assert (view.timed, view.typical_days) == (3, 31)


def test_three_numbers_lead_to_the_tracker(book: Book) -> None:
    shown = page(published(book, people=False), "organisations/hall-trust/").html

    for status in ("overdue", "unfinished", "done"):
        assert f"../../actions/?organisation=hall-trust&amp;status={status}" in shown
    assert "3 actions done, typically in 1 month." in shown


def test_a_number_that_is_nought_leads_nowhere(tmp_path: Path) -> None:
    book = book_of(tmp_path, {"actions/a.md": an_action(owner="Hall Trust")})
    shown = page(published(book, people=False), "organisations/hall-trust/").html

    assert "status=unfinished" in shown
    assert "status=done" not in shown


def test_the_list_of_organisations_has_no_empty_column(tmp_path: Path) -> None:
    few = book_of(tmp_path / "a", {"actions/a.md": an_action(owner="Hall Trust")})
    many = book_of(tmp_path / "b", FILES)

    assert owners_view(few, TODAY).columns == ("unfinished",)
    assert owners_view(many, TODAY).columns == (
        "meetings",
        "late",
        "unfinished",
        "done",
        "concerns",
    )


def test_a_long_list_is_folded_and_then_leads_to_the_tracker(tmp_path: Path) -> None:
    many = {
        f"actions/a{n:02}.md": an_action(done="2026-04-12", owner="Hall Trust")
        for n in range(60)
    }
    book = book_of(tmp_path, many)
    shown = page(published(book, people=False), "organisations/hall-trust/").html

    assert shown.count('<td data-label="Took">') == 50
    assert "<summary>40 more</summary>" in shown
    assert ">All 60 of them</a>" in shown


# People


def test_nobody_has_a_page_unless_the_book_wants_it(book: Book) -> None:
    site = published(book, people=False)

    assert not [p.address for p in site.pages if p.address.startswith("people/")]
    assert not [r.address for r in site.redirects if r.address.startswith("people/")]
    assert not [p.address for p in site.pages if "people/" in p.html]


def test_where_a_book_wants_it_each_person_on_record_has_a_page(book: Book) -> None:
    site = published(book, people=True)

    assert [p.address for p in site.pages if p.address.startswith("people/")] == [
        "people/amina-khan/",
        "people/ben/",
    ]
    assert [(r.address, r.to) for r in site.redirects] == [
        ("people/amina/", "people/amina-khan/")
    ]


def test_a_person_s_page_shows_what_an_organisation_s_does(book: Book) -> None:
    shown = page(published(book, people=True), "people/amina-khan/").html

    assert "../../actions/?owner=amina-khan&amp;status=overdue" in shown
    for heading in ("Overdue", "Open", "Done or dropped", "Meetings", "Concerns raised"):
        assert f">{heading}</h2>" in shown
    assert "Concerns answered" not in shown
    assert "tell whoever looks after this site" in shown


@pytest.mark.parametrize(
    "address",
    ["actions/soon/", f"meetings/{MARCH}/", "concerns/roof/", "organisations/"],
)
def test_names_lead_to_people_where_people_have_pages(book: Book, address: str) -> None:
    site = published(book, people=True)

    assert 'people/amina-khan/">Amina Khan' in page(site, address).html


def test_a_person_named_only_in_what_is_hidden_has_no_page(tmp_path: Path) -> None:
    draft = "title: Board\ndate: 2026-04-09\nstatus: draft\nattendees: [Una Heard]"
    book = book_of(tmp_path, FILES | {"meetings/2026-04-09-board.md": draft})

    assert book.attendance_of(book.people.get("unheard"))  # type: ignore[arg-type] # is
    addresses = {page.address for page in published(book, people=True).pages}
    assert "people/unheard/" not in addresses


def test_the_setting_reaches_the_pages(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, FILES)
    for people in (True, False):
        site = make_site(notes, TODAY, Edition(people=people)).site
        assert site
        assert any(page.kind == "person" for page in site.pages) is people


@pytest.mark.parametrize("people", [True, False])
@pytest.mark.parametrize(
    ("address", "behind"),
    [
        ("actions/soon/", ("Hall Trust",)),
        ("concerns/roof/", ("Hall Trust", "Village Shop")),
    ],
)
def test_the_search_knows_the_organisations_of_people_whether_they_have_pages_or_not(
    book: Book, address: str, behind: tuple[str, ...], *, people: bool
) -> None:
    finding = page(published(book, people=people), address).printed().finding

    assert finding is not None
    assert finding.organisations == behind


# Groups


def test_a_group_shows_its_next_and_latest_meeting_and_what_is_open(
    tmp_path: Path,
) -> None:
    april = (
        "title: In April\ndate: 2026-04-09\ngroup: board\nstatus: published\n"
        "agreed_on: 2026-04-20\nnext_meetings: [2026-05-14, 2026-07-02, in the autumn]"
    )
    files = FILES | {"meetings/2026-04-09-board.md": april}
    shown = page(published(book_of(tmp_path, files), people=False), "groups/board/").html

    assert "14 May 2026" not in shown
    assert "2 July 2026" in shown
    assert "In the autumn" in shown
    assert shown.index("In April") < shown.index("Earlier meetings")
    assert "actions/?group=board&amp;status=unfinished" in shown


# Citing


def test_a_note_is_cited_with_its_whole_address(book: Book) -> None:
    shown = page(published(book, people=False), f"meetings/{MARCH}/").html
    address = f"https://example.org/hall/meetings/{MARCH}/"

    assert (
        "Board of trustees, “Board”, note of the meeting of 12 March 2026 (published)."
        f' <a href="{address}">{address}</a>'
    ) in shown
