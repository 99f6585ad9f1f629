"""What the first search in a book loads, and how long it takes on a slow phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.hosting import chromium, served
from playwright.sync_api import Browser, CDPSession, Page

_PHONE = {"width": 375, "height": 800}
_LATENCY = 85
"""Milliseconds: what Lighthouse and Chrome take for fast 4G, with the next two."""

_DOWN = 8.1e6 / 8
_UP = 1.35e6 / 8
_SLOWER = 4
"""How many times slower a phone computes."""

_TRIES = 5
"""The quickest counts: other work on the machine makes a browser slower only."""

_TYPING = 150
"""Milliseconds from one letter to the next, as people type."""

_WATCH = """() => {
  const begin = () => {
    const list = document.querySelector(".mb-search__list");
    new MutationObserver(() => {
      if (list.children.length) window.shownAt = performance.now();
    }).observe(list, { childList: true });
  };
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("keydown", () => (window.keyAt = performance.now()));
}"""

_ANSWERED = """words => window.minutebookSearch?.question === words && window.shownAt
  && !document.querySelector(".mb-search__results[aria-busy=true]")"""

_PARTS = {
    "wasm.": "Pagefind's program",
    "search.": "our script",
    "book.": "what is known of all pages",
    "words-": "lists of words",
    "index/": "the index, in pieces",
    "fragment/": "the pages found",
    "facets.": "what narrows down",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSearch:
    """A first search on a slow phone, with nothing in its cache."""

    loaded: Mapping[str, tuple[int, int]]
    """Bytes over the wire and files for the search itself, the page around it left out:
    by what they are, at most, with all that is loaded while the words are typed."""

    typed: float
    """Seconds from the last letter to the results, the page being open."""

    opened: float
    """Seconds from following an address with the words in it to the results."""

    @property
    def bytes(self) -> int:
        """All bytes together."""
        return sum(size for size, _ in self.loaded.values())

    @property
    def files(self) -> int:
        """All files together."""
        return sum(files for _, files in self.loaded.values())


def first_search(site: Path, words: str) -> FirstSearch:
    """Search a site in a folder for some words. Raises Failed without a browser."""
    with served(site) as address, chromium() as browser:
        typed = [typed_search(browser, address, words) for _ in range(_TRIES)]
        opened = [_opened(browser, address, words) for _ in range(_TRIES)]
    return FirstSearch(
        loaded=max((loaded for loaded, _ in typed), key=_bytes_of),
        typed=min(seconds for _, seconds in typed),
        opened=min(opened),
    )


def typed_search(
    browser: Browser, address: str, words: str
) -> tuple[Mapping[str, tuple[int, int]], float]:
    """Type words; tell what is loaded, and the seconds from the last letter on."""
    page = _slow_page(browser)
    sizes = _listen(page.context.new_cdp_session(page))
    page.goto(f"{address}search/", wait_until="networkidle")
    page.keyboard.type(words, delay=_TYPING)
    page.wait_for_function(_ANSWERED, arg=words)
    taken: float = page.evaluate("window.shownAt - window.keyAt")
    page.wait_for_load_state("networkidle")
    page.context.close()
    return _by_part(sizes()), taken / 1000


def _opened(browser: Browser, address: str, words: str) -> float:
    page = _slow_page(browser)
    page.goto(f"{address}search/?{urlencode({'q': words})}", wait_until="commit")
    page.wait_for_function(_ANSWERED, arg=words)
    taken: float = page.evaluate("window.shownAt")
    page.context.close()
    return taken / 1000


def _slow_page(browser: Browser) -> Page:
    page = browser.new_context(viewport=_PHONE).new_page()  # type: ignore[arg-type] # a viewport size
    page.add_init_script(f"({_WATCH})()")
    _slow(page.context.new_cdp_session(page))
    return page


def _by_part(sizes: Iterable[tuple[str, int]]) -> Mapping[str, tuple[int, int]]:
    """Add up what was loaded for the search."""
    loaded: dict[str, tuple[int, int]] = {}
    for url, size in sizes:
        _, ours, name = url.partition("/pagefind/")
        if ours:
            part = next(said for sign, said in _PARTS.items() if name.startswith(sign))
            before, files = loaded.get(part, (0, 0))
            loaded[part] = (before + size, files + 1)
    return loaded


def _bytes_of(loaded: Mapping[str, tuple[int, int]]) -> int:
    return sum(size for size, _ in loaded.values())


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
    session.send("Network.enable")
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
