"""The listings: filters, an order, an address to send on, CSV, what is late by today."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import SITE_PATH, Serve
from minutebook.build import build
from minutebook.order import Order
from small_book import write_project

TODAY = dt.date(2026, 6, 1)
ROWS = ".mb-listing tbody tr"

MEETING = """
    title: {title}
    date: {day}
    group: {group}
    status: published
    agreed_on: {day}
"""


def action(title: str, owners: str, *fields: str, meeting: str = "2026-03-12") -> str:
    told = (f"title: {title}", f"owners: [{owners}]", f"raised_in: {meeting}-board")
    return "\n".join((*told, *fields))


NOTES = {
    "meetings/2026-05-14-roof.md": MEETING.format(
        title="Roof meeting", day="2026-05-14", group="roof"
    ),
    "groups/roof.md": "title: Roof group",
    "themes/roof.md": "title: The roof",
    "actions/late.md": action(
        "Mend the gutter", "Hall Trust", "due: 2026-05-01", "themes: [roof]"
    ),
    "actions/soon.md": action(
        "Ask for a quote", "Amina Khan", "due: 2026-06-10", "status: in-progress"
    ),
    "actions/later.md": action(
        "Paint the hall", "Village Shop", "due: 2026-08-01", "themes: [hall]"
    ),
    "actions/some-day.md": action(
        "'=HYPERLINK(\"http://x.test\")'", "Board of trustees", meeting="2026-04-09"
    ),
    "actions/done.md": action(
        'Open a "café", again',
        "Village Shop",
        "updates: [{status: done, date: 2026-04-01}]",
    ),
    "concerns/cold.md": (
        "title: The hall is cold\nthemes: [hall]\n"
        "raised: [{meeting: 2026-03-12-board, by: [Village Shop]}, "
        "{meeting: 2026-04-09-board}]\n"
    ),
    "concerns/steps.md": (
        "title: The steps are steep\nraised: [{meeting: 2026-03-12-board}]\n"
        "responses: [{answer: A rail., by: [Hall Trust], date: 2026-03-20}]\n"
    ),
    "concerns/why.md": (
        "title: Why no sign\nkind: question\nthemes: [roof]\n"
        "raised: [{meeting: 2026-04-09-board}]\n"
    ),
    "decisions/lift.md": "title: Buy a lift\ndecided_in: 2026-03-12-board\n",
    "decisions/boiler.md": "title: Keep the boiler\ndecided_in: 2026-04-09-board\n",
}

LENGTHEN = "document.querySelector('.mb-listing').classList.add('mb-listing--long')"
"""Has the table laid out as a long one is."""

AS_MADE = ["late", "soon", "later", "some-day", "done"]
"""The actions in the order of the page: late, soonest due, undated, closed."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """A small site in which following a link loads no new page, if nothing hinders."""
    root = tmp_path_factory.mktemp("listings")
    (root / "site").mkdir()
    address = serve(root / "site") + SITE_PATH.strip("/") + "/"
    build_site(root, address)
    return address


def build_site(
    root: Path, address: str, notes: Mapping[str, str] = MappingProxyType(NOTES)
) -> None:
    settings = {
        "site_name": "Hall",
        "site_url": address,
        "theme": {
            "name": "material",
            "font": False,
            "features": ["navigation.tabs", "navigation.instant"],
        },
        "plugins": ["search", {"minutebook": {"notes": "notes"}}],
    }
    home = "# Hall\n\n[Tracker](actions/index.md)\n"
    config = write_project(root, dict(notes), yaml.safe_dump(settings), home=home)
    folder = root / "site" / SITE_PATH.strip("/")
    outcome = build(Order(config_file=config, notes=None, site_dir=folder, today=TODAY))
    assert outcome.problems == ()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(timezone_id="Europe/London", locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def opened(context: BrowserContext, site: str) -> Iterator[Callable[..., Page]]:
    failed: list[str] = []

    def open_page(address: str, *, today: str = "2026-06-01", width: int = 1280) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.set_viewport_size({"width": width, "height": 800})
        page.clock.set_fixed_time(f"{today}T09:00:00")
        page.goto(site + address)
        reach(page)
        return page

    yield open_page
    assert failed == []


def reach(page: Page) -> None:
    """Reach for the filters, if there are any, and wait until they have come."""
    if page.locator(".mb-filters").count():
        page.locator(".mb-filters").dispatch_event("focusin")
        page.wait_for_selector(".mb-filters[data-on]", state="attached")


def shown(page: Page) -> list[str]:
    """Tell which records are in sight, from the top."""
    found: list[str] = page.eval_on_selector_all(
        ROWS,
        """rows => rows.filter(row => row.offsetHeight > 1)
            .map(row => row.querySelector('a').pathname.split('/').at(-2))""",
    )
    return found


def control(name: str) -> str:
    return f'.mb-filters [name="{name}"]'


def fill(page: Page, name: str, value: str) -> None:
    where = page.locator(control(name))
    if where.evaluate("element => element.tagName") == "SELECT":
        where.select_option(value)
    else:
        where.fill(value)


FILTERED = {
    ("text", "gutter hall"): ["late"],
    ("text", "CAFE"): ["done"],
    ("status", "unfinished"): ["late", "soon", "later", "some-day"],
    ("status", "overdue"): ["late"],
    ("status", "in-progress"): ["soon"],
    ("owner", "amina-khan"): ["soon"],
    ("owner", "hall-trust"): ["late", "soon"],
    ("organisation", "village-shop"): ["later", "done"],
    ("theme", "roof"): ["late"],
    ("meeting", "2026-04-09-board"): ["some-day"],
    ("from", "2026-06-10"): ["soon", "later"],
    ("to", "2026-06-10"): ["late", "soon"],
}


def test_the_whole_table_stands_in_a_sensible_order(opened: Callable[..., Page]) -> None:
    page = opened("actions/")
    assert shown(page) == AS_MADE
    assert page.inner_text(".mb-count") == "5 of 5 actions"


@pytest.mark.parametrize("chosen", FILTERED, ids="=".join)
def test_a_filter_leaves_what_it_says_and_so_does_its_address(
    opened: Callable[..., Page], chosen: tuple[str, str]
) -> None:
    name, value = chosen
    page = opened("actions/")
    fill(page, name, value)
    assert shown(page) == FILTERED[chosen]
    page.wait_for_url(lambda url: f"{name}=" in url)

    other = opened(page.url.partition(SITE_PATH)[2])
    assert shown(other) == FILTERED[chosen]
    assert other.locator(control(name)).input_value() == value
    count = len(FILTERED[chosen])
    assert other.inner_text(".mb-count").startswith(f"{count} of 5 actions · ")


def test_filters_narrow_one_another_and_choices_tell_what_they_would_show(
    opened: Callable[..., Page],
) -> None:
    page = opened("actions/?owner=village-shop")
    fill(page, "status", "done")
    assert shown(page) == ["done"]
    owner = page.locator(".mb-filters [name=owner]")
    expect(owner.locator("[value=village-shop]")).to_have_attribute(
        "label", "Village Shop (1)"
    )
    expect(owner.locator("[value=hall-trust]")).to_have_attribute(
        "label", "Hall Trust (0)"
    )
    assert (
        page.inner_text(".mb-count")
        == "1 of 5 actions · Status: Done · Owner: Village Shop"
    )


def test_what_nothing_answers_to_finds_nothing(opened: Callable[..., Page]) -> None:
    page = opened("actions/?status=dropped")
    assert shown(page) == []
    assert page.inner_text(".mb-count").endswith("Nothing matches. Take a filter away.")


def test_an_address_with_nonsense_shows_everything(opened: Callable[..., Page]) -> None:
    page = opened("actions/?nonsense=1&sort=nonsense&length=2&__proto__=3&from=x")
    assert shown(page) == AS_MADE


def test_a_hostile_address_is_shown_as_text(opened: Callable[..., Page]) -> None:
    page = opened("actions/?owner=<img src=x onerror=alert(1)>")
    assert shown(page) == []
    assert "Owner: <img src=x onerror=alert(1)>" in page.inner_text(".mb-count")
    assert page.locator("article img").count() == 0


def test_reset_shows_everything_and_clears_the_address(
    opened: Callable[..., Page],
) -> None:
    page = opened("actions/?status=overdue&sort=-title&text=mend")
    page.click(".mb-filters [type=reset]")
    page.wait_for_url(lambda url: "?" not in url)
    assert shown(page) == AS_MADE


SORTED = {
    "title": ["some-day", "soon", "late", "done", "later"],
    "-title": ["later", "done", "late", "soon", "some-day"],
    "due": ["late", "soon", "later", "some-day", "done"],
    "-due": ["later", "soon", "late", "some-day", "done"],
    "status": ["late", "later", "some-day", "soon", "done"],
}


@pytest.mark.parametrize("value", SORTED)
def test_rows_are_put_in_order_and_what_has_no_day_comes_last(
    opened: Callable[..., Page], value: str
) -> None:
    page = opened("actions/")
    fill(page, "sort", value)
    assert shown(page) == SORTED[value]
    page.wait_for_url(f"**?sort={value}")
    assert shown(opened(f"actions/?sort={value}")) == SORTED[value]


def test_a_heading_sorts_and_tells_the_address_and_the_choice(
    opened: Callable[..., Page],
) -> None:
    page = opened("actions/?status=unfinished")
    heading = page.get_by_role("columnheader", name="Due")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert shown(page) == ["later", "soon", "late", "some-day"]
    assert page.locator(control("sort")).input_value() == "-due"
    page.wait_for_url("**?status=unfinished&sort=-due")
    expect(
        page.locator("[role=status]", has_text=re.compile(r"Sorted by Due\s*, downwards"))
    ).to_have_count(1)


@pytest.mark.parametrize("instant", [True, False])
def test_back_brings_a_filtered_view_again(
    opened: Callable[..., Page], *, instant: bool
) -> None:
    page = opened("")
    if not instant:
        page.goto(page.url + "actions/")
    else:
        page.evaluate("window.same = true")
        page.locator('.md-tabs a[href$="actions/"]').click()
        page.wait_for_selector(".mb-filters[data-begun]")  # its script has begun
    fill(page, "status", "overdue")
    page.wait_for_url("**?status=overdue")
    page.locator(f"{ROWS} th a").first.click()
    page.wait_for_url("**/actions/late/")
    page.go_back()
    page.wait_for_url("**?status=overdue")
    expect(page.locator(".mb-count")).to_have_text("1 of 5 actions · Status: Overdue")
    assert shown(page) == ["late"]
    page.get_by_role("columnheader", name="Owner").get_by_role("button").click()
    assert page.evaluate("window.same") is (True if instant else None)


def test_what_is_shown_can_be_had_as_csv(opened: Callable[..., Page]) -> None:
    page = opened("actions/?status=unfinished&sort=title")
    with page.expect_download() as waiting:
        page.click(".mb-filters [name=csv]")
    saved = waiting.value
    assert saved.suggested_filename == "actions-unfinished-title-2026-06-01.csv"
    data = Path(saved.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["Action", "Owner", "Due", "Agreed", "Status", "Address"]
    assert [row[-1].split("/")[-2] for row in rows] == shown(page)
    assert rows[0][0] == '\'=HYPERLINK("http://x.test")'
    assert rows[1][:3] == ["Ask for a quote", "Amina Khan, Hall Trust", "10 June 2026"]
    assert rows[1][3:5] == ["12 Mar 2026", "In progress"]
    assert data.count(b"\r\n") == len(rows) + 1


def test_on_a_later_day_what_is_late_is_worked_out_again(
    opened: Callable[..., Page],
) -> None:
    page = opened("actions/?status=overdue", today="2026-06-11")
    assert shown(page) == ["late", "soon"]
    assert page.locator(f"{ROWS} .mb-badge--overdue").count() == 2
    assert "made on 1 June 2026" in page.inner_text(".mb-stood")
    assert "today, 11 June 2026" in page.inner_text(".mb-stood")
    assert page.inner_text(".mb-count").startswith("2 of 5 actions")


@pytest.mark.parametrize("today", ["2026-06-01", "2026-05-20"])
def test_on_its_own_day_a_page_tells_what_it_was_made_with(
    opened: Callable[..., Page], today: str
) -> None:
    page = opened("actions/", today=today)
    assert page.inner_text(".mb-stood") == "As it stood on 1 June 2026."
    assert page.locator(f"{ROWS} .mb-badge--overdue").count() == 1


def test_without_script_the_whole_table_stands_and_no_form(
    chromium: Browser, site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "actions/?status=overdue")
    assert [row.is_visible() for row in page.locator(ROWS).all()] == [True] * 5
    assert not page.locator(".mb-filters").is_visible()
    assert page.locator('a[href$="data/actions.json"]').is_visible()
    context.close()


@pytest.mark.parametrize("address", ["actions/", "concerns/", "decisions/", "meetings/"])
def test_on_a_small_phone_filters_are_folded_and_nothing_is_wider_than_the_screen(
    opened: Callable[..., Page], address: str
) -> None:
    page = opened(address, width=320)
    assert not page.locator(control("text")).is_visible()
    page.click(".mb-filters summary")
    assert page.locator(control("text")).is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "text"
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_everything_can_be_done_by_keyboard(opened: Callable[..., Page]) -> None:
    page = opened("actions/")
    page.focus(control("text"))
    page.keyboard.type("mend")
    assert shown(page) == ["late"]
    page.keyboard.press("Enter")
    assert page.locator(control("text")).input_value() == "mend"
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(document.activeElement.name || document.activeElement.type"
                " || document.activeElement.textContent)"
            )
        )
        if page.evaluate("document.activeElement.matches('.mb-listing tbody a')"):
            break
    told = " ".join(reached)
    assert re.search(r"status owner .*sort reset csv button", told), told


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_table_is_a_table_to_those_who_hear_it(
    opened: Callable[..., Page], width: int, *, long: bool
) -> None:
    page = opened("actions/", width=width)
    if long:
        page.evaluate(LENGTHEN)
    assert page.get_by_role("table", name="Actions").count() == 1
    heads = int(width > 320)  # on a phone each cell says what it is
    assert page.get_by_role("row").count() == 5 + heads
    assert page.get_by_role("rowheader").count() == 5
    if width == 320:
        page.click(".mb-filters summary")
    fill(page, "text", "mend")
    assert shown(page) == ["late"]
    assert page.get_by_role("row").count() == 1 + heads


def test_on_paper_stands_a_table_with_what_was_chosen(
    opened: Callable[..., Page],
) -> None:
    page = opened("actions/?status=unfinished")
    page.emulate_media(media="print")
    assert not page.locator(".mb-filters").is_visible()
    assert page.inner_text(".mb-count") == "4 of 5 actions · Status: Not finished"
    displays = page.eval_on_selector_all(
        ".mb-listing, .mb-listing thead, .mb-listing tbody tr",
        "all => all.map(element => getComputedStyle(element).display)",
    )
    assert displays == ["table", "table-header-group", *["table-row"] * 4, "none"]


def test_the_register_puts_first_what_was_raised_again(
    opened: Callable[..., Page],
) -> None:
    page = opened("concerns/")
    assert shown(page) == ["cold", "why", "steps"]
    fill(page, "status", "unanswered")
    assert shown(page) == ["cold", "why"]
    fill(page, "status", "again")
    assert shown(page) == ["cold"]
    fill(page, "status", "")
    fill(page, "kind", "question")
    assert shown(page) == ["why"]
    assert shown(opened("concerns/?organisation=village-shop")) == ["cold"]
    assert shown(opened("concerns/?to=2026-03-31")) == ["cold", "steps"]


def test_decisions_and_meetings_have_the_same_machine(
    opened: Callable[..., Page],
) -> None:
    assert shown(opened("decisions/?sort=-title")) == ["boiler", "lift"]
    assert shown(opened("decisions/?meeting=2026-03-12-board")) == ["lift"]
    assert shown(opened("meetings/?group=roof")) == ["2026-05-14-roof"]
    assert shown(opened("meetings/?from=2026-04-01&sort=date")) == [
        "2026-04-09-board", "2026-05-14-roof",
    ]  # fmt: skip
