"""A browser, a quiet server and the demo site, for the tests that look at real pages."""

from __future__ import annotations

import datetime as dt
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.states import CONFIG, STATES
from browsers import BROWSERS, a_browser
from minutebook.build import build
from minutebook.order import Order
from small_book import write_project

TODAY = dt.date(2026, 11, 22)

SITE_PATH = "/minutebook/"
"""Where `site_url` says the site is; its 404 page links from the root."""

ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")
"""What a browser is started with."""

Serve = Callable[[Path], str]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = a_browser()
    if found is None:
        reason = f"no browser: none of {', '.join(BROWSERS)} is installed"
        if os.environ.get("MINUTEBOOK_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: one process, its own page for 404."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        lasting = not self.path.endswith(("/", ".html"))
        self.send_header("Cache-Control", "max-age=600" if lasting else "no-store")
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        return

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        missing = Path(self.directory) / SITE_PATH.strip("/") / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not missing.exists():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(_served(folder))


@pytest.fixture(scope="session")
def demo_site(demo: Path, serve: Serve) -> str:
    """Where the demo notes are served, ending in a slash."""
    assert demo.name == SITE_PATH.strip("/")
    return serve(demo.parent).removesuffix("/") + SITE_PATH


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """Serve a book of two notes: one is withdrawn, the other a draft."""
    folder = tmp_path_factory.mktemp("states")
    config = write_project(folder, STATES, CONFIG)
    site: Path = folder / "site"
    outcome = build(Order(config_file=config, notes=None, site_dir=site, today=TODAY))
    assert outcome.pages
    return serve(site)
