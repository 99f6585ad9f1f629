"""What people write to what a record needs: short forms, single items, dates.

`owners: Clinks` means a list of one; `Helen Dyson, Nacro (chair)` means a person;
`13:30` is a time. Which of these applies follows from the field's type alone.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook.records import (
    Attendance,
    NextMeeting,
    Organisation,
    Person,
    Term,
    When,
    attendance_from_text,
    date_from_text,
    time_from_text,
    when_from_text,
)


def _next_meeting_from_text(text: str) -> NextMeeting:
    """Read a day, or else what the next meeting is about."""
    when = when_from_text(text)
    return NextMeeting(date=when) if when.date else NextMeeting(about=text)


SHORT_FORMS: Mapping[type, Callable[[str], Any]] = {
    Attendance: attendance_from_text,
    When: when_from_text,
    NextMeeting: _next_meeting_from_text,
    Organisation: lambda text: {"name": text},
    Person: lambda text: {"name": text},
    Term: lambda text: {"meaning": text},
}
"""The types that may be written as one line of text."""

_FROM_TEXT: Mapping[type, Callable[[str], Any]] = {
    dt.date: date_from_text,
    dt.time: time_from_text,
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A date or time that is none: no field takes it."""

    text: str


def expand(value: Any, hint: Any) -> Any:  # noqa: ANN401 - data and types of any kind
    """Bring `value`, plain data, closer to the type `hint`; leave what does not fit."""
    hint = _without_none(hint)
    if typing.get_origin(hint) is tuple:
        items = value if isinstance(value, list) else [value]
        return [expand(item, typing.get_args(hint)[0]) for item in items]
    if isinstance(value, str):
        return _expand_text(value, hint)
    if isinstance(value, dict) and dataclasses.is_dataclass(hint):
        return _expand_fields(value, typing.cast("type", hint))
    return value


def _expand_text(text: str, hint: Any) -> Any:  # noqa: ANN401 - see expand
    from_text = SHORT_FORMS.get(hint) or _FROM_TEXT.get(hint)
    if from_text is None:
        return text
    try:
        return from_text(text)
    except ValueError:
        return Unreadable(text)


def _expand_fields(fields: dict[str, Any], kind: type) -> dict[str, Any]:
    """Expand each field; one that is left empty is as good as absent."""
    hints, required = _hints(kind), _required(kind)
    return {
        name: expand(value, hints.get(name, Any))
        for name, value in fields.items()
        if name not in hints or not _is_empty(value, required=name in required)
    }


def _is_empty(value: Any, *, required: bool) -> bool:  # noqa: ANN401 - see expand
    """Whether a field says nothing; what is required cannot be blank, either."""
    if required and isinstance(value, str):
        return not value.strip()
    return value is None or (required and value == [])


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - see expand
    if isinstance(hint, types.UnionType):
        return next(arm for arm in typing.get_args(hint) if arm is not types.NoneType)
    return hint


@functools.cache
def _required(kind: type) -> frozenset[str]:
    return frozenset(
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING
    )


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
