"""The search: results as one types, narrowed down, by keyboard, and in the address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import SITE_PATH, Serve
from browser.matrix import violations
from browser.test_access import SMALL_TARGETS
from search_score import ask, questions
from site_folder import with_settings

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 375, "height": 800}

Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, demo_site: str) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def open_page(
        address: str, *, phone: bool = False, dark: bool = False, scripts: bool = True
    ) -> Page:
        context = chromium.new_context(
            viewport=PHONE if phone else DESKTOP,  # type: ignore[arg-type] # a viewport size
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(demo_site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def titles(page: Page) -> list[str]:
    page.wait_for_selector(".mb-search__results[aria-busy=false]", state="attached")
    return page.locator(".mb-result__title").all_inner_texts()


def test_the_list_of_questions_is_answered(chromium: Browser, demo_site: str) -> None:
    page = chromium.new_page()
    asked = [one for part in questions().values() for one in ask(page, demo_site, part)]
    page.close()
    assert len(asked) >= 60
    wrong = [one for one in asked if not one.shown]
    assert sum(one.first for one in asked) >= 0.85 * len(asked)
    assert len(wrong) <= 0.02 * len(asked), wrong


def test_results_come_as_one_types(opened: Open) -> None:
    page = opened("search/")
    box = page.get_by_role("searchbox", name="What are you looking for?")
    expect(box).to_be_focused()
    page.keyboard.type("parent company")

    first = page.locator(".mb-result").first
    expect(first).to_contain_text("Parent company guarantee as a condition")
    expect(first.locator(".mb-badge").first).to_have_text("Concern")
    expect(first.locator("mark").first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("found for “parent company”")


def test_a_slash_leads_to_the_box_in_the_header_and_enter_to_the_results(
    opened: Open,
) -> None:
    page = opened("about/")
    page.keyboard.press("/")
    page.keyboard.type("Essex/London")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Essex%2FLondon")
    assert "The drop in accommodation volumes" in titles(page)[:3]


def test_on_a_phone_a_link_leads_to_the_search(opened: Open) -> None:
    page = opened("about/", phone=True)
    page.get_by_role("link", name="Search").click()
    page.wait_for_url("**/search/")
    page.get_by_role("searchbox", name="What are you looking for?").fill("mission drift")
    expect(page.locator(".mb-result").first).to_contain_text("Mission drift")
    expect(page.locator(".mb-search__facets")).to_be_hidden()


def test_pages_are_narrowed_down_and_the_address_tells_how(opened: Open) -> None:
    page = opened("search/?q=accommodation")
    many = len(titles(page))
    page.get_by_role("checkbox", name="Action").check()
    page.wait_for_url("**kind=action**")
    expect(page.locator(".mb-result .mb-badge--kind")).to_have_text(["Action"])
    expect(page.get_by_role("checkbox", name="Action")).to_be_focused()

    page.reload()
    assert len(titles(page)) == 1 < many
    page.get_by_role("button", name="Take all choices back").click()
    page.wait_for_function("!location.search.includes('kind')")
    assert len(titles(page)) == many


def test_numbers_beside_the_choices_are_kept(opened: Open) -> None:
    page = opened("search/?q=women")
    titles(page)
    for label in page.locator(".mb-search__facets label").all()[:6]:
        name = label.locator("span").first.inner_text()
        told = int(label.locator(".mb-search__count").inner_text())
        box = page.get_by_role("checkbox", name=f"{name} {told}", exact=True).first
        box.check()
        page.wait_for_selector(".mb-search__clear")
        titles(page)
        status = page.get_by_role("status").inner_text()
        assert status.startswith(f"{told} page"), (name, status)
        page.get_by_role("button", name="Take all choices back").click()
        page.wait_for_selector(".mb-search__clear", state="detached")


def test_back_from_a_page_shows_the_results_again(opened: Open) -> None:
    page = opened("search/?q=mission%20drift")
    before = titles(page)
    page.get_by_role("link", name=before[0]).click()
    page.wait_for_url("**/concerns/mission-drift/?h=*")
    page.go_back()
    assert titles(page) == before


def test_the_words_are_marked_on_the_page_that_opens_until_they_are_cleared(
    opened: Open,
) -> None:
    page = opened("search/?q=jaggaer")
    titles(page)
    page.get_by_role("link", name="2. Update from Ministry of Justice").first.click()
    page.wait_for_url(re.compile(r"/meetings/.*/\?h=.*#"))
    marked = page.locator("mark.mb-mark", has_text="Jaggaer")
    expect(marked.last).to_be_visible()

    page.get_by_role("button", name="Clear").click()
    expect(page.locator("mark.mb-mark")).to_have_count(0)
    assert "h=" not in page.url
    assert "Jaggaer" in page.locator("article").inner_text()


def test_words_in_the_address_are_never_code(opened: Open) -> None:
    hostile = "%3Cimg%20src=x%20onerror=%22window.bad=1%22%3E"
    page = opened(f"about/?h=notes%20{hostile}")
    page.wait_for_selector(".mb-marks")
    page.goto(page.url.split("about/")[0] + f"search/?q={hostile}&theme={hostile}")
    titles(page)
    assert page.evaluate("window.bad") is None
    assert page.locator("img").count() == 0


def test_escape_empties_the_box(opened: Open) -> None:
    page = opened("search/?q=women")
    titles(page)
    page.locator("#mb-search-for").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".mb-result")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("Type to start searching.")
    assert not page.url.endswith("women")


def test_a_mistake_in_typing_is_mended_and_told(opened: Open) -> None:
    page = opened("search/?q=accomodation")
    assert titles(page)[0] == "Accommodation"
    expect(page.locator(".mb-search__mended")).to_have_text("Shown for: accommodation")


def test_nothing_found_is_said(opened: Open) -> None:
    page = opened("search/?q=xylophone")
    assert titles(page) == []
    expect(page.get_by_role("status")).to_have_text("No pages found for “xylophone”.")


def test_more_is_shown_and_the_first_of_it_has_the_focus(opened: Open) -> None:
    page = opened("search/?q=probation")
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".mb-result")).to_have_count(20)
    expect(page.locator(".mb-result__title a").nth(10)).to_be_focused()


def test_listings_are_left_out_and_terms_lead_into_the_glossary(opened: Open) -> None:
    page = opened("search/?q=VCSE")
    assert titles(page)
    page.get_by_role("link", name="VCSE", exact=True).click()
    page.wait_for_url(re.compile(r"/glossary/\?h=.*#mb-term-vcse"))
    page.goto(page.url.split("glossary/")[0] + "search/?q=action%20tracker")
    titles(page)
    links = page.locator(".mb-result__title a").evaluate_all(
        "all => all.map(a => a.href)"
    )
    assert not any(link.split("?")[0].endswith("/actions/") for link in links)


def test_without_javascript_the_page_leads_to_the_lists(opened: Open) -> None:
    page = opened("search/", scripts=False)
    expect(page.get_by_text("it needs JavaScript")).to_be_visible()
    page.locator(".mb-search__instead").get_by_role("link", name="Action tracker").click()
    assert page.url.endswith("/actions/")


def test_read_from_a_folder_the_page_says_what_to_do(
    chromium: Browser, demo: Path
) -> None:
    page = chromium.new_page()
    page.goto((demo / "search" / "index.html").as_uri())
    expect(page.get_by_text("pages that come from a website")).to_be_visible()
    page.close()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_with_results_open(
    opened: Open, *, phone: bool, dark: bool
) -> None:
    page = opened("search/?q=accomodation+providers", phone=phone, dark=dark)
    titles(page)
    if phone:
        page.get_by_text("Narrow down").click()
    page.wait_for_selector(".mb-search__facets label")
    assert violations(page) == []
    if phone:
        assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_instant_navigation_starts_the_search_and_back_leaves_it(
    chromium: Browser, instant_site: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{instant_site}about/")
    page.evaluate("window.stayed = true")
    page.set_viewport_size({"width": 375, "height": 800})
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/search/")
    box = page.get_by_role("searchbox", name="What are you looking for?")
    box.fill("mission drift")
    expect(page.locator(".mb-result").first).to_contain_text("Mission drift")
    before = titles(page)
    page.get_by_role("link", name=before[0]).click()
    page.wait_for_url("**/concerns/mission-drift/?h=*")
    expect(page.locator("h1 mark").first).to_be_visible()
    page.go_back()
    page.wait_for_url("**/search/?q=mission+drift")
    assert titles(page) == before
    assert page.evaluate("window.stayed"), "the browser has loaded a page anew"
    page.close()


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """A site with instant navigation, which works only where `site_url` says it is."""
    folder = tmp_path_factory.mktemp("instant")
    address = serve(folder).removesuffix("/") + SITE_PATH
    build_instant(folder / SITE_PATH.strip("/"), address)
    return address


def build_instant(site: Path, address: str) -> None:
    import datetime as dt  # noqa: PLC0415 - for this site alone

    from minutebook.build import build  # noqa: PLC0415 - see above
    from minutebook.order import Order  # noqa: PLC0415 - see above

    config = with_settings(
        site.parent,
        ("https://minutebook.github.io/minutebook/", address),
        ("  features:\n", "  features:\n    - navigation.instant\n"),
    )
    today = dt.date(2026, 11, 22)
    outcome = build(Order(config_file=config, site_dir=site, today=today))
    assert outcome.pages
