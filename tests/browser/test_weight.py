"""A first view of any page is light, and comes from the site alone."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from browser.pages import PAGES

MOST = 100_000
"""Bytes over the wire, as a host that packs sends them."""

FONTS = {"font"}


@pytest.mark.parametrize("kind", PAGES)
def test_a_first_view_is_light_and_asks_nothing_of_another_site(
    kind: str, chromium: Browser, demo_site: str
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    answers: dict[str, Response] = {}
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.goto(demo_site + PAGES[kind], wait_until="networkidle")
    weights = {
        url: len(gzip.compress(answer.body()))
        for url, answer in list(answers.items())
        if answer.request.resource_type not in FONTS
    }
    context.close()
    assert sum(weights.values()) < MOST, weights
    assert [url for url in weights if not url.startswith((demo_site, "data:"))] == []
    assert failed == []
