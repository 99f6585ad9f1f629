"""What the theme is given to learn a frame from: words found nowhere else.

Each marker has a core that no theme changes, and signs that show how it was escaped.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.publish.frame import FORMS, Says, Slot, Words
from minutebook.reading import Heading

_SIGNS = "\"'<&>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One page to render: the words of a record that does not exist."""

    title: str
    description: str
    body: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words of a probe that stand for those of any record."""

    core: str
    given: str
    """What the theme is given."""

    says: Says
    heading: int | None = None
    """Which heading it belongs to."""

    def looks(self) -> Iterator[tuple[str, Slot]]:
        """List how it may look in a page, the longest first."""
        found = {
            written(self.given): Slot(self.says, form)
            for form, written in reversed(list(FORMS.items()))
        }
        for look in sorted(found, key=len, reverse=True):
            if self.core in look:
                yield look, found[look]


def _headings(words: str, *levels: int) -> tuple[Heading, ...]:
    return tuple(
        Heading(level=level, anchor=f"mbprobe-anchor-{n:02}", text=words.format(n))
        for n, level in enumerate(levels)
    )


ID = "mbprobe-record"
"""The id of the record that does not exist."""

SOURCE = "mbprobe-source.md"
"""Its file."""

LEARN = Probe(
    title=f"mbprobe-title{_SIGNS}",
    description=f"mbprobe-description{_SIGNS}",
    body="<h1>mbprobe-body</h1>",
    headings=_headings(
        "mbprobe-heading-{:02}" + _SIGNS, *(2, 2, 2, 3, 3, 3, 4, 4, 3, 2, 3, 4, 2)
    ),
)
"""Its headings follow one another in every way there is, and begin with two leaves."""

BARE = Probe(
    title=LEARN.title, description=LEARN.description, body=LEARN.body, headings=()
)
"""A page without headings."""

CHECK = Probe(
    title="A <b>title</b> \\1 {{ x }} \"of\" 'words' &amp; \u00fcber\u2028all",
    description="Said & done: <i>\"here\"</i>, and 'there'.",
    body="<h1>Body</h1>\n<p>${x} \\g<0> %s {0} &lt;b&gt;</p>",
    headings=_headings('"{}" & <x> \\2', *(4, 2, 3, 3, 4)),
)
"""Hostile words, a heading below a level that is missing, and two levels left open."""


@dataclass(frozen=True, slots=True)
class Round:
    """One rendering of every frame: with which probe, and what the theme hides."""

    probe: Probe
    hidden: tuple[str, ...] = ("navigation",)
    """There is no navigation that a record stands in."""


_LIST_HIDDEN = ("navigation", "toc")

ROUNDS = {
    "many": Round(LEARN),
    "few": Round(LEARN, _LIST_HIDDEN),
    "none": Round(BARE, _LIST_HIDDEN),
    "check": Round(CHECK),
}
"""How each part of `Rendered` comes about."""


def markers() -> Iterator[Marker]:
    """List the markers of `LEARN`, and of the address and file of its page."""
    title, description = html.escape(LEARN.title), html.escape(LEARN.description)
    yield Marker(core="mbprobe-title", given=title, says=Says.TITLE)
    yield Marker(core="mbprobe-description", given=description, says=Says.DESCRIPTION)
    yield Marker(core=ID, given=ID, says=Says.ID)
    yield Marker(core="mbprobe-source", given=SOURCE, says=Says.SOURCE)
    yield Marker(core="mbprobe-body", given=LEARN.body, says=Says.BODY)
    for number, heading in enumerate(LEARN.headings):
        yield Marker(
            core=f"mbprobe-heading-{number:02}",
            given=html.escape(heading.text),
            says=Says.HEADING,
            heading=number,
        )
        yield Marker(
            core=heading.anchor, given=heading.anchor, says=Says.ANCHOR, heading=number
        )


def words_of_check() -> Words:
    """Give the words of `CHECK` as the theme is given them."""
    return {
        Says.TITLE: html.escape(CHECK.title),
        Says.DESCRIPTION: html.escape(CHECK.description),
        Says.ID: ID,
        Says.SOURCE: SOURCE,
        Says.BODY: CHECK.body,
    }
