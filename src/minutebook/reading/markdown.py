"""Markdown to HTML that is safe to show: the home of comrak and nh3.

Bodies are what the git host shows: CommonMark with GitHub's additions. HTML typed
into a note is left out, and what comes out passes a second wall, an allow-list, so a
contributor's text is never code in a reader's browser.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import comrak
import nh3

_TAGS = set(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del sup a br hr"
    " table thead tbody tr th td input section div".split()
)
_PICTURE = "img"
_ATTRIBUTES = {
    "*": {"data-sourcepos"},
    "a": {"href", "title", "id", "aria-label"},
    "li": {"id"},
    "ol": {"start"},
    "td": {"align"}, "th": {"align"},
    "input": {"checked", "disabled"},
}  # fmt: skip
_VALUES = {
    "a": {"class": {"footnote-backref"}},
    "sup": {"class": {"footnote-ref"}},
    "section": {"class": {"footnotes"}},
    "p": {"class": {"markdown-alert-title"}},
    "div": {
        "class": {
            f"markdown-alert markdown-alert-{kind}"
            for kind in ("note", "tip", "important", "warning", "caution")
        }
    },
    "input": {"type": {"checkbox"}},
}
"""Attributes that are kept only if the engine wrote them: nobody else says just this."""

_SCHEMES = {"http", "https", "mailto", "tel"}
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)

_LEFT_OUT = "<!-- raw HTML omitted -->"
"""What the engine writes in the place of HTML."""


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """HTML from the allow-list."""

    html: str
    html_left_out: bool
    """Whether HTML was typed into the Markdown."""


def to_safe_html(markdown: str, *, places: bool = False) -> SafeHtml:
    """Render Markdown. Never raises: every text is some Markdown.

    With `places`, `data-sourcepos` tells where each part was typed: line and column from
    one, columns in bytes. (The engine could count letters, in time that grows with the
    square.) Nothing else differs.
    """
    rendered = comrak.render_markdown(
        markdown if markdown.isascii() else _another(markdown),
        extension_options=_extensions(),
        render_options=_rendering(places=places),
    )
    shows_pictures = f"<{_PICTURE}" in rendered
    cleaner = _cleaner_for_pictures() if shows_pictures else _cleaner()
    return SafeHtml(cleaner.clean(rendered), _LEFT_OUT in rendered)


def _another(text: str) -> str:
    """Copy a text: one that was lent to the engine keeps its UTF-8 for good."""
    return text.encode().decode()


@functools.cache
def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.tasklist = options.strikethrough = True
    options.autolink = options.footnotes = options.alerts = True
    return options


@functools.cache
def _rendering(*, places: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.sourcepos = places
    return options


@functools.cache
def _cleaner() -> nh3.Cleaner:
    """Clean texts without pictures, which most are."""
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


@functools.cache
def _cleaner_for_pictures() -> nh3.Cleaner:
    """Clean texts with pictures; it takes longer, since we are asked about each."""
    return nh3.Cleaner(
        tags=_TAGS | {_PICTURE},
        attributes=_ATTRIBUTES | {_PICTURE: {"src", "alt", "title"}},
        tag_attribute_values=_VALUES,
        attribute_filter=_keep,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _keep(tag: str, attribute: str, value: str) -> str | None:
    """Keep an attribute, unless it shows a picture of another site."""
    if tag == _PICTURE and attribute == "src" and _ELSEWHERE.match(value):
        return None
    return value
