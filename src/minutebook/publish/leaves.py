"""A page as a search knows it: by what it can be narrowed down, and what it says.

A leaf is one line of JSON, the facets, and below it HTML for the indexer.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from minutebook.pages import Page, Printed
from minutebook.pages.searched import Defined
from minutebook.publish.splitting import without_repeated
from minutebook.views.finding import Finding

_TOLD_ELSEWHERE = re.compile(
    r'<p class="mb-badges">.*?</p>|<ol class="mb-path">.*?</ol>', re.DOTALL
)
"""Where a record stands is a facet, and the words of a badge are no words of a note."""

FACETS = ("kind", "theme", "organisation", "group", "year", "status")
"""By what results can be narrowed down."""


def leaf_of(page: Page, printed: Printed, language: str) -> str:
    """Write what the indexer is given of a page; nothing of a listing.

    A listing repeats what its records say for themselves.
    """
    finding = printed.finding
    if page.record is None or finding is None:
        return ""
    told = {
        "url": page.address,
        "kind": page.kind,
        "status": finding.status or "",
        "day": finding.day.isoformat() if finding.day else "",
        "also": ", ".join(finding.also),
    }
    said = "".join(
        f'<p data-pagefind-weight="0.6">\u201c{escape(mention)}\u201d</p>'
        for mention in finding.mentions
    )
    facets = facets_of(page, finding)
    body = _TOLD_ELSEWHERE.sub("", without_repeated(printed.html))
    return _leaf(language, facets, told, _apart(body) + said)


def _apart(body: str) -> str:
    """Keep words apart that only the style keeps apart."""
    return body.replace("</dt>", "</dt> ").replace(
        '<span class="mb-', ' <span class="mb-'
    )


def leaf_of_word(defined: Defined, language: str) -> str:
    """Write what the indexer is given of a word that the glossary explains."""
    told = {"kind": "term", "url": defined.address}
    facets = {"kind": ("term",)}
    return _leaf(language, facets, told, f"<h1>{escape(defined.word)}</h1>{defined.text}")


def leaves_of_shell(
    entries: Iterable[Mapping[str, Any]], language: str
) -> Iterator[tuple[str, str]]:
    """Write what the indexer is given of hand-written pages, each with its address.

    `entries` are those that the theme has made for its own search. The home page is
    left out: it repeats what others say.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        address, _, anchor = entry["location"].partition("#")
        level = f'h2 id="{escape(anchor)}"' if anchor else "h1"
        pages[address].append(f"<{level}>{entry['title']}</{level[:2]}>\n{entry['text']}")
    for address, sections in pages.items():
        if address:
            told = {"url": address, "kind": "page"}
            body = "\n".join(sections)
            yield address, _leaf(language, {"kind": ("page",)}, told, body)


def facets_of(page: Page, finding: Finding) -> dict[str, tuple[str, ...]]:
    """Tell by what a page can be narrowed down to."""
    return {
        "kind": (page.kind,),
        "theme": finding.themes,
        "organisation": finding.organisations,
        "group": finding.groups,
        "year": tuple(map(str, finding.years)),
        "status": (finding.status,) if finding.status else (),
    }


def _leaf(
    language: str,
    facets: Mapping[str, tuple[str, ...]],
    told: Mapping[str, str],
    body: str,
) -> str:
    """Write a leaf. `body` is HTML."""
    narrowed = json.dumps({name: values for name, values in facets.items() if values})
    meta = "".join(
        f'<p data-pagefind-meta="{name}">{escape(value)}</p>'
        for name, value in told.items()
        if value
    )
    return (
        f'{narrowed}\n<html lang="{language}"><body>'
        f"<div data-pagefind-ignore>{meta}</div>{body}</body></html>\n"
    )
