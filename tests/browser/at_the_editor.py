"""The editor, run and used as somebody would: a repository, our command, a browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

LONG = 60_000
"""Milliseconds in which any machine can start an editor of five megabytes."""

REFUSED = "Object"
"""What Decap lets fall when it was told that something was not saved."""


def git(book: Path, *words: str) -> str:
    someone = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *someone, *words],  # noqa: S607 - the one of this machine
        cwd=book,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def changed_lines(book: Path) -> list[str]:
    """Give what git sees: the name of each file, and each line taken out or put in."""
    git(book, "add", "--intent-to-add", ".")
    diff = git(book, "diff", "--unified=0", "--no-color").splitlines()
    return [
        line.removeprefix("+++ b/notes/")
        for line in diff
        if not line.startswith(("diff ", "index ", "--- ", "@@", "new file"))
    ]


@contextmanager
def running(repository: Path, *options: str) -> Iterator[str]:
    """Run the editor as somebody would, and give its address."""
    command = [sys.executable, "-m", "minutebook", "edit", "--no-browser", *options]
    with subprocess.Popen(
        command,
        cwd=repository,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as server:
        assert server.stdout
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found
        try:
            yield found[0]
        finally:
            server.terminate()


@contextmanager
def watched(chromium: Browser, *hosts: str) -> Iterator[Page]:
    """Open a browser that notices when something fails or goes elsewhere."""
    context = chromium.new_context()
    page = context.new_page()
    known = ("http://127.0.0.1:", "data:", "blob:", *hosts)
    elsewhere: list[str] = []
    failed: list[str] = []
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith(known) else elsewhere.append(asked.url)
        ),
    )
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    assert elsewhere == []
    assert [error for error in failed if error != REFUSED] == []


def open_record(page: Page, address: str, record: str) -> None:
    collection, _, name = record.partition("/")
    page.goto(f"{address}#/collections/{collection}/entries/{name}")
    expect(page.get_by_role("button", name="Saved")).to_be_visible(timeout=LONG)


def open_new(page: Page, address: str, collection: str) -> None:
    page.goto(f"{address}#/collections/{collection}/new")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible(
        timeout=LONG
    )


def field(page: Page, label: str) -> Locator:
    """Find a field that can be seen by its label, however many have that label."""
    named = re.compile(rf"^{label}( \(optional\))?(, one more)?$", re.IGNORECASE)
    return page.get_by_label(named).filter(visible=True)


def choose(page: Page, label: str, choice: str) -> None:
    field(page, label).last.fill(choice)
    page.get_by_role("option", name=choice, exact=True).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    with page.expect_response(
        lambda answer: "persistEntry" in (answer.request.post_data or "")
    ):
        page.get_by_text("Save now").click()


def saved(page: Page) -> None:
    save(page)
    expect(page.get_by_text("Changes saved")).to_be_visible(timeout=LONG)
    expect(page.locator("#mb-told")).to_be_hidden()
