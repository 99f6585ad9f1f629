"""A note is read: its words explained, its paragraphs cited, its state seen, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.pages import MEETING
from browser.states import APRIL, MARCH

NOTE = f"meetings/{MEETING}/"
ADDRESS = f"https://minutebook.github.io/minutebook/{NOTE}"
Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, demo_site: str) -> Iterator[Open]:
    contexts = []

    def open_page(address: str = NOTE, site: str = demo_site, **how: Any) -> Page:  # noqa: ANN401 - as a context takes it
        context = chromium.new_context(reduced_motion="reduce", **how)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


# Acronyms


def test_an_acronym_is_explained_by_pointer_and_the_words_can_be_pointed_at(
    opened: Open,
) -> None:
    page = opened()
    acronym = page.locator(".mb-minutes abbr").first
    acronym.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_have_text("Reducing Reoffending Third Sector Advisory Group")
    expect(acronym).to_have_attribute("aria-describedby", "mb-tip")

    tip.hover()
    page.wait_for_timeout(500)
    expect(tip).to_be_visible()
    page.locator("h1").hover()
    expect(tip).to_have_count(0)
    expect(acronym).not_to_have_attribute("aria-describedby", "mb-tip")


def test_an_acronym_is_explained_by_keyboard_until_escape(opened: Open) -> None:
    page = opened()
    acronym = page.locator(".mb-minutes abbr").first
    acronym.scroll_into_view_if_needed()
    page.locator(".mb-minutes a").first.focus()
    page.keyboard.press("Tab")
    expect(acronym).to_be_focused()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()

    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    expect(acronym).to_be_focused()


def test_an_acronym_is_explained_by_touch_and_fits_a_phone(opened: Open) -> None:
    page = opened(has_touch=True, viewport={"width": 320, "height": 640})
    for acronym in page.locator(".mb-minutes abbr").all()[:6]:
        acronym.evaluate("element => element.scrollIntoView({block: 'center'})")
        acronym.tap()
        page.wait_for_timeout(500)
        box = page.get_by_role("tooltip").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        page.touchscreen.tap(5, 400)  # beside the text
        expect(page.get_by_role("tooltip")).to_have_count(0)


def test_without_script_an_acronym_has_a_title(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    titles = [each.get_attribute("title") for each in page.locator("abbr").all()]

    assert titles
    assert all(titles)


# Citing


def test_a_note_is_copied_as_it_is_cited(opened: Open) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.locator(".mb-cite [role=status]")).to_have_text("Copied")

    assert page.evaluate("navigator.clipboard.readText()") == (
        "RR3 Special Interest Group on Probation, “Dynamic Framework volumes and values”,"
        f" note of the meeting of 26 August 2020 (published). {ADDRESS}"
    )


def test_a_paragraph_is_cited_by_keyboard(opened: Open) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    stops = page.locator(".mb-minutes a").count()
    choose = page.get_by_role("button", name="Cite a paragraph")
    choose.press("Enter")
    expect(choose).to_have_attribute("aria-pressed", "true")
    mark = page.locator(".mb-minutes p > .mb-mark").first
    mark.press("Enter")
    expect(page.locator(".mb-cite [role=status]")).to_have_text("Copied")
    anchor = page.url.partition("#")[2]

    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{ADDRESS}#{anchor}")
    assert page.evaluate("document.querySelector(':target').tagName") == "P"
    choose.press("Enter")
    assert page.locator(".mb-minutes a").count() == stops


def test_without_script_a_note_can_be_cited_and_its_paragraphs_have_addresses(
    opened: Open,
) -> None:
    page = opened(java_script_enabled=False)
    expect(page.locator(".mb-cite__text")).to_contain_text(ADDRESS)
    expect(page.locator(".mb-cite button").first).to_be_hidden()
    anchor = page.locator(".mb-minutes p[id]").nth(3).get_attribute("id")
    page.goto(f"{page.url}#{anchor}")

    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_where_nobody_has_said_where_the_site_stands_the_browser_knows(
    opened: Open, states: str
) -> None:
    page = opened(f"meetings/{APRIL}/", states)

    expect(page.locator(".mb-cite__text a")).to_have_text(f"{states}meetings/{APRIL}/")


# States


@pytest.mark.parametrize(
    ("meeting", "badge", "says"),
    [(APRIL, "Draft", "This is a draft."), (MARCH, "Withdrawn", "has been withdrawn")],
)
def test_a_note_that_is_not_published_says_so_beside_its_title_and_on_each_sheet(
    opened: Open, states: str, meeting: str, badge: str, says: str
) -> None:
    page = opened(f"meetings/{meeting}/", states)
    expect(page.locator("h1 + .mb-badges")).to_have_text(badge)
    expect(page.locator(".mb-notice")).to_contain_text(says)
    stamp = page.locator(".mb-stamp")
    expect(stamp).to_be_hidden()

    page.emulate_media(media="print")
    written = "element => getComputedStyle(element, '::after').content"
    assert stamp.evaluate(written) == f'"{badge}"'
    # What is fixed is printed again on every sheet.
    assert stamp.evaluate("element => getComputedStyle(element).position") == "fixed"


def test_a_published_note_has_no_badge_beside_its_title(opened: Open) -> None:
    page = opened()

    assert page.locator(".mb-stamp, h1 + .mb-badges, .mb-notice").count() == 0
    expect(page.locator(".mb-path [aria-current=step]")).to_contain_text("Published")


def test_a_name_leads_to_a_person_s_page_where_a_book_wants_it(
    opened: Open, states: str
) -> None:
    page = opened(f"meetings/{APRIL}/", states)
    page.get_by_role("link", name="Amina Khan").click()

    expect(page.locator("h1")).to_have_text("Amina Khan")
    expect(page.locator(".mb-attended a")).to_have_text("April")


# The order of a page, and paper


def test_what_came_of_a_meeting_stands_above_who_was_there(opened: Open) -> None:
    page = opened(viewport={"width": 375, "height": 800})
    shown = page.locator("article :is(h2, nav.mb-contents)").all()
    names = [each.get_attribute("id") for each in shown if each.is_visible()]

    order = ["mb-actions", "mb-concerns", "mb-agenda", "mb-minutes", "mb-people"]
    assert sorted(order, key=names.index) == order


def test_the_contents_are_shown_once(opened: Open) -> None:
    page = opened(viewport={"width": 1280, "height": 800})
    expect(page.locator(".mb-toc")).to_be_visible()
    expect(page.locator("nav.mb-contents")).to_be_hidden()


def test_on_paper_there_is_the_note_and_nothing_around_it(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")

    for gone in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".mb-contents"):
        assert all(each.is_hidden() for each in page.locator(gone).all()), gone
    expect(page.locator(".mb-cite__tools")).to_be_hidden()
    expect(page.locator(".mb-cite__text")).to_be_visible()
    folded = page.locator(".mb-fold:not([open]) li").last
    assert folded.evaluate("element => element.getBoundingClientRect().height") > 0
