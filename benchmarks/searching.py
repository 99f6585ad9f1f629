"""What the first search in a book loads, and how long it takes on a slow phone."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.measure import Failed
from playwright.sync_api import Browser, CDPSession, sync_playwright

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_PACKED = (".js", ".json", ".txt", ".html", ".css", ".svg")
"""What a static host sends compressed. Pagefind has packed its own files already."""

_PHONE = {"width": 375, "height": 800}
_LATENCY = 85
"""Milliseconds: what Lighthouse and Chrome take for fast 4G, with the next two."""

_DOWN = 8.1e6 / 8
_UP = 1.35e6 / 8
_SLOWER = 4
"""How many times slower a phone computes."""

_SEARCH = """async words => {
  const began = performance.now();
  const box = document.querySelector("#mb-search-for");
  box.value = words;
  box.form.requestSubmit();
  const list = document.querySelector(".mb-search__list");
  while (!list.children.length) await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSearch:
    """A first search on a slow phone, with nothing in its cache."""

    loaded: int
    """Bytes over the wire for the search itself, the page around it left out."""

    files: int
    answered: float
    """Seconds from the question to its results, the page being open."""


def first_search(site: Path, words: str) -> FirstSearch:
    """Search a site in a folder for some words. Raises Failed without a browser."""
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if program is None:
        raise Failed("no browser: Chromium is not installed")
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        found = _searched(browser, address, words)
        browser.close()
    return found


def _searched(browser: Browser, address: str, words: str) -> FirstSearch:
    page = browser.new_context(viewport=_PHONE).new_page()  # type: ignore[arg-type] # a viewport size
    session = page.context.new_cdp_session(page)
    sizes = _listen(session)
    _slow(session)
    page.goto(f"{address}search/", wait_until="networkidle")
    page.wait_for_function("window.minutebookSearch")
    answered: float = page.evaluate(_SEARCH, words)
    page.wait_for_load_state("networkidle")
    loaded = [size for url, size in sizes() if "/pagefind/" in url]
    return FirstSearch(loaded=sum(loaded), files=len(loaded), answered=answered / 1000)


def _slow(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": _LATENCY,
            "downloadThroughput": _DOWN,
            "uploadThroughput": _UP,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})


def _listen(session: CDPSession) -> partial[Iterator[tuple[str, int]]]:
    """Note what comes over the wire."""
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on(
        "Network.responseReceived",
        lambda told: addresses.update({told["requestId"]: told["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda told: sizes.update({told["requestId"]: int(told["encodedDataLength"])}),
    )
    return partial(_sizes, addresses, sizes)


def _sizes(addresses: dict[str, str], sizes: dict[str, int]) -> Iterator[tuple[str, int]]:
    for request, size in sizes.items():
        yield addresses.get(request, ""), size


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: compressed, where that helps."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _PACKED:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Host, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
