"""`llms.txt`: where people's tools find the book as Markdown and as data.

It is short however large the book is: lists, themes, the newest meetings, open data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.language import N_, Language
from minutebook.pages.data import TABLES
from minutebook.pages.kinds import FOR_PEOPLE, LISTINGS
from minutebook.pages.page import DataFile
from minutebook.pages.plain import PLAIN, unescaped
from minutebook.views.cards import Ref, meeting_cards, refs

_MEETINGS = 100
_THEMES = 100

_ABOUT = N_("What was said at meetings, who agreed to do what, and what came of it.")
_HOW = N_("Every page has its Markdown beside it: add index.md to its address.")

_SPECIAL = re.compile(r"[\\`*_\[\]<>]")

Item = tuple[str, str, str]
"""What is linked to, its address in the site, and more about it."""


def llms(book: Book, edition: Edition, language: Language) -> DataFile:
    """Tell in one file where everything is (llmstxt.org)."""
    return DataFile("llms.txt", lambda: _written(book, edition, language))


def _written(book: Book, edition: Edition, language: Language) -> Iterator[str]:
    say = language.say
    yield f"# {_escaped(edition.name or say('Meeting notes'))}\n\n"
    yield f"> {say(_ABOUT)}\n\n{say(_HOW)}\n"
    listings = (
        (say(listing.title), f"{name}/{PLAIN}", say(listing.description))
        for name, listing in LISTINGS.items()
        if name not in FOR_PEOPLE
    )
    tables = (
        (f"{name}.json", f"data/{name}.json", say("As its JSON Schema says, beside it."))
        for name in TABLES
    )
    themes = ((ref.title, _plain(ref), "") for ref in refs(book.themes)[:_THEMES])
    yield from _section(say("Lists"), listings, edition)
    yield from _section(say("Themes"), themes, edition)
    yield from _section(say("Latest meetings"), _meetings(book, language), edition)
    yield from _section(say("Open data"), tables, edition)


def _meetings(book: Book, language: Language) -> Iterator[Item]:
    for card in meeting_cards(book, book.meetings)[:_MEETINGS]:
        day = language.day(card.date)
        more = f"{day}. {card.summary}" if card.summary else day
        yield card.ref.title, _plain(card.ref), more


def _section(title: str, items: Iterable[Item], edition: Edition) -> Iterator[str]:
    lines = []
    for name, to, more in items:
        link = f"[{_escaped(name)}]({edition.address}{to})"
        lines.append(f"- {link}: {_escaped(more)}\n" if more else f"- {link}\n")
    if lines:
        yield f"\n## {title}\n\n"
        yield from lines


def _plain(to: Ref) -> str:
    return f"{to.folder}/{to.id}/{PLAIN}"


def _escaped(text: str) -> str:
    """Let a text be one line of text in Markdown."""
    return " ".join(_SPECIAL.sub(r"\\\g<0>", unescaped(text)).split())
