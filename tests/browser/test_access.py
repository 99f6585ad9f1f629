"""Everyone can read it: axe finds nothing, on any screen, in any colours, at any zoom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from browser.matrix import MODES, look, look_away, violations
from browser.pages import PAGES
from browser.states import OTHERS

SMALL_TARGETS = """() => [...document.querySelectorAll(
    "a[href], button, input, label, select, summary")]
  .filter(element => {
    const box = element.getBoundingClientRect();
    const shown = {visibilityProperty: true, opacityProperty: true};
    if (!element.checkVisibility(shown) || !box.width) return false;
    if (element.matches(".md-skip, [type=checkbox], [type=radio]")) return false;
    if (element.closest("p, dd, li p")) return false;
    const inline = getComputedStyle(element).display === "inline";
    return !inline && (box.width < 24 || box.height < 24);
  })
  .map(element => element.outerHTML.slice(0, 120))"""
"""WCAG 2.2, 2.5.8, which this axe does not know; links in a line of text are exempt."""

TOO_WIDE = """() =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth"""

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""The spacing of WCAG 1.4.12, which readers may ask their browser for."""

MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const {transitionDuration, animationName, animationDuration, scrollBehavior} =
    getComputedStyle(element);
  const lasts = transitionDuration.split(",").some(time => parseFloat(time) > 0);
  return element.checkVisibility() && (lasts || scrollBehavior === "smooth"
    || (animationName !== "none" && parseFloat(animationDuration) > 0));
}).map(element => element.outerHTML.slice(0, 100))"""

UNSEEN = """() => {
  const none = colour => /^rgba\\(.*, 0\\)$/.test(colour) || colour === "transparent";
  const faults = [];
  for (const badge of document.querySelectorAll(".mb-badge"))
    if (badge.checkVisibility() && getComputedStyle(badge).borderStyle === "none")
      faults.push(badge.outerHTML);
  const page = getComputedStyle(document.body).backgroundColor;
  for (const bar of document.querySelectorAll(".mb-bars__bar")) {
    const colour = getComputedStyle(bar).backgroundColor;
    if (bar.checkVisibility() && (none(colour) || colour === page))
      faults.push(bar.outerHTML);
  }
  return faults;
}"""


def faults_of(page: Page) -> list[str]:
    """Look at an open page in every way, and tell what axe says of each."""
    found = []
    for mode in MODES:
        look(page, mode)
        found += [f"{mode.says}: {fault}" for fault in violations(page)]
        look_away(page, mode)
    return found


@pytest.fixture(scope="module", params=PAGES)
def kind(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def opened(kind: str, chromium: Browser, demo_site: str) -> Iterator[Page]:
    """One page of every kind, loaded once for all tests that look at it."""
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(demo_site + PAGES[kind])
    yield page
    context.close()


@pytest.fixture
def shown(opened: Page) -> Page:
    """Show the page as one comes to it, whatever the last test did."""
    look(opened, MODES[0])
    return opened


@contextmanager
def styled(page: Page, css: str) -> Iterator[None]:
    """Add a style to an open page for a while."""
    style = page.add_style_tag(content=css)
    try:
        yield
    finally:
        style.evaluate("element => element.remove()")


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_a_page_fits_however_small_the_screen_and_large_the_text(shown: Page) -> None:
    page = shown
    for width in (1280, 640, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) <= 0, f"at {width} pixels"
        assert page.evaluate(SMALL_TARGETS) == [], f"at {width} pixels"
    with styled(page, SPACED):
        assert page.evaluate(TOO_WIDE) <= 0, "with the text spaced out"
        page.set_viewport_size({"width": 640, "height": 800})
        with styled(page, "html { font-size: 250% !important; }"):
            assert page.evaluate(TOO_WIDE) <= 0, "at twice the size of text"


def test_nothing_moves_for_those_who_asked_for_less_motion(shown: Page) -> None:
    assert shown.evaluate(MOVING) == []


@pytest.mark.parametrize(
    "kind", ["home", "a meeting", "actions", "a concern", "a theme"], indirect=True
)
def test_badges_and_bars_are_seen_in_forced_colours(shown: Page) -> None:
    shown.emulate_media(forced_colors="active")
    assert shown.locator(".mb-badge, .mb-bars__bar").count()
    assert shown.evaluate(UNSEEN) == []


# What folds and unfolds a page comes last.


def test_axe_finds_nothing_however_a_page_is_shown(shown: Page) -> None:
    assert faults_of(shown) == []


@pytest.mark.parametrize("other", OTHERS)
def test_axe_finds_nothing_on_pages_that_the_demo_has_not(
    other: str, page: Page, states: str
) -> None:
    page.goto(states + OTHERS[other])
    assert faults_of(page) == []


def test_axe_finds_nothing_when_the_search_has_found_something(
    page: Page, demo_site: str
) -> None:
    page.goto(demo_site + "search/?q=accomodation+providers")
    page.wait_for_selector(".mb-search__facets label", state="attached")
    assert faults_of(page) == []
