"""Made once: what many pages show of a record is one value, shared by all of them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Concatenate, ParamSpec, TypeVar

from minutebook.book import Book, Party
from minutebook.records import Record

S = TypeVar("S", bound=Record | Party)
P = ParamSpec("P")
C = TypeVar("C")


def once(
    make: Callable[Concatenate[Book, S, P], C],
) -> Callable[Concatenate[Book, S, P], C]:
    """Let a function make a value of each record of a book once.

    Later calls give the same object. Further arguments, such as a day, are given in
    their order. Values are kept with the book, and go when it goes.
    """
    maker = f"{make.__module__}.{make.__qualname__}"

    def made(book: Book, subject: S, /, *rest: P.args, **named: P.kwargs) -> C:
        values = book.made[maker]
        key: Hashable = (
            (subject, *rest)
            if isinstance(subject, Party)
            else (type(subject), subject.id, *rest)  # its texts would take long to hash
        )
        try:
            value: C = values[key]
        except KeyError:
            value = values[key] = make(book, subject, *rest, **named)
        return value

    return functools.update_wrapper(made, make)
