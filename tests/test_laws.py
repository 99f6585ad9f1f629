"""Two laws about a whole site: it is the same every time, and every link in it lands."""

from __future__ import annotations

import filecmp
import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from site_folder import build_demo

ATTRIBUTE = re.compile(r"<[a-z][^>]*?\s(?:href|src)=(?:\"([^\"]*)\"|([^\s>]+))")
ID = re.compile(r"\s(?:id|name)=(?:\"([^\"]+)\"|([^\s>]+))")
SITE_PATH = "/minutebook/"
"""Where `site_url` puts the site: the 404 page, served anywhere, links from the root."""


@pytest.fixture
def site(demo: Path) -> Path:
    return demo


def files_of(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_builds_of_the_same_day_are_equal_byte_for_byte(
    site: Path, tmp_path: Path
) -> None:
    again = build_demo(tmp_path / "site")
    names = sorted(files_of(site))

    assert sorted(files_of(again)) == names
    _, different, odd = filecmp.cmpfiles(site, again, names, shallow=False)
    assert (different, odd) == ([], [])


def test_a_build_of_another_day_differs_only_where_it_tells_the_day(
    site: Path, tmp_path: Path
) -> None:
    later = build_demo(tmp_path / "site", today="2026-11-23")
    names = sorted(files_of(site))
    _, different, _ = filecmp.cmpfiles(site, later, names, shallow=False)

    assert "actions/index.html" in different
    assert not [name for name in different if name.startswith("meetings/")]


def links_of(page: Path) -> Iterator[str]:
    for quoted, bare in ATTRIBUTE.findall(page.read_text("utf-8")):
        yield html.unescape(quoted or bare)


def anchors_of(page: Path) -> set[str]:
    found = ID.findall(page.read_text("utf-8"))
    return {html.unescape(quoted or bare) for quoted, bare in found}


def where(site: Path, page: Path, link: str) -> tuple[Path, str]:
    path, _, anchor = link.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith(SITE_PATH):
        full = site / path.removeprefix(SITE_PATH)
    else:
        at = page.parent.relative_to(site).as_posix()
        full = site / posixpath.normpath(posixpath.join(at, path)) if path else page
    if full.is_dir() or path.endswith("/"):
        full /= "index.html"
    return full, unquote(anchor)


def test_every_internal_link_and_anchor_lands(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    anchors = {page: anchors_of(page) for page in pages}
    astray = []
    followed = 0
    for page in pages:
        for link in links_of(page):
            if re.match(r"(?:https?:|mailto:|tel:|data:|javascript:)", link):
                assert not link.startswith(("data:", "javascript:")), link
                continue
            followed += 1
            target, anchor = where(site, page, link)
            known = anchors.get(target, set())
            if not target.is_file() or (anchor and anchor not in known):
                astray.append(f"{page.relative_to(site)} -> {link}")

    assert astray == []
    assert followed > 5000, "a walk that follows no links proves nothing"


def test_every_page_that_search_engines_may_read_is_in_the_sitemap(site: Path) -> None:
    listed = re.findall(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    addresses = {loc.partition(SITE_PATH)[2] for loc in listed}
    pages = {
        page.parent.relative_to(site).as_posix() + "/"
        for page in site.rglob("index.html")
        if '<meta name="robots" content="noindex">' not in page.read_text("utf-8")
    }

    assert addresses == {page.removeprefix("./") for page in pages}
