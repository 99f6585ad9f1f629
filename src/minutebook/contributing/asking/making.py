"""From answers to a new record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from minutebook.contributing.asking.question import Asked
from minutebook.contributing.requests import NewRecord
from minutebook.records import Record

Given = dict[str, Any]
"""What was answered, by the names of the questions."""


def making(make: Callable[[Given], Record]) -> Callable[[Asked], NewRecord]:
    """Make a request of a function that makes a record of what was answered."""
    return lambda asked: NewRecord(record=make(given(asked)))


def given(asked: Asked) -> Given:
    """Give the answers; of what was left out, a record says what is so anyway."""
    said = {key: value for key, value in asked.answers.items() if value is not None}
    return {"id": "", **said}
