"""Every page of the demo can be found, read out and passed on."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

LANDMARKS = {"nav", "main", "aside", "search"}
LOADS = {"src", "srcset", "poster", "data", "action", "formaction"}
"""Attributes that make a browser ask for something."""


class Structure(HTMLParser):
    """What a program that reads a page out goes by."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: Counter[str] = Counter()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.landmarks: Counter[tuple[str, str]] = Counter()
        self.asked: list[str] = []
        self.tabindex: list[int] = []
        self.language = ""
        self.feed(html)
        self.title = re.search("<title>(.*?)</title>", html, re.DOTALL)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag == "meta":
            name = given.get("name") or given.get("property") or ""
            self.meta[name] = given.get("content", "")
        if tag == "link":
            self.links[given.get("rel", "")] = given.get("href", "")
        if tag == "html":
            self.language = given.get("lang", "")
        if tag in LANDMARKS:
            self.landmarks[tag, given.get("aria-label", "")] += 1
        if "tabindex" in given:
            self.tabindex.append(int(given["tabindex"]))
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload"}:
            self.asked.append(given["href"])
        self.asked += [given[name] for name in LOADS & set(given)]


@pytest.fixture(scope="module")
def pages(demo: Path) -> dict[str, Structure]:
    """Every page but those that only lead to another, by its address."""
    texts = {
        path.relative_to(demo).as_posix(): path.read_text("utf-8")
        for path in sorted(demo.rglob("*.html"))
    }
    return {
        address: Structure(text)
        for address, text in texts.items()
        if 'http-equiv="refresh"' not in text
    }


def test_headings_begin_with_the_title_and_skip_no_level(
    pages: dict[str, Structure],
) -> None:
    for address, page in pages.items():
        assert page.headings[0] == 1, address
        assert page.headings.count(1) == 1, address
        for above, below in pairwise(page.headings):
            assert below <= above + 1, f"{address}: h{below} follows h{above}"


def test_every_id_is_given_once(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert [name for name, times in page.ids.items() if times > 1] == [], address


def test_landmarks_can_be_told_apart(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert page.landmarks["main", ""] == 1, address
        assert set(page.landmarks.values()) == {1}, address
        assert ("nav", "") not in page.landmarks, address


def test_the_order_of_focus_is_that_of_the_page(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert not [index for index in page.tabindex if index > 0], address


def test_every_page_says_its_language(pages: dict[str, Structure]) -> None:
    assert {page.language for page in pages.values()} == {"en"}


def test_no_page_asks_another_site_for_anything(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        assert page.asked, address
        assert [url for url in page.asked if urlsplit(url).netloc] == [], address


def test_every_page_has_a_title_of_its_own_and_a_description(
    pages: dict[str, Structure],
) -> None:
    titles = Counter(page.title and page.title[1] for page in pages.values())
    assert None not in titles
    for address, page in pages.items():
        assert page.meta.get("description"), address


def test_a_page_that_is_passed_on_shows_what_it_is(pages: dict[str, Structure]) -> None:
    for address, page in pages.items():
        if address in {"404.html", "edit/index.html"}:  # nobody passes these on
            assert page.meta["robots"] == "noindex"
            continue
        assert page.meta["og:title"], address
        assert page.meta["og:description"] == page.meta["description"], address
        assert page.meta["og:url"] == page.links["canonical"], address
        assert page.meta["og:site_name"] == "Probation notes"
        assert page.meta["og:locale"] == "en_GB"
        assert page.meta["twitter:card"] == "summary"
    assert pages["index.html"].meta["og:type"] == "website"
    assert pages["themes/funding/index.html"].meta["og:title"].startswith("Funding")


def test_the_small_picture_of_the_site_is_there(
    pages: dict[str, Structure], demo: Path
) -> None:
    assert (demo / pages["index.html"].links["icon"]).is_file()
    assert (demo / "assets/favicon.svg").is_file()
