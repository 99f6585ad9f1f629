"""Everyone can read it: axe finds nothing, on a phone, in the dark, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.pages import PAGES

(AXE_FILE,) = (Path(__file__).parents[2] / "vendor").glob("axe-core-*.min.js")
AXE = AXE_FILE.read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

MODES = {
    "desktop": (1280, "light"),
    "desktop in the dark": (1280, "dark"),
    "phone": (320, "light"),
    "phone in the dark": (320, "dark"),
}

RUN_AXE = """async tags => {
  const told = await axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
  });
  return told.violations.map(rule => ({
    rule: rule.id,
    nodes: rule.nodes.map(node => `${node.target.join(" ")}: ${node.any.concat(
      node.all, node.none).map(check => check.message).join("; ")}`),
  }));
}"""

SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, label")]
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

FOCUSED = """() => {
  const focused = document.activeElement;
  // A radio button of the palette shows its focus on the label after it.
  const radio = focused.matches(".md-option");
  const element = radio ? focused.nextElementSibling : focused;
  const box = element.getBoundingClientRect();
  const seen = {opacityProperty: true, visibilityProperty: true};
  const shown = element.checkVisibility(seen);
  const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0
    && box.top < innerHeight && box.width > 0 && box.height > 0;
  return {
    what: `${element.tagName} ${element.className} ${element.textContent.trim()}`,
    ok: element === document.body || (shown && inside),
    tab: element.matches(".md-tabs__link"),
    search: element.matches(".md-search__input, label[for=__search], .md-search *"),
    body: element === document.body,
  };
}"""


@pytest.fixture
def opened(chromium: Browser, demo_site: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_page(address: str, *, width: int = 1280, scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(demo_site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(opened: Callable[..., Page], kind: str, mode: str) -> None:
    width, scheme = MODES[mode]
    page = opened(PAGES[kind], width=width, scheme=scheme)
    found = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
    assert found == {"light": "default", "dark": "slate"}[scheme]
    page.add_script_tag(content=AXE)
    violations: list[dict[str, Any]] = page.evaluate(RUN_AXE, TAGS)
    assert not violations, "\n".join(
        f"{found['rule']}: {node}" for found in violations for node in found["nodes"][:5]
    )


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_a_small_phone(opened: Callable[..., Page], kind: str) -> None:
    page = opened(PAGES[kind], width=320)
    too_wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert too_wide <= 0
    assert page.locator("h1").count() == 1
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("width", [375, 1280])
def test_focus_reaches_tabs_and_search_and_is_always_in_sight(
    opened: Callable[..., Page], width: int
) -> None:
    page = opened(PAGES["a meeting"], width=width)
    lost, tabs, search = [], 0, 0
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)  # a search box that takes the focus opens first
        here = page.evaluate(FOCUSED)
        if not here["ok"]:
            lost.append(here["what"])
        tabs += here["tab"]
        search += here["search"]
        if here["body"]:
            break
    assert lost == []
    assert tabs >= len(("home", "meetings", "actions", "concerns"))
    assert search


def test_the_link_to_skip_to_the_text_comes_first_and_works(
    opened: Callable[..., Page],
) -> None:
    page = opened(PAGES["a meeting"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    target = page.evaluate("document.getElementById(location.hash.slice(1)).tagName")
    assert target in {"H1", "H2", "MAIN", "ARTICLE"}


def test_the_page_can_be_read_at_twice_the_size_of_text(
    opened: Callable[..., Page],
) -> None:
    page = opened(PAGES["actions"], width=640)
    page.add_style_tag(content="html { font-size: 250% !important; }")
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
