"""The editor in a site: it starts from the site alone, and says when it cannot help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, expect

from browser.at_the_editor import LONG
from browser.conftest import Serve
from browser.matrix import violations
from minutebook.build import build
from minutebook.cli import main
from minutebook.order import Order
from small_book import write_notes, write_project

SIGNED_IN = "editor_backend: {base_url: 'https://auth.example.org'}"
OPTIONS = {
    "nobody": "",
    "decap": f", {SIGNED_IN}",
    "sveltia": ", editor: sveltia",
    "by file": ", contact: notes@example.org",
}
"""Sites by who can do something: nobody, those with an account, who has e-mail."""


ROOF = "actions/2026-03-12-board-a1"
BOOK = {
    f"{ROOF}.md": """
        title:   "Mend the roof"   # before winter
        owners: Hall Trust
        raised_in: 2026-03-12-board
        updates:
          - {status: in-progress, note: Asked}
    """,
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> dict[str, str]:
    return {
        name: serve(_built(tmp_path_factory.mktemp("site"), options))
        for name, options in OPTIONS.items()
    }


def _built(folder: Path, options: str) -> Path:
    settings = (
        "site_name: Hall\ntheme: {name: material, font: false}\n"
        "plugins: [search, {minutebook: {search: material,"
        f" repository: 'https://github.com/hall/notes'{options}}}}}]\n"
    )
    order = Order(
        config_file=write_project(folder, BOOK, settings),
        notes=None,
        site_dir=folder / "site",
        today=dt.date(2026, 6, 1),
    )
    assert build(order).pages
    return folder / "site"


class Watched:
    """A page that remembers what it asked of others, what came, and what went wrong."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.page = context.new_page()
        self.asked: list[str] = []
        self.came: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda asked: self._note(asked.url, home, self.asked))
        self.page.on("response", lambda came: self._note(came.url, home, self.came))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self._said(said.type, said.text))

    def _note(self, url: str, home: str, urls: list[str]) -> None:
        if not url.startswith((home, "data:", "blob:")):
            urls.append(url)

    def _said(self, kind: str, text: str) -> None:
        if kind == "error":
            self.wrong.append(text)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


def test_where_nobody_can_sign_in_the_page_is_light_and_says_what_to_do(
    sites: dict[str, str], context: BrowserContext
) -> None:
    home = sites["nobody"]
    watched = Watched(context, home)
    answers: list[str] = []
    watched.page.on("response", lambda answer: answers.append(answer.url))
    watched.page.goto(f"{home}edit/", wait_until="networkidle")

    expect(watched.page.get_by_role("heading", level=1)).to_have_text(
        "Edit the notes: Hall"
    )
    expect(watched.page.get_by_role("main")).to_contain_text("has not been set up")
    assert not [url for url in answers if "decap" in url]
    assert (watched.asked, watched.wrong) == ([], [])


@pytest.mark.parametrize("name", OPTIONS)
def test_axe_finds_nothing_where_the_page_is_ours(
    name: str, sites: dict[str, str], chromium: Browser
) -> None:
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{sites[name]}edit/")
    assert violations(page) == []
    context.close()


def test_decap_reads_its_settings_and_asks_who_it_is(
    sites: dict[str, str], context: BrowserContext
) -> None:
    home = sites["decap"]
    watched = Watched(context, home)
    watched.page.goto(f"{home}edit/")
    watched.page.get_by_role("link", name="Sign in with GitHub").click()
    expect(watched.page.get_by_role("button", name="GitHub")).to_be_visible(timeout=LONG)
    assert (watched.asked, watched.wrong) == ([], [])


def test_sveltia_reads_its_settings_and_the_page_keeps_it_from_asking_others(
    sites: dict[str, str], context: BrowserContext
) -> None:
    home = sites["sveltia"]
    watched = Watched(context, home)
    watched.page.goto(f"{home}edit/")
    watched.page.get_by_role("link", name="Sign in with GitHub").click()
    sign_in = watched.page.get_by_role("button", name="GitHub").first
    expect(sign_in).to_be_visible(timeout=LONG)
    assert watched.came == []
    kept = "Content Security Policy"
    assert [said for said in watched.wrong if kept not in said] == []


def test_a_change_written_without_an_account_is_a_file_that_can_be_taken_in(
    sites: dict[str, str], context: BrowserContext, tmp_path: Path
) -> None:
    home = sites["by file"]
    watched = Watched(context, home)
    page = watched.page
    page.goto(f"{home}edit/")
    page.get_by_role("link", name="Write a change to e-mail").click()
    page.get_by_role("link", name="Actions", exact=True).click(timeout=LONG)
    page.get_by_role("link", name="Mend the roof").click()
    page.get_by_role("button", name="Add update").click()
    status = page.get_by_label("Status", exact=True).filter(visible=True)
    status.fill("Done")
    page.get_by_role("option", name="Done", exact=True).click()
    date = page.get_by_label("Date (optional)").filter(visible=True)
    date.fill("2026-05-01")
    page.get_by_role("button", name="Download your change").click()
    with page.expect_download() as download:
        page.get_by_text("Download now").click()
    told = page.get_by_role("alert").filter(has_text="Your change is in a file.").first
    expect(told).to_contain_text("notes@example.org")
    assert (watched.asked, watched.wrong) == ([], [])

    notes = write_notes(tmp_path / "notes", BOOK)
    before = (notes / f"{ROOF}.md").read_text("utf-8").splitlines()
    sent = tmp_path / download.value.suggested_filename
    download.value.save_as(sent)
    taken = CliRunner().invoke(main, ["apply-form", str(sent), "--notes", str(notes)])
    assert taken.exit_code == 0, taken.output
    after = (notes / f"{ROOF}.md").read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "  - status: done",
        "    date: 2026-05-01",
    ]


def test_a_page_opens_its_own_record_in_the_editor(
    sites: dict[str, str], context: BrowserContext
) -> None:
    home = sites["nobody"]
    watched = Watched(context, home)
    page = watched.page
    page.goto(f"{home}{ROOF}/")
    page.get_by_role("link", name="Open it in the editor").click()
    expect(page.get_by_text("the person who takes the minutes")).to_be_visible()
    page.get_by_role("link", name="Write a change to e-mail").click()

    title = page.get_by_label("Title", exact=True).filter(visible=True)
    expect(title).to_have_value("Mend the roof", timeout=LONG)
    assert (watched.asked, watched.wrong) == ([], [])
