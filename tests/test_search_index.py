"""The search index: split as the theme's own plugin would split the same bodies."""

from __future__ import annotations

import datetime as dt
import html
import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex

from minutebook.edition import Edition
from minutebook.make import make_site
from minutebook.pages import Page, Printed
from minutebook.publish.search import around, of_page
from minutebook.reading import read_prose
from site_folder import ROOT


class _Body:
    """Prints one body, whatever the page."""

    def __init__(self, body: str) -> None:
        self._body = body

    def shown(self, page: Page) -> bytes:
        return page.kind.encode()

    def printed(self, page: Page) -> Printed:
        del page
        return Printed(html=self._body, headings=(), plain="")


def page_of(body: str) -> Page:
    return Page(
        kind="theme",
        address="themes/x/",
        title='The "hall" & more',
        description="",
        section="themes/",
        source="themes/x.md",
        record=object(),  # type: ignore[arg-type] # nobody looks inside
        press=_Body(body),
    )


def theirs(page: Page, body: str) -> list[dict[str, Any]]:
    """Ask the theme's plugin."""
    index = SearchIndex(lang=["en"], separator=" ", pipeline=[], fields={})
    title = html.escape(page.title)
    asked = {"meta": {"title": title}, "title": title, "toc": [], "url": page.address}
    index.add_entry_from_context(SimpleNamespace(content=body, **asked))
    found: list[dict[str, Any]] = index.entries
    return found


def ours(page: Page, body: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(f"[{of_page(page, body)}]")
    return found


def test_the_pages_of_the_demo_are_split_as_the_theme_would() -> None:
    site = make_site(ROOT / "notes", dt.date(2026, 11, 22), Edition()).site
    assert site
    sections = 0
    for page in site.pages:
        if page.record is not None:
            body = page.printed().html
            assert ours(page, body) == theirs(page, body), page.address
            sections += len(ours(page, body))
    assert sections > 400, "a comparison of nothing proves nothing"


BLOCKS = st.sampled_from(
    (
        "## Heading & more", "### `code` in *words*", "A paragraph <b>x</b> & 1 < 2 > 0.",
        "- one\n- two\n  - three", "1. a\n2. b", "> ### Quoted heading\n>\n> Words.",
        "```\n  code & <tag>\n\n  more\n```", "| a | b |\n| --- | --- |\n| 1 | `2` |",
        "* * *", "- [x] done\n- [ ] not", "A^note[^1].\n\n[^1]: Said ~~never~~.",
        "> [!NOTE]\n> Take care.", "###", "[](x.md)", "&nbsp;&amp;&lt;p&gt;", "  \n",
    )
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=8))
def test_any_body_is_split_as_the_theme_would(blocks: list[str]) -> None:
    body = read_prose("\n\n".join(blocks)).html
    for number, heading in enumerate(("h2", "h3")):
        body = body.replace(f"<{heading} ", f'<{heading} id="a-{number}" ')
    for whole in (body, f"<h1>Title</h1>\n<div>{body}</div>\n<p>After.</p>"):
        page = page_of(whole)
        assert ours(page, whole) == theirs(page, whole)


def test_a_listing_is_found_by_its_name_and_repeats_nothing() -> None:
    site = make_site(ROOT / "notes", dt.date(2026, 11, 22), Edition()).site
    assert site
    tracker = next(page for page in site.pages if page.kind == "actions")
    (entry,) = ours(tracker, tracker.printed().html)

    assert entry["location"] == "actions/"
    assert entry["title"] == "Action tracker"
    assert "Collate" not in entry["text"]


@pytest.mark.parametrize("docs", [[], [{"location": "a/", "title": "A]}", "text": '"'}]])
def test_an_index_is_cut_where_entries_can_be_added(docs: list[dict[str, str]]) -> None:
    index = {"config": {"lang": ["en"], "docs": []}, "docs": docs}
    head, entries, tail = around(index)
    more = b'{"location":"b/"}'
    whole = head + b",".join(filter(None, (entries, more))) + tail

    assert json.loads(whole) == {**index, "docs": [*docs, {"location": "b/"}]}
