"""What a search has to know of a whole book, beyond its pages."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.records import Term

_LONGEST_MEANING = 6
"""Words. A longer one explains a term, and nobody types it in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined:
    """A word that the glossary explains."""

    word: str
    address: str
    """Where the glossary explains it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A book as a search sees it."""

    language: str
    names: tuple[tuple[str, ...], ...]
    """Groups of names, each of one thing: a title and what else people call it."""

    defined: tuple[Defined, ...]


def searched(book: Book, language: str) -> Searched:
    """Gather what a search has to know of `book`."""
    groups = (
        *((theme.title, *theme.also_called) for theme in book.themes),
        *((group.title, group.short or "", *group.aliases) for group in book.groups),
        *((o.name, *o.aliases) for o in book.organisations),
        *((term.id, term.meaning) for term in book.glossary if _is_short(term)),
    )
    names = (tuple(dict.fromkeys(filter(None, group))) for group in groups)
    return Searched(
        language=language,
        names=tuple(group for group in names if len(group) > 1),
        defined=tuple(_defined(*named) for named in anchored(book.glossary)),
    )


def anchored(terms: Iterable[Term]) -> Iterator[tuple[str, Term]]:
    """Name the place in the glossary that explains each term."""
    taken: Counter[str] = Counter()
    for term in terms:
        slug = re.sub(r"[^a-z0-9]+", "-", term.id.lower()).strip("-")
        taken[slug] += 1
        again = f"--{taken[slug]}" if taken[slug] > 1 else ""
        yield f"mb-term-{slug}{again}", term


def _is_short(term: Term) -> bool:
    return len(term.meaning.split()) <= _LONGEST_MEANING


def _defined(anchor: str, term: Term) -> Defined:
    return Defined(
        word=term.id,
        address=f"glossary/#{anchor}",
        text="".join(
            f"<p>{html.escape(text)}</p>"
            for text in (term.meaning, term.explanation)
            if text
        ),
    )
