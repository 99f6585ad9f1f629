"""Feeds, read by a parser not ours: what is new, on its day, and nothing hidden."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import feedparser
import pytest

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.pages import Site, site_of
from minutebook.records import Visibility
from minutebook.views.audience import seen_by
from minutebook.views.feed import LENGTH
from small_book import TODAY, book_of

HERE = Edition(name="Hall notes", address="https://example.org/hall/")
ROOF = """
    title: Mend <the> roof & gutter
    owners: [Hall Trust]
    raised_in: 2026-03-12-board
    due: 2026-05-01
    themes: [hall]
    updates:
      - {status: in-progress, date: 2026-04-01, note: A builder was asked.}
      - {status: done, reported_in: 2026-04-09-board}
"""
DAMP = """
    title: Damp
    kind: question
    themes: [hall]
    raised:
      - {meeting: 2026-03-12-board, by: [Village Shop], said: It is damp.}
    responses:
      - {answer: We know., by: [Hall Trust], date: 2026-04-02}
      - {answer: It is dry now., by: [Hall Trust], date: 2026-04-02}
"""
FILES = {"actions/roof.md": ROOF, "concerns/damp.md": DAMP}


def site(book: Book, today: dt.date = TODAY, edition: Edition = HERE) -> Site:
    return site_of(seen_by(book, edition.audience, today), today, edition)


def text(site: Site, address: str) -> str:
    (found,) = (file for file in site.files if file.address == address)
    return found.text


def feed(site: Site, address: str = "feed.xml") -> Any:  # noqa: ANN401 - as feedparser has it
    parsed = feedparser.parse(text(site, address).encode())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def titles(site: Site, address: str = "feed.xml") -> list[str]:
    return [entry.title for entry in feed(site, address).entries]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path, FILES)


def test_a_feed_tells_what_is_new_the_newest_first(book: Book) -> None:
    assert titles(site(book)) == [
        "Note published: Board",
        "Action done: Mend <the> roof & gutter",
        "Answered: Damp",
        "Answered: Damp",
        "Action in progress: Mend <the> roof & gutter",
        "Note published: Board",
        "Question raised: Damp",
        "Action agreed: Mend <the> roof & gutter",
    ]


def test_a_theme_and_an_organisation_have_their_own(book: Book) -> None:
    assert "Note published: Board" not in titles(site(book), "themes/hall/feed.xml")
    assert len(titles(site(book), "themes/hall/feed.xml")) == 6
    shop = titles(site(book), "organisations/village-shop/feed.xml")
    assert shop == ["Answered: Damp", "Answered: Damp", "Question raised: Damp"]


def test_each_entry_has_an_id_of_its_own_that_stays(book: Book) -> None:
    ids = [entry.id for entry in feed(site(book)).entries]
    later = [entry.id for entry in feed(site(book, dt.date(2027, 1, 1))).entries]

    assert len(set(ids)) == len(ids)
    assert ids == later
    assert "https://example.org/hall/concerns/damp/#answered-2026-04-02-2" in ids


def test_a_day_is_a_midnight_of_the_site_on_both_sides_of_a_change_of_clocks(
    book: Book,
) -> None:
    updated = {entry.title: entry.updated for entry in feed(site(book)).entries}

    assert updated["Question raised: Damp"] == "2026-03-20T00:00:00+00:00"
    assert updated["Answered: Damp"] == "2026-04-02T00:00:00+01:00"
    assert feed(site(book)).feed.updated == "2026-04-20T00:00:00+01:00"


def test_an_entry_says_what_the_note_says_and_whose_the_action_is(book: Book) -> None:
    said = {
        entry.title: entry.summary
        for entry in feed(site(book)).entries
        if "summary" in entry
    }

    assert said["Question raised: Damp"] == "It is damp."
    assert said["Action in progress: Mend <the> roof & gutter"] == (
        "A builder was asked.\nBy Hall Trust.\nDue: 1 May 2026."
    )


def test_what_is_to_come_is_not_told_before_its_day(book: Book) -> None:
    assert titles(site(book, dt.date(2026, 3, 25))) == [
        "Note published: Board",
        "Question raised: Damp",
        "Action agreed: Mend <the> roof & gutter",
    ]


def test_a_feed_is_short_however_much_there_is_to_tell(tmp_path: Path) -> None:
    many = {f"actions/a{n}.md": ROOF for n in range(LENGTH)}

    assert len(titles(site(book_of(tmp_path, many)))) == LENGTH


def test_a_withdrawn_note_takes_the_place_of_what_was_told_of_it(tmp_path: Path) -> None:
    withdrawn = """
        title: Board
        date: 2026-03-12
        group: board
        status: withdrawn
        summary: SECRET
        agreed_on: 2026-03-20
        withdrawn_on: 2026-05-01
    """
    files = {"meetings/2026-03-12-board.md": withdrawn}
    told = site(book_of(tmp_path, files))
    first = feed(told).entries[0]

    assert first.title == "Note withdrawn: Board"
    assert first.id == "https://example.org/hall/meetings/2026-03-12-board/"
    assert "SECRET" not in text(told, "feed.xml")


def test_members_read_of_drafts_and_the_public_does_not(tmp_path: Path) -> None:
    draft = "title: Talk\ndate: 2026-05-01\nstatus: draft\n"
    book = book_of(tmp_path, FILES | {"meetings/2026-05-01-talk.md": draft})
    members = dataclasses.replace(HERE, audience=Visibility.MEMBERS)

    assert "Draft note: Talk" in titles(site(book, edition=members))
    assert "Talk" not in text(site(book), "feed.xml")


def test_a_feed_with_nothing_to_tell_is_a_feed(tmp_path: Path) -> None:
    told = site(book_of(tmp_path, {"themes/barn.md": "title: The barn"}))
    empty = feed(told, "themes/barn/feed.xml")

    assert empty.entries == []
    assert empty.feed.title == "The barn – Hall notes"  # noqa: RUF001 - an en dash


def test_there_are_no_feeds_where_nobody_knows_where_the_site_will_stand(
    book: Book,
) -> None:
    nowhere = site(book, edition=Edition(name="Hall notes"))
    assert not [file for file in nowhere.files if file.address.endswith("feed.xml")]
    assert not [page for page in nowhere.pages if "feed.xml" in page.html]
