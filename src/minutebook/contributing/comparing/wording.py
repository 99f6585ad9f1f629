"""Values in a few words, as a reader knows them: days, names, the length of a change."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from enum import Enum

from minutebook.book import Book
from minutebook.contributing.sealing.visible import visible
from minutebook.language import ENGLISH
from minutebook.reading import Prose
from minutebook.records import ANONYMOUS, Attendance, When
from minutebook.words import count

SAME_WORDS = "links or layout mended, the words are the same"
"""What is said of a text of which readers see the same."""

_SHORT = 160


def short(text: str, most: int = _SHORT) -> str:
    """Write a text on one line, cut where it is long."""
    line = " ".join(text[: 20 * most].split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def told(text: str) -> str:
    """Write a sentence as a part of another: on one line, without its full stop."""
    return short(text).removesuffix(".")


def when(given: When | None) -> str:
    """Write a day year-month-day, or the words used instead of one."""
    if given is None:
        return "no day"
    return given.date.isoformat() if given.date else f"“{short(given.words or '')}”"


def day(date: dt.date | None) -> str:
    """Write a day in words; nothing if it is not known."""
    return ENGLISH.day(date) if date else ""


def meeting(book: Book, reference: str | None) -> str:
    """Name a meeting by its title and day, or by its id if it is not there."""
    found = book.meetings.get(reference)
    if found is None:
        return short(reference or "")
    return f"{short(found.title)}, {day(found.date)}"


def names(book: Book, given: Iterable[str]) -> str:
    """Name organisations and people as the registers do, if they are there."""
    found = []
    for name in given:
        party = book.names.find(name)
        anonymous = name == ANONYMOUS
        found.append(
            "somebody unnamed" if anonymous else short(party.name if party else name)
        )
    return ENGLISH.series(found)


def themes(book: Book, given: Iterable[str]) -> list[str]:
    """Name themes by their titles."""
    found = ((name, book.themes.get(name)) for name in given)
    return [short(theme.title if theme else name) for name, theme in found]


def value(given: object) -> str:
    """Write any value of a field on one line."""
    match given:
        case When():
            said = when(given)
        case Enum():
            said = str(given.value)
        case dt.time():
            said = given.isoformat("minutes")
        case dt.date():
            said = given.isoformat()
        case Attendance():
            role = f" ({given.role})" if given.role else ""
            said = short(", ".join(filter(None, (given.name, given.organisation))) + role)
        case str():
            said = f"“{short(given)}”"
        case _:
            said = _first_words(given)
    return said


def _first_words(given: object) -> str:
    """Write what a part of a record says first."""
    names = ("title", "name", "about", "note", "reason", "answer", "said")
    said = (getattr(given, name, None) for name in names)
    return f"“{short(next((text for text in said if isinstance(text, str)), '…'))}”"


def words_changed(was: Prose, now: Prose) -> str:
    """Tell how much of a text has changed, in words added and taken out."""
    before, after = visible(was), visible(now)
    if before == after:
        return SAME_WORDS
    added = (Counter(after) - Counter(before)).total()
    taken = (Counter(before) - Counter(after)).total()
    if not added and not taken:
        return "the same words in another order"
    parts = [f"{count(added, 'word')} added"] if added else []
    parts += [f"{count(taken, 'word')} taken out"] if taken else []
    return ", ".join(parts)
