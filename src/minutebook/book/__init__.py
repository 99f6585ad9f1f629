"""The linked whole: names and ids resolved, back links, and the rules it must obey."""

from minutebook.book.book import Book
from minutebook.book.linking import bind, link
from minutebook.book.links import Leads, Target, follow
from minutebook.book.names import Party, PartyKind
from minutebook.book.rules import RULES, check

__all__ = [
    "RULES",
    "Book",
    "Leads",
    "Party",
    "PartyKind",
    "Target",
    "bind",
    "check",
    "follow",
    "link",
]
