"""Questions that many commands ask."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from minutebook.contributing.asking import answers, choices
from minutebook.contributing.asking.question import Asked, Question
from minutebook.contributing.proposing.kinds import CONCERNS, GROUPS, MEETINGS, THEMES

Default = Callable[[Asked], str | None]


def _nothing(_asked: Asked) -> None:
    return None


def words(
    name: str,
    asks: str,
    *,
    is_needed: bool = False,
    is_asked: bool = True,
    default: Default = _nothing,
) -> Question:
    """Ask for words; they are looked at where they are to stand."""
    return Question(
        name=name,
        asks=asks,
        read=answers.a_text,
        is_needed=is_needed,
        is_asked=is_asked,
        default=default,
    )


def several(name: str, asks: str) -> Question:
    """Ask for several names that the book need not know."""
    return Question(name=name, asks=asks, read=answers.texts, is_list=True, takes="NAME")


def meeting(
    name: str,
    asks: str,
    *,
    is_needed: bool = False,
    is_asked: bool = True,
    default: Default = _nothing,
) -> Question:
    """Ask for a meeting of the book."""
    return Question(
        name=name,
        asks=asks,
        read=answers.a_record(MEETINGS),
        is_needed=is_needed,
        is_asked=is_asked,
        takes="MEETING",
        choices=choices.meetings,
        default=default,
    )


def latest(asks: str) -> Question:
    """Ask for a meeting that is most likely the latest."""
    return meeting("meeting", asks, is_needed=True, default=choices.latest_meeting)


def concern() -> Question:
    """Ask which concern a change is for."""
    return Question(
        name="concern",
        asks="Which concern: its id, its page's address or its title",
        read=answers.a_record(CONCERNS),
        is_needed=True,
        is_subject=True,
        choices=choices.open_concerns,
    )


def parties(name: str, asks: str, *, is_needed: bool = False) -> Question:
    """Ask for organisations, people or groups."""
    return Question(
        name=name,
        asks=asks,
        read=answers.parties,
        is_needed=is_needed,
        is_list=True,
        takes="NAME",
        choices=choices.names,
    )


def word(
    name: str,
    of: type[StrEnum],
    asks: str,
    *,
    is_needed: bool = False,
    default: str | None = None,
) -> Question:
    """Ask for one of a few words."""
    return Question(
        name=name,
        asks=asks,
        read=answers.one_of(of),
        is_needed=is_needed,
        takes=f"[{'|'.join(of)}]",
        choices=choices.words(of),
        default=lambda _: default,
    )


def when(asks: str, *, is_asked: bool = False) -> Question:
    """Ask for a day, or the words used."""
    return Question(
        name="date", asks=asks, read=answers.a_when, is_asked=is_asked, takes="DAY"
    )


def group(name: str, asks: str, default: Default = _nothing) -> Question:
    """Ask for a group of the book."""
    return Question(
        name=name,
        asks=asks,
        read=answers.a_record(GROUPS),
        takes="ID",
        choices=choices.all_of(GROUPS),
        default=default,
    )


def time(name: str, asks: str) -> Question:
    """Ask for a time of day."""
    return Question(name=name, asks=asks, read=answers.a_time, takes="HH:MM")


def switch(name: str, asks: str) -> Question:
    """Have a flag that stands for yes."""
    return Question(
        name=name, asks=asks, read=answers.a_text, is_switch=True, is_asked=False
    )


def by(asks: str) -> Question:
    """Have a flag that tells who says it."""
    return words("by", asks, is_asked=False)


def themes() -> Question:
    """Ask for themes of the book."""
    return Question(
        name="themes",
        asks="Its themes",
        read=answers.records(THEMES),
        is_list=True,
        takes="ID",
        choices=choices.all_of(THEMES),
    )


def own_id() -> Question:
    """Have a flag for the id of a new record."""
    return words("id", "Its id; made of the title if left out", is_asked=False)
