"""The editor at the git host: what is saved is a pull request, and waits for a person.

Decap, the browser, the repository and our workflow are real. Only the host's interface,
which the editor talks to, is ours.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.at_the_editor import LONG, field, watched
from browser.conftest import Serve
from browser.host_of_the_editor import API, EditorHost
from contributing.editing.test_layout_of_proposals import Jobs
from contributing.forms.git_host import git, hosting
from minutebook.build import build
from minutebook.order import Order
from small_book import write_project

ROOF = "actions/2026-03-12-board-a1"
BRANCH = f"cms/{ROOF}"
BOOK = {
    f"{ROOF}.md": """
        title:   "Mend the roof"   # before winter
        owners: Hall Trust
        raised_in: 2026-03-12-board
        updates:
          - {status: in-progress, note: Asked}
    """,
}
SETTINGS = """
site_name: Hall
theme: {name: material, font: false}
plugins:
  - search
  - minutebook:
      search: material
      repository: https://github.com/hall/notes
      editor_backend: {base_url: https://auth.example.org}
"""


@dataclass
class Book:
    """A book at a host, and its site."""

    host: EditorHost
    jobs: Jobs
    site: str

    def changed(self) -> list[str]:
        """List the lines that the branch of the editor takes out and puts in."""
        lines = self.host.git("diff", "--unified=0", "main", BRANCH).splitlines()
        return [line for line in lines if line[:1] in "+-" and line[:3] not in _FILES]


_FILES = ("+++", "---")


@pytest.fixture
def book(tmp_path: Path, serve: Serve) -> Iterator[Book]:
    files = tmp_path / "files"
    files.mkdir()
    config = write_project(files, BOOK, SETTINGS)
    today = dt.date(2026, 6, 1)
    order = Order(config_file=config, notes=None, site_dir=tmp_path / "site", today=today)
    assert build(order).pages
    with hosting(tmp_path, files) as (host, clone):
        git(clone, "fetch", "--quiet", "--unshallow")
        program = clone / ".venv" / "bin" / "minutebook"
        program.parent.mkdir(parents=True)
        program.symlink_to(Path(sys.executable).parent / "minutebook")
        jobs = Jobs(host, clone, tmp_path / "layout")
        yield Book(EditorHost(host.bare), jobs, serve(tmp_path / "site"))


@pytest.fixture
def page(chromium: Browser, book: Book) -> Iterator[Page]:
    """Open the editor as somebody who has signed in."""
    somebody = {"backendName": "github", "login": "amina-k", "token": "of-a-test"}
    with watched(chromium, API) as page:
        kept = json.dumps(json.dumps(somebody))
        page.add_init_script(f"localStorage.setItem('decap-cms-user', {kept})")
        book.host.answers(page)
        yield page


def test_what_is_saved_is_proposed_and_looks_as_the_file_did_but_for_the_change(
    book: Book, page: Page
) -> None:
    page.goto(f"{book.site}edit/?door=host&record={ROOF}")
    title = field(page, "Title")
    expect(title).to_have_value("Mend the roof", timeout=LONG)
    title.fill("Mend all of the roof")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Status: Draft")).to_be_visible(timeout=LONG)

    (pull,) = book.host.pulls
    assert (pull["head"]["ref"], pull["base"]["ref"]) == (BRANCH, "main")
    assert pull["labels"] == [{"name": "decap-cms/draft"}]
    assert len(book.changed()) > 2

    git(book.jobs.clone, "fetch", "--quiet", "origin", f"{BRANCH}:this-proposal")
    book.jobs.lay_out()
    book.jobs.put()

    assert book.changed() == [
        '-title:   "Mend the roof"   # before winter',
        "+title:   Mend all of the roof   # before winter",
    ]


def test_a_change_goes_from_draft_to_review_to_ready(book: Book, page: Page) -> None:
    page.goto(f"{book.site}edit/?door=host&record={ROOF}")
    expect(field(page, "Title")).to_have_value("Mend the roof", timeout=LONG)
    field(page, "Due").fill("2026-09-01")
    page.get_by_role("button", name="Save", exact=True).click()
    for before, after, label in (
        ("Draft", "In review", "pending_review"),
        ("In review", "Ready", "pending_publish"),
    ):
        page.get_by_role("button", name=f"Status: {before}").click(timeout=LONG)
        page.get_by_text(after, exact=True).click()
        now = page.get_by_role("button", name=f"Status: {after}")
        expect(now).to_be_visible(timeout=LONG)
        assert book.host.pulls[0]["labels"] == [{"name": f"decap-cms/{label}"}]
