"""Readers find what they came for: search, links, words explained, with no script too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from browser.pages import MEETING, PAGES

HIDDEN = """() => [...document.querySelectorAll("article :is(h2, p, td, dd)")]
  .filter(element => element.textContent.trim() && !element.checkVisibility()
    && !element.closest(".mb-contents, .mb-cite__tools, .mb-form"))
  .map(element => element.textContent)"""
"""What a reader should see without a script; an agenda stands beside the page as well,
and in the place of a form there is a list of its questions."""

WORDS = {
    "a meeting": ("estimated volumes dynamic framework", f"meetings/{MEETING}/"),
    "an action": ("collate accommodation providers", f"actions/{MEETING}-a1/"),
    "a concern": ("funding subsidisation", "concerns/funding-subsidisation/"),
    "a theme": ("bidding prime contractor status", "themes/prime-contractor-bids/"),
    "an organisation": (
        "brighton women's centre",
        "organisations/brighton-womens-centre/",
    ),
    "a decision": ("finance debt day one", "decisions/finance-and-debt-out-of-day-one/"),
}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", WORDS)
def test_search_finds(kind: str, page: Page, demo_site: str) -> None:
    words, address = WORDS[kind]
    page.goto(demo_site + "about/")
    page.fill(".mb-find__for", words)
    page.press(".mb-find__for", "Enter")
    page.wait_for_function(
        """found => [...document.querySelectorAll('.mb-result__title a')]
            .slice(0, 3).some(link => link.href.startsWith(found))""",
        arg=demo_site + address,
    )


def test_a_search_result_leads_to_its_page(page: Page, demo_site: str) -> None:
    page.goto(demo_site)
    page.fill(".mb-find__for", "collate accommodation")
    page.press(".mb-find__for", "Enter")
    page.locator(".mb-result__title a").first.click()
    page.wait_for_url(f"**/actions/{MEETING}-a1/**")
    assert "Collate" in page.inner_text("h1")


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_can_be_read_without_script(
    kind: str, chromium: Browser, demo_site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_site + PAGES[kind])
    assert page.locator("h1").is_visible()
    hidden = page.evaluate(HIDDEN)
    tabs = page.locator(".md-tabs__link")
    assert all(tab.is_visible() for tab in tabs.all())
    assert tabs.count() > 4
    context.close()
    assert hidden == []


def test_a_page_found_in_a_folder_can_be_read(page: Page, demo: Path) -> None:
    page.goto((demo / "meetings" / MEETING / "index.html").as_uri())
    assert "Dynamic Framework" in page.inner_text("h1")
    assert page.evaluate("getComputedStyle(document.querySelector('.mb-badge')).display")
    target = page.locator(".mb-card__title a").first.get_attribute("href") or ""
    assert not target.startswith("/")


def test_a_link_to_an_action_shows_where_it_stands(page: Page, demo_site: str) -> None:
    page.goto(f"{demo_site}meetings/{MEETING}/")
    line = page.locator(f'.mb-minutes li:has(a[href$="actions/{MEETING}-a1/"])').first
    shown = line.locator(".mb-live")
    assert shown.is_visible()
    assert "Clinks" in shown.inner_text()
    assert shown.locator(".mb-badge").inner_text() in {"Open", "Overdue", "Done"}
    line.locator(f'a[href$="actions/{MEETING}-a1/"]').click()
    page.wait_for_url(f"**/actions/{MEETING}-a1/")
    assert page.locator(".mb-badges .mb-badge").inner_text() in {
        "Open",
        "Overdue",
        "Done",
    }


def test_a_page_that_is_not_there_says_so_and_leads_on(
    page: Page, demo_site: str
) -> None:
    answer = page.goto(demo_site + "meetings/never/")
    assert answer is not None
    assert answer.status == 404
    assert page.inner_text("h1") == "Page not found"
    assert page.locator("article a").count() >= 3


def test_open_data_is_served_and_is_json(page: Page, demo_site: str) -> None:
    page.goto(demo_site + "actions/")
    link = page.locator('a[href$="actions.json"]').get_attribute("href") or ""
    answer = page.request.get(urljoin(page.url, link))
    assert answer.ok
    assert {"id", "title", "owners"} <= set(json.loads(answer.text())[0])


def test_every_link_of_the_article_leads_somewhere(page: Page, demo_site: str) -> None:
    known: dict[str, bool] = {}
    for address in PAGES.values():
        if address.startswith("no-such"):
            continue
        page.goto(demo_site + address)
        for link in page.eval_on_selector_all(
            "article a[href]", "all => all.map(a => a.href.split('#')[0])"
        ):
            if link.startswith(demo_site) and link not in known:
                known[link] = page.request.head(link).ok
    assert len(known) > 40
    assert [link for link, ok in known.items() if not ok] == []
