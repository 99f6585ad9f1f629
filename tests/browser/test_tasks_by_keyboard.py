"""Each task can be done from the address bar to its end with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.pages import MEETING, PAGES

PHONE, DESK = 375, 1280
FAR = 200
"""How many times Tab is pressed at most."""

FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const {outlineStyle, outlineWidth} = getComputedStyle(element);
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const there = document.elementFromPoint(x, y);
  const faults = [];
  if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    faults.push("not visible");
  if (box.right <= 0 || box.left >= innerWidth || box.bottom <= 0
      || box.top >= innerHeight || !box.width || !box.height) faults.push("out of sight");
  else if (!there || !(element.contains(there) || there.contains(element)))
    faults.push(`behind ${there?.outerHTML.slice(0, 80)}`);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("not marked");
  return {
    words: (element.ariaLabel ?? element.innerText ?? "").trim(),
    faults: faults.map(fault => `${fault}: ${element.outerHTML.slice(0, 100)}`),
  };
}"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": DESK, "height": 800})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


BOTH_WAYS = ("a meeting", "actions", "search")
"""Pages on which going back is tried as well as going on: long ones, and one that opens
with the focus in its middle."""

BEGUN = ("search",)
"""Pages that open with the focus where one types."""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has these words has the focus."""
    passed = []
    for _ in range(FAR):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here and here["words"] == words:
            return
        passed.append(here and here["words"])
    raise AssertionError(f"{words!r} is not among {passed}")


def narrow(page: Page) -> None:
    page.set_viewport_size({"width": PHONE, "height": 700})


def test_from_the_home_page_to_the_tracker_to_an_action(
    page: Page, demo_site: str
) -> None:
    page.goto(demo_site)
    tab_to(page, "Actions")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/")
    tab_to(page, "Collate accommodation providers' data on current volumes")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/actions/{MEETING}-a1/")
    assert "Collate" in page.inner_text("h1")


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in BEGUN])
def test_the_first_link_skips_to_the_text(kind: str, page: Page, demo_site: str) -> None:
    page.goto(demo_site + PAGES[kind])
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["words"] == "Skip to content"
    assert not page.evaluate(FOCUSED)["faults"]
    page.keyboard.press("Enter")
    page.wait_for_url("**#__skip")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header, .md-main nav')")


def test_the_menu_of_a_phone_leads_to_a_page_and_can_be_closed(
    page: Page, demo_site: str
) -> None:
    narrow(page)
    page.goto(demo_site)
    concerns = page.get_by_role("link", name="Concerns", exact=True)
    tab_to(page, "Menu")
    assert not concerns.is_visible()
    page.keyboard.press("Enter")
    assert concerns.is_visible()
    page.keyboard.press("Escape")
    assert not concerns.is_visible()
    assert page.evaluate(FOCUSED)["words"] == "Menu"
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == {"words": "Home", "faults": []}
    tab_to(page, "Concerns")
    assert not page.evaluate(FOCUSED)["faults"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/concerns/")
    assert not concerns.is_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_page_about_the_site_is_reached_from_the_first_of_them(
    width: int, page: Page, demo_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_site + "about/")
    tab_to(page, "How notes are written")
    page.keyboard.press("Enter")
    page.wait_for_url("**/writing-notes/")
    current = page.locator(".mb-section a[aria-current=page]")
    assert current.inner_text() == "How notes are written"


def test_the_colours_change_and_stay_changed(page: Page, demo_site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(demo_site)
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "default"
    tab_to(page, "Switch to dark colours")
    page.keyboard.press("Space")
    assert page.evaluate(scheme) == "slate"
    assert page.evaluate(FOCUSED)["words"] == "Switch to light colours"
    page.goto(demo_site + "meetings/")
    assert page.evaluate(scheme) == "slate"
    tab_to(page, "Switch to light colours")
    page.keyboard.press("Enter")
    assert page.evaluate(scheme) == "default"


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_contents_list_leads_to_a_heading_that_is_in_sight(
    width: int, page: Page, demo_site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_site + PAGES["a meeting"])
    if width == PHONE:
        tab_to(page, "On this page")
        page.keyboard.press("Enter")
    tab_to(page, "Concerns raised")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    heading = page.get_by_role("heading", name="Concerns raised")
    page.wait_for_function("scrollY > 0")
    header, found = page.locator(".md-header").bounding_box(), heading.bounding_box()
    assert header
    assert found
    assert header["height"] <= found["y"] < 400


def test_one_gets_back_to_the_top(page: Page, demo_site: str) -> None:
    page.goto(demo_site + PAGES["a meeting"])
    page.get_by_role("link", name="Back to top").focus()
    page.wait_for_function("scrollY > 1000")
    page.keyboard.press("Enter")
    page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", PAGES)
def test_the_focus_is_marked_and_nothing_stands_before_it(
    kind: str, width: int, page: Page, demo_site: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(demo_site + PAGES[kind])
    faults: list[str] = []
    stops = 0
    for key in ("Tab", "Shift+Tab") if kind in BOTH_WAYS else ("Tab",):
        for _ in range(50):
            page.keyboard.press(key)
            here = page.evaluate(FOCUSED)
            if here is None:
                break
            stops += 1
            if here["faults"]:  # what opens when it is focused takes a moment
                page.wait_for_timeout(200)
                here = page.evaluate(FOCUSED)
            faults += [f"{key} {fault}" for fault in here["faults"]]
    assert stops > len(("skip", "home", "colours", "search", "menu"))
    assert not faults, "\n".join(faults)


def test_from_an_action_to_a_file_that_says_it_is_done(
    page: Page, demo_site: str
) -> None:
    page.goto(demo_site + PAGES["an action"])
    tab_to(page, "without an account: Report an update")
    assert not page.evaluate(FOCUSED)["faults"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/suggest/update-action/*")
    page.wait_for_selector("[data-ready]")
    page.locator("#mb-action").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("It is done")
    tab_to(page, "Download this change as a file")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename == f"update-{MEETING}-a1.md"
    assert "Your change is in a file." in page.evaluate(FOCUSED)["words"]
