"""What programs are told: meetings as events, pages as Markdown, where things are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.pages import Page, Site, site_of
from minutebook.pages.plain import plain
from minutebook.publish.robots import robots
from minutebook.records import Visibility
from small_book import TODAY, book_of

HERE = Edition(name="Hall notes", address="https://example.org/hall/")
HOSTILE = "</script><script>alert(1)</script> <!-- ]]> & \\u2028 “x” \\\\"
TIMED = """
    title: '{title}'
    date: 2026-08-26
    start: "13:30"
    end: "15:00"
    group: board
    status: published
    agreed_on: 2026-08-27
    venue: {venue}
    summary: '{title}'
---
See [the hall](../themes/hall.md) and [nobody](../actions/hidden.md).
"""
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def meeting(title: str = "Board", venue: str = "The hall") -> dict[str, str]:
    return {"meetings/2026-08-26-board.md": TIMED.format(title=title, venue=venue)}


def page(book: Book, address: str, edition: Edition = HERE) -> Page:
    site = site_of(book, TODAY, edition)
    (found,) = (page for page in site.pages if page.address == address)
    return found


def told(book: Book, edition: Edition = HERE) -> Any:  # noqa: ANN401 - JSON of any kind
    (script,) = SCRIPT.findall(page(book, "meetings/2026-08-26-board/", edition).html)
    return json.loads(script)


def text(site: Site, address: str) -> str:
    (found,) = (file for file in site.files if file.address == address)
    return found.text


# Meetings as events


def test_a_meeting_is_an_event_with_its_distance_from_utc(tmp_path: Path) -> None:
    assert told(book_of(tmp_path, meeting())) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Board",
        "startDate": "2026-08-26T13:30+01:00",
        "endDate": "2026-08-26T15:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": "The hall", "address": "The hall"},
        "organizer": {
            "@type": "Organization",
            "name": "Board of trustees",
            "url": "https://example.org/hall/groups/board/",
        },
        "description": "Board",
        "url": "https://example.org/hall/meetings/2026-08-26-board/",
    }


def test_a_meeting_nobody_travels_to_is_at_a_virtual_place(tmp_path: Path) -> None:
    found = told(book_of(tmp_path, meeting(venue="Video conference")))
    assert found["location"]["@type"] == "VirtualLocation"


def test_without_an_address_nothing_is_made_up(tmp_path: Path) -> None:
    found = told(book_of(tmp_path, meeting()), Edition())
    assert "url" not in found
    assert "url" not in found["organizer"]


def test_a_hostile_title_stays_within_its_script(tmp_path: Path) -> None:
    book = book_of(tmp_path, meeting(HOSTILE))
    html = page(book, "meetings/2026-08-26-board/").html

    assert told(book)["name"] == HOSTILE
    assert html.count("<script") == html.count("</script>") == 1
    (script,) = SCRIPT.findall(html)
    assert not set("<>&\u2028\u2029") & set(script)


# Pages as Markdown


def test_a_page_has_its_words_and_whole_addresses_in_markdown(tmp_path: Path) -> None:
    found = page(book_of(tmp_path, meeting()), "meetings/2026-08-26-board/").printed()
    _, front, body = found.plain.split("---\n", 2)

    assert yaml.safe_load(front)["address"] == (
        "https://example.org/hall/meetings/2026-08-26-board/"
    )
    assert "\n# Board\n" in body
    assert "[the hall](https://example.org/hall/themes/hall/) and nobody." in body
    assert "hidden" not in found.plain
    assert "ld+json" not in found.plain


MARKDOWN = {
    "<p>one</p>\n<p>two</p>": "one\n\ntwo\n",
    "<h2 id='x'>A</h2><p>b</p>": "## A\n\nb\n",
    "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>": "- a\n  - b\n- c\n",
    '<ol start="3"><li>a</li><li>b</li></ol>': "3. a\n4. b\n",
    "<ul><li><p>a</p><p>b</p></li></ul>": "- a\n\n  b\n",
    "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>": "> a\n>\n> b\n\nc\n",
    "<p>a<br>\nb</p>": "a\\\nb\n",
    "<p><strong>a</strong> <em>b</em> <del>c</del></p>": "**a** *b* ~~c~~\n",
    "<pre><code>a\n  &lt;b&gt;\n</code></pre>": "```\na\n  <b>\n```\n",
    "<ul><li><pre><code>a\nb</code></pre></li></ul>": "- ```\n  a\n  b\n  ```\n",
    "<p><code>a `b` *c*</code></p>": "``a `b` *c*``\n",
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1|2</td>"
    "<td><p>x</p><p>y</p></td></tr></tbody></table>": (
        "| a | b |\n| --- | --- |\n| 1\\|2 | x y |\n"
    ),
    "<dl><div><dt>A</dt><dd>1</dd><dd>2</dd></div><div><dt>B</dt><dd>3</dd></div></dl>": (
        "- **A:** 1; 2\n- **B:** 3\n"
    ),
    '<p><a href="../../x/">a</a> <a href="#b">b</a></p>': (
        "[a](https://example.org/hall/x/) b\n"
    ),
    '<p><a href="feed.xml">a</a></p>': "[a](https://example.org/hall/t/i/feed.xml)\n",
    '<p><a href="https://e.org/(a)?b&amp;c">a</a></p>': "[a](https://e.org/%28a%29?b&c)\n",
    '<p><img src="../../a.png" alt="a [b]"></p>': (
        "![a \\[b\\]](https://example.org/hall/a.png)\n"
    ),
    '<ul><li><input type="checkbox" checked="" disabled=""> a</li></ul>': "- [x] a\n",
    "<p>a*b_c [d](e) &lt;b&gt; &amp;lt; &amp; `</p>": (
        "a\\*b\\_c \\[d\\](e) \\<b\\> \\&lt; & \\`\n"
    ),
    "<p># a</p><p>- b</p><p>1. c</p><p>2020 was</p>": (
        "\\# a\n\n\\- b\n\n1\\. c\n\n2020 was\n"
    ),
    '<p>a <span class="x">b</span><span class="y">c</span>, d</p>': "a b c, d\n",
    '<p>a<span aria-hidden="true">→</span></p><div hidden><p>b</p></div>': "a\n",
    '<p><abbr title="a hidden b">c</abbr></p>': "c\n",
    "<form><p>a</p></form><svg><text>b</text></svg><p>c</p>": "c\n",
}


@pytest.mark.parametrize("body", MARKDOWN)
def test_a_body_becomes_markdown(body: str) -> None:
    written = plain(body, {}, page="t/i/", address=HERE.address)
    assert written.removeprefix("---\n---\n\n") == MARKDOWN[body]


def test_the_site_has_a_markdown_beside_each_page(demo: Path) -> None:
    for file in ("actions.json", "concerns.json", "meetings.json", "themes.json"):
        for row in json.loads((demo / "data" / file).read_text("utf-8")):
            beside = (demo / row["url"] / "index.md").read_text("utf-8")
            assert f"/{row['url']}" in beside.split("---\n")[1]
    assert "Sitemap: " in (demo / "robots.txt").read_text("utf-8")
    links = re.findall(r"\]\(([^)]*)\)", (demo / "llms.txt").read_text("utf-8"))
    for link in links:
        assert (demo / link.partition("/minutebook/")[2]).is_file(), link
    assert len(links) > 20


# Where things are


def test_llms_txt_lists_lists_themes_meetings_and_data(tmp_path: Path) -> None:
    written = text(site_of(book_of(tmp_path, meeting("A [b]")), TODAY, HERE), "llms.txt")

    assert written.startswith("# Hall notes\n\n> ")
    assert re.findall("^## (.*)$", written, re.MULTILINE) == [
        "Lists", "Themes", "Latest meetings", "Open data",
    ]  # fmt: skip
    at = "https://example.org/hall/meetings/2026-08-26-board/index.md"
    assert f"- [A \\[b\\]]({at}): 26 August 2026. A \\[b\\]\n" in written


def test_only_a_public_site_is_for_search_engines() -> None:
    assert robots(HERE) == (
        "User-agent: *\nAllow: /\nSitemap: https://example.org/hall/sitemap.xml\n"
    )
    assert "Disallow: /" in robots(Edition(audience=Visibility.MEMBERS))
