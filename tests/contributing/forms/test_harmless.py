"""Whatever a contributor writes, nobody is called by it, and no issue is closed."""

from __future__ import annotations

import html
import re

import comrak
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributing.forms.filling import PIECES
from minutebook.contributing.forms.harmless import as_title, in_markdown

CALLS = re.compile(
    r"(?<!\w)@\w|(?<!\w)#\w|\bGH-\d|\bhttps?://\w|\bwww\.\w", re.IGNORECASE
)
"""What a host makes something of, in text that it shows."""

HOSTILE = (
    "@trustees", "a@b.example", "#1", "x#1", "GH-1", "gh-12", "https://example.org/x/issues/1",
    "www.example.org", "closes ", "<b>", "<!--", "-->", "[x](y)", "![x](y)", "`", "```",
    "| a |", "&amp;", "&lt;", "~~x~~", "$x$", "1. ", "- ", "# ", "> ", "===", "\\",
)  # fmt: skip

words = st.lists(st.sampled_from(HOSTILE + PIECES) | st.text(max_size=5)).map("".join)


def shown(markdown: str) -> str:
    """Show Markdown as a host does, and give its text without what stands for a sign."""
    options = comrak.ExtensionOptions()
    options.autolink = options.strikethrough = options.table = True
    rendering = comrak.RenderOptions()
    rendering.unsafe_ = True
    return comrak.render_markdown(
        markdown, extension_options=options, render_options=rendering
    )


@given(words)
def test_words_are_shown_as_they_are_and_make_no_mark(text: str) -> None:
    page = shown(f"- **Line 1:** {in_markdown(text)}")
    said = re.sub(r"<!-- -->|</?(?:ul|li|strong)>|\n", "", page)

    plain = " ".join("".join(s if s.isprintable() else " " for s in text).split())
    assert html.unescape(said).removeprefix("Line 1:").strip() == plain
    assert "<" not in said


@given(words)
def test_nothing_a_host_acts_on_is_left_in_a_text(text: str) -> None:
    pieces = re.split(r"<!-- -->|<[^<>]*>", shown(in_markdown(text)))

    assert [p for p in pieces if CALLS.search(html.unescape(p))] == []


@given(words)
def test_nothing_a_host_acts_on_is_left_in_a_title(text: str) -> None:
    title = as_title(text)

    assert not CALLS.search(title)
    assert not title or title.isprintable()
    assert len(title) <= 250


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Done, closes #1", "Done, closes no. 1"),
        ("Ask @trustees", "Ask (at) trustees"),
        ("See https://example.org/x/issues/1", "See example.org/x/issues/1"),
        ("http:/www./example.org", "example.org"),
        ("A line\nand\tanother", "A line and another"),
        ("3 @ £4 # 5", "3 @ £4 # 5"),
    ],
)
def test_a_title_is_left_as_it_is_otherwise(written: str, title: str) -> None:
    assert as_title(written) == title
