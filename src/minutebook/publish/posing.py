"""Pages of MkDocs in the clothes of a probe, and what the theme makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from minutebook.language import ENGLISH, Language
from minutebook.pages.plain import PLAIN
from minutebook.publish.learning import Rendered
from minutebook.publish.probe import ROUNDS, Round
from minutebook.publish.wanted import WANTED, Wanted
from minutebook.reading import Heading

FIRST = "many"
"""The round in which MkDocs itself renders a page."""


def frame_of(file: File, language: Language = ENGLISH) -> Wanted | None:
    """Tell which frame MkDocs makes from a file, in the words of a language."""
    frame = WANTED.get(file.src_uri.removesuffix("index.md"))
    return frame.worded(language) if frame else None


def pose(page: Page, frame: Wanted, asked: Round = ROUNDS[FIRST]) -> None:
    """Give a page the words of a probe; a listing keeps its own title."""
    probe = asked.probe
    page.content = probe.body
    page.toc = contents(probe.headings)
    page.meta = {
        "title": escape(frame.title or probe.title),
        "description": escape(frame.description or probe.description),
        "hide": list(asked.hidden),
        "plain": PLAIN,
    }


def rendered(page: Page, frame: Wanted, first: str, again: Callable[[], str]) -> Rendered:
    """Have a page rendered in every round; `first` is what came of the first."""
    parts = {FIRST: first}
    for part, asked in ROUNDS.items():
        if part != FIRST:
            pose(page, frame, asked)
            parts[part] = again()
    return Rendered(address=frame.address, **parts)


def contents(headings: Iterable[Heading]) -> TableOfContents:
    """Nest headings as the theme's contents list wants them."""
    roots: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        item = AnchorLink(escape(heading.text), heading.anchor, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else roots).append(item)
        above.append(item)
    return TableOfContents(roots)
