"""Acronyms: how they look, and which ones a reader is told the meaning of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.book.book import Book

_ACRONYM = re.compile(r"[A-Z](?<!\w[A-Z])(?:[A-Z0-9]{1,5}|[a-z]?[a-z][A-Z]{1,3})(?=s?\b)")
"""It begins with a capital, so that all else in a long text is passed over quickly."""

_BEFORE = re.compile(r"\b(?=\w++ \(\w)(\w+?)s? \(\w")
_WITHIN = re.compile(r"\w\W?\((\w+?)s?\)")
_ROMAN = re.compile(r"[IVXL]+")

EVERYDAY = frozenset(
    "UK EU USA GB HM TV PC PDF ID OK AM PM NB HTML URL CV DIY FAQ".split()
)
"""Nobody asks what these mean."""

SHOUTED = frozenset(
    "ACTION ACTIONS AGREED AGENDA ANNEX DRAFT FINAL ITEM NONE NOTE NOTES TODO"
    " TBC TBA TO BE OF ON IN AND ALL THE NOT NO YES".split()
)
"""Words that minutes write in capitals."""


def acronyms_in(words: str) -> Iterator[tuple[int, str]]:
    """List what looks like an acronym in a text, and its column, repeats included."""
    for match in _ACRONYM.finditer(words):
        word = match[0]
        if word not in EVERYDAY and word not in SHOUTED and not _ROMAN.fullmatch(word):
            yield match.start() + 1, word


def acronyms(words: str) -> Iterator[str]:
    """List what looks like an acronym in a text, in order, repeats included."""
    return (word for _, word in acronyms_in(words))


def explained_in(words: str) -> frozenset[str]:
    """List what a text explains itself: `Full Name (FN)` or `FN (full name)`."""
    return frozenset((*_WITHIN.findall(words), *_BEFORE.findall(words)))


def known_words(book: Book) -> frozenset[str]:
    """List the acronyms the book explains: in the glossary, or as somebody's name."""
    names = [name for o in book.organisations for name in (o.name, *o.aliases)]
    names += [g.short or g.title for g in book.groups]
    names += [person.initials for person in book.people if person.initials]
    in_names = (word for name in names for word in re.findall(r"\w+", name))
    return frozenset((*(term.id for term in book.glossary), *in_names))
