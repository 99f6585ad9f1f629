"""A long listing: a light first view, and all of it as soon as somebody filters."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import SITE_PATH, Serve
from browser.matrix import violations
from browser.test_tracker import NOTES, ROWS, build_site, reach
from browser.test_weight import MOST, weights_of

MANY = 1200
LAST = 5
TRUST, SHOP = "Hall Trust", "Village Shop"


def action(number: int) -> str:
    """Write an action with a long name, of words that do not repeat themselves."""
    words = " ".join(f"{number * 7919 * (place + 3):x}" for place in range(9))
    owner = SHOP if number == MANY - 1 else TRUST
    due = f"due: {2027 + number // 300}-{1 + number // 25 % 12:02}-{1 + number % 25:02}"
    return (
        f"title: A{number:04} {words}\nowners: [{owner}]\n"
        f"raised_in: 2026-03-12-board\n{due}"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    root = tmp_path_factory.mktemp("long")
    others = {name: text for name, text in NOTES.items() if "actions/" not in name}
    late = {"actions/late.md": NOTES["actions/late.md"]}
    many = {f"actions/a{number:04}.md": action(number) for number in range(MANY)}
    (root / "site").mkdir()
    address = serve(root / "site") + SITE_PATH.strip("/") + "/"
    build_site(root, address, others | late | many)
    return address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    failed: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.clock.set_fixed_time("2026-06-01T09:00:00")
    yield page
    assert failed == []


def titles(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        f"{ROWS}:not(.mb-off) th a",
        "all => all.map(link => link.textContent.split(' ')[0])",
    )
    return found


def opened(page: Page, address: str) -> Page:
    """Open a page whose address asks for a filter, and wait for it."""
    page.goto(address)
    page.wait_for_selector(".mb-filters[data-on]", state="attached")
    return page


@pytest.mark.parametrize("address", ["actions/", "actions/page/3/"])
def test_a_first_view_is_light_however_many_rows_there_are(
    address: str, context: BrowserContext, site: str
) -> None:
    weights = weights_of(context.new_page(), site + address)
    assert sum(weights.values()) < MOST, weights
    assert not [url for url in weights if "filters" in url or "parts" in url]


def test_without_script_every_row_can_be_reached(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "actions/")
    found = titles(page)
    for number in range(2, LAST + 1):
        page.get_by_role("link", name="Next page").click()
        page.wait_for_url(f"**/actions/page/{number}/")  # and until all rows have come
        found += titles(page)
    assert page.url.endswith(f"actions/page/{LAST}/")
    assert page.get_by_role("link", name="Next page").count() == 0
    assert found == ["Mend", *(f"A{number:04}" for number in range(MANY))]
    context.close()


@pytest.mark.parametrize("address", ["actions/", "actions/page/3/"])
def test_unfolding_the_filters_brings_all_rows_and_choices(
    address: str, page: Page, site: str
) -> None:
    page.goto(site + address)
    page.get_by_text("Filter and sort all 1,201 actions").click()
    expect(page.locator(".mb-count")).to_have_text("1,201 of 1,201 actions")
    assert page.locator(".mb-pages").count() == 0
    page.locator(".mb-filters [name=owner]").select_option("village-shop")
    expect(page.locator(".mb-count")).to_have_text(
        "1 of 1,201 actions · Owner: Village Shop"
    )
    assert titles(page) == [f"A{MANY - 1}"]
    page.wait_for_url(f"**/{address}?owner=village-shop")
    page.locator(f"{ROWS}:not(.mb-off) th a").click()
    page.wait_for_url(f"**/actions/a{MANY - 1}/")
    expect(page.locator("h1")).to_contain_text(f"A{MANY - 1}")


@pytest.mark.parametrize("address", ["actions/", "actions/page/2/"])
def test_an_address_that_asks_for_a_filter_looks_at_all_rows(
    address: str, page: Page, site: str
) -> None:
    opened(page, f"{site}{address}?owner=village-shop&sort=-title")
    assert titles(page) == [f"A{MANY - 1}"]
    assert page.locator(".mb-filters [name=sort]").input_value() == "-title"


def test_a_heading_sorts_all_rows(page: Page, site: str) -> None:
    page.goto(site + "actions/page/4/")
    page.get_by_role("columnheader", name="Due").get_by_role("button").click()
    page.wait_for_selector('[aria-sort="ascending"]')
    assert titles(page)[:2] == ["Mend", "A0000"]
    assert len(titles(page)) == MANY + 1
    page.get_by_role("columnheader", name="Due").get_by_role("button").click()
    assert titles(page)[0] == f"A{MANY - 1}"


def test_all_rows_can_be_had_as_csv_from_any_page(page: Page, site: str) -> None:
    page.goto(site + "actions/page/2/")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    data = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert len(rows) == MANY + 2
    assert rows[-1][-1] == f"{site}actions/a{MANY - 1}/"


def test_what_is_late_by_today_is_worked_out_on_every_page(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2027-01-03T09:00:00")
    opened(page, f"{site}actions/page/5/?status=overdue")
    assert titles(page) == ["Mend", "A0000", "A0001"]


def test_if_the_rest_cannot_be_loaded_a_reader_is_told_and_may_try_again(
    page: Page, site: str
) -> None:
    page.route("**/actions/page/3/", lambda route: route.abort())
    page.goto(site + "actions/")
    page.get_by_text("Filter and sort all 1,201 actions").click()
    expect(page.locator(".mb-count")).to_have_text(
        "The filters could not be loaded. Try again when you are online."
    )
    assert page.locator(f"{ROWS} th a").count() == 250
    assert page.locator(".mb-pages").is_visible()
    page.unroute("**/actions/page/3/")
    page.get_by_role("button", name="Download as CSV").click()
    expect(page.locator(".mb-count")).to_have_text("1,201 of 1,201 actions")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_a_list_can_be_used_by_everyone(
    width: int, page: Page, site: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + "actions/page/3/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_text("Filter and sort all 1,201 actions").click()
    page.wait_for_selector(".mb-filters[data-on]")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_paper_stands_the_page_that_was_printed(page: Page, site: str) -> None:
    page.goto(site + "actions/page/2/")
    page.emulate_media(media="print")
    assert page.inner_text(".mb-count") == "251 to 500 of 1,201 actions"
    assert not page.locator(".mb-pages").is_visible()
    assert not page.locator(".mb-filters").is_visible()


def test_a_listing_reached_without_a_click_is_filtered_at_once(
    page: Page, site: str
) -> None:
    page.goto(site + "concerns/")
    assert page.locator(".mb-filters[data-on]").count() == 0
    page.locator(".mb-filters [name=kind]").select_option("question")
    expect(page.locator(".mb-count")).to_have_text("1 of 3 entries · Kind: Question")
    page.wait_for_url("**/concerns/?kind=question")
    reach(page)
