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
def test_a_first_view_is_light(kind: str, chromium: Browser, demo_site: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    answers: dict[str, Response] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.goto(demo_site + PAGES[kind], wait_until="networkidle")
    weights = {
        url: len(gzip.compress(answer.body()))
        for url, answer in list(answers.items())
        if answer.request.resource_type not in FONTS
    }
    context.close()
    assert sum(weights.values()) < MOST, weights
    assert all(url.startswith(demo_site) for url in weights)
