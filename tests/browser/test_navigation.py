"""The way about the site is shown on any screen, with a script or without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.pages import PAGES


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(chromium: Browser) -> Iterator[Page]:
    """A page on a phone that runs no scripts."""
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 375, "height": 700}
    )
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_a_wide_screen_shows_all_tabs_and_no_menu(page: Page, demo_site: str) -> None:
    page.goto(demo_site)
    tabs = page.locator(".md-tabs__link")
    assert tabs.count() > len(("home", "meetings", "actions", "concerns"))
    assert all(tab.is_visible() for tab in tabs.all())
    assert not page.locator(".mb-menu").is_visible()


@pytest.mark.parametrize(
    ("kind", "tab", "current"),
    [
        ("actions", "Actions", "page"),
        ("an action", "Actions", "true"),
        ("a group", "Meetings", "true"),
        ("how to write notes", "About", "true"),
    ],
)
def test_the_tab_one_is_in_says_so(
    kind: str, tab: str, current: str, page: Page, demo_site: str
) -> None:
    page.goto(demo_site + PAGES[kind])
    marked = page.locator(".md-tabs__link[aria-current]")
    assert marked.all_inner_texts() == [tab]
    assert marked.get_attribute("aria-current") == current


@pytest.mark.parametrize("width", [375, 1280])
def test_a_section_within_a_section_is_unfolded_while_one_is_in_it(
    width: int, page: Page, demo_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_site + PAGES["about"])
    section = page.locator(".mb-section")
    within = section.get_by_role("link", name="Answer a concern")
    assert within.count() == 0
    section.get_by_role("link", name="How to contribute").click()
    within.click()
    page.wait_for_url("**/how-to/answer-a-concern/")
    current = section.locator("[aria-current=page]")
    assert current.inner_text() == "Answer a concern"
    page.locator(".md-path").get_by_role("link", name="About").click()
    page.wait_for_url("**/about/")


def test_the_colours_follow_the_computer_until_somebody_chooses(
    page: Page, demo_site: str
) -> None:
    scheme = "document.body.dataset.mdColorScheme"
    for _ in ("first visit", "second visit"):
        page.emulate_media(color_scheme="dark")
        page.goto(demo_site)
        assert page.evaluate(scheme) == "slate"
        page.emulate_media(color_scheme="light")
        page.wait_for_function(f"{scheme} === 'default'")
    page.get_by_role("button", name="Switch to dark colours").click()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    assert page.evaluate(scheme) == "slate"


def test_the_menu_of_a_phone_needs_no_script(
    without_script: Page, demo_site: str
) -> None:
    page = without_script
    page.goto(demo_site)
    actions = page.get_by_role("link", name="Actions", exact=True)
    assert not actions.is_visible()
    page.get_by_role("button", name="Menu").click()
    actions.click()
    page.wait_for_url("**/actions/")


def test_the_contents_list_of_a_phone_needs_no_script(
    without_script: Page, demo_site: str
) -> None:
    page = without_script
    page.goto(demo_site + PAGES["a meeting"])
    page.get_by_role("link", name="Concerns raised", exact=True).click()
    page.wait_for_url("**#*")


def test_a_button_that_needs_a_script_is_not_shown_without(
    without_script: Page, demo_site: str
) -> None:
    page = without_script
    page.goto(demo_site)
    assert not page.locator("[data-mb-colours]").is_visible()
