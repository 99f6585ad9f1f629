"""What a first view of a page brings over the wire, with nothing in the cache."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hosting import chromium, served
from benchmarks.measure import weight_of
from playwright.sync_api import Browser

_OURS = ("assets/minutebook.js", "assets/listings.js", "assets/notes.js")
"""Scripts of our own that a page may load when it opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstView:
    """What came over the wire, besides fonts, until nothing more came."""

    page: str
    whole: int
    html: int
    """Bytes of the page itself."""

    scripts: int
    """Bytes of scripts of our own, packed, without headers."""


def first_views(site: Path, pages: Iterable[tuple[str, str]]) -> Iterator[FirstView]:
    """Open pages of a site, by their names and addresses. Raises Failed."""
    with served(site) as address, chromium() as browser:
        for name, page in pages:
            came = _first_view(browser, address, page)
            ours = [site / one for one in _OURS if one in came]
            yield FirstView(
                page=name,
                whole=sum(size for one, size in came.items() if "woff2" not in one),
                html=came.get(page, 0),
                scripts=weight_of(ours).gzipped,
            )


def _first_view(browser: Browser, address: str, at: str) -> dict[str, int]:
    """Tell what came for one page, headers included, by its address."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.send("Network.enable")
    session.on(
        "Network.responseReceived",
        lambda told: addresses.update({told["requestId"]: told["response"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda told: sizes.update({told["requestId"]: int(told["encodedDataLength"])}),
    )
    page.goto(address + at, wait_until="networkidle")
    context.close()
    return {addresses[one].removeprefix(address): size for one, size in sizes.items()}
