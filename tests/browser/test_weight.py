"""A first view of any page is light, and comes from the site alone."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Page, Response

from browser.pages import PAGES

MOST = 100_000
"""Bytes over the wire, as a host that packs sends them."""

OURS = 2_000
"""Bytes of scripts of our own. What others have made is not counted."""

FONTS = {"font"}

NOT_OURS = ("assets/javascripts/", "assets/vendor/", "pagefind/")
"""The theme, the headings that sort, and the search, which is a page of its own."""


def weights_of(page: Page, address: str) -> dict[str, int]:
    """Open a page and tell what came over the wire besides fonts, by its address."""
    answers: dict[str, Response] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.goto(address, wait_until="networkidle")
    return {
        url: len(gzip.compress(answer.body()))
        for url, answer in list(answers.items())
        if answer.request.resource_type not in FONTS
    }


@pytest.mark.parametrize("kind", PAGES)
def test_a_first_view_is_light_and_asks_nothing_of_another_site(
    kind: str, chromium: Browser, demo_site: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("requestfailed", lambda request: failed.append(request.url))
    weights = weights_of(page, demo_site + PAGES[kind])
    context.close()
    assert sum(weights.values()) < MOST, weights
    assert [url for url in weights if not url.startswith((demo_site, "data:"))] == []
    assert failed == []
    ours = {
        url: weight
        for url, weight in weights.items()
        if url.endswith(("js", "mjs"))
        and not url.removeprefix(demo_site).startswith(NOT_OURS)
    }
    assert 0 < sum(ours.values()) < OURS, ours
