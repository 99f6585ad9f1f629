"""What a built site holds: every record found, every address kept, data to be trusted."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from minutebook.build import build
from minutebook.order import Order
from minutebook.publish.search import INDEXES
from site_folder import (
    MATERIAL,
    RENDERER,
    ROOT,
    build_notes,
    copy_project,
    found_by_pagefind,
    with_settings,
)
from small_book import write_notes, write_project

TABLES = ("meetings", "actions", "concerns", "decisions", "themes", "organisations")


@pytest.fixture
def site(demo: Path) -> Path:
    return demo


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_open_data_is_what_its_schema_says(site: Path, table: str) -> None:
    rows = json.loads((site / "data" / f"{table}.json").read_text("utf-8"))
    schema = json.loads((site / "data" / f"{table}.schema.json").read_text("utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(rows, schema)
    assert rows
    for row in rows:
        assert (site / row["url"] / "index.html").is_file()


def test_the_search_finds_every_record_and_term_and_no_listing(site: Path) -> None:
    found = found_by_pagefind(site)
    for table in TABLES:
        for row in json.loads((site / "data" / f"{table}.json").read_text("utf-8")):
            assert row["url"] in found
        assert f"{table}/" not in found
    assert "glossary/#mb-term-ispa" in found
    assert "about/" in found


def test_with_the_search_of_pagefind_the_theme_has_no_index(site: Path) -> None:
    assert not any((site / index.address).exists() for index in INDEXES)
    assert "md-search__input" not in page(site, "about")


def test_for_a_book_read_from_a_folder_the_search_of_the_theme_finds_every_record(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    config = with_settings(tmp_path, MATERIAL)
    today = dt.date(2026, 11, 22)
    order = Order(
        config_file=config, notes=None, site_dir=site, today=today, renderer=RENDERER
    )
    build(order)
    found = next(index for index in INDEXES if (site / index.address).is_file())
    search = json.loads((site / found.address).read_text("utf-8"))
    places = {entry["location"] for entry in search[found.entries]}
    for table in TABLES:
        for row in json.loads((site / "data" / f"{table}.json").read_text("utf-8")):
            assert row["url"] in places
    assert not (site / "pagefind").exists()
    assert not (site / "search" / "index.html").exists()
    assert "mb-find" not in page(site, "about")


def test_each_record_links_to_its_file_for_editing(site: Path) -> None:
    edit = "https://github.com/minutebook/minutebook/edit/main/notes/"
    for folder in ("meetings", "actions", "concerns", "decisions", "themes", "groups"):
        for note in (ROOT / "notes" / folder).glob("*.md"):
            assert f"{edit}{folder}/{note.name}" in page(site, f"{folder}/{note.stem}")
    assert f"{edit}organisations.yml" in page(site, "organisations/clinks")


@pytest.mark.parametrize("address", ["concerns/funding-subsidisation", "unanswered"])
def test_a_page_below_a_listing_is_under_its_tab(site: Path, address: str) -> None:
    shown = page(site, address)
    active = shown.partition("md-tabs__item--active")[2]

    assert active.partition("</li>")[0].strip().endswith("Concerns\n  \n</a>") or (
        "Concerns" in active.partition("</li>")[0]
    )


def test_an_earlier_address_leads_to_the_record(tmp_path: Path) -> None:
    notes = write_notes(
        tmp_path / "notes", {"themes/hall.md": "title: x\naliases: [barn]"}
    )
    build_notes(notes, tmp_path / "site")
    moved = page(tmp_path / "site", "themes/barn")

    assert '<a href="../../themes/hall/">' in moved
    assert 'content="0; url=../../themes/hall/"' in moved
    assert (tmp_path / "site" / "themes" / "hall" / "index.html").is_file()


def test_previous_and_next_meetings_of_a_group_find_each_other(tmp_path: Path) -> None:
    build_notes(write_notes(tmp_path / "notes", {}), tmp_path / "site")
    march = page(tmp_path / "site", "meetings/2026-03-12-board")
    april = page(tmp_path / "site", "meetings/2026-04-09-board")

    assert '<a href="../../meetings/2026-04-09-board/" rel="next">' in march
    assert '<a href="../../meetings/2026-03-12-board/" rel="prev">' in april
    assert 'rel="prev"' not in march.partition("<article")[2]


def test_a_withdrawn_note_is_a_page_that_says_so(tmp_path: Path) -> None:
    withdrawn = "title: Board\ndate: 2026-04-09\nstatus: withdrawn\n---\nSecret words"
    notes = write_notes(tmp_path / "notes", {"meetings/2026-04-09-board.md": withdrawn})
    build_notes(notes, tmp_path / "site")
    shown = page(tmp_path / "site", "meetings/2026-04-09-board")

    assert "This note has been withdrawn" in shown
    assert "Secret words" not in shown


def test_an_attachment_is_published_only_where_something_shown_links_to_it(
    tmp_path: Path,
) -> None:
    board = "title: Board\ndate: 2026-04-09\nstatus: {}\nagreed_on: 2026-04-20\n---\n{}"
    shown = board.format("published", "See [the plan](../attachments/plan.pdf).")
    hidden = board.format("draft", "See [the salaries](../attachments/pay.pdf).")
    files = {
        "meetings/2026-04-09-board.md": shown,
        "meetings/2026-05-01-board.md": hidden,
    }
    notes = write_notes(tmp_path / "notes", files)
    (notes / "attachments").mkdir()
    for name in ("plan", "pay", "stray"):
        (notes / "attachments" / f"{name}.pdf").write_bytes(b"%PDF-1.4")
    build_notes(notes, tmp_path / "site")

    assert 'href="../../attachments/plan.pdf"' in page(
        tmp_path / "site", "meetings/2026-04-09-board"
    )
    published = {path.name for path in (tmp_path / "site" / "attachments").iterdir()}
    assert published == {"plan.pdf"}


def test_the_404_page_tells_where_to_go(site: Path) -> None:
    missing = (site / "404.html").read_text("utf-8")

    assert "There is no page at this address" in missing
    assert 'href="/minutebook/meetings/"' in missing


def test_a_book_with_nothing_in_it_is_still_a_site(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    outcome = build_notes(tmp_path / "notes", tmp_path / "site")

    assert outcome.problems == ()
    assert "No meeting has agreed an action yet" in page(tmp_path / "site", "actions")
    assert "No note has been published yet" in page(tmp_path / "site", "meetings")


def test_pages_lead_to_how_to_contribute_only_where_a_book_tells_it(
    tmp_path: Path,
) -> None:
    cold = "title: Cold\nthemes: [hall]\nraised: [{meeting: 2026-03-12-board}]"
    settings = (
        "site_name: Hall\ntheme: {name: material, font: false}\n"
        "plugins: [search, {minutebook: {search: material}}]\n"
    )
    order = Order(
        config_file=write_project(tmp_path, {"concerns/cold.md": cold}, settings),
        site_dir=tmp_path / "site",
        today=dt.date(2026, 6, 1),
        renderer=RENDERER,
        kept=tmp_path / "kept",
    )
    leads = {}
    for name in ("index.md", "contribute.md"):
        (tmp_path / "docs" / name).write_text("# Words\n", "utf-8")
        assert build(order).pages
        leads[name] = [
            address
            for address in ("concerns/cold", "unanswered")
            if "contribute/" in page(tmp_path / "site", address).partition("<article")[2]
        ]

    assert leads == {"index.md": [], "contribute.md": ["concerns/cold", "unanswered"]}


def test_a_page_of_docs_never_hides_a_page_of_the_notes(tmp_path: Path) -> None:
    config = copy_project(tmp_path)
    (tmp_path / "docs" / "actions").mkdir()
    (tmp_path / "docs" / "actions" / "index.md").write_text("# Mine", "utf-8")

    from click.testing import CliRunner  # noqa: PLC0415 - only here

    from minutebook.cli import main  # noqa: PLC0415 - only here

    result = CliRunner().invoke(
        main, ["build", "--config", str(config), "--renderer", RENDERER]
    )
    assert result.exit_code == 2
    assert "docs/actions/index.md stands where a page of the notes goes" in result.output
