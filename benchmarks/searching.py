"""What the first search in a book loads, and how long it takes on a slow phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.hosting import chromium, served
from playwright.sync_api import Browser, CDPSession

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
    with served(site) as address, chromium() as browser:
        return _searched(browser, address, words)


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
