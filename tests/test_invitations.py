"""What readers are invited to do about a page, and where they are led."""

from __future__ import annotations

import dataclasses
import html
import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from minutebook.edition import Edition
from minutebook.forms import FORMS
from minutebook.pages import Page, site_of
from minutebook.pages.form_page import MOST
from minutebook.pages.invitations import LONGEST_ADDRESS, invitations
from minutebook.publish.leaves import leaf_of
from minutebook.reading.mark import mark_of
from minutebook.records import Visibility
from minutebook.views.audience import seen_by
from site_folder import found_by_pagefind
from small_book import TODAY, book_of

REPOSITORY = "https://github.com/hall/notes"
EDITION = Edition(
    address="https://hall.example.org/",
    contribute="contribute/",
    repository=REPOSITORY,
    edit=f"{REPOSITORY}/edit/main/notes/{{path}}",
    contact="notes@example.org",
)
BY_MAIL = dataclasses.replace(EDITION, repository="")

FILES = {
    "actions/a1.md": (
        "title: Mend the roof\nowners: [Hall Trust]\nraised_in: 2026-03-12-board"
    ),
    "concerns/cold.md": "title: Cold\nraised: [{meeting: 2026-03-12-board}]",
    "concerns/when.md": (
        "title: When?\nkind: question\nraised: [{meeting: 2026-03-12-board}]"
    ),
    "concerns/warm.md": (
        "title: Warm\nkind: good-practice\nraised: [{meeting: 2026-03-12-board}]"
    ),
    "decisions/paint.md": "title: Paint it\ndecided_in: 2026-03-12-board",
    "meetings/2026-05-01-board.md": (
        "title: Gone\ndate: 2026-05-01\nstatus: withdrawn\nwithdrawn_on: 2026-05-02"
    ),
    "glossary.yml": "RSH: {meaning: Regulator of Social Housing}\n",
}
INVITED = re.compile(r"<footer class=\"mb-change\".*?</footer>", re.DOTALL)
LINK = re.compile(
    r'<a [^>]*?href="([^"]*)"[^>]*?(?: aria-label="([^"]*)")?>(.*?)</a>', re.DOTALL
)


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    return pages_in(tmp_path, EDITION)


def pages_in(folder: Path, edition: Edition) -> dict[str, Page]:
    book = book_of(folder, FILES)
    return {page.address: page for page in site_of(book, TODAY, edition).pages}


def links_of(page: Page) -> dict[str, str]:
    """Give the links of what readers are invited to, by their words."""
    found = INVITED.search(page.html)
    if found is None:
        return {}
    return {
        html.unescape(label or words): html.unescape(address)
        for address, label, words in LINK.findall(found[0])
    }


def words_of(page: Page) -> list[str]:
    return [words for words in links_of(page) if not words.startswith("without")]


@pytest.mark.parametrize(
    ("address", "invited"),
    [
        ("actions/a1/", ["Report an update", "Suggest a correction"]),
        (
            "concerns/cold/",
            ["Answer this concern", "It was raised again", "Suggest a correction"],
        ),
        (
            "concerns/when/",
            ["Answer this question", "It was raised again", "Suggest a correction"],
        ),
        ("concerns/warm/", ["It was told of again", "Suggest a correction"]),
        ("meetings/2026-03-12-board/", ["Raise a concern", "Suggest a correction"]),
        ("decisions/paint/", ["Suggest a correction"]),
        ("themes/hall/", ["Raise a concern", "Suggest a correction"]),
        ("groups/board/", ["Add notes of a meeting", "Suggest a correction"]),
        ("organisations/hall-trust/", ["Suggest a correction"]),
        ("meetings/2026-05-01-board/", []),
    ],
)
def test_a_record_invites_to_what_fits_it_and_to_be_edited(
    address: str, invited: list[str], pages: dict[str, Page]
) -> None:
    assert words_of(pages[address]) == [
        "How to contribute",
        *invited,
        "Edit this record",
    ]


@pytest.mark.parametrize(
    ("address", "invited"),
    [
        ("meetings/", ["Add notes of a meeting"]),
        ("actions/", ["Report an update"]),
        ("concerns/", ["Raise a concern", "Answer a concern"]),
        ("unanswered/", ["Answer a concern"]),
        ("decisions/", ["Suggest a correction"]),
        ("themes/", ["Raise a concern"]),
        ("organisations/", ["Suggest a correction", "Edit this list"]),
        ("glossary/", ["Suggest a correction", "Edit this list"]),
    ],
)
def test_a_listing_invites_to_what_fits_it(
    address: str, invited: list[str], pages: dict[str, Page]
) -> None:
    assert words_of(pages[address]) == ["How to contribute", *invited]


def test_a_page_that_is_for_doing_something_invites_to_nothing_else(
    pages: dict[str, Page],
) -> None:
    for address in ("search/", "suggest/", "suggest/update-action/"):
        assert links_of(pages[address]) == {}


def test_an_issue_form_opens_with_what_the_page_knows(pages: dict[str, Page]) -> None:
    page = pages["actions/a1/"]
    assert page.record
    address = urlsplit(links_of(page)["Report an update"])
    query = parse_qs(address.query, strict_parsing=True)

    assert address._replace(query="").geturl() == f"{REPOSITORY}/issues/new"
    assert query == {
        "template": ["update-action.yml"],
        "action": ["a1"],
        "seen": [mark_of(page.record)],
        "title": ["Report an update on an action: Mend the roof"],
    }


def test_beside_each_issue_form_is_the_way_without_an_account(
    pages: dict[str, Page],
) -> None:
    page = pages["concerns/cold/"]
    assert page.record
    links = links_of(page)
    to = f"../../suggest/answer-concern/?concern=cold&seen={mark_of(page.record)}"
    assert links["without an account: Answer this concern"] == to
    assert [words for words in links if words.startswith("without")] == [
        "without an account: Answer this concern",
        "without an account: It was raised again",
        "without an account: Suggest a correction",
    ]


def test_a_book_that_takes_changes_by_e_mail_alone_leads_to_its_own_forms(
    tmp_path: Path,
) -> None:
    links = links_of(pages_in(tmp_path, BY_MAIL)["actions/a1/"])
    assert links["Report an update"].startswith("../../suggest/update-action/?action=a1")
    assert not any(words.startswith("without") for words in links)


def test_a_book_that_takes_no_changes_invites_to_none(tmp_path: Path) -> None:
    quiet = dataclasses.replace(EDITION, repository="", contact="")
    pages = pages_in(tmp_path, quiet)
    assert not any(links_of(page) for page in pages.values())
    assert not any(address.startswith("suggest/") for address in pages)


def test_every_form_has_a_page_and_every_invitation_leads_to_one(
    pages: dict[str, Page],
) -> None:
    led = {
        address.partition("?")[0].rpartition("../")[2]
        for page in pages.values()
        for words, address in links_of(page).items()
        if words.startswith("without")
    }
    assert led == {f"suggest/{form.id}/" for form in FORMS}
    assert led < pages.keys()


def test_a_form_offers_the_latest_records_first_and_none_that_is_hidden(
    tmp_path: Path,
) -> None:
    late = "title: {}\nowners: [Hall Trust]\nraised_in: 2026-04-09-board\nvisibility: {}"
    files = FILES | {
        "actions/late.md": late.format("Ring the plumber", "public"),
        "actions/quiet.md": late.format("Salaries", "members"),
    }
    book = seen_by(book_of(tmp_path, files), Visibility.PUBLIC, TODAY)
    pages = {page.address: page for page in site_of(book, TODAY, EDITION).pages}
    body = pages["suggest/update-action/"].html

    assert re.findall(r'<option value="(late|a1|quiet)">([^<]*)', body) == [
        ("late", "Ring the plumber, 9 Apr 2026"),
        ("a1", "Mend the roof, 12 Mar 2026"),
    ]
    assert not any("Salaries" in page.html for page in pages.values())


def test_a_form_asks_in_the_language_of_the_site_and_sends_the_words_of_the_program(
    tmp_path: Path,
) -> None:
    pages = pages_in(tmp_path, dataclasses.replace(EDITION, language="cy"))
    body = html.unescape(pages["suggest/update-action/"].html)
    assert 'data-question="Which action is it?"' in body
    assert ">Pa gam gweithredu ydyw?" in body
    assert '<option value="It is done">Mae wedi\'i gwblhau</option>' in body


def test_a_form_of_a_large_book_stays_small(tmp_path: Path) -> None:
    many = {
        f"actions/many-{n}.md": "title: x\nowners: [y]\nraised_in: 2026-03-12-board"
        for n in range(MOST + 50)
    }
    book = book_of(tmp_path, many)
    pages = {page.address: page for page in site_of(book, TODAY, EDITION).pages}
    assert pages["suggest/update-action/"].html.count('<option value="many-') == MOST


def hostile(page: Page, title: str) -> Page:
    return dataclasses.replace(page, title=title)


@pytest.mark.parametrize(
    "title",
    [
        '"><script>alert(1)</script>',
        "a&template=evil.yml#x",
        "Ünïcödé 🙂\u2028",
        "%0a%22",
    ],
)
def test_no_title_breaks_out_of_an_address(title: str, pages: dict[str, Page]) -> None:
    page = hostile(pages["themes/hall/"], title)
    first = invitations(page, EDITION)[0]
    query = parse_qs(urlsplit(first.host).query, strict_parsing=True)
    assert query["template"] == ["raise-concern.yml"]
    assert query["themes"] == [title]
    assert re.fullmatch(r"[\x21-\x7e]+", first.host)
    assert not set(first.host) & set("\"'<>")


@pytest.mark.parametrize("letter", ["a", "ü", "🙂"])
def test_an_address_stays_short_enough_and_keeps_the_record(
    letter: str, pages: dict[str, Page]
) -> None:
    for page in pages.values():
        for one in invitations(hostile(page, letter * 3000), EDITION):
            assert len(one.host) < LONGEST_ADDRESS
            assert len(one.here) < LONGEST_ADDRESS
    action = invitations(hostile(pages["actions/a1/"], letter * 3000), EDITION)[0]
    assert "action=a1" in action.host
    assert quote(letter) * 3000 not in action.host


def test_the_markdown_beside_a_page_and_the_search_leave_it_out(
    pages: dict[str, Page],
) -> None:
    for page in pages.values():
        printed = page.printed()
        assert "put right?" not in printed.plain
        assert "without an account" not in leaf_of(page, printed, "en")
    assert "Mend the roof" in leaf_of(
        pages["actions/a1/"], pages["actions/a1/"].printed(), "en"
    )


def test_the_pencil_of_the_theme_and_the_link_lead_to_the_same_place(demo: Path) -> None:
    page = (demo / "concerns/funding-subsidisation/index.html").read_text("utf-8")
    edit = re.findall(r'<a href="(https:[^"]*/edit/[^"]*)"', page)
    assert len(edit) == 2
    assert len(set(edit)) == 1


def test_the_search_of_the_site_finds_none_of_it(demo: Path) -> None:
    found = found_by_pagefind(demo)
    telling = {address for address, words in found.items() if "put right?" in words}
    assert telling <= {"contribute/", "how-to/action-done/"}  # by hand, of the block
    assert not any(address.startswith("suggest/") for address in found)
